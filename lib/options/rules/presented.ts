import * as z from "zod";

const words = z.string().min(1);
const lines = z.array(words);
const day = z.iso.date();
const hours = z.number().nonnegative();
const range = z.strictObject({ low: hours, likely: hours, high: hours });

const presentedOption = z.strictObject({
  id: z.uuid(),
  name: words,
  /** What it is, in plain words. */
  plainWords: words,
  benefits: lines,
  risks: lines,
  assumptions: lines,
  exclusions: lines,
  /** What the client must provide. */
  clientProvides: lines,
  /** In hours, in the order in which they happen. */
  phases: z.array(range.extend({ name: words })).min(1),
  total: range,
  weeks: z.strictObject({ low: z.number().positive(), high: z.number().positive() }),
  price: z.strictObject({ minor: z.int().nonnegative(), currency: z.string().length(3) }),
});

/**
 * What the client is shown of the options of a deal, as it is frozen when they are presented (P7.5): page, link and PDF read
 * this and nothing else. It is strict, so that nothing internal can come along: no names of estimators, no notes, no margins.
 */
export const presentedSchema = z.strictObject({
  organisation: words,
  client: words,
  presenter: words,
  day,
  /** The last day on which it can be chosen. */
  validUntil: day,
  options: z.array(presentedOption).min(1),
});

export type Presented = z.output<typeof presentedSchema>;
export type PresentedOption = Presented["options"][number];
export type HourRange = z.output<typeof range>;

/** An option as its authors keep it: lists are text with one thing on each line. Hours, weeks, and minor units. */
export type OptionFacts = {
  id: string; name: string; plainWords: string; benefits: string; risks: string; assumptions: string; exclusions: string; clientProvides: string;
  weeksLow: number; weeksHigh: number; priceMinor: number; currency: string;
  phases: readonly { name: string; low: number; likely: number; high: number }[];
};

export type PresentedFacts = { organisation: string; client: string; presenter: string; day: string; validUntil: string; options: readonly OptionFacts[] };

/** The client's view of these options: what is named here is shown, and whatever else the facts hold stays in the house (P7.5). */
export function presentedOf({ organisation, client, presenter, day: today, validUntil, options }: PresentedFacts): Presented {
  return presentedSchema.parse({ organisation, client, presenter, day: today, validUntil, options: options.map(optionOf) });
}

const optionOf = ({ id, name, plainWords, weeksLow, weeksHigh, priceMinor, currency, phases, ...rest }: OptionFacts): PresentedOption => ({
  id,
  name: name.trim(),
  plainWords: plainWords.trim(),
  benefits: linesOf(rest.benefits),
  risks: linesOf(rest.risks),
  assumptions: linesOf(rest.assumptions),
  exclusions: linesOf(rest.exclusions),
  clientProvides: linesOf(rest.clientProvides),
  phases: phases.map(({ name: phase, low, likely, high }) => ({ name: phase.trim(), low, likely, high })),
  total: totalOf(phases),
  weeks: { low: weeksLow, high: weeksHigh },
  price: { minor: priceMinor, currency },
});

/** The sum of what was estimated for each phase, to a hundredth of an hour. */
export function totalOf(phases: readonly HourRange[]): HourRange {
  const sum = (pick: (phase: HourRange) => number) => Math.round(phases.reduce((total, phase) => total + pick(phase), 0) * 100) / 100;
  return { low: sum(({ low }) => low), likely: sum(({ likely }) => likely), high: sum(({ high }) => high) };
}

/** Each line that says something, without the mark of a list before it. */
export const linesOf = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-*•–]\s+)?/, "").trim()).filter((line) => line !== "");
