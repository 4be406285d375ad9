import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import type { Visibility } from "@/lib/policies/fields";
import { GROUPS } from "../fields";
import type { Field, Group } from "../fields/types";
import { POWERS, scope } from "../policy";
import { briefFieldsOf } from "../queries/brief-fields";
import { isPinned } from "../queries/pinned";
import { removedRow, rowNumbers, type StandingAnswer, standingAnswer, standingAnswers } from "../queries/standing";
import { answerSchema } from "../rules/answer-value";
import type { Json } from "../rules/answers";
import { keepAnswer } from "../rules/keep-answer";
import { groupOrdered } from "../rules/row-order";
import { secretRefusal } from "../rules/secrets";
import { readableBy } from "../rules/visibility";
import { type answerChange, rowOrder, type saveAnswersInput } from "../schema";
import { factsOf, LOADED } from "./change";
import { keepFirstClass } from "./first-class";

type Change = z.output<typeof answerChange>;

/** What stands instead of a change: what it says, since which revision, by whom and when; and where people find it. */
export type CurrentAnswer = {
  label: string; section: string;
  state: string; value: Json; revision: number; mark: string | null; by: string | null; at: string;
  /** Of whoever asks, on another device or in another tab. */
  isYours: boolean;
  /** Where the whole row was removed: the revisions of its cells, to bring it back over. */
  removed?: Record<string, number>;
};

/** What became of one change: kept at a revision, refused with a sentence, or found that somebody else wrote meanwhile. */
export type SavedAnswer = { field: string; rowId: string | null } & (
  | { outcome: "saved"; revision: number }
  | { outcome: "refused"; reason: string; isSecret?: true }
  | { outcome: "conflict"; current: CurrentAnswer }
);

/**
 * Keeps what was typed, answer by answer: each is written only over the revision that it was typed over, and what
 * another person or tab wrote meanwhile is handed back, never overwritten (P1.3). A repeat of the same is no conflict.
 * What looks like a password or a key is kept nowhere (P1.4). With `typedBy` it is kept for that person only, whoever is signed in on the device by now.
 */
export const saveAnswers = (ctx: Ctx, { id, changes, typedBy }: z.output<typeof saveAnswersInput>): Promise<{ answers: SavedAnswer[]; savedAt: string }> =>
  writing(ctx, { id, typedBy }, async (tx, { dealId, readable }) => {
    const fields = (await briefFieldsOf(tx, id)).filter(({ visibility }) => readable.has(visibility));
    const standing = await standingAnswers(tx, id, changes);
    const answers: SavedAnswer[] = Array.from({ length: changes.length });
    // always in one order, so that two batches never wait for each other
    for (const { change, index } of changes.map((change, index) => ({ change, index })).sort((a, b) => (keyOf(a.change) < keyOf(b.change) ? -1 : 1))) {
      const { field, rowId } = change;
      const known = placeOf(fields, field);
      const refused = whyNot(change, known) ?? ((await isPinned(tx, id, change)) ? null : { reason: "This document is not one that was uploaded here. Upload it again." });
      answers[index] = { field, rowId, ...(refused ? { outcome: "refused", ...refused } : await keep(tx, ctx, { id, change, place: known ?? NOWHERE, source: await sourceOf(tx, id, change), standing: standing.get(keyOf(change)) ?? null })) };
    }
    if (answers.some(({ field, outcome }) => outcome === "saved" && field.startsWith("complexity."))) await keepFirstClass(tx, ctx, { handoverId: id, dealId });
    return { answers, savedAt: ctx.now.toISOString() };
  });

type Writing = { id: string; typedBy?: string; /** Nobody else writes meanwhile, not even another answer. */ isAlone?: boolean };

/** The handover may not move while an answer is written, and answers of several people may be written at once. */
export function writing<T>(ctx: Ctx, { id, typedBy, isAlone = false }: Writing, fn: (tx: Db, handover: { dealId: string; readable: ReadonlySet<Visibility> }) => Promise<T>): Promise<T> {
  if (typedBy !== undefined && typedBy !== personOf(ctx.actor)) throw new AppError("UNAUTHENTICATED", { rule: "P1.3", reason: "Somebody else is signed in on this device." });
  return inTx(ctx, async (tx) => {
    if (isAlone) await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${id}::uuid FOR UPDATE`;
    else await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${id}::uuid FOR SHARE`;
    const handover = await tx.handover.findFirst({ where: { AND: [{ id }, scope(ctx.actor)] }, include: LOADED });
    if (!handover) throw new AppError("NOT_FOUND");
    const facts = factsOf({ ...handover, soloMode: false });
    enforce(POWERS.answer(ctx.actor, facts));
    const leadIds = handover.teams.flatMap(({ leadId }) => leadId ?? []);
    return fn(tx, { dealId: handover.dealId, readable: readableBy(personOf(ctx.actor), { ...facts, leadIds, isManager: false }) });
  });
}

/** P1.8: wording that a reviewer suggested is kept as such, as long as it stands as it was suggested. */
async function sourceOf(tx: Db, handoverId: string, { suggestion, field, rowId, value }: Change): Promise<"typed" | "suggestion"> {
  if (!suggestion || typeof value !== "string") return "typed";
  const found = await tx.reviewComment.count({ where: { id: suggestion, handoverId, rowId, suggestion: value, sentAt: { not: null }, OR: [{ field }, { field: field.split(".")[0] ?? "" }] } });
  return found === 1 ? "suggestion" : "typed";
}

const keyOf = ({ field, rowId }: Pick<Change, "field" | "rowId">): string => `${field}:${rowId ?? ""}`;

type Place = Pick<Field, "label" | "section">;
const NOWHERE: Place = { label: "", section: "client" };

/** The field, or the list of which this is the order. */
function placeOf(fields: readonly Field[], id: string): Field | Group | undefined {
  const group = groupOrdered(id);
  return group ? GROUPS[group] : fields.find((one) => one.id === id);
}

/** Why a change cannot be kept whatever stands, or null. */
function whyNot({ rowId, state, value, unknown, reason }: Change, field: Field | Group | undefined): { reason: string; isSecret?: true } | null {
  if (field && !("type" in field)) return rowId === null && state === "VALUE" && rowOrder.safeParse(value).success ? null : { reason: "This is no order of rows." };
  if (!field) return { reason: "This field is not in the brief's template." };
  if ((field.group === undefined) !== (rowId === null)) return { reason: "This answer is of another shape." };
  const secret = secretRefusal([value, unknown?.risk ?? null, reason ?? null]);
  if (secret) return { reason: secret, isSecret: true };
  const parsed = answerSchema(field).safeParse(value);
  return state === "VALUE" && !parsed.success ? { reason: parsed.error.issues[0]?.message ?? "This cannot be kept." } : null;
}

type Keep = { id: string; change: Change; place: Place; standing: StandingAnswer | null; /** Where it comes from, if nobody typed it (P1.2). */ source?: string };

/** Keeps one answer by the rule: over the revision that it names, or not at all. */
export const keepOne = async (tx: Db, ctx: Ctx, asked: Omit<Keep, "standing">) => keep(tx, ctx, { ...asked, standing: await standingAnswer(tx, asked.id, asked.change) });

async function keep(tx: Db, ctx: Ctx, asked: Keep): Promise<{ outcome: "saved"; revision: number } | { outcome: "conflict"; current: CurrentAnswer }> {
  const { id, change, standing } = asked;
  const decided = keepAnswer(standing, change);
  if (decided.outcome === "saved") return { outcome: "saved", revision: decided.revision };
  if (decided.outcome === "conflict") return { outcome: "conflict", current: await currentOf(tx, ctx, asked) };
  if (await write(tx, ctx, asked)) return { outcome: "saved", revision: decided.revision };
  return keep(tx, ctx, { ...asked, standing: await standingAnswer(tx, id, change) }); // somebody was faster: look again
}

/** Writes over the revision that was typed over; false where it is there no longer. */
async function write(tx: Db, ctx: Ctx, { id, source = "typed", change: { field, rowId, base, state, value, unknown, reason, mark } }: Keep): Promise<boolean> {
  const where = { handoverId: id, field, rowId: rowNumbers(rowId) };
  const data = {
    state,
    value: value === null ? Prisma.DbNull : value,
    unknownOwnerId: unknown?.ownerId ?? null,
    unknownDue: unknown?.due ? new Date(unknown.due) : null,
    unknownRisk: unknown?.risk ?? null,
    reason: state === "NOT_APPLICABLE" ? (reason ?? "") : null,
    source,
    mark: mark ?? null,
    updatedById: personOf(ctx.actor),
    updatedAt: ctx.now,
  };
  const { count } = base === 0
    ? await tx.briefAnswer.createMany({ data: [{ ...where, ...data }], skipDuplicates: true })
    : await tx.briefAnswer.updateMany({ where: { ...where, revision: base }, data: { ...data, revision: { increment: 1 } } });
  return count === 1;
}

/** What stands instead of the change. A cell that is empty together with all of its row is a row that was removed. */
async function currentOf(tx: Db, ctx: Ctx, { id, change: { rowId, field }, place, standing }: Keep): Promise<CurrentAnswer> {
  const { label, section } = place;
  if (!standing) return { label, section, state: "VALUE", value: null, revision: 0, mark: null, by: null, at: "", isYours: false };
  return { ...shown(standing, place, ctx), ...(rowId !== null && { removed: await removedRow(tx, id, { field, rowId }) }) };
}

/** An answer as a conflict shows it to whoever asks. */
export const shown = ({ state, value, revision, mark, by, byId, at }: StandingAnswer, { label, section }: Place, { actor }: Ctx): CurrentAnswer =>
  ({ label, section, state, value, revision, mark, by, at, isYours: byId !== null && byId === personOf(actor) });
