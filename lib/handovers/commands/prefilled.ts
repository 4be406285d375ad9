import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { coreField } from "../fields";
import { answersOf, NO_ROW } from "../queries/answers";
import { briefFieldsOf } from "../queries/brief-fields";
import { sourcesNow } from "../queries/sources";
import type { Prefilled } from "../rules/prefill";
import { isAt, sameValue } from "../rules/provenance";
import type { sourceOfferInput } from "../schema";
import { keepOne, type SavedAnswer, writing } from "./answers";

type Input = z.output<typeof sourceOfferInput>;
type Settled = Extract<SavedAnswer, { outcome: "saved" | "conflict" }>;

/**
 * Takes what the answer's source says now (P1.2). Written over the revision that the person saw, like anything typed: what
 * somebody else wrote meanwhile is handed back, and nothing is overwritten. Kept as an answer, and no event (B3).
 */
export const refreshAnswer = (ctx: Ctx, input: Input): Promise<Settled> =>
  settling(ctx, input, async (tx, offer) => {
    const { id, field, rowId, base } = input;
    const result = await keepOne(tx, ctx, { id, change: { field, rowId, base, state: "VALUE", value: input.value }, place: placeOf(field), source: offer.source });
    if (result.outcome === "saved") await remember(tx, id, offer, { state: "VALUE", taken: offer.value as Prisma.InputJsonValue, kept: Prisma.DbNull, keptById: null, keptAt: null });
    return { field, rowId, ...result };
  });

/** Keeps one's own instead: the same value of the source is not offered again (P1.2). */
export const keepAnswer = (ctx: Ctx, input: Input): Promise<Settled> =>
  settling(ctx, input, async (tx, offer) => {
    const { id, field, rowId, base } = input;
    const place = { handoverId: id, field, rowId: rowId ?? NO_ROW };
    const mine = await tx.briefAnswer.findUnique({ where: { handoverId_field_rowId: place }, select: { revision: true } });
    if ((mine?.revision ?? 0) !== base) return { field, rowId, ...(await keepOne(tx, ctx, { id, change: { field, rowId, base, state: "VALUE", value: input.value }, place: placeOf(field) })) };
    await remember(tx, id, offer, { kept: offer.value as Prisma.InputJsonValue, keptById: personOf(ctx.actor), keptAt: ctx.now });
    return { field, rowId, outcome: "saved", revision: base };
  });

/** Where people find it; only core fields have a source. */
const placeOf = (field: string) => coreField(field) ?? { label: "", section: "client" as const };

/** Finds what was offered, by the value that the person saw; a source that moved on is a CONFLICT. */
const settling = (ctx: Ctx, { id, field, rowId, value }: Input, fn: (tx: Db, offer: Prefilled) => Promise<Settled>): Promise<Settled> =>
  writing(ctx, { id }, async (tx, { dealId }) => {
    const brief = { handoverId: id, dealId, answers: await answersOf(tx, id), fields: await briefFieldsOf(tx, id) };
    const offer = (await sourcesNow(tx, ctx, brief)).offers.find(isAt({ field, rowId }));
    if (!offer || !sameValue(offer.value, value))
      throw new AppError("CONFLICT", { rule: "P1.2", reason: "The source has changed again, or this was settled meanwhile. Reload the page to see how it stands." });
    return fn(tx, offer);
  });

/** What an answer came from, or what was decided against. */
export async function remember(
  tx: Db, handoverId: string, { field, rowId, source, sourceId, heldAt }: Prefilled, data: Partial<Prisma.AnswerSourceUncheckedCreateInput>,
): Promise<void> {
  const where = { handoverId_field_rowId: { handoverId, field, rowId: rowId ?? NO_ROW } };
  // what was taken keeps its own source and time; what was declined only says that it was
  const from = data.taken === undefined ? {} : { source, sourceId, heldAt };
  await tx.answerSource.upsert({
    where, create: { ...where.handoverId_field_rowId, source, sourceId, heldAt, ...data }, update: { ...from, ...data }, select: { field: true },
  });
}
