import { dateText } from "@/components/ui/time-text";
import { removeTimeOffAction } from "@/lib/people/actions/profile";
import { DAY } from "@/lib/platform/time";
import { ActionButton } from "./action-button";
import { TimeOffForm } from "./time-off-form";

type TimeOffProps = { userId: string; entries: { id: string; from: Date; to: Date; note: string }[]; today: Date };

/** Days away: what is entered, and a form for more. */
export function TimeOff({ userId, entries, today }: TimeOffProps) {
  const coming = entries.filter(({ to }) => to.getTime() >= today.getTime() - DAY);
  return (
    <div className="max-w-form space-y-4">
      {coming.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {coming.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span>
                {daysText(entry)}
                {entry.note && <span className="block text-sm text-ink-2">{entry.note}</span>}
              </span>
              <ActionButton action={removeTimeOffAction} fields={{ id: entry.id }} size="sm" variant="ghost" icon="x" done="Removed">Remove</ActionButton>
            </li>
          ))}
        </ul>
      )}
      {coming.length === 0 && <p className="text-ink-2">No time off is entered.</p>}
      <TimeOffForm userId={userId} />
    </div>
  );
}

const daysText = ({ from, to }: { from: Date; to: Date }): string =>
  from.getTime() === to.getTime() ? dateText(from, "UTC") : `${dateText(from, "UTC")} to ${dateText(to, "UTC")}`;
