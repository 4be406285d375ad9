import { TimeInput } from "@/components/form/text-input";
import { Icon } from "@/components/ui/icon";
import { WEEKDAYS, type WorkingHours } from "@/lib/people/format";

type HoursFieldsProps = { hours: WorkingHours; errorOf: (name: string) => string | undefined };

/** A week of working hours: up to two stretches a day; an empty day is free. */
export function HoursFields({ hours, errorOf }: HoursFieldsProps) {
  const error = errorOf("workingHours");
  return (
    <fieldset id="workingHours" data-field="workingHours">
      <legend className="font-medium">Working hours</legend>
      <p className="text-ink-2">In the time zone above, with the break left out. An empty day is free.</p>
      {error && <p className="font-medium text-danger-ink">{error}</p>}
      <div className="mt-2 divide-y divide-line border-y border-line">
        {WEEKDAYS.map((weekday, day) => (
          <div key={weekday} id={`workingHours.${day}`} role="group" aria-label={weekday} className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-1 px-1 py-1.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <span className="sm:pt-1.5">{weekday}</span>
            <div className="flex flex-wrap items-start gap-x-5 gap-y-1">
              <Stretch day={day} stretch={0} weekday={weekday} value={hours[day]?.[0]} />
              {hours[day]?.[1] && <Stretch day={day} stretch={1} weekday={weekday} value={hours[day][1]} />}
              {!hours[day]?.[1] && (
                <details className="disclosure">
                  <summary className="inline-flex min-h-9 items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink">
                    <Icon name="chevron-right" size={14} className="chevron" />
                    After a break
                  </summary>
                  <Stretch day={day} stretch={1} weekday={weekday} />
                </details>
              )}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Stretch({ day, stretch, weekday, value }: { day: number; stretch: number; weekday: string; value?: readonly [string, string] }) {
  const name = `workingHours.${day}.${stretch}`;
  const which = stretch === 0 ? weekday : `${weekday}, after the break`;
  return (
    <span className="flex max-w-full min-w-0 items-center gap-1.5">
      <TimeInput name={`${name}.0`} aria-label={`${which}, from`} defaultValue={value?.[0] ?? ""} />
      <span aria-hidden="true">–</span>
      <TimeInput name={`${name}.1`} aria-label={`${which}, to`} defaultValue={value?.[1] ?? ""} />
    </span>
  );
}
