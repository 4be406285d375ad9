import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal } from "@/lib/deals/commands/change";
import { appendEvent } from "@/lib/events/append";
import { fillDraft } from "@/lib/handovers/commands/fill";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { ChoiceVia } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { newestPresentation, readPresented, standingChoice } from "../queries/stored";
import { choosingRefusal } from "../rules/choosing";
import { CLOSED_LINK, standingWords } from "../format";
import type { Choosing, recordChoiceInput } from "../schema";

/** P7.5: what the client told the seller: which option, who chose it, and why. */
export const recordChoice = (ctx: Ctx, { id, ...choosing }: z.output<typeof recordChoiceInput>) =>
  changeDeal(ctx, { id, power: "present" }, (tx) => choose(tx, ctx, { dealId: id, via: "SELLER", linkId: null }, choosing));

/**
 * P7.5: the client chooses by the link, without a login. `ctx` is from `clientLinkCtx`; the link is asked again behind the deal's
 * lock (and its live handover's, which comes first everywhere), for it may have been revoked since. Of two at once one wins, and the other is told what was chosen.
 */
export const chooseByLink = (ctx: Ctx, choosing: Choosing) =>
  inTx(ctx, async (tx) => {
    const { actor } = ctx;
    if (actor.type !== "client") throw new AppError("FORBIDDEN", { rule: "P7.5", reason: "Only the client chooses by a link." });
    await tx.$queryRaw`SELECT id FROM "Handover" WHERE "dealId" = ${actor.dealId}::uuid AND status NOT IN ('WITHDRAWN', 'CLOSED') ORDER BY id FOR UPDATE`;
    await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${actor.dealId}::uuid FOR UPDATE`;
    const open = await tx.clientLink.count({ where: { id: actor.linkId, dealId: actor.dealId, revokedAt: null, expiresAt: { gt: ctx.now } } });
    if (open === 0) throw new AppError("NOT_FOUND", { rule: "P7.5", reason: CLOSED_LINK });
    return choose(tx, ctx, { dealId: actor.dealId, via: "LINK", linkId: actor.linkId }, choosing);
  });

type By = { dealId: string; via: ChoiceVia; linkId: string | null };

/** Behind the deal's lock. One choice stands; a later one replaces it and says so, if it was made over the one that stands. */
async function choose(tx: Db, ctx: Ctx, { dealId, via, linkId }: By, { presentationId, optionId, chosenBy, reason, standing }: Choosing) {
  const presentation = await tx.optionPresentation.findFirst({ where: { id: presentationId, dealId } });
  if (!presentation) throw new AppError("NOT_FOUND");
  const isNewest = (await newestPresentation(tx, dealId))?.id === presentationId;
  const deal = await tx.deal.findUniqueOrThrow({ where: { id: dealId }, select: { clientId: true, stage: true, signedOn: true, handovers: { where: { status: { in: ["ACCEPTED", "IN_DELIVERY", "CLOSED"] } }, select: { id: true } } } });
  enforce(choosingRefusal({ ...presentation, isNewest }, { ...deal, isHandedOver: deal.handovers.length > 0 }, via, ctx.now));
  const option = readPresented(presentation.content).options.find(({ id }) => id === optionId);
  if (!option) throw new AppError("INVALID", { rule: "P7.5", reason: "Choose one of the options.", fields: { optionId: ["Choose one of the options."] } });

  const before = await standingChoice(tx, dealId);
  if (before && before.presentationId === presentationId && before.optionId === optionId && before.chosenBy === chosenBy && before.reason === reason) return { id: dealId, choiceId: before.id };
  if ((before?.id ?? null) !== standing) throw new AppError("CONFLICT", { rule: "P1.9", reason: before ? `${standingWords(before)} Look again before you choose.` : "The choice that you read is no longer there. Look again before you choose." });
  const contactId = await contactOf(tx, { clientId: deal.clientId, name: chosenBy });
  const choiceId = newId();
  if (before) await tx.optionChoice.update({ where: { id: before.id }, data: { replacedAt: ctx.now }, select: { id: true } });
  await tx.optionChoice.create({
    data: { id: choiceId, dealId, presentationId, optionId, optionName: option.name, chosenBy, contactId, reason, via, linkId, recordedById: personOf(ctx.actor), chosenAt: ctx.now }, select: { id: true },
  });
  await appendEvent(tx, ctx, {
    stream: dealId, type: "choice.made",
    payload: { choiceId, presentationId, version: presentation.version, option: option.name, instead: before && before.optionId !== optionId ? before.optionName : null, via },
  });
  await fillDraft(tx, ctx, { dealId, source: "option" }); // P1.2: nobody types it twice
  return { id: dealId, choiceId };
}

/** The person at the client of this very name, so that an erasure finds the choice (B3). */
const contactOf = async (tx: Db, { clientId, name }: { clientId: string; name: string }): Promise<string | null> =>
  (await tx.contact.findFirst({ where: { clientId, erasedAt: null, name: { equals: name, mode: "insensitive" } }, select: { id: true } }))?.id ?? null;
