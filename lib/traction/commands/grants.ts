import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal, conflict } from "@/lib/deals/commands/change";
import { endOfDay } from "@/lib/deals/rules/at-risk";
import { appendEvent } from "@/lib/events/append";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { tractionOf } from "../queries/traction";
import { grantEndRefusal, grantRefusal } from "../rules/evidence";
import { grantFor, isInForce } from "../rules/traction";
import type { grantInvolvementInput, revokeGrantInput } from "../schema";

/**
 * P5.2: a sales manager who does not sell the deal allows one kind of involvement against the rule, with a reason and until
 * the end of a day. What the score was, and what the rule asked for, is kept with it. The same again has one effect.
 */
export const grantInvolvement = (ctx: Ctx, { id, allows, until, reason }: z.output<typeof grantInvolvementInput>) =>
  changeDeal(ctx, { id, power: "grantInvolvement" }, async (tx, deal) => {
    const refused = grantRefusal(deal.stage);
    if (refused) throw await conflict(tx, id, refused.reason);
    const end = endOfDay(until);
    const wrong = grantEndRefusal(end, ctx.now);
    if (wrong) throw new AppError(wrong.code, { ...wrong, fields: { until: [wrong.reason] } });
    const { grants, score, levels, threshold } = await tractionOf(tx, id, ctx.now);
    const held = grantFor(grants, allows, ctx.now);
    const grantedById = personOf(ctx.actor);
    if (grantedById === null) throw new AppError("FORBIDDEN");
    if (held && held.grantedById === grantedById && held.until.getTime() === end.getTime()) return { id, grantId: held.id };
    if (held) throw await conflict(tx, id, "That is granted already. Revoke the grant first to give another.");

    const grantId = newId();
    const needed = levels.find((level) => level.allows === allows)?.from ?? threshold;
    await tx.involvementGrant.create({ data: { id: grantId, dealId: id, allows, reason, until: end, score, needed, grantedById, grantedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "traction.granted", payload: { grantId, allows, until, reason, score, needed } });
    return { id, grantId };
  });

/** P5.2: the grant ends now. What was asked under it stays as it is. */
export const revokeGrant = (ctx: Ctx, { id, grantId, reason }: z.output<typeof revokeGrantInput>) =>
  changeDeal(ctx, { id, power: "revokeGrant" }, async (tx) => {
    const { grants } = await tractionOf(tx, id, ctx.now);
    const grant = grants.find((one) => one.id === grantId);
    if (!grant) throw new AppError("NOT_FOUND");
    const revokedById = personOf(ctx.actor);
    if (grant.revokedAt !== null && grant.revokedById === revokedById) return { id };
    if (!isInForce(grant, ctx.now)) throw await conflict(tx, id, grant.revokedAt === null ? "This grant has ended already." : "This grant is revoked already.");
    await tx.involvementGrant.update({ where: { id: grantId }, data: { revokedAt: ctx.now, revokedById, revokedReason: reason }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "traction.grantRevoked", payload: { grantId, allows: grant.allows, reason } });
    return { id };
  });
