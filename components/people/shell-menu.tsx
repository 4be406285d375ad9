import { UserMenu } from "@/components/layout/user-menu";
import type { Theme } from "@/components/layout/theme";
import { MenuButton, MenuLink } from "@/components/ui/menu";
import { switchPersonAction } from "@/lib/setup/actions";
import { signOutAction } from "@/lib/people/actions/sign-in";

type ShellMenuProps = { name: string; detail: string; theme: Theme; isSample: boolean };

const SIGN_OUT = "sign-out";

/** Who is signed in, and the way out, which `SignOutForm` takes. */
export function ShellMenu({ name, detail, theme, isSample }: ShellMenuProps) {
  return (
    <UserMenu name={name} detail={detail} theme={theme}>
      <MenuLink href="/search" icon="search" className="lg:hidden">Search</MenuLink>
      <MenuLink href="/profile" icon="user">Profile</MenuLink>
      <MenuButton type="submit" form={SIGN_OUT} icon={isSample ? "users" : "log-out"}>{isSample ? "Switch person" : "Sign out"}</MenuButton>
    </UserMenu>
  );
}

/** What the menus' last entry submits; once on a page. */
export function SignOutForm({ isSample }: { isSample: boolean }) {
  return <form id={SIGN_OUT} action={isSample ? switchPersonAction : signOutAction} className="hidden" />;
}
