import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { amendmentOf } from "../queries/amendment";
import { NO_ROW } from "../queries/answers";
import { POWERS } from "../policy";
import { promiseRows } from "../rules/promises";
import { changeKey } from "../rules/versions";
import type { amendBriefInput, decideAmendmentInput, discardAmendmentInput } from "../schema";
import { change, factsOf, type Loaded, salesTeamsOf, teamName } from "./change";
import { digestOf, freeze, refuseUnready } from "./freeze";
import { conflict, type Standing, standing } from "./move";

/**
 * Freezes what the PM changed after acceptance as the next version, with the reason (B4). The status does not move; what is
 * material waits for a confirmation, and promises that are new come into the ledger (P8.2). Refused where nothing changed, a
 * must-have would be missing, or nobody can confirm.
 */
export const amendBrief = (ctx: Ctx, { id, briefVersion, reason }: z.output<typeof amendBriefInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.lead(ctx.actor, factsOf(handover)));
    const { computed, changes, confirmers } = await amendmentOf(tx, ctx, handover);
    if (handover.briefVersion === briefVersion + 1 && changes.length === 0) return standing(handover); // the same, sent twice
    if (handover.briefVersion !== briefVersion) throw await conflict(tx, id);
    if (changes.length === 0) throw new AppError("CONFLICT", { rule: "B4", reason: `Nothing differs from version ${briefVersion}.` });
    refuseUnready(computed);
    const unconfirmed = confirmers.find(({ holder }) => holder === null);
    if (unconfirmed) throw new AppError("CONFLICT", { rule: "B4", reason: `Nobody can confirm this amendment. ${unconfirmed.reason} Ask an admin to name a manager.` });

    const version = briefVersion + 1;
    const content = await freeze(tx, ctx, computed);
    const digest = digestOf(content);
    await tx.briefVersion.create({
      data: { handoverId: id, version, content: content as unknown as Prisma.InputJsonValue, digest, amendment: reason, createdById: personOf(ctx.actor) ?? "", createdAt: ctx.now },
      select: { version: true },
    });
    await tx.confirmation.createMany({
      data: confirmers.map(({ kind, teamId, holder, reason: why }) => ({
        id: newId(), handoverId: id, version, kind: kind === "commercial" ? "COMMERCIAL" as const : "TECHNICAL" as const,
        teamId, holderId: holder?.id ?? "", reason: why, createdAt: ctx.now,
      })),
    });
    const { count } = await tx.handover.updateMany({
      where: { id, briefVersion, revision: handover.revision },
      data: { briefVersion: version, revision: { increment: 1 }, complexity: computed.complexity.class, updatedAt: ctx.now, ...content.readiness },
    });
    if (count === 0) throw await conflict(tx, id);
    await addToLedger(tx, ctx, handover, computed.answers);
    await appendEvent(tx, ctx, {
      stream: id, type: "brief.amended",
      payload: { version, digest, reason, fields: [...new Set(changes.map(({ field }) => field))], userIds: confirmers.flatMap(({ holder }) => (holder ? [holder.id] : [])) },
    });
    return { id, status: handover.status, revision: handover.revision + 1 };
  });

/** Confirms or refuses one side of an amendment: by whom it asks, or a manager of that side (B4). Refusing says why. */
export const decideAmendment = (ctx: Ctx, { id, confirmationId, decision, note }: z.output<typeof decideAmendmentInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const asked = await tx.confirmation.findFirst({ where: { id: confirmationId, handoverId: id } });
    if (!asked) throw new AppError("NOT_FOUND");
    enforce(POWERS.confirm(ctx.actor, factsOf(handover, await salesTeamsOf(tx, handover)), asked));
    if (asked.state === decision && asked.decidedById === personOf(ctx.actor)) return standing(handover);
    if (decision === "REFUSED" && note.trim() === "")
      throw new AppError("INVALID", { rule: "B4", reason: "Say what speaks against it.", fields: { note: ["Say what speaks against it."] } });
    const { count } = await tx.confirmation.updateMany({
      where: { id: confirmationId, state: "OPEN" }, data: { state: decision, note, decidedAt: ctx.now, decidedById: personOf(ctx.actor) },
    });
    if (count === 0) throw await conflict(tx, id);
    await appendEvent(tx, ctx, {
      stream: id, type: decision === "CONFIRMED" ? "amendment.confirmed" : "amendment.refused",
      payload: { version: asked.version, kind: asked.kind, team: teamName(handover, asked.teamId), note },
    });
    return standing(handover);
  });

/** Takes back what was changed since the last version and not made an amendment: the brief is again as it was frozen (B4). */
export const discardAmendment = (ctx: Ctx, { id, briefVersion }: z.output<typeof discardAmendmentInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.lead(ctx.actor, factsOf(handover)));
    if (handover.briefVersion !== briefVersion) throw await conflict(tx, id);
    const { changes } = await amendmentOf(tx, ctx, handover);
    for (const { field, rowId, before } of changes) {
      const key = { handoverId: id, field, rowId: rowId ?? NO_ROW };
      if (!before) {
        await tx.briefAnswer.deleteMany({ where: key });
        continue;
      }
      const { state, value, unknown, reason } = before;
      await tx.briefAnswer.updateMany({ // its row is there: what was frozen is emptied, never deleted
        where: key,
        data: {
          state, value: value as Prisma.InputJsonValue, unknownOwnerId: unknown?.ownerId ?? null, unknownRisk: unknown?.risk ?? null,
          unknownDue: unknown?.due ? new Date(unknown.due) : null, reason: reason ?? null, updatedById: personOf(ctx.actor), updatedAt: ctx.now, revision: { increment: 1 },
        },
      });
    }
    if (changes.length > 0)
      await appendEvent(tx, ctx, { stream: id, type: "amendment.discarded", payload: { version: briefVersion, fields: [...new Set(changes.map(changeKey))] } });
    return standing(handover);
  });

/** P8.2: a promise that is new is kept from now on, one that reads differently reads so in the ledger; none ever leaves it. */
async function addToLedger(tx: Db, ctx: Ctx, { id }: Loaded, answers: Parameters<typeof promiseRows>[0]): Promise<void> {
  const known = await tx.ledgerPromise.findMany({ where: { handoverId: id }, select: { rowId: true, text: true } });
  for (const { rowId, text, type, contract, ownerId, due } of promiseRows(answers)) {
    const old = known.find((one) => one.rowId === rowId);
    if (!old) await tx.ledgerPromise.createMany({
      data: [{ id: newId(), handoverId: id, rowId, text, type: type ?? "", contract, ownerId, dueOn: due === null ? null : new Date(due), updatedAt: ctx.now }],
    });
    else if (old.text !== text) await tx.ledgerPromise.updateMany({ where: { handoverId: id, rowId }, data: { text, updatedAt: ctx.now, revision: { increment: 1 } } });
  }
}
