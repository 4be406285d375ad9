import { FoldForm } from "@/components/involvement/fold-form";
import { Notice } from "@/components/ui/banner";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dateText } from "@/components/ui/time-text";
import { dealNumber } from "@/lib/deals/format";
import { declineApprovalAction } from "@/lib/options/actions";
import { APPROVAL_STATES } from "@/lib/options/format";
import type { AskedApproval } from "@/lib/options/queries/asked";
import { ApproveForm } from "./approve-form";
import { PhaseHead, TechnicalOptionHead } from "./asked-options";
import { EstimateLine } from "./estimate-line";

/** P6.6: the estimates that a lead approves, exactly as they are shown, by one key. */
export function AskedApprovalDetail({ approval, now }: { approval: AskedApproval; now: Date }) {
  const { id, state, deal, client, dealHref, from, why, note, option, estimateIds, isOpen, decidedAt } = approval;
  const { label, icon, tone } = APPROVAL_STATES[state];
  const name = <>{client} · {deal.name} {dealNumber(deal.number)}</>;
  const problem = option?.phases.find((phase) => phase.problem !== null);
  return (
    <article className="space-y-6">
      <header className="space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-2"><h2 className="text-lg font-semibold">An approval of estimates, asked by {from}</h2><Status tone={tone} icon={icon} look="pill">{label}</Status></div>
        <p className="text-ink-2">{dealHref ? <TextLink href={dealHref}>{name}</TextLink> : name}</p>
      </header>
      <p className="max-w-reading">{why} Before the estimates are presented, a lead looks at them.</p>
      {isOpen && option && (
        <div className="no-print flex flex-wrap items-start gap-2">
          {problem ? <Notice tone="warning">{`“${problem.name}”: ${problem.problem ?? ""} It is estimated anew before you decide.`}</Notice> : <ApproveForm id={id} estimateIds={estimateIds} />}
          <FoldForm id="decline" label="Do not approve" icon="x" shortcut="d" confirm="Do not approve" danger action={declineApprovalAction} fields={{ id }} asked={[{ name: "reason", label: "What has to be settled first", type: "area" }]} />
        </div>
      )}
      {!isOpen && state === "ASKED" && <Notice tone="neutral">The deal is no longer open: nothing is needed any more.</Notice>}
      {state !== "ASKED" && decidedAt && <p className="text-ink-2">You decided on {dateText(decidedAt, "UTC", now)}{note.trim() !== "" && `: ${note}`}</p>}
      {option ? (
        <Section title="The estimates" level={3}>
          <TechnicalOptionHead option={option} />
          <ol className="space-y-4">
            {option.phases.map((phase) => <li key={phase.id} className="space-y-1 border-s-2 border-line ps-3"><PhaseHead phase={phase} phases={option.phases} /><EstimateLine estimate={phase.estimate} problem={phase.problem} /></li>)}
          </ol>
        </Section>
      ) : <Notice tone="neutral">The option was put away.</Notice>}
    </article>
  );
}
