import { ActionButton } from "@/components/people/action-button";
import { EmptyState } from "@/components/ui/empty-state";
import { dateText } from "@/components/ui/time-text";
import { removeHolidayAction } from "@/lib/organisation/actions";

/** Holidays to come, then those that are over. */
export function HolidayList({ holidays, today }: { holidays: { id: string; date: Date; name: string }[]; today: Date }) {
  const day = today.toISOString().slice(0, 10);
  const isToCome = ({ date }: { date: Date }) => date.toISOString().slice(0, 10) >= day;
  const [coming, over] = [holidays.filter(isToCome), holidays.filter((holiday) => !isToCome(holiday)).reverse()];
  if (holidays.length === 0) return <EmptyState icon="calendar">No holiday yet. Clocks and slots count every working day.</EmptyState>;
  return (
    <div className="max-w-form space-y-6">
      <List label="To come" holidays={coming} />
      {over.length > 0 && (
        <details className="disclosure">
          <summary className="text-ink-2">{over.length} that {over.length === 1 ? "is" : "are"} over</summary>
          <List label="Over" holidays={over} />
        </details>
      )}
    </div>
  );
}

function List({ label, holidays }: { label: string; holidays: { id: string; date: Date; name: string }[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line empty:hidden">
      {holidays.map(({ id, date, name }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span><span className="inline-block w-32 tabular-nums">{dateText(date, "UTC")}</span> {name}</span>
          <ActionButton action={removeHolidayAction} fields={{ id }} size="sm" variant="ghost" icon="x" done="Holiday removed">Remove</ActionButton>
        </li>
      ))}
    </ul>
  );
}
