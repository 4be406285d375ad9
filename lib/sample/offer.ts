import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { acceptInvolvement, answerInvolvement } from "@/lib/involvement/commands/decide";
import { recordHours } from "@/lib/involvement/commands/hours";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { requestInvolvementInput } from "@/lib/involvement/schema";
import { estimatePhase } from "@/lib/options/commands/estimates";
import { addOption } from "@/lib/options/commands/options";
import { addPhase } from "@/lib/options/commands/phases";
import { optionsForPresenting, optionsOf } from "@/lib/options/queries/facts";
import { presentedOf } from "@/lib/options/rules/presented";
import { addOptionInput, addPhaseInput, estimatePhaseInput } from "@/lib/options/schema";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recordChoice } from "@/lib/presentations/commands/choose";
import { presentOptions } from "@/lib/presentations/commands/present";
import { digestOf, newestPresentation, readPresented } from "@/lib/presentations/queries/stored";
import { dayFrom } from "./moments";

/** One option of a sample deal; hours as its estimator writes them. */
export type SampleOption = {
  name: string; plainWords: string; benefits: string; risks: string; assumptions: string; exclusions: string; clientProvides: string;
  weeks: readonly [number, number]; price: number;
  phases: readonly { name: string; words: string; hours: readonly [string, string, string]; note: string }[];
};

type OfDeal = { dealId: string };

export async function writeOptions(ctx: Ctx, { dealId, currency, options }: OfDeal & { currency: string; options: readonly SampleOption[] }): Promise<void> {
  for (const { weeks: [weeksLow, weeksHigh], price, phases, ...option } of options) {
    const { id: optionId } = await addOption(ctx, addOptionInput.parse({ dealId, ...option, weeksLow, weeksHigh, price: String(price), currency }));
    for (const { name, words } of phases) await addPhase(ctx, addPhaseInput.parse({ optionId, name, words }));
  }
}

export const askForEstimates = (ctx: Ctx, { dealId, personId, asked, suggestion }: OfDeal & { personId: string; asked: string; suggestion: string }) =>
  requestInvolvement(ctx, requestInvolvementInput.parse({ dealId, personId, kind: "ESTIMATE", asked, suggestion, minutes: 240, neededBy: dayFrom(ctx.now, 5) }));

/** Whoever was asked estimates every phase, as the sample says, and has answered with that. */
export async function estimateOptions(tx: Db, ctx: Ctx, { dealId, options }: OfDeal & { options: readonly SampleOption[] }): Promise<void> {
  const { id: involvementId } = await tx.involvement.findFirstOrThrow({ where: { dealId, kind: "ESTIMATE", state: { in: ["REQUESTED", "ACCEPTED"] } }, select: { id: true } });
  await acceptInvolvement(ctx, { id: involvementId });
  for (const option of await optionsOf(tx, dealId)) for (const phase of option.phases) {
    const said = options.find(({ name }) => name === option.name)?.phases.find(({ name }) => name === phase.name);
    if (!said) throw new Error(`The sample estimates ${phase.name}, which it does not have.`);
    const [low, likely, high] = said.hours;
    await estimatePhase(ctx, estimatePhaseInput.parse({ phaseId: phase.id, involvementId, phaseRevision: phase.revision, low, likely, high, note: said.note, validUntil: dayFrom(ctx.now, 42) }));
  }
  await recordHours(ctx, { id: involvementId, entryId: newId(), minutes: 90, workedOn: dayFrom(ctx.now, 0), note: "Estimates" });
  await answerInvolvement(ctx, { id: involvementId, answer: "Written beside each phase, with what could make it longer." });
}

export async function present(tx: Db, ctx: Ctx, { dealId, presenterId, until }: OfDeal & { presenterId: string; until: string }): Promise<void> {
  const options = await optionsForPresenting(tx, dealId);
  const view = presentedOf({ organisation: "-", client: "-", presenter: "-", day: until, validUntil: until, options });
  await presentOptions(ctx, { id: dealId, presenterId, validUntil: until, seen: digestOf(view.options) });
}

export async function tellChoice(tx: Db, ctx: Ctx, { dealId, option, chosenBy, reason }: OfDeal & { option: string; chosenBy: string; reason: string }): Promise<void> {
  const presented = await newestPresentation(tx, dealId);
  const chosen = presented && readPresented(presented.content).options.find(({ name }) => name === option);
  if (!presented || !chosen) throw new Error(`The sample chooses ${option}, which was not presented.`);
  await recordChoice(ctx, { id: dealId, presentationId: presented.id, optionId: chosen.id, chosenBy, reason, standing: null });
}
