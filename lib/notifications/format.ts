import { addDays, dayIn, type Day } from "@/lib/platform/time";
import { dateFormat } from "@/lib/platform/intl";

export type DayGroup<R> = { day: Day; label: string; rows: R[] };

/** Rows by the calendar day of the reader's zone, in the order given; "Today", "Yesterday", else the date. */
export function groupByDay<R extends { at: Date }>(rows: readonly R[], { now, zone }: { now: Date; zone: string }): DayGroup<R>[] {
  const groups: DayGroup<R>[] = [];
  for (const row of rows) {
    const day = dayIn(zone, row.at);
    const last = groups.at(-1);
    if (last?.day === day) last.rows.push(row);
    else groups.push({ day, label: dayLabel(day, { now, zone }), rows: [row] });
  }
  return groups;
}

function dayLabel(day: Day, { now, zone }: { now: Date; zone: string }): string {
  if (day === dayIn(zone, now)) return "Today";
  if (day === addDays(dayIn(zone, now), -1)) return "Yesterday";
  return dateFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
