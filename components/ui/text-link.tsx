import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** A link in running text. `external` opens beside this page, and says so. */
export function TextLink({ external, className, children, ...rest }: { external?: boolean } & ComponentProps<"a"> & { href: string }) {
  return (
    <a className={cx("link", external && "external", className)} {...(external ? { target: "_blank", rel: "noopener noreferrer" } : {})} {...rest}>
      {children}
      {external && (
        <>
          <Icon name="external-link" size={12} className="ms-1 inline align-[-0.0625rem]" />
          <span className="sr-only"> (opens in a new tab)</span>
        </>
      )}
    </a>
  );
}
