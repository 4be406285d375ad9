import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { placeHref } from "@/lib/options/format";
import type { Gate, Lack } from "@/lib/options/rules/may-present";

/** So many of what one gate lacks are listed; the rest are counted. */
const SHOWN = 6;

/** Each gate before options are presented: open, or what is missing, and the link that mends it (B7, P7.1, P7.2, P6.6). */
export function Gates({ dealId, gates }: { dealId: string; gates: readonly Gate[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {gates.map(({ name, title, rule, lacks }) => {
        const isOpen = lacks.length === 0;
        return (
          <li key={name} className="flex items-start gap-2.5 py-2.5">
            <Icon name={isOpen ? "circle-check" : "circle-dashed"} className={isOpen ? "mt-0.5 shrink-0 text-success-ink" : "mt-0.5 shrink-0 text-warning-ink"} label={isOpen ? "Done" : "Missing"} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3"><span className={isOpen ? "text-ink-2" : "font-medium"}>{title}</span><span className="text-sm text-ink-3">{rule}</span></p>
              {!isOpen && (
                <div className="mt-1 space-y-1.5 text-sm">
                  {byRemedy(lacks.slice(0, SHOWN)).map(([remedy, same]) => (
                    <div key={remedy} className="space-y-0.5">
                      <ul className="space-y-0.5">{same.map(({ reason, place }) => <li key={reason} className="[overflow-wrap:anywhere]">{name === "presenter" ? reason : <TextLink href={placeHref(dealId, place)}>{reason}</TextLink>}</li>)}</ul>
                      {remedy && <p className="text-ink-2">{remedy}</p>}
                    </div>
                  ))}
                  {lacks.length > SHOWN && <p className="text-ink-2">And {lacks.length - SHOWN} more.</p>}
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What mends several is said once. */
function byRemedy(lacks: readonly Lack[]): [remedy: string, lacks: Lack[]][] {
  const groups = new Map<string, Lack[]>();
  for (const lack of lacks) groups.set(lack.remedy, [...(groups.get(lack.remedy) ?? []), lack]);
  return [...groups];
}
