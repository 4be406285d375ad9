import type { PointTarget } from "@/lib/handovers/queries/review";

type At = { field: string; rowId: string | null };

/** What a point or a condition is about, as the value of a choice: `field`, or `field@row`. */
export const targetOf = ({ field, rowId }: At): string => (rowId ? `${field}@${rowId}` : field);

export function splitTarget(target: string): At {
  const [field = "", rowId] = target.split("@");
  return { field, rowId: rowId ?? null };
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
