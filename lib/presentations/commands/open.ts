import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { CLOSED_LINK } from "../format";
import { choosingRefusal } from "../rules/choosing";
import { newestPresentation, readPresented, standingChoice } from "../queries/stored";

/**
 * What the client's link opens (P7.5): the newest presentation of its deal, whether an option can be chosen now, and the choice that
 * stands. Nothing else of the deal can be had by it. That it was opened is kept with the link, and is no event (B3).
 */
export async function openClientLink(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.type !== "client") throw new AppError("NOT_FOUND", { reason: CLOSED_LINK });
  const opened = await db(ctx).clientLink.updateMany({ where: { id: actor.linkId, revokedAt: null }, data: { lastOpenedAt: ctx.now } });
  const newest = await newestPresentation(db(ctx), actor.dealId);
  if (opened.count === 0 || !newest || newest.withdrawnAt !== null) throw new AppError("NOT_FOUND", { reason: CLOSED_LINK });
  const deal = await db(ctx).deal.findUniqueOrThrow({
    where: { id: actor.dealId },
    select: { stage: true, signedOn: true, handovers: { where: { status: { in: ["ACCEPTED", "IN_DELIVERY", "CLOSED"] } }, take: 1, select: { id: true } } },
  });
  const link = await db(ctx).clientLink.findUniqueOrThrow({ where: { id: actor.linkId }, select: { contact: { select: { name: true, erasedAt: true } } } });
  const choice = await standingChoice(db(ctx), actor.dealId);
  const refused = choosingRefusal({ ...newest, isNewest: true }, { ...deal, isHandedOver: deal.handovers.length > 0 }, "LINK", ctx.now);
  return {
    presentationId: newest.id, version: newest.version, view: readPresented(newest.content),
    /** Why nothing can be chosen now, in words for the client; null where it can. */
    closed: refused?.reason ?? null,
    /** For whom the link was made. */
    name: link.contact && link.contact.erasedAt === null ? link.contact.name : "",
    choice: choice && { id: choice.id, optionId: choice.presentationId === newest.id ? choice.optionId : null, option: choice.optionName, by: choice.chosenBy, at: choice.chosenAt, version: choice.presentation.version },
  };
}
export type ClientView = Awaited<ReturnType<typeof openClientLink>>;
