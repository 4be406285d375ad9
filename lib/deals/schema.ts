import * as z from "zod";
import { flag, newClient } from "@/lib/clients/schema";
import { Complexity, ContractType, DealStage } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";
import { parseMoney } from "./format";

const id = z.uuid("Choose one of the list.");
const day = z.iso.date("Enter a date that exists.");
/** The state that the person saw when deciding: a stale one is a conflict. */
const seen = z.strictObject({ id, revision: z.coerce.number<number | string>().int().positive() });
const reason = requiredText(2_000);

const currency = z.string().refine(isCurrency, "Choose a currency.");
const optionalDay = z.union([z.literal(""), day]).default("").transform((value) => (value === "" ? null : value));
const optionalContract = z.union([z.literal(""), z.enum(ContractType)]).default("").transform((value) => (value === "" ? null : value));

/** A deal as people fill it in; the amount as they type it. */
const dealFields = z.strictObject({
  name: requiredText(200),
  amount: text(40).default(""),
  currency,
  source: text(200).default(""),
  expectedClose: optionalDay,
  contractType: optionalContract,
  teamIds: z.array(id).max(20).default([]).transform((ids) => [...new Set(ids)]),
});

/** The amount typed becomes integer minor units; an empty one is zero: nobody knows it yet. */
function withValue<D extends { amount: string; currency: string }>({ amount, ...deal }: D, ctx: z.RefinementCtx) {
  const valueMinor = amount.trim() === "" ? 0 : parseMoney(amount, deal.currency);
  if (valueMinor === null) {
    ctx.addIssue({ code: "custom", path: ["amount"], message: "Enter an amount, such as 12500 or 12500.50.", input: amount });
    return z.NEVER;
  }
  return { ...deal, valueMinor };
}

const optionalPerson = z.union([z.literal("").transform(() => undefined), id]).optional();

/** People: left out, whoever creates the deal is both. */
const people = { contactOwnerId: optionalPerson, ownerId: optionalPerson };

export const createDealInput = dealFields.extend({ clientId: id, ...people }).transform(withValue);
export const updateDealInput = dealFields.extend({ ...seen.shape, ownerId: id }).transform(withValue);

/** A deal for a client that exists, or for a new one that is created on the way. */
export const createDealWithClientInput = dealFields
  .extend({
    ...people,
    client: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("existing"), id }),
      newClient.extend({ kind: z.literal("new"), createAnyway: flag }),
    ]),
  })
  .transform(withValue);

/** P1.1: the one observable fact, with a date and where the signed contract is. */
const signature = { signedOn: day, evidence: requiredText(2_000) };
export const winDealInput = seen.extend(signature);
export const signDealInput = seen.extend(signature);

export const moveDealInput = seen.extend({ move: z.enum(["qualify", "propose", "park", "revive", "lose"]), reason: text(2_000).default("") });
/** An entry of the board's menu, as its button says it: `qualify <id> <revision>`. What asks for a reason has a page of its own. */
export const moveOnBoardInput = z.strictObject({ move: z.string().max(200) }).transform(({ move: pressed }, ctx): z.output<typeof moveDealInput> => {
  const [move, dealId, revision] = pressed.split(" ");
  const parsed = moveDealInput.safeParse({ id: dealId, revision, move });
  if (parsed.success) return parsed.data;
  ctx.addIssue({ code: "custom", message: "Choose where to move the deal." });
  return z.NEVER;
});
/** A next step lies in a year that people plan in. */
export const setNextStepInput = seen.extend({
  nextStep: text(300).default(""),
  nextStepOn: optionalDay.refine((on) => on === null || (on >= "2000-01-01" && on <= "2199-12-31"), "Enter a date of our time."),
});
/** Until when "verbal" is good enough: the end of that day, UTC. */
export const requestAtRiskStartInput = seen.extend({ until: day, reason });
export const approveAtRiskStartInput = seen;
export const declineAtRiskStartInput = seen.extend({ reason });
export const reassignContactOwnerInput = z.strictObject({ id, userId: id, reason });
export const colleagueInput = z.strictObject({ id, userId: id });

/** P6.3: `from` is the rubric's class that was seen; a lower class names the lead who is asked. */
export const overrideClassInput = z.strictObject({
  id, from: z.enum(Complexity), class: z.enum(Complexity, "Choose a class."), reason,
  leadId: z.union([z.literal("").transform(() => null), id]).nullable().default(null),
});
const override = z.strictObject({ id, overrideId: id });
export const consentToClassInput = override;
export const endClassOverrideInput = override;
export const declineClassInput = override.extend({ reason });
/** The rubric's questions, answered on the deal: each with the revision that it was answered over (P1.3). */
export const answerComplexityInput = z.strictObject({
  id,
  answers: z.record(z.string().max(80), text(80)).default({}),
  seen: z.record(z.string().max(80), z.coerce.number<number | string>().int().min(0)).default({}),
});

/** As it stands in the address: what does not fit is left out. */
export const listDealsParams = z.object({
  search: text(200).catch(""),
  stage: z.enum(DealStage).optional().catch(undefined),
  owner: id.optional().catch(undefined),
  team: id.optional().catch(undefined),
  after: z.string().max(500).optional().catch(undefined),
});

/** Which page of a deal's history: what has a smaller number than this. */
export const historyParams = z.object({ before: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined) });

export type DealMoveInput = z.output<typeof moveDealInput>;
export type CreateDealInput = z.output<typeof createDealInput>;

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code);
}
