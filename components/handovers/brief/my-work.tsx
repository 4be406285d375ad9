import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import type { MyWork, WorkList, WorkRow } from "@/lib/handovers/queries/my-work";
import { listText } from "@/lib/platform/intl";
import { briefHref, fixHref } from "./parts";

type MyWorkListsProps = { work: MyWork; now: Date; zone: string };

/** What waits for this person, what they wait for, and what they observe. */
export function MyWorkLists({ work: { sales, delivery, toConfirm }, now, zone }: MyWorkListsProps) {
  const shared = { now, zone };
  return (
    <div className="max-w-reading space-y-10">
      {delivery && (
        <Section title="To review" actions={<ButtonLink href="/inbox" variant={delivery.open > 0 && !sales ? "primary" : "secondary"} icon="inbox">Open the inbox</ButtonLink>}>
          <p className="text-md">
            {delivery.open === 0 ? "Nothing waits for your key." : `${delivery.open} ${delivery.open === 1 ? "handover waits" : "handovers wait"} for your key.`}
            {delivery.nextDueAt && <span className="text-ink-2"> The next one is due <RelativeTime at={delivery.nextDueAt} now={now} zone={zone} />.</span>}
          </p>
        </Section>
      )}
      {toConfirm.length > 0 && (
        <Section title="To confirm" description="The PM amended an accepted brief, and asks for your word.">
          <ul className="divide-y divide-line border-y border-line">
            {toConfirm.map(({ id, handoverId, number, deal, client, kind, at }) => (
              <Line key={id} href={`/handovers/${handoverId}#amendments`} title={client} detail={`${deal}, ${handoverNumber(number)}`} status={<Status tone="warning" icon="circle-dot">{kind === "COMMERCIAL" ? "Commercial change" : "Technical change"}</Status>}>
                Amended <RelativeTime at={at} now={now} zone={zone} focusable={false} tipAlign="end" />
              </Line>
            ))}
          </ul>
        </Section>
      )}
      {sales && (
        <>
          <Section title="Needs you">
            {sales.needsYou.rows.length + sales.deals.length === 0
              ? <EmptyState icon="circle-check" action={<ButtonLink href="/handovers/new" icon="plus">New handover</ButtonLink>}>Nothing waits for you.</EmptyState>
              : (
                <Rows {...shared} list={sales.needsYou} more="/handovers?status=draft">
                  {sales.deals.map(({ id, number, name, client, wonAt }) => (
                    <Line key={id} href={`/handovers/new?deal=${id}`} title={client} detail={`${name}, D-${number}`} status={<Status tone="warning" icon="alert-triangle">Won, not handed over</Status>}>
                      {wonAt && <>Won <RelativeTime at={wonAt} now={now} zone={zone} focusable={false} tipAlign="end" /></>}
                    </Line>
                  ))}
                </Rows>
              )}
          </Section>
          <Section title="Waiting on delivery">
            {sales.waiting.rows.length === 0 ? <p className="text-ink-2">You are waiting for nobody.</p> : <Rows {...shared} list={sales.waiting} more="/handovers?status=submitted" />}
          </Section>
          <Section title="Accepted" description="You observe; the PM is accountable.">
            {sales.accepted.rows.length === 0 ? <p className="text-ink-2">Nothing was accepted yet.</p> : <Rows {...shared} list={sales.accepted} more="/handovers?status=accepted" />}
          </Section>
        </>
      )}
      {delivery && delivery.projects.rows.length > 0 && (
        <Section title="Your projects"><Rows {...shared} list={delivery.projects} more="/inbox?view=accepted" /></Section>
      )}
    </div>
  );
}

function Rows({ list, more, now, zone, children }: { list: WorkList; more: string; now: Date; zone: string; children?: ReactNode }) {
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {children}
        {list.rows.map((row) => {
          const look = STATUS_LOOK[row.status];
          return (
            <Line key={row.id} href={hrefOf(row)} title={row.client} detail={`${row.deal}, ${handoverNumber(row.number)}`} status={<Status tone={look.tone} icon={look.icon}>{look.label}</Status>}>
              <Next row={row} now={now} zone={zone} />
            </Line>
          );
        })}
      </ul>
      {list.hasMore && <TextLink href={more}>All of them</TextLink>}
    </>
  );
}

function Line({ href, title, detail, status, children }: { href: string; title: string; detail: string; status: ReactNode; children?: ReactNode }) {
  return (
    <li className="relative flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-1 py-3 hover:bg-hover sm:flex-nowrap">
      <span className="min-w-0 flex-1 basis-56">
        <a href={href} className="text-md font-medium after:absolute after:inset-0 hover:underline">{title}</a>
        <span className="block text-ink-2">{detail}</span>
      </span>
      <span className="flex min-w-0 flex-col items-start gap-0.5 sm:max-w-[50%] sm:items-end sm:text-end">{status}<span className="text-sm text-ink-2">{children}</span></span>
    </li>
  );
}

const hrefOf = ({ id, status }: WorkRow) => (status === "DRAFT" ? briefHref(id) : status === "RETURNED" ? fixHref(id) : `/handovers/${id}`);

/** What the row waits for, in a few words. */
function Next({ row, now, zone }: { row: WorkRow; now: Date; zone: string }) {
  const time = (at: string) => <RelativeTime at={at} now={now} zone={zone} focusable={false} tipAlign="end" />;
  if (row.status === "RETURNED") return <span className="inline-flex items-center gap-1"><Icon name="corner-up-left" size={14} />{row.points} {row.points === 1 ? "point" : "points"} to mend, {time(row.since)}</span>;
  if (row.status === "SUBMITTED") return <>{listText(row.waitsFor)} {row.waitsFor.length === 1 ? "decides" : "decide"}{row.dueAt && <>, due {time(row.dueAt)}</>}</>;
  if (row.status === "DRAFT") return <>Begun {time(row.since)}</>;
  return <>{row.pm ? `${row.pm} is accountable, ` : ""}{time(row.since)}</>;
}
