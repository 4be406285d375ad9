import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AppShell } from "@/components/layout/app-shell";
import { SampleBanner } from "@/components/layout/sample-banner";
import { SplitView } from "@/components/layout/split-view";
import { themeOf } from "@/components/layout/theme";
import { UserMenu } from "@/components/layout/user-menu";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MenuLink } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Tables } from "../lists";

export const metadata: Metadata = { title: "A signed-in page" };

/** The frame of a signed-in page, in the theme of the cookie. `?split` shows a list with an open entry. */
export default async function ShellPage({ searchParams }: { searchParams: Promise<{ split?: string }> }) {
  const theme = themeOf((await cookies()).get("theme")?.value);
  const { split } = await searchParams;
  const menu = (
    <>
      <MenuLink href="#profile" icon="user">Profile</MenuLink>
      <MenuLink href="#keys" icon="keyboard" shortcut="?">Keys</MenuLink>
      <MenuLink href="#out" icon="log-out">Sign out</MenuLink>
    </>
  );
  return (
    <AppShell
      organisation="Studio Severka"
      homeHref="/dev/gallery"
      groups={[
        { items: [
          { href: "#work", label: "My work", icon: "briefcase", onPhoneBar: true },
          { href: "#inbox", label: "Inbox", icon: "inbox", count: 3, countLabel: "to review", current: true, onPhoneBar: true },
          { href: "#handovers", label: "Handovers", icon: "handshake", onPhoneBar: true },
          { href: "#deals", label: "Deals", icon: "building" },
          { href: "#questions", label: "Questions", icon: "message-question", count: 12, countLabel: "open", onPhoneBar: true },
        ] },
        { label: "Manage", items: [{ href: "#reports", label: "Reports", icon: "chart" }, { href: "#people", label: "People", icon: "users" }, { href: "#settings", label: "Settings", icon: "settings" }] },
      ]}
      person="Jana Horak"
      userMenu={<UserMenu name="Jana Horak" detail="Project manager, Shopify" theme={theme}>{menu}</UserMenu>}
      banner={<SampleBanner action={<Button size="sm" icon="trash">Remove the sample data</Button>}>You are looking at sample data.</SampleBanner>}
    >
      <PageHeader title="Inbox" description="What waits for your decision, oldest first." actions={<ButtonLink href="#new" variant="primary" icon="arrow-right">Open the next</ButtonLink>} />
      {split === undefined ? (
        <div className="space-y-8"><Tables pane="light" /></div>
      ) : (
        <SplitView label="The open handover" list={<p>HO-123 Lindholm Interiors</p>} detail={<EmptyState icon="file-text">What is open from the list is read here.</EmptyState>} />
      )}
    </AppShell>
  );
}
