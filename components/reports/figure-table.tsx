import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { STAGES } from "@/lib/deals/format";
import { STATUS_LOOK } from "@/lib/handovers/format";
import { type Cell, type Column, LIST_COLUMNS, type ListRow } from "@/lib/reports/format";
import type { Figure } from "@/lib/reports/schema";

/** HO-12 and D-3 stay on one line. */
const UNBROKEN = new Set(["handover", "number"]);
const NUMERIC = new Set(["days", "hours", "value"]);

type Props = { figure: Figure; caption: string; rows: readonly ListRow[]; now: Date; zone: string };

/** The rows behind a figure; each leads to its handover or deal. */
export function FigureTable({ figure, caption, rows, now, zone }: Props) {
  const columns: readonly Column[] = LIST_COLUMNS[figure];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      rowHref={({ href }) => href}
      columns={columns.map(({ key, header, minor }) => ({
        key, header, hideOnPhone: minor === true, numeric: NUMERIC.has(key),
        cell: (row: ListRow) => {
          if (key === "state") return stateOf(row);
          const text = shown(row.cells[key] ?? null, { now, zone });
          return UNBROKEN.has(key) ? <span className="whitespace-nowrap">{text}</span> : text;
        },
      }))}
    />
  );
}

/** A state is an icon and a word. */
function stateOf({ status, stage }: ListRow): ReactNode {
  const look = status ? STATUS_LOOK[status] : stage ? STAGES[stage] : null;
  return look && <Status tone={look.tone} icon={look.icon}>{look.label}</Status>;
}

function shown(cell: Cell, { now, zone }: { now: Date; zone: string }): ReactNode {
  if (cell === null || cell === "") return <span className="text-ink-3">–</span>;
  if (typeof cell !== "object") return cell;
  if ("at" in cell) return <RelativeTime at={cell.at} now={now} zone={zone} focusable={false} />;
  return <Money minor={cell.minor} currency={cell.currency} />;
}
