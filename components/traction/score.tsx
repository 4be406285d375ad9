import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dayText } from "@/lib/deals/format";
import { involvementLabel } from "@/lib/traction/format";
import { type Grant, grantFor, type Traction } from "@/lib/traction/rules/traction";

type State = Traction & { policyVersion: number; callMinutes: number; grants: readonly Grant[]; parking: { businessDays: number; left: number; after: number } };

/** The score, and what each point stands on (P5.1, P5.3). */
export function Score({ traction, isOpen }: { traction: State; isOpen: boolean }) {
  const { score, max, threshold, reason, reasons, policyVersion } = traction;
  return (
    <Section title="Score" description={<>By version {policyVersion} of the organisation’s definition of traction.</>}>
      <div className="max-w-reading space-y-4">
        <Meter label="Traction" value={score} max={max} text={`${score} of ${max}`} tone={score >= threshold ? "success" : "warning"} />
        <p>{reason}</p>
        {reasons.length > 0 && (
          <ul className="space-y-1.5" aria-label="Where the points come from">
            {reasons.map(({ kind, points, text, on, rule }) => (
              <li key={kind ?? "silence"} className="flex items-baseline gap-2">
                <span className={points < 0 ? "w-8 shrink-0 font-medium text-danger-ink tabular-nums" : "w-8 shrink-0 font-medium text-success-ink tabular-nums"}>{points > 0 ? `+${points}` : `−${-points}`}</span>
                <span className="min-w-0">{text} <span className="text-sm text-ink-2">{kind === null ? `since ${dayText(on)}` : dayText(on)} · {rule}</span></span>
              </li>
            ))}
          </ul>
        )}
        {isOpen && <Parking {...traction.parking} />}
      </div>
    </Section>
  );
}

/** P5.6: a deal that grows quiet says when it is parked. */
function Parking({ businessDays, left, after }: State["parking"]) {
  if (businessDays < after / 2) return null;
  const when = left === 0 ? "It is parked tonight" : `In ${left === 1 ? "1 business day" : `${left} business days`} it is parked`;
  return <p className="flex items-start gap-2 text-warning-ink"><Icon name="hourglass" className="mt-1 shrink-0" />{businessDays} business days without a sign of the client. {when} (P5.6), unless there is new evidence.</p>;
}

/** What may be asked of delivery people now, and what each needs (P5.2, P5.3). */
export function Allowed({ traction, now }: { traction: State; now: Date }) {
  const { levels, next, score } = traction;
  return (
    <Section title="What is allowed now" description={next?.text}>
      <ul className="max-w-reading divide-y divide-line border-y border-line">
        {levels.map(({ allows, label, from, isAllowed }) => {
          const granted = !isAllowed && grantFor(traction.grants, allows, now) !== null;
          return (
            <li key={allows} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
              <span className="font-medium">{label || involvementLabel(allows)}</span>
              {isAllowed ? <Status tone="success" icon="circle-check">Allowed</Status>
                : granted ? <Status tone="warning" icon="lock-open">Granted against the rule</Status>
                : <Status tone="neutral" icon="lock">{`Needs ${from}, has ${score}`}</Status>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What would earn the points that are not there yet; each leads to the form. */
export function MissingEvidence({ id, missing, mayAdd }: { id: string; missing: Traction["missing"]; mayAdd: boolean }) {
  if (missing.length === 0) return null;
  return (
    <Section title="Not there yet" id="missing">
      <ul className="max-w-reading divide-y divide-line border-y border-line">
        {missing.map(({ kind, label, text }) => (
          <li key={kind} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-0 flex-1 basis-56"><span className="font-medium">{label}</span><span className="block text-ink-2">{text}</span></span>
            {mayAdd && <TextLink href={`/deals/${id}/traction?kind=${encodeURIComponent(kind)}#add`}>Record<span className="sr-only"> {label}</span></TextLink>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
