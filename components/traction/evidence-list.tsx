import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { dayText } from "@/lib/deals/format";
import { WithdrawForm } from "./traction-form";

type Evidence = {
  id: string; label: string; isCounted: boolean; on: string; words: string | null; by: string; addedAt: Date; isTrial: boolean;
  withdrawn: { at: Date; by: string; reason: string } | null;
};
type EvidenceListProps = { id: string; evidence: readonly Evidence[]; mayWithdraw: boolean; withdrawing?: string; now: Date; zone: string };

/** All that was recorded, the newest day first; what was withdrawn stays, and says why. */
export function EvidenceList({ id, evidence, mayWithdraw, withdrawing, now, zone }: EvidenceListProps) {
  return (
    <Section title="Evidence" id="evidence">
      {evidence.length === 0 ? <EmptyState icon="circle-dashed">No sign of the client is recorded yet.</EmptyState> : (
        <ol className="divide-y divide-line border-y border-line">
          {evidence.map((one) => (
            <li key={one.id} className="space-y-1 py-3">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className={one.withdrawn ? "font-medium text-ink-2 line-through" : "font-medium"}>{one.label}</span>
                <time dateTime={one.on} className="text-ink-2">{dayText(one.on)}</time>
                {one.withdrawn && <Badge>withdrawn</Badge>}
                {!one.withdrawn && !one.isCounted && <Badge>earns nothing by the present definition</Badge>}
              </p>
              {one.words !== null && <p className="max-w-reading whitespace-pre-wrap [overflow-wrap:anywhere]">{one.words}</p>}
              <p className="text-sm text-ink-2">
                {one.isTrial ? "Recorded by itself: approved by" : "Recorded by"} {one.by} <RelativeTime at={one.addedAt} now={now} zone={zone} focusable={false} />
                {one.withdrawn && <> · withdrawn by {one.withdrawn.by}{one.withdrawn.reason && `: ${one.withdrawn.reason}`}</>}
                {mayWithdraw && !one.withdrawn && withdrawing !== one.id && <> · <TextLink href={`/deals/${id}/traction?withdraw=${one.id}#withdraw`}>Withdraw<span className="sr-only"> {one.label} of {dayText(one.on)}</span></TextLink></>}
              </p>
              {mayWithdraw && withdrawing === one.id && !one.withdrawn && <div id="withdraw" className="pt-2"><WithdrawForm id={id} evidenceId={one.id} /></div>}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
