import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Quotation } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import { dateText } from "@/components/ui/time-text";
import { ROLES } from "@/lib/auth/roles";
import { withdrawInvolvementAction } from "@/lib/involvement/actions";
import { ASKING, DECLINE_REASONS, INVOLVEMENT_STATES, minutesText } from "@/lib/involvement/format";
import type { DealRequest } from "@/lib/involvement/queries/of-deal";
import { FoldForm } from "./fold-form";

type DealRequestsProps = { requests: readonly DealRequest[]; mayWithdraw: boolean; now: Date };

/** Every request of a deal: of whom, for what, by when, how it stands; opened, what was asked and answered. */
export function DealRequests({ requests, mayWithdraw, now }: DealRequestsProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {requests.map((request) => (
        <li key={request.id}>
          <Fold
            state={<Status tone={INVOLVEMENT_STATES[request.state].tone} icon={INVOLVEMENT_STATES[request.state].icon}>{INVOLVEMENT_STATES[request.state].label}</Status>}
            title={request.asked}
            detail={<>{ASKING[request.kind].label} of {request.person.name}, {ROLES[request.role].label} of {request.team.name} · by {dateText(request.neededBy, "UTC", now)}</>}
            granted={request.grantId !== null}
          >
            <Content request={request} />
            {mayWithdraw && (request.state === "REQUESTED" || request.state === "ACCEPTED") && (
              <FoldForm id={`withdraw-${request.id}`} label="Withdraw" icon="undo" confirm="Withdraw the request" done="Withdrawn" action={withdrawInvolvementAction} fields={{ id: request.id }} asked={[{ name: "reason", label: "Why", type: "area" }]} />
            )}
          </Fold>
        </li>
      ))}
    </ul>
  );
}

/** One line that opens in its place. */
export function Fold({ state, title, detail, granted, children }: { state: ReactNode; title: string; detail: ReactNode; granted: boolean; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary className="flex cursor-pointer items-start gap-3 px-4 py-3 hover:bg-hover">
        <Icon name="chevron-right" size={14} className="chevron mt-1.5 shrink-0" />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 font-medium [overflow-wrap:anywhere]">{title}</span>
          <span className="block text-sm text-ink-2">{detail}</span>
          <span className="mt-1 flex flex-wrap items-center gap-2 text-sm">{state}{granted && <Badge tone="warning" icon="key">granted against the rule</Badge>}</span>
        </span>
      </summary>
      <div className="space-y-4 px-4 pt-2 pb-4 ps-11">{children}</div>
    </details>
  );
}

function Content({ request }: { request: DealRequest }) {
  const { asked, suggestion, answer, agreed, state, declineReason, note, capMinutes, spentMinutes, annex, whyCall, why, requestedBy, person } = request;
  return (
    <>
      <p className="max-w-reading whitespace-pre-line [overflow-wrap:anywhere]">{asked}</p>
      <Quotation source={`${requestedBy.name} would answer`}>{suggestion}</Quotation>
      {state === "ANSWERED" && (agreed ? <p><strong className="font-semibold">{person.name}</strong> agreed.</p> : <Quotation source={`${person.name} answered`}>{answer}</Quotation>)}
      <DescriptionList
        items={[
          { term: "Time", detail: `${minutesText(spentMinutes)} of at most ${minutesText(capMinutes)}` },
          ...(annex ? [{ term: "Technical annex", detail: annex }] : []),
          ...(whyCall ? [{ term: "Why a call", detail: whyCall }] : []),
          { term: "Allowed because", detail: why },
          ...(declineReason ? [{ term: "Declined", detail: `${DECLINE_REASONS[declineReason]}${note ? `: ${note}` : ""}` }] : note ? [{ term: "Withdrawn", detail: note }] : []),
        ]}
      />
    </>
  );
}
