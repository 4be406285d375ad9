import { Tabs } from "@/components/ui/tabs";
import type { InboxView } from "@/lib/handovers/format";

const LABELS: Record<InboxView, string> = { "to-review": "To review", waiting: "Waiting for others", accepted: "Accepted", done: "Done" };

/** What the inbox shows, each view with its own address. */
export function InboxTabs({ view }: { view: InboxView }) {
  const tabs = (Object.keys(LABELS) as InboxView[]).map((one) => ({
    href: one === "to-review" ? "/inbox" : `/inbox?view=${one}`, label: LABELS[one], current: one === view,
  }));
  return <Tabs label="Views of the inbox" tabs={tabs} />;
}
