import type { CellTargets, PointTarget } from "@/lib/handovers/queries/review";

type At = { field: string; rowId: string | null };

/** What a point or a condition is about, as the value of a choice: `field`, or `field@row`. */
export const targetOf = ({ field, rowId }: At): string => (rowId ? `${field}@${rowId}` : field);

export function splitTarget(target: string): At {
  const [field = "", rowId] = target.split("@");
  return { field, rowId: rowId ?? null };
}

/** Of a row: the whole of it, or one of its cells. */
export function CellOptions({ one, cells }: NonNullable<CellTargets[string]>) {
  return cells.map(({ field, label }, at) => <option key={field} value={field}>{at === 0 ? `The whole ${one}` : label}</option>);
}

/** The cells of the row that a comment is on; undefined where it is on none. */
export const cellsAt = (cells: CellTargets, { field, rowId }: At) => (rowId === null ? undefined : cells[field.split(".")[0] ?? ""]);

/** The row that a comment is on, as a whole. */
export function rowOf(cells: CellTargets, at: At): At {
  const title = cellsAt(cells, at)?.cells[0]?.field;
  return title ? { ...at, field: title } : at;
}

/** The fields and rows that a key decides on, by section. */
export function TargetOptions({ targets }: { targets: readonly PointTarget[] }) {
  const sections = [...new Set(targets.map(({ section }) => section))];
  return sections.map((section) => (
    <optgroup key={section} label={section}>
      {targets.filter((one) => one.section === section).map(({ field, rowId, label }) => <option key={targetOf({ field, rowId })} value={targetOf({ field, rowId })}>{label}</option>)}
    </optgroup>
  ));
}
