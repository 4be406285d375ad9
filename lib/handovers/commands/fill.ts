import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { answersOf, NO_ROW } from "../queries/answers";
import { briefFieldsOf } from "../queries/brief-fields";
import { prefillFacts, sourceRecordsOf } from "../queries/sources";
import { knownRow, prefill, type SourceKind } from "../rules/prefill";

/**
 * What one source knows by now fills the deal's draft where nothing stands yet (P1.2): what anybody typed or emptied stays, and differs
 * as an offer beside its field. The live handover is locked by the caller. Kept as answers, and no event (B3).
 */
export async function fillDraft(tx: Db, ctx: Ctx, { dealId, source }: { dealId: string; source: SourceKind }): Promise<void> {
  const draft = await tx.handover.findFirst({ where: { dealId, status: "DRAFT" }, select: { id: true } });
  if (!draft) return;
  const [answers, records] = [await answersOf(tx, draft.id), await sourceRecordsOf(tx, draft.id)];
  const rows = new Map<string, string>();
  const rowOf = (key: string) => {
    const row = knownRow(key, { answers, records }) ?? rows.get(key) ?? newId();
    rows.set(key, row);
    return row;
  };
  const fields = await briefFieldsOf(tx, draft.id);
  const found = prefill(fields, await prefillFacts(tx, ctx.actor, { dealId, handoverId: draft.id }), { now: ctx.now, rowOf }).filter((one) => one.source === source);
  const fresh = found.filter((one) => !answers.some(({ field, rowId }) => field === one.field && rowId === one.rowId) && !records.some(({ field, rowId }) => field === one.field && rowId === one.rowId));
  const place = ({ field, rowId }: (typeof found)[number]) => ({ handoverId: draft.id, field, rowId: rowId ?? NO_ROW });
  await tx.briefAnswer.createMany({ data: fresh.map((one) => ({ ...place(one), value: one.value as Prisma.InputJsonValue, source, updatedAt: ctx.now })), skipDuplicates: true });
  await tx.answerSource.createMany({ data: fresh.map((one) => ({ ...place(one), source, sourceId: one.sourceId, heldAt: one.heldAt, taken: one.value as Prisma.InputJsonValue })), skipDuplicates: true });
}
