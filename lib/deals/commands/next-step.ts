import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { AppError } from "@/lib/platform/errors";
import { dayOf } from "../format";
import { isOpen } from "../lifecycle";
import type { setNextStepInput } from "../schema";
import { changeDeal, conflict, writeDeal } from "./change";

/** What happens next with the client, and when; empty words take it away. While the deal is open. The same again has one effect. */
export const setNextStep = (ctx: Ctx, { id, revision, nextStep, nextStepOn }: z.output<typeof setNextStepInput>) =>
  changeDeal(ctx, { id, power: "edit" }, async (tx, deal) => {
    if (!isOpen(deal.stage)) throw await conflict(tx, id, "A next step is kept while the deal is open.");
    const step = nextStep.trim() === "" ? { nextStep: "", nextStepOn: null } : { nextStep, nextStepOn };
    if (nextStep.trim() === "" && nextStepOn !== null) throw new AppError("INVALID", { reason: "Say what happens on that day.", fields: { nextStep: ["Say what happens on that day."] } });
    if (deal.nextStep === step.nextStep && (deal.nextStepOn && dayOf(deal.nextStepOn)) === step.nextStepOn) return { id, revision: deal.revision };
    const written = await writeDeal(tx, { id, revision }, { ...step, nextStepOn: step.nextStepOn === null ? null : new Date(step.nextStepOn), updatedAt: ctx.now });
    await appendEvent(tx, ctx, { stream: id, type: "deal.nextStepSet", payload: { isSet: step.nextStep !== "", on: step.nextStepOn } });
    return written;
  });
