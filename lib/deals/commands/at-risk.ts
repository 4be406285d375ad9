import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { enforce } from "@/lib/platform/errors";
import { dayOf } from "../format";
import { DEAL_MOVES, moveRefusal } from "../lifecycle";
import { atRiskState, endOfDay, expiryRefusal } from "../rules/at-risk";
import type { approveAtRiskStartInput, declineAtRiskStartInput, requestAtRiskStartInput } from "../schema";
import { changeDeal, conflict, writeDeal } from "./change";

/**
 * P1.1: the client said yes and has not signed. Asks a sales manager for a start at risk, until the end of a day at most
 * sixty days away. Asking again replaces a wish that was not approved, or has expired.
 */
export const requestAtRiskStart = (ctx: Ctx, { id, revision, until, reason }: z.output<typeof requestAtRiskStartInput>) =>
  changeDeal(ctx, { id, power: "requestAtRisk" }, async (tx, deal) => {
    const atRiskUntil = endOfDay(until);
    enforce(expiryRefusal(atRiskUntil, ctx.now));
    const isWonByWord = deal.stage === "WON" && deal.signedOn === null;
    const refused = isWonByWord ? null : moveRefusal("approve", deal);
    if (refused) throw await conflict(tx, id, refused.reason);
    if (atRiskState(deal, ctx.now) === "approved") throw await conflict(tx, id, "A start at risk is approved already, and has not expired.");
    const written = await writeDeal(tx, { id, revision }, { atRiskUntil, atRiskReason: reason, atRiskApprovedById: null, atRiskApprovedAt: null, updatedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: id, type: "deal.atRiskRequested", payload: { until, reason } });
    return written;
  });

/** By a sales manager who neither owns the deal nor wrote it. The deal is won from then on, by word. */
export const approveAtRiskStart = (ctx: Ctx, { id, revision }: z.output<typeof approveAtRiskStartInput>) =>
  changeDeal(ctx, { id, power: "approveAtRisk" }, async (tx, deal) => {
    if (deal.atRiskUntil === null || atRiskState(deal, ctx.now) !== "requested") throw await conflict(tx, id, "There is no start at risk to approve.");
    const isWonByWord = deal.stage === "WON";
    const refused = isWonByWord ? null : moveRefusal("approve", deal);
    if (refused) throw await conflict(tx, id, refused.reason);
    const written = await writeDeal(tx, { id, revision }, {
      atRiskApprovedById: personOf(ctx.actor), atRiskApprovedAt: ctx.now, updatedAt: ctx.now, lostReason: "",
      ...(!isWonByWord && { stage: DEAL_MOVES.approve.to, wonAt: ctx.now }),
    });
    await appendEvent(tx, ctx, { stream: id, type: "deal.atRiskApproved", payload: { until: dayOf(deal.atRiskUntil), from: deal.stage } });
    return written;
  });

/** The wish is gone, and the history says why. */
export const declineAtRiskStart = (ctx: Ctx, { id, revision, reason }: z.output<typeof declineAtRiskStartInput>) =>
  changeDeal(ctx, { id, power: "declineAtRisk" }, async (tx, deal) => {
    if (deal.atRiskUntil === null || atRiskState(deal, ctx.now) !== "requested") throw await conflict(tx, id, "There is no start at risk to decline.");
    const written = await writeDeal(tx, { id, revision }, { atRiskUntil: null, atRiskReason: "", updatedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: id, type: "deal.atRiskDeclined", payload: { until: dayOf(deal.atRiskUntil), reason } });
    return written;
  });
