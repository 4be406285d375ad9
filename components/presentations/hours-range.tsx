import { hoursText, hourText } from "@/lib/options/format";
import type { HourRange } from "@/lib/options/rules/presented";

/** Low to high as a bar on a scale that all options share, with a mark at the likely figure; the words beside it say the same. */
export function HoursRange({ hours, most, words = true }: { hours: HourRange; /** The end of the scale. */ most: number; words?: boolean }) {
  const at = (value: number) => `${Math.round((value / Math.max(most, 1)) * 1000) / 10}%`;
  return (
    <div>
      <div aria-hidden="true" className="track relative h-1.5 rounded-full bg-sunken">
        <span className="fill absolute inset-y-0 min-w-1.5 rounded-full bg-accent-line" style={{ insetInlineStart: at(hours.low), width: at(hours.high - hours.low) }} />
        <span className="fill absolute -inset-y-0.5 w-[3px] -translate-x-1/2 rounded-full bg-accent" style={{ insetInlineStart: at(hours.likely) }} />
      </div>
      {words && <p className="mt-1.5 text-sm text-ink-2">{hoursText(hours)}</p>}
    </div>
  );
}

/** The phases of an option, with their hours: a table of four columns. */
export function PhaseTable({ option, phases }: { option: string; phases: readonly (HourRange & { name: string })[] }) {
  return (
    <table className="w-full self-start border-collapse text-start">
      <caption className="sr-only">Phases of {option}, in hours</caption>
      <thead>
        <tr className="text-sm text-ink-2 [&>th]:pb-1.5 [&>th]:font-normal">
          <th scope="col" className="text-start">Phase, in hours</th>
          {["Low", "Likely", "High"].map((label) => <th key={label} scope="col" className="ps-3 text-end">{label}</th>)}
        </tr>
      </thead>
      <tbody>
        {phases.map(({ name, low, likely, high }, index) => (
          <tr key={index} className="border-t border-line align-top [&>*]:py-2">
            <th scope="row" className="min-w-0 text-start font-normal [overflow-wrap:anywhere]">{name}</th>
            <td className="ps-3 text-end text-ink-2">{hourText(low)}</td>
            <td className="ps-3 text-end font-medium">{hourText(likely)}</td>
            <td className="ps-3 text-end text-ink-2">{hourText(high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
