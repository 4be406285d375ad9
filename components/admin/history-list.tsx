import type { IconName } from "@/components/ui/icon-names";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";

type Row = { seq: number; at: Date; who: string; type: string; sentence: string };

const ICONS: { [prefix: string]: IconName } = {
  person: "user", role: "users", admin: "shield", link: "link", password: "key", session: "log-out", timeOff: "calendar",
  team: "users", policy: "sliders", organisation: "building", holiday: "calendar",
};

/** What happened in the organisation, newest first: who, what, when. */
export function HistoryList({ events, now, zone }: { events: Row[]; now: Date; zone: string }) {
  if (events.length === 0) return <EmptyState icon="history">Nothing here with these filters.</EmptyState>;
  return (
    <Timeline
      label="History"
      entries={events.map(({ seq, at, who, type, sentence }) => ({
        key: String(seq),
        icon: ICONS[type.split(".")[0] ?? ""] ?? "circle",
        title: <><strong className="font-medium">{who}</strong> {sentence}</>,
        time: <RelativeTime at={at} now={now} zone={zone} tipAlign="end" />,
      }))}
    />
  );
}
