import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type {
  acceptInvolvementInput, agreeInvolvementInput, answerInvolvementInput, declineInvolvementInput, withdrawInvolvementInput,
} from "../schema";
import { changeInvolvement, type LoadedInvolvement, moveInvolvement, otherSide } from "./change";

/** P6.4: the person takes it on. Once more, by the same person, has no second effect. */
export const acceptInvolvement = (ctx: Ctx, { id }: z.output<typeof acceptInvolvementInput>) =>
  changeInvolvement(ctx, { id, power: "accept" }, async (tx, row) => {
    if (row.state === "ACCEPTED") return { id };
    requireOpen(row);
    await moveInvolvement(tx, ctx, { row, move: "accept", data: { acceptedAt: ctx.now } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "involvement.accepted", payload: { involvementId: id, kind: row.kind, userId: row.requestedById } });
    return { id };
  });

/** The answer, in the person's own words. It is given for good. */
export const answerInvolvement = (ctx: Ctx, { id, answer }: z.output<typeof answerInvolvementInput>) =>
  changeInvolvement(ctx, { id, power: "answer" }, (tx, row) => give(tx, ctx, row, { answer, agreed: answer === row.suggestion }));

/** The seller's own answer is right: one key, and it is the answer. */
export const agreeInvolvement = (ctx: Ctx, { id }: z.output<typeof agreeInvolvementInput>) =>
  changeInvolvement(ctx, { id, power: "answer" }, (tx, row) => give(tx, ctx, row, { answer: row.suggestion, agreed: true }));

async function give(tx: Db, ctx: Ctx, row: LoadedInvolvement, { answer, agreed }: { answer: string; agreed: boolean }): Promise<{ id: string }> {
  if (row.state === "ANSWERED" && row.answer === answer) return { id: row.id };
  requireOpen(row);
  await moveInvolvement(tx, ctx, { row, move: "answer", data: { answer, agreed, ...(row.acceptedAt === null && { acceptedAt: ctx.now }) } });
  await appendEvent(tx, ctx, { stream: row.dealId, type: "involvement.answered", payload: { involvementId: row.id, kind: row.kind, userId: row.requestedById, agreed } });
  return { id: row.id };
}

/** P5.4: the person declines with a code, and that is the end of it: nobody asks them about this deal again. */
export const declineInvolvement = (ctx: Ctx, { id, reason, note }: z.output<typeof declineInvolvementInput>) =>
  changeInvolvement(ctx, { id, power: "decline" }, async (tx, row) => {
    if (row.state === "DECLINED") return { id };
    await moveInvolvement(tx, ctx, { row, move: "decline", data: { declineReason: reason, note } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "involvement.declined", payload: { involvementId: id, kind: row.kind, userId: row.requestedById, reason } });
    return { id };
  });

/** The seller does not need it any more. */
export const withdrawInvolvement = (ctx: Ctx, { id, reason }: z.output<typeof withdrawInvolvementInput>) =>
  changeInvolvement(ctx, { id, power: "withdraw" }, async (tx, row) => {
    if (row.state === "WITHDRAWN") return { id };
    await moveInvolvement(tx, ctx, { row, move: "withdraw", data: { note: reason } });
    await appendEvent(tx, ctx, {
      stream: row.dealId, type: "involvement.withdrawn", payload: { involvementId: id, kind: row.kind, userId: otherSide(ctx, row), name: row.person.name, reason },
    });
    return { id };
  });

/** Nobody works for a deal that is lost or parked; what was begun may be answered after it is won. */
function requireOpen({ deal: { stage }, state }: LoadedInvolvement): void {
  if (isOpen(stage) || (stage === "WON" && state === "ACCEPTED")) return;
  throw new AppError("CONFLICT", { rule: "P6.4", reason: `The deal is ${STAGES[stage].label.toLowerCase()}: nothing is needed any more.` });
}
