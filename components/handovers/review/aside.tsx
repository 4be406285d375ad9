import { SignedStatus } from "@/components/handovers/overview/signed-status";
import { KeysPanel } from "@/components/handovers/people/keys-panel";
import { RoleCard } from "@/components/handovers/people/role-card";
import { PolicyNote } from "@/components/policies/policy-note";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { COMPLEXITY_LOOK } from "@/lib/handovers/format";
import type { ReviewPage } from "@/lib/handovers/queries/review-page";

/** Beside the brief: how complete it is, how complex and why, the keys, and who is accountable. */
export function ReviewAside({ review: { head, frozen, estimate, versions }, now, zone }: { review: ReviewPage; now: Date; zone: string }) {
  const { complexity, readiness } = frozen.content;
  return (
    <>
      <section aria-label="Completeness" className="space-y-3">
        <Meter label="Required" value={readiness.requiredPercent} max={100} text={`${readiness.requiredPercent} %`} tone={readiness.requiredPercent === 100 ? "success" : "accent"} />
        <Meter label="Quality" value={readiness.qualityPercent} max={100} text={`${readiness.qualityPercent} %`} tone="neutral" />
        <p className="flex items-center gap-2 text-sm"><Icon name="timer" className="text-ink-2" />{estimate.text}</p>
        <p className="text-sm text-ink-2">
          Version {frozen.version}, {frozen.mends === null ? "submitted" : `version ${frozen.mends} with a typo mended`} by {frozen.by} <RelativeTime at={frozen.at} now={now} zone={zone} />
        </p>
        <SignedStatus deal={head.deal} />
        {head.deal.value && <p className="text-ink-2">Value <span className="font-medium text-ink"><Money {...head.deal.value} /></span></p>}
      </section>
      {complexity.class && (
        <section aria-labelledby="complexity" className="space-y-1">
          <h2 id="complexity" className="flex items-center gap-2 text-sm font-medium text-ink-2">
            Complexity
            <Badge tone={COMPLEXITY_LOOK[complexity.class].tone}>{COMPLEXITY_LOOK[complexity.class].label}</Badge>
          </h2>
          <p className="text-sm">{complexity.reason}</p>
          <ul className="list-disc ps-4 text-sm text-ink-2">{complexity.consequences.map((one) => <li key={one}>{one}</li>)}</ul>
          <PolicyNote kind="COMPLEXITY_RUBRIC" version={versions.rubric} />
        </section>
      )}
      <KeysPanel head={head} clocks={versions.clocks} now={now} zone={zone} />
      <RoleCard card={head.card} />
    </>
  );
}
