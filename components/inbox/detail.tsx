import { KeysPanel } from "@/components/handovers/people/keys-panel";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Quotation } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { handoverNumber, keyName, remainingLook, reviewPath, STATUS_LOOK } from "@/lib/handovers/format";
import { PolicyNote } from "@/components/policies/policy-note";
import type { InboxDetail } from "@/lib/inbox/queries/detail";

type Props = { detail: InboxDetail; now: Date; zone: string; singleKeys: boolean };

/**
 * The brief of one key in short, beside the list (P4.6): the top three first, what is asked, and the decision within reach. Plain HTML:
 * the desk hears its buttons by their `data-act`.
 */
export function Detail({ detail, now, zone, singleKeys }: Props) {
  const { head, key, decides, changed, unreconciled, goals } = detail;
  const review = reviewPath(head.id, key.id);
  return (
    <article
      aria-labelledby="open-brief" data-detail="" data-key={[head.id, key.id, head.briefVersion].join(":")} data-decides={decides || undefined}
      className="rounded-lg border border-line bg-surface"
    >
      <header className="sticky top-0 z-20 rounded-t-lg border-b border-line bg-surface px-5 pt-4 pb-3">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h2 id="open-brief" tabIndex={-1} className="text-lg font-semibold [overflow-wrap:anywhere]">{head.client.name}</h2>
            <p className="text-ink-2">{head.deal.name} · {handoverNumber(head.number)}</p>
          </div>
          <IconButton icon="x" label="Close the brief" size="sm" data-act="close" />
        </div>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Status tone={STATUS_LOOK[head.status].tone} icon={STATUS_LOOK[head.status].icon}>{STATUS_LOOK[head.status].label}</Status>
          <span>{decides ? "You decide as" : `${key.holder.name} as`} {keyName(key.role, key.team)}</span>
          <Due detail={detail} now={now} zone={zone} />
        </p>
        <Actions detail={detail} review={review} singleKeys={singleKeys} />
      </header>
      <div className="space-y-6 px-5 py-5">
        <TopThree text={detail.topThree} />
        {(changed || unreconciled.length > 0) && (
          <section aria-labelledby="open-asked" className="space-y-2">
            <h3 id="open-asked" className="text-sm font-medium text-ink-2">What to look at</h3>
            <ul className="list-disc space-y-1 ps-5">
              {changed && <li><a href={`${review}#changed`} className="link">Changed since version {changed.version}</a>: {changed.labels.length === 0 ? "nothing that you can read." : `${namesOf(changed.labels)}.`}</li>}
              {unreconciled.map((promise) => <li key={promise}>Not reconciled with the contract: {promise}</li>)}
            </ul>
          </section>
        )}
        {goals && (
          <section aria-labelledby="open-goals">
            <h3 id="open-goals" className="mb-1 text-sm font-medium text-ink-2">Goals, in the client’s words</h3>
            <Quotation>{goals}</Quotation>
          </section>
        )}
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          <Facts detail={detail} now={now} zone={zone} />
          <KeysPanel head={head} clocks={detail.versions.clocks} now={now} zone={zone} />
        </div>
        <p><ButtonLink href={review} iconAfter="arrow-right" data-command="">Read the whole brief</ButtonLink></p>
      </div>
    </article>
  );
}

function Due({ detail: { key, remaining, snoozedUntil }, now, zone }: Pick<Props, "detail" | "now" | "zone">) {
  if (!remaining || !key.dueAt) return null;
  const { text, icon, tone } = remainingLook(remaining);
  return (
    <>
      <Status tone={tone} icon={icon}>{text}</Status>
      <span className="text-ink-2">due <RelativeTime at={key.dueAt} now={now} zone={zone} tipAlign="end" /></span>
      {snoozedUntil && <span className="text-ink-2">snoozed until <RelativeTime at={snoozedUntil} now={now} zone={zone} tipAlign="end" />; the clock keeps running</span>}
    </>
  );
}

/** The same refusals that the command would give (B7); what needs the whole brief leads to it. */
function Actions({ detail: { decides, acceptRefusal, conditionsRefusal, snoozedUntil, head }, review, singleKeys }: { detail: InboxDetail; review: string; singleKeys: boolean }) {
  const shortcut = (letter: string) => (singleKeys ? letter : undefined);
  if (!decides)
    return head.status === "RETURNED" && head.keys.some(({ isMine }) => isMine) ? (
      <div className="mt-3 flex flex-wrap gap-2"><Button icon="bell" size="sm" data-act="remind" data-command="">Remind {head.contactOwner.name}</Button></div>
    ) : null;
  const refusal = acceptRefusal ?? conditionsRefusal;
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        {!acceptRefusal && <Button variant="primary" icon="check" shortcut={shortcut("a")} data-act="accept">Accept</Button>}
        {!conditionsRefusal && <ButtonLink href={`${review}#conditions`} data-command="">Accept with conditions</ButtonLink>}
        <ButtonLink href={`${review}#return`} icon="corner-up-left" shortcut={shortcut("r")}>Return</ButtonLink>
        {snoozedUntil
          ? <Button icon="bell" data-act="wake" data-command="">Bring back</Button>
          : <Button icon="clock" shortcut={shortcut("s")} data-act="snooze">Snooze</Button>}
      </div>
      {refusal && <p className="mt-2 text-sm text-ink-2">{conditionsRefusal ? "It cannot be accepted now" : "It can be accepted with conditions only"}: {refusal.reason} ({refusal.rule})</p>}
    </>
  );
}

function TopThree({ text }: { text: string }) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  return (
    <section aria-labelledby="open-top-three" className="rounded-lg border border-accent-line bg-accent-soft px-4 py-3">
      <h3 id="open-top-three" className="flex items-center gap-2 font-semibold"><Icon name="flag" className="text-accent-ink" />The top three things to know</h3>
      {lines.length === 0
        ? <p className="mt-1 text-ink-2">Nothing was written here.</p>
        : <ol className="mt-1 list-decimal space-y-1 ps-5 text-md">{lines.map((line, at) => <li key={`${at} ${line}`}>{line}</li>)}</ol>}
    </section>
  );
}

function Facts({ detail: { head, versions, readiness, complexity, submitted }, now, zone }: Pick<Props, "detail" | "now" | "zone">) {
  return (
    <section aria-label="In short" className="space-y-3">
      <Meter label="Required" value={readiness.requiredPercent} max={100} text={`${readiness.requiredPercent} %`} tone={readiness.requiredPercent === 100 ? "success" : "accent"} />
      <Meter label="Quality" value={readiness.qualityPercent} max={100} text={`${readiness.qualityPercent} %`} tone="neutral" />
      {complexity.class && (
        <><p className="text-sm">{complexity.reason}</p><PolicyNote kind="COMPLEXITY_RUBRIC" version={versions.rubric} /></>
      )}
      {head.deal.value && <p className="text-ink-2">Value <span className="font-medium text-ink"><Money {...head.deal.value} /></span></p>}
      <p className="text-sm text-ink-2">Version {submitted.version}, submitted by {submitted.by} <RelativeTime at={submitted.at} now={now} zone={zone} /></p>
    </section>
  );
}

function namesOf(labels: readonly string[]): string {
  const shown = labels.slice(0, 4).join(", ");
  return labels.length > 4 ? `${shown} and ${labels.length - 4} more` : shown;
}
