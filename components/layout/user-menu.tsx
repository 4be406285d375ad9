import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { MenuLine, MenuText } from "@/components/ui/menu";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

const MENU = "user-menu";

/** Opens the user's menu: at the foot of the sidebar, or (`compact`, the avatar alone) in the phone's top bar. */
export function UserButton({ name, compact }: { name: string; compact?: boolean }) {
  return (
    <button type="button" popoverTarget={MENU} className={cx(buttonClass("ghost"), compact ? "!px-1" : "w-full !justify-start !px-1.5 max-lg:!justify-center")}>
      <Avatar name={name} />
      <span className={compact ? "sr-only" : "min-w-0 flex-1 truncate text-start text-ink max-lg:sr-only"}>{name}</span>
      <span className="sr-only">(menu)</span>
      {!compact && <Icon name="chevrons-up-down" size={14} className="text-ink-3 max-lg:hidden" />}
    </button>
  );
}

type UserMenuProps = {
  name: string;
  /** Roles or mail address, below the name. */
  detail?: string;
  theme: Theme;
  /** `MenuLink` and `MenuButton` entries: profile, keys, sign out. */
  children: ReactNode;
};

/** Who is signed in, their entries, and the theme: once on a page, beside the `UserButton` that opens it. */
export function UserMenu({ name, detail, theme, children }: UserMenuProps) {
  return (
    <div id={MENU} popover="auto" className="popover user-menu min-w-48">
      <ul>
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
      </ul>
    </div>
  );
}
