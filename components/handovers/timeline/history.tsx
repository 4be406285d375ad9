import { ButtonLink } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { TimelineEntry } from "@/lib/handovers/queries/timeline";

const LOOKS: Partial<Record<TimelineEntry["type"], { icon: IconName; tone: Tone }>> = {
  "handover.begun": { icon: "plus", tone: "neutral" },
  "handover.submitted": { icon: "send", tone: "info" },
  "key.accepted": { icon: "key", tone: "success" },
  "handover.accepted": { icon: "circle-check", tone: "success" },
  "handover.returned": { icon: "corner-up-left", tone: "warning" },
  "handover.pointsAdded": { icon: "corner-up-left", tone: "warning" },
  "handover.withdrawn": { icon: "ban", tone: "danger" },
  "handover.started": { icon: "play", tone: "success" },
  "handover.closed": { icon: "archive", tone: "neutral" },
  "key.reopened": { icon: "undo", tone: "neutral" },
  "handover.acceptanceUndone": { icon: "undo", tone: "neutral" },
  "handover.returnUndone": { icon: "undo", tone: "neutral" },
  "checklist.ticked": { icon: "list-checks", tone: "neutral" },
  "promise.updated": { icon: "handshake", tone: "neutral" },
  "condition.met": { icon: "check", tone: "success" },
};
const PEOPLE: { icon: IconName; tone: Tone } = { icon: "users", tone: "neutral" };

type HistoryProps = { id: string; entries: readonly TimelineEntry[]; next: number | null; isFirstPage: boolean; now: Date; zone: string };

/** Everything that happened, the newest first: who, what, when, and why in their words (B3). */
export function History({ id, entries, next, isFirstPage, now, zone }: HistoryProps) {
  return (
    <div className="max-w-reading space-y-6">
      <Timeline
        label="History of the handover"
        entries={entries.map((entry) => ({
          key: String(entry.seq),
          ...(LOOKS[entry.type] ?? PEOPLE),
          title: <><span className="font-medium">{entry.who}</span> {entry.did ?? "did something whose content was erased"}</>,
          time: <RelativeTime at={entry.at} now={now} zone={zone} tipAlign="end" />,
          detail: entry.details.length > 0 && <ul className="list-disc ps-5">{entry.details.map((line, at) => <li key={at} className="whitespace-pre-line">{line}</li>)}</ul>,
        }))}
      />
      <nav aria-label="Pages" className="flex gap-2">
        {!isFirstPage && <ButtonLink href={`/handovers/${id}?tab=history`} size="sm" icon="chevron-left">Newest</ButtonLink>}
        {next !== null && <ButtonLink href={`/handovers/${id}?tab=history&before=${next}`} size="sm" iconAfter="chevron-right">Earlier</ButtonLink>}
      </nav>
    </div>
  );
}
