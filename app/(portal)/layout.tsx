import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { themeOf } from "@/components/layout/theme";
import { Live } from "@/components/live/live";
import { Palette } from "@/components/palette/palette";
import { PaletteButton } from "@/components/palette/palette-button";
import { navFor } from "@/components/people/nav";
import { ShellBanner } from "@/components/people/shell-banner";
import { ShellMenu, SignOutForm } from "@/components/people/shell-menu";
import { SearchField } from "@/components/ui/search-field";
import { isSampleSession } from "@/lib/auth/session";
import { PATH_HEADER, pageCtx } from "@/lib/http/page";
import { rolesInWords } from "@/lib/people/format";
import { getShell } from "@/lib/people/queries/shell";

/** The frame. It decides nothing: each page asks for itself who is there and what exists for them. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const ctx = await pageCtx();
  const { actor } = ctx;
  if (actor.type !== "user") return children;
  const shell = await getShell(ctx);
  const path = (await headers()).get(PATH_HEADER) ?? "";
  const theme = themeOf((await cookies()).get("theme")?.value);
  const isSample = isSampleSession(ctx);
  return (
    <AppShell
      organisation={shell.organisation}
      homeHref="/"
      groups={navFor({ actor, path, toReview: shell.toReview, unread: shell.unread, toAnswer: shell.toAnswer })}
      tools={
        <>
          <form action="/search" method="get" role="search" className="min-w-0 max-lg:hidden">
            <SearchField label="Search" name="q" className="!w-full !min-w-0" shortcut={ctx.viewer?.singleKeys ? "/" : undefined} />
          </form>
          <PaletteButton />
        </>
      }
      person={actor.name}
      userMenu={<ShellMenu name={actor.name} detail={rolesInWords(actor)} theme={theme} isSample={isSample} />}
      banner={isSample ? <ShellBanner name={actor.name} /> : undefined}
    >
      {children}
      <SignOutForm isSample={isSample} />
      <Live person={actor.id} />
      <Palette singleKeys={ctx.viewer?.singleKeys ?? false} />
    </AppShell>
  );
}
