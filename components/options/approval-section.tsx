import { FoldForm } from "@/components/involvement/fold-form";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { dateText } from "@/components/ui/time-text";
import { askApprovalAction } from "@/lib/options/actions";
import { APPROVAL_STATES } from "@/lib/options/format";
import type { OptionPage } from "@/lib/options/queries/page";

type ApprovalSectionProps = Pick<OptionPage, "option" | "leads"> & { mayAsk: boolean; now: Date };

/** P6.6: whether a lead has to approve the estimates of this option, why, and how that stands. */
export function ApprovalSection({ option, leads, mayAsk, now }: ApprovalSectionProps) {
  const { approval: { need, standing, newest }, approvals, phases } = option;
  if (need === null && approvals.length === 0) return null;
  const isReady = phases.length > 0 && phases.every(({ problem }) => problem === null);
  return (
    <Section id="approval" title="Approval by a lead" description={need ? `${need} A lead approves the estimates before they are presented (P6.6).` : "These estimates need no approval by now."}>
      {approvals.length > 0 && (
        <ul className="max-w-reading divide-y divide-line border-y border-line">
          {approvals.map((one) => {
            const { label, icon, tone } = APPROVAL_STATES[one.state];
            const isPast = one.state === "APPROVED" && one.id !== standing?.id;
            return (
              <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {one.lead.name}<span className="text-ink-2">, {dateText(one.decidedAt ?? one.askedAt, "UTC", now)}{one.note.trim() !== "" && `: ${one.note}`}{isPast && ". The estimates are others by now."}</span>
                </span>
                <Status tone={isPast ? "neutral" : tone} icon={icon}>{isPast ? "Approved others" : label}</Status>
              </li>
            );
          })}
        </ul>
      )}
      {mayAsk && need !== null && !standing && (isReady ? (
        <FoldForm
          key={newest?.id} id="approval-ask" label={newest?.state === "ASKED" ? "Ask another lead" : "Ask a lead"} icon="shield-check" confirm="Ask" done="Asked" action={askApprovalAction} fields={{ optionId: option.id }}
          asked={[{ name: "leadId", label: "Lead", type: "choice", options: leads.map(({ id, name }) => ({ value: id, label: name })) }]}
          description={leads.length === 0 ? "No lead of the deal’s teams is here: an admin names one." : "They read the phases and estimates, and no price."}
        />
      ) : <p className="text-ink-2">A lead is asked once each phase has an estimate that holds.</p>)}
    </Section>
  );
}
