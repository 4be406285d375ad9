import { EmptyState } from "@/components/ui/empty-state";
import { Count } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { dateText } from "@/components/ui/time-text";
import { dealNumber } from "@/lib/deals/format";
import { ASKED_THINGS } from "@/lib/involvement/format";
import { ASKED_GROUPS, type AskedGroup } from "@/lib/involvement/rules/asked";
import type { AskedRow } from "@/lib/involvement/queries/asked";

type AskedListProps = { rows: readonly AskedRow[]; openId: string | null; now: Date };

/** What is asked of somebody, by what they have to do with it: plain links, the one that is open marked. */
export function AskedList({ rows, openId, now }: AskedListProps) {
  const groups = (Object.keys(ASKED_GROUPS) as AskedGroup[]).map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter((one) => one.rows.length > 0);
  return (
    <nav aria-label="Asked of you" data-asked className="space-y-6">
      {!rows.some(({ group }) => group === "decide") && <p className="text-ink-2">Nothing waits for your decision.</p>}
      {groups.map(({ group, rows: shown }) => (
        <section key={group} className="space-y-1">
          <h2 className="flex items-center gap-2 text-sm font-semibold text-ink-2">{ASKED_GROUPS[group]}{group === "decide" && <Count value={shown.length} label="to decide" strong />}</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
            {shown.map((row) => <li key={row.id}><Row row={row} isOpen={row.id === openId} now={now} /></li>)}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Row({ row: { id, asking, title, due, deal, client, from, group }, isOpen, now }: { row: AskedRow; isOpen: boolean; now: Date }) {
  const isLate = group !== "done" && due !== null && due < new Date(now.toISOString().slice(0, 10));
  return (
    <a href={`/asked/${id}`} aria-current={isOpen || undefined} className={cx("block px-3 py-2.5 hover:bg-hover focus-visible:-outline-offset-2", isOpen && "bg-accent-soft")}>
      <span className="flex items-center gap-2 text-sm text-ink-2">
        <Icon name={ASKED_THINGS[asking].icon} size={14} /> {ASKED_THINGS[asking].label}
        <span className={cx("ms-auto whitespace-nowrap", isLate && "font-medium text-danger-ink")}>{group === "done" || due === null ? "" : `by ${dateText(due, "UTC", now)}`}</span>
      </span>
      <span className="line-clamp-2 font-medium [overflow-wrap:anywhere]">{title}</span>
      <span className="block text-sm text-ink-2 [overflow-wrap:anywhere]">{client} · {deal.name} {dealNumber(deal.number)} · from {from}</span>
    </a>
  );
}

/** Nobody has asked anything of this person. */
export const NothingAsked = () => (
  <EmptyState icon="list-checks">Nothing is asked of you. Sales asks you here when a deal needs your answer, your estimate, your approval or a trial task before the contract.</EmptyState>
);
