import { Tabs } from "@/components/ui/tabs";
import { INBOX_VIEWS, inboxHref, type InboxFilters, type InboxView, VIEW_LABELS } from "@/lib/inbox/format";

/** What the inbox shows, each view with its own address and count; the filters stay. A view without a count is not this person's. */
export function InboxTabs({ filters, counts }: { filters: InboxFilters; counts: Partial<Record<InboxView, number>> }) {
  const tabs = INBOX_VIEWS.filter((view) => counts[view] !== undefined).map((view) => ({
    href: inboxHref({ ...filters, view }), label: VIEW_LABELS[view], count: counts[view], atMost: 99, current: view === filters.view,
  }));
  return <Tabs label="Views of the inbox" tabs={tabs} />;
}
