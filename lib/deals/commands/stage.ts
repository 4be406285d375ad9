import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { AppError, enforce } from "@/lib/platform/errors";
import { handoverNumber, STAGES } from "../format";
import { DEAL_MOVES, moveRefusal } from "../lifecycle";
import { signatureRefusal } from "../rules/at-risk";
import type { DealMoveInput, signDealInput, winDealInput } from "../schema";
import { changeDeal, conflict, isLive, writeDeal } from "./change";
import { freeReservations } from "./free";

const NO_RISK = { atRiskUntil: null, atRiskReason: "", atRiskApprovedById: null, atRiskApprovedAt: null };

/** P1.1: the contract is signed, on a day that has come, and here is the evidence. A repeat has one effect. */
export const winDeal = (ctx: Ctx, { id, revision, signedOn, evidence }: z.output<typeof winDealInput>) =>
  changeDeal(ctx, { id, power: "move" }, async (tx, deal) => {
    enforce(signatureRefusal(signedOn, ctx.now));
    const refused = moveRefusal("win", deal);
    if (refused) throw await conflict(tx, id, refused.reason);
    const data = { stage: DEAL_MOVES.win.to, wonAt: ctx.now, signedOn: new Date(signedOn), signedEvidence: evidence, ...NO_RISK, lostReason: "", parkedFrom: null, updatedAt: ctx.now };
    const written = await writeDeal(tx, { id, revision }, data);
    await appendEvent(tx, ctx, { stream: id, type: "deal.won", payload: { from: deal.stage, signedOn } });
    return written;
  });

/** P1.1: the contract of a deal that was won by word is signed now. This clears the start at risk, also after acceptance. */
export const signDeal = (ctx: Ctx, { id, revision, signedOn, evidence }: z.output<typeof signDealInput>) =>
  changeDeal(ctx, { id, power: "sign" }, async (tx, deal) => {
    enforce(signatureRefusal(signedOn, ctx.now));
    if (deal.stage !== "WON" || deal.signedOn !== null) throw await conflict(tx, id, "Only a deal that was won by word, and is not signed yet, can be signed.");
    const written = await writeDeal(tx, { id, revision }, { signedOn: new Date(signedOn), signedEvidence: evidence, ...NO_RISK, updatedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: id, type: "deal.signed", payload: { signedOn, wasAtRisk: deal.atRiskUntil !== null } });
    return written;
  });

/** Every other move. Losing or parking needs a reason, and a live handover to be withdrawn or closed first. */
export const moveDeal = (ctx: Ctx, { id, revision, move, reason }: DealMoveInput) =>
  changeDeal(ctx, { id, power: "move" }, async (tx, deal) => {
    const { to, reason: asked } = DEAL_MOVES[move];
    const refused = moveRefusal(move, deal);
    if (refused) throw await conflict(tx, id, refused.reason);
    const why = asked === "required" ? reason.trim() : "";
    if (asked === "required" && why === "") throw new AppError("INVALID", { reason: "Say why.", fields: { reason: ["Say why."] } });
    const live = deal.handovers.find(isLive);
    if (live && to === "LOST") throw await conflict(tx, id, `Withdraw ${handoverNumber(live.number)} first: it hands over a deal that is not lost.`);

    const written = await writeDeal(tx, { id, revision }, {
      stage: to, updatedAt: ctx.now, lostReason: to === "LOST" ? why : "", parkedFrom: to === "PARKED" ? deal.stage : null,
      ...(move === "revive" && { revivedAt: ctx.now }), // silence is counted anew (P5.6)
      ...(to === "LOST" && { wonAt: null, ...NO_RISK }),
    });
    await appendEvent(tx, ctx, { stream: id, type: "deal.moved", payload: { from: deal.stage, to, reason: why } });
    if (to === "LOST" || to === "PARKED") await freeReservations(tx, ctx, { dealId: id, reason: `The deal is ${STAGES[to].label.toLowerCase()}` });
    return written;
  });
