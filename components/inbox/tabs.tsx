import { Tabs } from "@/components/ui/tabs";
import { inboxHref, type InboxFilters, type InboxView, VIEW_LABELS } from "@/lib/inbox/format";

type InboxTabsProps = { filters: InboxFilters; views: readonly InboxView[]; counts: Partial<Record<InboxView, number>> };

/** What the inbox shows, each view with its own address, and how many wait there; the filters stay. */
export function InboxTabs({ filters, views, counts }: InboxTabsProps) {
  const tabs = views.map((view) => ({
    href: inboxHref({ ...filters, view }), label: VIEW_LABELS[view], count: counts[view], atMost: 99, current: view === filters.view,
  }));
  return <Tabs label="Views of the inbox" tabs={tabs} />;
}
