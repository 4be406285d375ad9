import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { AppError } from "@/lib/platform/errors";
import type { closeHandoverInput, startDeliveryInput, withdrawHandoverInput } from "../schema";
import { change } from "./change";
import { completeByFact } from "./ledger";
import { isRepeat, move, permit, type Standing, standing } from "./move";

/** Sales takes the handover back for good, with a reason (B1). */
export const withdrawHandover = (ctx: Ctx, { id, revision, reason }: z.output<typeof withdrawHandoverInput>): Promise<Standing> =>
  change(ctx, id, (tx, handover) => move(tx, ctx, "withdraw", handover, { revision, payload: { reason } }));

/** The PM starts delivery (B1). */
export const startDelivery = (ctx: Ctx, { id, revision }: z.output<typeof startDeliveryInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const moved = await move(tx, ctx, "start", handover, { revision, payload: {} });
    await completeByFact(tx, ctx, id, "handover.started");
    return moved;
  });

/** The PM closes it, completed, or cancelled with a reason (B1). */
export const closeHandover = (ctx: Ctx, { id, revision, outcome, reason }: z.output<typeof closeHandoverInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    if (await isRepeat(tx, ctx, "close", handover, revision)) return standing(handover);
    await permit(tx, ctx, "close", handover);
    if (outcome === "CANCELLED" && reason.trim() === "")
      throw new AppError("INVALID", { rule: "B1", reason: "Say why it is cancelled.", fields: { reason: ["Say why it is cancelled."] } });
    return move(tx, ctx, "close", handover, { revision, payload: { outcome, reason }, data: { outcome } });
  });
