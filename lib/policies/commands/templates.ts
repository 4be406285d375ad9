import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { personOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { sectionsInForce } from "@/lib/handovers/rules/template";
import { templateProblems } from "@/lib/handovers/rules/template-check";
import { changeSentences, fieldChanges } from "@/lib/handovers/rules/template-change";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { templateFacts, type TemplateFacts } from "../queries/templates";
import { editTemplate as edited } from "../rules/template-edit";
import { type BriefTemplate, briefTemplateSchema, type beginTemplateDraftInput, type discardTemplateDraftInput, type editTemplateInput, type publishTemplateInput } from "../schema";

/** Begins the next version of a team's brief template from the one in force; where there is a draft already, it is the answer. */
export const beginTemplateDraft = (ctx: Ctx, { teamId }: z.output<typeof beginTemplateDraftInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const { team, published, draft } = await templateFacts(tx, teamId);
    if (draft) return { teamId, revision: draft.revision };
    const latest = published.at(-1);
    if (!latest) throw new AppError("NOT_FOUND");
    const id = newId();
    const version = latest.version + 1;
    await tx.policyVersion.create({
      data: {
        id, kind: "BRIEF_TEMPLATE", teamId, version, status: "DRAFT", content: latest.content as Prisma.InputJsonValue,
        draftedById: personOf(ctx.actor), draftedAt: ctx.now,
      },
    });
    await record("policy.draftBegun", { policyId: id, teamId, team: team.name, version });
    return { teamId, revision: 1 };
  });

/**
 * One change to the draft, over the revision that was seen. Throws INVALID with a sentence at the control for what is no
 * template, NOT_FOUND without a draft, CONFLICT when another admin was first. A draft is no policy yet: no event.
 */
export const editTemplate = (ctx: Ctx, { teamId, revision, edit }: z.output<typeof editTemplateInput>) =>
  changeOrganisation(ctx, async (tx) => {
    enforce(adminRefusal(ctx.actor));
    const facts = await templateFacts(tx, teamId);
    const draft = await draftAt(tx, facts, revision);
    const result = edited(draft.content, edit, facts);
    if ("problem" in result) throw invalid(result.problem, result.control);
    const parsed = briefTemplateSchema.safeParse(result.template);
    if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? "This cannot be kept.");
    await tx.policyVersion.update({
      where: { id: draft.id },
      data: { content: parsed.data as Prisma.InputJsonValue, revision: { increment: 1 }, draftedById: personOf(ctx.actor), draftedAt: ctx.now },
    });
    return { teamId, revision: revision + 1, field: result.field };
  });

/** Throws the draft away; what is in force stays. */
export const discardTemplateDraft = (ctx: Ctx, { teamId, revision }: z.output<typeof discardTemplateDraftInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const facts = await templateFacts(tx, teamId);
    const draft = await draftAt(tx, facts, revision);
    await tx.policyVersion.delete({ where: { id: draft.id } });
    await record("policy.draftDiscarded", { policyId: draft.id, teamId, team: facts.team.name, version: draft.version });
    return { teamId };
  });

/**
 * The draft becomes the version that new handovers begin with; drafts of handovers stay on theirs (B6). Throws INVALID
 * with the first thing that is wrong, or where nothing differs.
 */
export const publishTemplate = (ctx: Ctx, { teamId, revision }: z.output<typeof publishTemplateInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const facts = await templateFacts(tx, teamId);
    const draft = await draftAt(tx, facts, revision);
    const [first] = templateProblems(draft.content, { rubric: facts.rubric, teams: facts.slugs, published: facts.published.map(({ content }) => content) });
    if (first) throw invalid(first.sentence);
    const changes = changesOf(facts);
    if (changes.length === 0) throw invalid("The draft says the same as the version in force. Change something, or discard it.");
    await tx.policyVersion.update({
      where: { id: draft.id }, data: { status: "PUBLISHED", publishedAt: ctx.now, publishedById: personOf(ctx.actor) },
    });
    await record("policy.published", { policyId: draft.id, teamId, team: facts.team.name, version: draft.version, changes });
    return { teamId, version: draft.version };
  });

function changesOf({ before, after, words, published, draft }: TemplateFacts): string[] {
  const said = changeSentences(fieldChanges(before, after, words));
  const sections = ({ content }: { content: BriefTemplate } = { content: { name: "", slug: "", fields: [], core: [] } }) => JSON.stringify(sectionsInForce([content]));
  return draft && sections(published.at(-1)) !== sections(draft) ? [...said, "changes the sections"] : said;
}

async function draftAt(tx: Db, { team, draft }: TemplateFacts, revision: number) {
  if (!draft) throw new AppError("NOT_FOUND", { reason: `${team.name} has no draft any more. It was published or discarded meanwhile.` });
  if (draft.revision === revision) return draft;
  const by = draft.draftedById && (await tx.user.findUnique({ where: { id: draft.draftedById }, select: { name: true } }))?.name;
  throw new AppError("CONFLICT", { rule: "P1.9", reason: `${by || "Somebody"} has changed this draft since you read it. Look at what it says now, and try again.` });
}

const invalid = (reason: string, control?: string) => new AppError("INVALID", { rule: "B6", reason, ...(control && { fields: { [`edit.${control}`]: [reason] } }) });
