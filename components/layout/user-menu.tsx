import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuLine, MenuText } from "@/components/ui/menu";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

type UserMenuProps = {
  name: string;
  /** Roles or mail address, below the name. */
  detail?: string;
  theme: Theme;
  /** `MenuLink` and `MenuButton` entries: profile, keys, sign out. */
  children: ReactNode;
  /** For the phone's top bar: the avatar alone. */
  compact?: boolean;
};

/** Who is signed in, their entries, and the theme. */
export function UserMenu({ name, detail, theme, children, compact }: UserMenuProps) {
  return (
    <Menu
      label={name}
      variant="ghost"
      align={compact ? "end" : "start"}
      side={compact ? "bottom" : "top"}
      className={compact ? "!px-1" : "w-full !justify-start !px-1.5 max-lg:!justify-center"}
      face={
        <>
          <Avatar name={name} />
          <span className={compact ? "sr-only" : "min-w-0 flex-1 truncate text-start text-ink max-lg:sr-only"}>{name}</span>
          <span className="sr-only">(menu)</span>
          {!compact && <Icon name="chevrons-up-down" size={14} className="text-ink-3 max-lg:hidden" />}
        </>
      }
    >
      <MenuText>
        <span className="block font-medium text-ink">{name}</span>
        {detail}
      </MenuText>
      <MenuLine />
      {children}
      <MenuLine />
      <li className="flex items-center justify-between gap-6 px-2.5 py-1.5">
        <span className="text-ink-2">Theme</span>
        <ThemeSwitch theme={theme} />
      </li>
    </Menu>
  );
}
