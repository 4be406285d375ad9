import type { ReactNode } from "react";
import { ActionButton } from "@/components/people/action-button";
import { Banner, Notice } from "@/components/ui/banner";
import { DescriptionList } from "@/components/ui/description-list";
import { Meter } from "@/components/ui/meter";
import { RefusedAction } from "@/components/ui/refused-action";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dateText } from "@/components/ui/time-text";
import { dealNumber } from "@/lib/deals/format";
import { minutesText } from "@/lib/involvement/format";
import { approveTrialAction, declineTrialAction, deliverTrialAction, evaluateTrialAction, extendTrialAction, recordTrialHoursAction, startTrialAction } from "@/lib/trials/actions";
import { TRIAL_OUTCOMES } from "@/lib/trials/format";
import type { AskedTrial } from "@/lib/trials/queries/asked";
import { Decline } from "./decline";
import { FoldForm } from "./fold-form";
import { RecordTime } from "./record-time";
import { agreedTerms, endTerms, trialLook } from "./trial-terms";

type AskedTrialProps = { trial: AskedTrial; entryId: string; now: Date };

/** One trial task for its developer or its lead: what it is, how it stands, and what is theirs to do now (P6.5). */
export function AskedTrialDetail({ trial, entryId, now }: AskedTrialProps) {
  const { state, deal, client, dealHref, requestedBy, capMinutes, spentMinutes } = trial;
  const { label, icon, tone } = trialLook(trial);
  const name = <>{client} · {deal.name} {dealNumber(deal.number)}</>;
  return (
    <article className="space-y-6">
      <header className="space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-2"><h2 className="text-lg font-semibold">A trial task, asked by {requestedBy.name}</h2><Status tone={tone} icon={icon} look="pill">{label}</Status></div>
        <p className="text-ink-2">{dealHref ? <TextLink href={dealHref}>{name}</TextLink> : name}</p>
      </header>
      <p className="max-w-reading text-md whitespace-pre-line [overflow-wrap:anywhere]">{trial.purpose}</p>
      <TrialFacts trial={trial} />
      {(spentMinutes > 0 || state === "RUNNING") && <Meter label="Time spent" value={Math.min(spentMinutes, capMinutes)} max={capMinutes} text={`${minutesText(spentMinutes)} of ${minutesText(capMinutes)}`} tone={spentMinutes > capMinutes ? "warning" : "accent"} />}
      <Actions trial={trial} entryId={entryId} now={now} />
    </article>
  );
}

function TrialFacts({ trial }: { trial: AskedTrial }) {
  return (
    <DescriptionList
      items={[
        ...agreedTerms(trial),
        { term: "Due", detail: dateText(trial.dueOn, "UTC") },
        { term: "At most", detail: minutesText(trial.capMinutes) },
        { term: "Developer", detail: trial.developer.name },
        { term: "Reviewed by", detail: trial.lead.name },
        { term: "Why it may be asked for", detail: trial.why },
        ...endTerms(trial),
      ]}
    />
  );
}

function Actions({ trial, entryId, now }: AskedTrialProps) {
  const { id, as, state, stoppedAt, group, capMinutes, spentMinutes, developer, lead, askedByMe } = trial;
  const row = (children: ReactNode) => <div className="no-print flex flex-wrap items-start gap-2">{children}</div>;
  const decline = <Decline id={id} action={declineTrialAction} />;
  if (group === "done") return null;
  if (state === "RUNNING" && stoppedAt !== null)
    return as === "lead" ? (
      <>
        <Banner tone="warning" title="Stopped at its cap">{developer.name} spent {minutesText(spentMinutes)} of {minutesText(capMinutes)}. It goes on once you approve more; the seller can cancel it.</Banner>
        {row(<FoldForm
          id="extend" label="Approve more time" icon="timer" shortcut="a" confirm="Approve" done="Approved" action={extendTrialAction} fields={{ id }}
          asked={[{ name: "hours", label: "New cap, in all", type: "number", unit: "hours" }, { name: "reason", label: "Why", type: "area" }]}
        />)}
      </>
    ) : <Banner tone="warning" title="Stopped at its cap">{lead.name} decides about more time. Until then nothing is recorded or delivered.</Banner>;
  if (state === "REQUESTED" && as === "lead")
    return row(<>{askedByMe ? <RefusedAction reason="Whoever asked for the trial task does not approve it." rule="P6.5">Approve</RefusedAction> : <ActionButton action={approveTrialAction} fields={{ id }} variant="primary" icon="check" shortcut="a">Approve</ActionButton>}{decline}</>);
  if (state === "APPROVED" && as === "developer")
    return row(<><ActionButton action={startTrialAction} fields={{ id }} variant="primary" icon="play" shortcut="s" done="Started">Start: the entry criteria are met</ActionButton>{decline}</>);
  if (state === "RUNNING" && as === "developer")
    return row(<>
      <RecordTime id={id} entryId={entryId} action={recordTrialHoursAction} now={now} zone={developer.zone} spentMinutes={spentMinutes} capMinutes={capMinutes} />
      <FoldForm
        id="deliver" label="Deliver" icon="send" shortcut="e" confirm="Deliver the result" action={deliverTrialAction} fields={{ id }}
        description="The result goes to the lead, and into the brief." asked={[{ name: "result", label: "What it showed", hint: "In writing: what works, what does not, where the code is.", type: "area" }]}
      />
    </>);
  if (state === "DELIVERED" && as === "lead")
    return row(<FoldForm
      id="evaluate" label="Evaluate" icon="scale" shortcut="e" confirm="Evaluate" action={evaluateTrialAction} fields={{ id }}
      asked={[
        { name: "outcome", label: "Against the exit criteria", type: "choice", options: Object.entries(TRIAL_OUTCOMES).map(([value, label]) => ({ value, label })) },
        { name: "evaluation", label: "What it means for the work", type: "area" },
      ]}
    />);
  return <Notice tone="neutral">{state === "REQUESTED" || state === "DELIVERED" ? `${lead.name} decides next.` : `${developer.name} is on it.`}</Notice>;
}
