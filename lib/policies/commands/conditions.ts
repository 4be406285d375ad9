import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { checklistSubjects } from "../queries/checklist-subjects";
import { policyFacts } from "../queries/policy-facts";
import { linesEdited, type LinesEdited } from "../rules/condition-line";
import { checklistTemplateSchema, type editItemConditionInput } from "../schema";
import { draftAt } from "./policies";

const KIND = "CHECKLIST_TEMPLATE";

/**
 * When an item of the checklist applies (P2.12), one line more or less in the draft, over the revision that was seen. Throws INVALID at the
 * control, NOT_FOUND without draft or item, CONFLICT when another admin was first. A draft is no event (B6).
 */
export const editItemCondition = (ctx: Ctx, { revision, item: id, edit }: z.output<typeof editItemConditionInput>) =>
  changeOrganisation(ctx, async (tx) => {
    enforce(adminRefusal(ctx.actor));
    const facts = await policyFacts(tx, KIND);
    const draft = await draftAt(tx, KIND, facts, revision);
    const content = checklistTemplateSchema.parse(draft.content);
    const item = content.items.find((one) => one.id === id);
    if (!item) throw new AppError("NOT_FOUND", { reason: "This item is not in the draft any more." });
    const subjects = (await checklistSubjects(tx)).flatMap((part) => part.subjects);
    const edited: LinesEdited = edit.kind === "always" ? { when: null } : linesEdited(item.when, edit, subjects);
    if ("problem" in edited) throw new AppError("INVALID", { rule: "B6", reason: edited.problem, ...(edited.control && { fields: { [`edit.${edited.control}`]: [edited.problem] } }) });
    const { when: _, ...rest } = item;
    const changed = edited.when === null ? rest : { ...rest, when: edited.when };
    const parsed = checklistTemplateSchema.safeParse({ ...content, items: content.items.map((one) => (one.id === id ? changed : one)) });
    if (!parsed.success) throw new AppError("INVALID", { rule: "B6", reason: parsed.error.issues[0]?.message ?? "This cannot be kept." });
    await tx.policyVersion.update({
      where: { id: draft.id }, data: { content: parsed.data as Prisma.InputJsonValue, revision: { increment: 1 }, draftedById: personOf(ctx.actor), draftedAt: ctx.now },
    });
    return { revision: revision + 1 };
  });
