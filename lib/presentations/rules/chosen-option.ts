import { dayText } from "@/lib/deals/format";
import { hoursText, weeksText } from "@/lib/options/format";
import type { PresentedOption } from "@/lib/options/rules/presented";
import { listText } from "@/lib/platform/intl";

/** The option that the client chose, of which presentation, when and why, and the names of those that they did not. */
export type ChosenOption = { presentationId: string; version: number; chosenAt: Date; reason: string; option: PresentedOption; others: readonly string[] };

/** A row of a list of the brief, known by what its title says. */
export type ChosenRow = { group: "risks" | "milestones"; title: string; cells: Readonly<Record<string, string>> };

/** P1.2, P7.5: what the chosen option says of fields of the brief, in their order. Who chose is not among it: the brief outlives an erasure. */
export function chosenAnswers({ version, chosenAt, reason, option, others }: ChosenOption): Record<string, string | { minor: number; currency: string }> {
  const { name, plainWords, phases, total, weeks } = option;
  const answers = {
    "commercial.value": option.price,
    "commercial.hoursSold": phasesText(option),
    "scope.inScope": [`${name}: ${plainWords}`, ...phases.map((phase) => phase.name)].join("\n"),
    "scope.outOfScope": option.exclusions.join("\n"),
    "scope.option": [`The client chose “${name}”, of version ${version}, on ${dayText(chosenAt.toISOString().slice(0, 10))}${others.length > 0 ? `, and not ${listText(others.map((other) => `“${other}”`))}` : ""}.`, ...(reason.trim() ? [`Why: ${reason.trim()}`] : [])].join("\n"),
    "scope.phases": `${phasesText(option)}\nFrom start to end: ${weeksText(weeks.low, weeks.high)}.`,
    "scope.assumptions": option.assumptions.join("\n"),
    "scope.clientProvides": option.clientProvides.join("\n"),
    "technical.estimate": `${hoursText(total)} in all, as presented to the client in version ${version}. It assumes what stands under “Assumptions behind the price”.`,
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ""));
}

/** The same of lists: a risk for each that the client was told of, and a milestone at the end of each phase, which has no date yet. */
export const chosenRows = ({ option }: ChosenOption): ChosenRow[] => [
  ...option.risks.map((text): ChosenRow => ({ group: "risks", title: text, cells: { "risks.text": text } })),
  ...option.phases.map(({ name, ...hours }): ChosenRow => ({ group: "milestones", title: `${name} is done`, cells: { "milestones.title": `${name} is done`, "milestones.note": hoursText(hours) } })),
];

/** A line for each phase. */
export const phasesText = ({ phases }: PresentedOption): string => phases.map(({ name, ...hours }) => `${name}: ${hoursText(hours)}`).join("\n");
