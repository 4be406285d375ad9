import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { AppError } from "@/lib/platform/errors";
import type { colleagueInput, reassignContactOwnerInput } from "../schema";
import { changeDeal, isLive, requireSeller } from "./change";

/**
 * The relationship moves to somebody else in sales (P3.5), by a sales manager. Its live handover moves in the same
 * transaction, with the contact owner's open checklist items; both histories say so. Repeated, it has one effect.
 */
export const reassignContactOwner = (ctx: Ctx, { id, userId, reason }: z.output<typeof reassignContactOwnerInput>) =>
  changeDeal(ctx, { id, power: "reassign" }, async (tx, deal) => {
    if (deal.contactOwnerId === userId) return { id, revision: deal.revision };
    const to = await requireSeller(tx, userId, "userId");
    const payload = { from: deal.contactOwner.name, to: to.name, userId, reason };
    const live = deal.handovers.find(isLive);
    if (live) {
      if ((await tx.handoverKey.count({ where: { handoverId: live.id, holderId: userId } })) > 0)
        throw new AppError("INVALID", { rule: "P1.7", reason: `${to.name} holds a key of this handover and cannot be its seller.`, fields: { userId: ["Holds a key of this handover."] } });
      await tx.handover.update({ where: { id: live.id }, data: { contactOwnerId: userId, updatedAt: ctx.now }, select: { id: true } });
      await tx.checklistItem.updateMany({
        where: { handoverId: live.id, ownerRole: "CONTACT_OWNER", ownerId: deal.contactOwnerId, state: "OPEN" }, data: { ownerId: userId },
      });
      await appendEvent(tx, ctx, { stream: live.id, type: "handover.contactOwnerReassigned", payload });
    }
    await tx.deal.update({ where: { id }, data: { contactOwnerId: userId, revision: { increment: 1 }, updatedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "deal.contactOwnerReassigned", payload });
    return { id, revision: deal.revision + 1 };
  });

/** A colleague in sales may write the draft as well (P1.2). */
export const inviteColleague = (ctx: Ctx, { id, userId }: z.output<typeof colleagueInput>) =>
  changeDeal(ctx, { id, power: "invite" }, async (tx, deal) => {
    if (deal.collaborators.some((other) => other.userId === userId)) return { id };
    const { name } = await requireSeller(tx, userId, "userId");
    if (userId === deal.contactOwnerId || userId === deal.ownerId)
      throw new AppError("INVALID", { rule: "P1.2", reason: `${name} owns this deal already.`, fields: { userId: ["Owns this deal already."] } });
    await tx.dealCollaborator.create({ data: { dealId: id, userId }, select: { userId: true } });
    await appendEvent(tx, ctx, { stream: id, type: "deal.colleagueInvited", payload: { userId, name } });
    return { id };
  });

export const removeColleague = (ctx: Ctx, { id, userId }: z.output<typeof colleagueInput>) =>
  changeDeal(ctx, { id, power: "invite" }, async (tx, deal) => {
    if (!deal.collaborators.some((other) => other.userId === userId)) return { id };
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    await tx.dealCollaborator.delete({ where: { dealId_userId: { dealId: id, userId } } });
    await appendEvent(tx, ctx, { stream: id, type: "deal.colleagueRemoved", payload: { userId, name } });
    return { id };
  });
