import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { Kbd } from "./kbd";

type Variant = "primary" | "secondary" | "ghost" | "danger";
type Size = "sm" | "md" | "lg";

/** The classes of a button, for the rare element that must look like one and cannot be `Button`. What they mean: app/parts.css. */
export const buttonClass = (variant: Variant = "secondary", size: Size = "md"): string => `button button-${variant} button-${size}`;

type Look = {
  variant?: Variant;
  size?: Size;
  icon?: IconName;
  iconAfter?: IconName;
  /** The single key that does the same; shown where there is a keyboard. */
  shortcut?: string;
};

type ButtonProps = Look & { /** Shows a spinner and refuses further clicks. */ pending?: boolean } & ComponentProps<"button">;

/** A native button. `type` is "button" unless said otherwise, so that a stray one never sends a form. */
export function Button({ variant, size, icon, iconAfter, shortcut, pending, className, children, disabled, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(buttonClass(variant, size), className)}
      disabled={disabled ?? pending}
      aria-busy={pending || undefined}
      aria-keyshortcuts={shortcut}
      {...rest}
    >
      <ButtonInside icon={pending ? "loader" : icon} spin={pending} iconAfter={iconAfter} shortcut={shortcut}>
        {children}
      </ButtonInside>
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, icon, iconAfter, shortcut, className, children, ...rest }: Look & ComponentProps<"a"> & { href: string }) {
  return (
    <a className={cx(buttonClass(variant, size), className)} aria-keyshortcuts={shortcut} {...rest}>
      <ButtonInside icon={icon} iconAfter={iconAfter} shortcut={shortcut}>
        {children}
      </ButtonInside>
    </a>
  );
}

type IconLook = { icon: IconName; /** The name of the action; also its tooltip. */ label: string; variant?: Variant; size?: Size };

/** A square button with an icon only. Its label is what a reader hears and a pointer sees. */
export function IconButton({ icon, label, variant = "ghost", size = "md", className, type = "button", ...rest }: IconLook & Omit<ComponentProps<"button">, "children">) {
  return (
    <button type={type} aria-label={label} title={label} className={cx("button-icon", buttonClass(variant, size), className)} {...rest}>
      <Icon name={icon} size={size === "lg" ? 20 : 16} />
    </button>
  );
}

/** The same for going somewhere. */
export function IconLink({ icon, label, variant = "ghost", size = "md", className, ...rest }: IconLook & Omit<ComponentProps<"a">, "children"> & { href: string }) {
  return (
    <a aria-label={label} title={label} className={cx("button-icon", buttonClass(variant, size), className)} {...rest}>
      <Icon name={icon} size={size === "lg" ? 20 : 16} />
    </a>
  );
}

function ButtonInside({ icon, spin, iconAfter, shortcut, children }: Pick<Look, "icon" | "iconAfter" | "shortcut"> & { spin?: boolean; children?: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} className={spin ? "spin" : undefined} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
      {shortcut && <Kbd inherit>{shortcut}</Kbd>}
    </>
  );
}
