import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal, dealFacts } from "@/lib/deals/commands/change";
import { dealRefusal, readsDiscovery } from "@/lib/deals/policy";
import { appendEvent } from "@/lib/events/append";
import type { Field } from "@/lib/handovers/fields/types";
import { keepOne, writing } from "@/lib/handovers/commands/answers";
import { remember } from "@/lib/handovers/commands/prefilled";
import { standingAnswer } from "@/lib/handovers/queries/standing";
import { type Answer, type Json, textOf } from "@/lib/handovers/rules/answers";
import { isEmpty, keepAnswer, sameContent, type Standing } from "@/lib/handovers/rules/keep-answer";
import { takenOf } from "@/lib/handovers/rules/provenance";
import { secretRefusal } from "@/lib/handovers/rules/secrets";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { fieldOf } from "../rules/questions";
import { discoveryRefusal } from "../rules/standing";
import { answerTyped } from "../rules/typed";
import { discoveryFacts } from "../queries/facts";
import type { answerChange } from "@/lib/handovers/schema";
import type { answerDiscoveryInput } from "../schema";

type Input = z.output<typeof answerDiscoveryInput>;

/** What stands instead, to be seen beside what was typed: nothing was overwritten (P1.3). */
export type StandingInstead = { state: Answer["state"]; value: Json; text: string; by: string | null; /** Their hand is ours: another device, or another tab. */ isYours: boolean; at: string; revision: number; seenIn: string | null };
export type DiscoveryAnswered = { id: string; field: string } & ({ outcome: "saved"; revision: number } | { outcome: "conflict"; current: StandingInstead });

/**
 * Keeps what the client said to one question (P7.4): with the deal, or in its brief as soon as there is one, which says where it
 * comes from. Written only over what was seen; what somebody else kept meanwhile is handed back (P1.3). An empty answer over one
 * that stood makes it "not asked yet" again. What looks like a password is kept nowhere (P1.4). One event, without the words.
 */
export const answerDiscovery = (ctx: Ctx, input: Input): Promise<DiscoveryAnswered> =>
  changeDeal(ctx, { id: input.id }, async (tx, deal) => {
    const known = dealFacts(deal);
    if (!readsDiscovery(ctx.actor, known)) throw new AppError("NOT_FOUND");
    enforce(dealRefusal(ctx.actor, "discover", known));
    const { handover, questions } = await discoveryFacts(tx, ctx, input.id);
    enforce(discoveryRefusal({ stage: deal.stage, handover }));
    const question = questions.find((one) => fieldOf(one) === input.field);
    if (!question?.field) throw invalid("This is not asked in this deal any more. Reload the page to see its questions.");
    const { field, set } = question;
    const content = contentOf(field, input);

    const place: Place = { dealId: input.id, handoverId: handover?.id ?? null, field };
    const standing = await standingAt(tx, place);
    if (isEmpty(content) && (!standing || isEmpty(standing))) throw invalid("Enter what the client said, or choose what else it was.", "value");
    const isKept = standing !== null && (sameContent(standing, content) || (standing.state === "UNKNOWN" && content.state === "UNKNOWN"));
    if (isKept) return { id: input.id, field: field.id, outcome: "saved", revision: standing.revision };

    const base = baseOf(input, place, standing);
    const asked = { tx, ctx, place, content, base, policyId: set.policyId };
    const revision = place.handoverId === null ? await writeToDeal(asked, standing) : await writeToBrief(asked, place.handoverId);
    if (revision === null) return { id: input.id, field: field.id, outcome: "conflict", current: await insteadAt(tx, ctx, place) };
    const payload = { field: field.id, label: field.label, team: set.team.name, version: set.version, policyId: set.policyId };
    await (isEmpty(content)
      ? appendEvent(tx, ctx, { stream: input.id, type: "discovery.takenBack", payload })
      : appendEvent(tx, ctx, { stream: input.id, type: "discovery.asked", payload: { ...payload, state: content.state } }));
    return { id: input.id, field: field.id, outcome: "saved", revision };
  });

type Place = { dealId: string; /** Where there is a brief, its answers are the answers. */ handoverId: string | null; field: Field };
/** What was said, as a change of the brief has it. */
type Said = Pick<z.output<typeof answerChange>, "state" | "value" | "unknown" | "reason">;
type Asked = { tx: Db; ctx: Ctx; place: Place; content: Said; base: number; policyId: string };

/** What was typed, as the field holds it. Throws INVALID at the control. */
function contentOf(field: Field, { state, reason, ...typed }: Input): Said {
  const read = answerTyped(field, typed);
  if ("problem" in read) throw invalid(read.problem, "value");
  const secret = secretRefusal([read.value, reason]);
  if (secret) throw new AppError("INVALID", { rule: "P1.4", reason: secret, fields: { [state === "NOT_APPLICABLE" ? "reason" : "value"]: [secret] } });
  if (state !== "NOT_APPLICABLE") return { state, value: read.value as Said["value"], ...(state === "UNKNOWN" && { unknown: { ownerId: null, due: null, risk: "" } }) };
  if (reason.trim() === "") throw invalid("Say why it does not apply.", "reason");
  return { state, value: null, reason };
}

/** The revision to write over; one that never is where something stands that was not seen. */
function baseOf({ base, seenIn }: Input, { handoverId }: Place, standing: Standing | null): number {
  if (standing && isEmpty(standing) && base === 0) return standing.revision; // nothing is overwritten
  if (seenIn === handoverId) return base;
  return standing && !isEmpty(standing) ? -1 : (standing?.revision ?? 0);
}

type Stands = Standing & { by: string | null; byId: string | null; at: string };

async function standingAt(tx: Db, { dealId, handoverId, field: { id: field } }: Place): Promise<Stands | null> {
  if (handoverId !== null) return standingAnswer(tx, handoverId, { field, rowId: null });
  const row = await tx.discoveryAnswer.findUnique({ where: { dealId_field: { dealId, field } }, include: { askedBy: { select: { name: true } } } });
  return row && { state: row.state, value: row.value as Json, ...(row.state === "NOT_APPLICABLE" && { reason: row.reason }), revision: row.revision, mark: null, by: row.askedBy.name, byId: row.askedById, at: row.askedAt.toISOString() };
}

async function insteadAt(tx: Db, { actor }: Ctx, place: Place): Promise<StandingInstead> {
  const { by, byId, at, revision, ...answer } = (await standingAt(tx, place)) ?? { state: "VALUE" as const, value: null, by: null, byId: null, at: "", revision: 0 };
  return { state: answer.state, value: answer.value, text: textOf(place.field, { field: place.field.id, rowId: null, ...answer }), by, isYours: byId !== null && byId === personOf(actor), at, revision, seenIn: place.handoverId };
}

/** The new revision, or null where something else stands. */
async function writeToDeal(asked: Asked, standing: Standing | null): Promise<number | null> {
  const kept = keepAnswer(standing, { ...asked.content, base: asked.base });
  if (kept.outcome === "conflict") return null;
  await remembered(asked);
  return kept.revision;
}

/** The same in the brief's own field, which says from then on that it came from discovery. */
async function writeToBrief(asked: Asked, handoverId: string): Promise<number | null> {
  const { tx, ctx, place: { dealId, field }, content, base } = asked;
  const kept = await writing({ ...ctx, db: tx }, { id: handoverId }, (inner) =>
    keepOne(inner, ctx, { id: handoverId, change: { field: field.id, rowId: null, base, ...content }, place: field, source: isEmpty(content) ? "typed" : "discovery" }));
  if (kept.outcome === "conflict") return null;
  const source = { field: field.id, rowId: null, value: content.value, source: "discovery" as const, sourceId: dealId, heldAt: ctx.now };
  const taken = isEmpty(content) ? Prisma.DbNull : (takenOf(content) as Prisma.InputJsonValue);
  await remember(tx, handoverId, source, { state: content.state, taken, kept: Prisma.DbNull, keptById: null, keptAt: null });
  await remembered(asked);
  return kept.revision;
}

/** Who asked, when, by which version, and what was said: the answer itself while there is no brief. */
async function remembered({ tx, ctx, place: { dealId, field }, content, policyId }: Asked): Promise<void> {
  const askedById = personOf(ctx.actor);
  if (askedById === null) throw new AppError("FORBIDDEN");
  const data = { state: content.state, value: content.value === null ? Prisma.DbNull : content.value, reason: content.reason ?? "", policyId, askedById, askedAt: ctx.now };
  await tx.discoveryAnswer.upsert({
    where: { dealId_field: { dealId, field: field.id } }, create: { dealId, field: field.id, ...data }, update: { ...data, revision: { increment: 1 } }, select: { field: true },
  });
}

const invalid = (reason: string, control?: string) => new AppError("INVALID", { rule: "P7.4", reason, ...(control && { fields: { [control]: [reason] } }) });
