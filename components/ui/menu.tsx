import { type ComponentProps, type ReactNode, useId } from "react";
import { buttonClass } from "./button";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { Kbd } from "./kbd";

type MenuProps = {
  /** What the button says; hidden when only an icon is shown. */
  label: string;
  icon?: IconName;
  iconOnly?: boolean;
  /** Something else to show on the button instead of icon and label, its text is the button's name. */
  face?: ReactNode;
  variant?: "primary" | "secondary" | "ghost";
  size?: "sm" | "md";
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
};

/** A button that opens a list of actions and links. A native popover: Esc and a click elsewhere close it, no JavaScript. */
export function Menu({ label, icon, iconOnly, face, variant = "secondary", size = "md", align = "start", className, children }: MenuProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={iconOnly && !face ? label : undefined}
        title={iconOnly ? label : undefined}
        className={cx(buttonClass(variant, size), iconOnly && "!px-0 aspect-square", className)}
      >
        {face ?? (
          <>
            {icon && <Icon name={icon} />}
            {!iconOnly && label}
            {!iconOnly && <Icon name="chevron-down" size={14} className="text-ink-3" />}
          </>
        )}
      </button>
      <div id={id} popover="auto" className="popover min-w-48" data-align={align}>
        <ul>{children}</ul>
      </div>
    </>
  );
}

type ItemProps = { icon?: IconName; shortcut?: string; danger?: boolean };

/** An entry that goes somewhere. */
export function MenuLink({ icon, shortcut, danger, children, className, ...rest }: ItemProps & ComponentProps<"a"> & { href: string }) {
  return (
    <li>
      <a className={cx("menu-item", danger && "text-danger-ink", className)} {...rest}>
        <MenuItemInside icon={icon} shortcut={shortcut}>{children}</MenuItemInside>
      </a>
    </li>
  );
}

/** An entry that does something: an `onClick` in a client component, or `type="submit"` with a `form`. */
export function MenuButton({ icon, shortcut, danger, children, className, type = "button", ...rest }: ItemProps & ComponentProps<"button">) {
  return (
    <li>
      <button type={type} className={cx("menu-item", danger && "text-danger-ink", className)} {...rest}>
        <MenuItemInside icon={icon} shortcut={shortcut}>{children}</MenuItemInside>
      </button>
    </li>
  );
}

/** A quiet line of text in a menu: whose it is, what the group holds. */
export function MenuText({ children }: { children: ReactNode }) {
  return <li className="px-2.5 py-1.5 text-sm text-ink-2">{children}</li>;
}

/** A line between groups of entries. */
export function MenuLine() {
  return <li aria-hidden="true" className="my-1 border-t border-line" />;
}

function MenuItemInside({ icon, shortcut, children }: { icon?: IconName; shortcut?: string; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} className="text-ink-3" />}
      <span className="flex-1">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
}
