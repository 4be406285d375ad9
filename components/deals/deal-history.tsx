import { ButtonLink } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";

type DealHistoryProps = { events: readonly { id: string; type: string; at: Date; who: string; text: string }[]; /** The addresses of newer and older pages. */ newest: string | null; older: string | null; now: Date; zone: string };

const LOOK: Record<string, { icon: IconName; tone?: Tone }> = {
  "deal.created": { icon: "plus" },
  "deal.updated": { icon: "pencil" },
  "deal.moved": { icon: "arrow-right" },
  "deal.nextStepSet": { icon: "corner-down-right" },
  "traction.evidenceAdded": { icon: "trending-up", tone: "success" },
  "traction.evidenceWithdrawn": { icon: "undo" },
  "traction.dealParked": { icon: "archive", tone: "warning" },
  "traction.dealRevived": { icon: "restart", tone: "success" },
  "traction.granted": { icon: "lock-open", tone: "warning" },
  "traction.grantRevoked": { icon: "lock" },
  "involvement.requested": { icon: "message-square" },
  "involvement.accepted": { icon: "check" },
  "involvement.answered": { icon: "check-check", tone: "success" },
  "involvement.declined": { icon: "ban" },
  "involvement.withdrawn": { icon: "undo" },
  "involvement.hoursRecorded": { icon: "clock" },
  "trial.requested": { icon: "activity" },
  "trial.approved": { icon: "check" },
  "trial.started": { icon: "play" },
  "trial.hoursRecorded": { icon: "clock" },
  "trial.stopped": { icon: "alert-triangle", tone: "warning" },
  "trial.extended": { icon: "plus" },
  "trial.delivered": { icon: "send" },
  "trial.evaluated": { icon: "circle-check", tone: "success" },
  "trial.declined": { icon: "ban" },
  "trial.cancelled": { icon: "circle-x" },
  "option.added": { icon: "plus" },
  "option.changed": { icon: "pencil" },
  "option.archived": { icon: "archive" },
  "option.phaseAdded": { icon: "plus" },
  "option.phaseChanged": { icon: "pencil" },
  "option.phaseRemoved": { icon: "trash" },
  "estimate.written": { icon: "list-checks" },
  "estimate.takenFromRateCard": { icon: "list" },
  "estimate.approvalAsked": { icon: "hourglass" },
  "estimate.approved": { icon: "shield-check", tone: "success" },
  "estimate.approvalDeclined": { icon: "ban" },
  "deal.classOverridden": { icon: "pencil", tone: "warning" },
  "deal.lowerClassAsked": { icon: "hourglass" },
  "deal.lowerClassConsented": { icon: "check", tone: "warning" },
  "deal.won": { icon: "circle-check", tone: "success" },
  "deal.signed": { icon: "circle-check", tone: "success" },
  "deal.atRiskRequested": { icon: "hourglass", tone: "warning" },
  "deal.atRiskApproved": { icon: "hourglass", tone: "warning" },
  "deal.atRiskDeclined": { icon: "circle-x" },
  "deal.contactOwnerReassigned": { icon: "user-check" },
  "deal.ownerChanged": { icon: "user-check" },
  "deal.colleagueInvited": { icon: "user-plus" },
  "deal.colleagueRemoved": { icon: "user" },
};

/** What happened to a deal, newest first. */
export function DealHistory({ events, newest, older, now, zone }: DealHistoryProps) {
  return (
    <Section title="History" id="history">
      {events.length === 0 ? <p className="text-ink-2">Nothing happened since this deal came to the portal.</p> : (
        <Timeline
          label="History of the deal"
          entries={events.map(({ id, type, at, who, text }) => ({
            key: id, icon: LOOK[type]?.icon ?? "circle", tone: LOOK[type]?.tone,
            title: <><span className="font-medium">{who}</span> {text}</>,
            time: <RelativeTime at={at} now={now} zone={zone} tipAlign="end" />,
          }))}
        />
      )}
      {(newest !== null || older !== null) && (
        <nav aria-label="Pages of the history" className="flex flex-wrap justify-end gap-2 pt-3">
          {newest !== null && <ButtonLink href={newest} size="sm" icon="chevron-left">Newest</ButtonLink>}
          {older !== null && <ButtonLink href={older} rel="next" size="sm" iconAfter="chevron-right">Older</ButtonLink>}
        </nav>
      )}
    </Section>
  );
}
