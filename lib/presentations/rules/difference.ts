import type { Presented, PresentedOption } from "@/lib/options/rules/presented";
import { hoursText, weeksText } from "@/lib/options/format";
import { phasesText } from "./chosen-option";

/** One thing that two versions say differently; empty where one of them says nothing of it. */
export type Difference = { key: string; label: string; before: string; after: string };

/** P7.5: what the client is told differently by a later version, option by option. An option is known by its id, whatever it is called. */
export function presentedDifference(before: Presented, after: Presented, money: (minor: number, currency: string) => string): Difference[] {
  const head = differ("", [["Presented by", before.presenter, after.presenter], ["Valid until", before.validUntil, after.validUntil]]);
  const ids = [...new Set([...after.options, ...before.options].map(({ id }) => id))];
  return [...head, ...ids.flatMap((id) => {
    const [was, is] = [before.options.find((one) => one.id === id), after.options.find((one) => one.id === id)];
    const [a, b] = [was && partsOf(was, money), is && partsOf(is, money)];
    const name = (is ?? was)?.name ?? "";
    if (!a || !b) return [{ key: id, label: name, before: a ? "Offered" : "", after: b ? "Offered" : "" }];
    return differ(id, Object.keys(b).map((label) => [label, a[label] ?? "", b[label] ?? ""])).map((one) => ({ ...one, label: `${name}: ${one.label.toLowerCase()}` }));
  })];
}

const differ = (key: string, parts: readonly (readonly [string, string, string])[]): Difference[] =>
  parts.filter(([, before, after]) => before !== after).map(([label, before, after]) => ({ key: `${key} ${label}`, label, before, after }));

const partsOf = (option: PresentedOption, money: (minor: number, currency: string) => string): Record<string, string> => ({
  "Name": option.name,
  "In plain words": option.plainWords,
  "Benefits": option.benefits.join("\n"),
  "Risks": option.risks.join("\n"),
  "Assumptions": option.assumptions.join("\n"),
  "Not included": option.exclusions.join("\n"),
  "What the client provides": option.clientProvides.join("\n"),
  "Phases": phasesText(option),
  "Total": hoursText(option.total),
  "Duration": weeksText(option.weeks.low, option.weeks.high),
  "Price": money(option.price.minor, option.price.currency),
});
