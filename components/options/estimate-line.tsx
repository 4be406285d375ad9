import { Icon } from "@/components/ui/icon";
import { dayText } from "@/lib/deals/format";
import { ESTIMATE_SOURCES, hoursOf, hoursText, type Minutes } from "@/lib/options/format";
import type { EstimateSource } from "@/lib/platform/generated/enums";

export type EstimateShown = Minutes & { source: EstimateSource; note: string; risks: string; validUntil: Date; estimator: { name: string } };

/** An estimate with who made it, where it comes from and until when it holds; what keeps it from serving is said in words (P7.2). */
export function EstimateLine({ estimate, problem }: { estimate: EstimateShown | null; problem: string | null }) {
  return (
    <div className="space-y-1 text-sm">
      {estimate && (
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium tabular-nums">{hoursText(hoursOf(estimate))}</span>
          <span className="text-ink-2"> · {estimate.estimator.name}, {ESTIMATE_SOURCES[estimate.source]} · {problem === null ? `holds until ${dayText(estimate.validUntil.toISOString().slice(0, 10))}` : "does not serve now"}</span>
        </p>
      )}
      {problem !== null && <p className="flex items-start gap-1.5 text-warning-ink"><Icon name="alert-triangle" size={14} className="mt-0.5 shrink-0" /><span className="min-w-0 [overflow-wrap:anywhere]">{problem}</span></p>}
      {estimate && estimate.note.trim() !== "" && <Words label="Note">{estimate.note}</Words>}
      {estimate && estimate.risks.trim() !== "" && <Words label="Risks">{estimate.risks}</Words>}
    </div>
  );
}

const Words = ({ label, children }: { label: string; children: string }) => (
  <p className="max-w-reading text-ink-2 [overflow-wrap:anywhere]"><span className="font-medium text-ink">{label}:</span> <span className="whitespace-pre-line">{children}</span></p>
);
