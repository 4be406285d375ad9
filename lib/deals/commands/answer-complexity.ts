import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { complexityFieldId } from "@/lib/handovers/rules/template";
import { inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { complexityOf } from "../queries/complexity";
import type { answerComplexityInput } from "../schema";

/**
 * Answers the rubric's questions on the deal (P6.1): they are kept in the brief's own fields, and the brief begins with them where
 * there is none (P1.2). All of them or none: throws CONFLICT with the name of whoever answered meanwhile (P1.3).
 */
export const answerComplexity = (ctx: Ctx, { id, answers, seen }: z.output<typeof answerComplexityInput>): Promise<{ id: string; handoverId: string }> =>
  inTx(ctx, async (tx) => {
    const inside = { ...ctx, db: tx };
    const before = await complexityOf(tx, id);
    const { id: handoverId } = await beginHandover(inside, { dealId: id });
    const isNew = before.handover?.id !== handoverId;
    const { revisions } = isNew ? await complexityOf(tx, id) : before;
    const changes = Object.entries(answers).filter(([, value]) => value !== "").map(([question, value]) => {
      const field = complexityFieldId(question);
      return { field, rowId: null, base: isNew ? (revisions.get(field) ?? 0) : (seen[question] ?? 0), state: "VALUE" as const, value };
    });
    if (changes.length === 0) throw new AppError("INVALID", { rule: "P6.1", reason: "Answer at least one question." });
    const { answers: kept } = await saveAnswers(inside, { id: handoverId, changes });
    for (const one of kept) {
      if (one.outcome === "refused") throw new AppError("INVALID", { rule: "P6.1", reason: one.reason, fields: { [`answers.${one.field.replace("complexity.", "")}`]: [one.reason] } });
      if (one.outcome === "conflict")
        throw new AppError("CONFLICT", { rule: "P1.3", reason: `${one.current.by ?? "Somebody"} has answered “${one.current.label}” since you read it. Reload to see the answer; nothing was overwritten.` });
    }
    return { id, handoverId };
  });
