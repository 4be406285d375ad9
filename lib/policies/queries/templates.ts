import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { coreField, GROUP_CELLS, GROUPS } from "@/lib/handovers/fields";
import { conditionWords } from "@/lib/handovers/rules/condition";
import { complexityFields, customFieldId, fieldsInForce, sectionsInForce } from "@/lib/handovers/rules/template";
import { type TemplateProblem, templateProblems } from "@/lib/handovers/rules/template-check";
import { fieldChanges } from "@/lib/handovers/rules/template-change";
import { db, type Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { knownSubjects, type Subject } from "../rules/condition-line";
import { fieldOf, layoutOf } from "../rules/template-layout";
import { type Said, saidOf } from "../rules/template-merge";
import { type BriefTemplate, briefTemplateSchema, complexityRubricSchema, type draftSaysInput } from "../schema";

/** All that the rules about one team's template ask for. */
export type TemplateFacts = Awaited<ReturnType<typeof templateFacts>>;

/** The template of a delivery team in all its versions. Throws NOT_FOUND for anything else. No authorisation here. */
export async function templateFacts(tx: Db, teamId: string) {
  const team = isId(teamId) ? await tx.team.findFirst({ where: { id: teamId, kind: "DELIVERY" }, select: { id: true, name: true, slug: true } }) : null;
  if (!team) throw new AppError("NOT_FOUND");
  const rows = await tx.policyVersion.findMany({ where: { kind: "BRIEF_TEMPLATE", teamId }, orderBy: { version: "asc" } });
  const versions = rows.map((row) => ({ ...row, content: briefTemplateSchema.parse(row.content) }));
  const published = versions.filter(({ status }) => status === "PUBLISHED");
  const draft = versions.find(({ status }) => status === "DRAFT") ?? null;
  const { content } = await tx.policyVersion.findFirstOrThrow({ where: { kind: "COMPLEXITY_RUBRIC", status: "PUBLISHED" }, orderBy: { version: "desc" }, select: { content: true } });
  const rubric = complexityRubricSchema.parse(content);
  const teams = await tx.team.findMany({ where: { kind: "DELIVERY" }, select: { slug: true, name: true }, orderBy: { name: "asc" } });
  const before = published.slice(-1).flatMap((one) => fieldsInForce([one.content], rubric));
  const after = draft ? fieldsInForce([draft.content], rubric) : before;
  const everAsked = new Map(versions.flatMap((one) => fieldsInForce([one.content], rubric)).map((field) => [field.id, field]));
  const subject = draft?.content ?? published.at(-1)?.content;
  return {
    team, published, draft, rubric, before, after,
    slugs: teams.map(({ slug }) => slug),
    words: conditionWords((id) => everAsked.get(id) ?? coreField(id), new Map(teams.map(({ slug, name }) => [slug, name]))),
    usedKeys: [...new Set(versions.flatMap((one) => one.content.fields.map(({ key }) => key)))],
    subjects: [...knownSubjects(teams), ...(subject ? fieldSubjects(subject, complexityFields(rubric)) : [])],
  };
}

/** The fields that a condition can ask about: those of the form, and the cells of its lists. */
function fieldSubjects(template: BriefTemplate, rubric: readonly Subject[]): Subject[] {
  const plain = layoutOf(template).flatMap(({ fields }) => fields.flatMap(({ field, isHidden }) => (isHidden ? [] : [field])));
  const cells = GROUP_CELLS.map((cell) => ({ ...cell, label: `${cell.group ? GROUPS[cell.group].label : ""}: ${cell.label}` }));
  return [...plain, ...rubric, ...cells].map(({ id, label, type, options }) => ({ id, label, type, options }));
}

/** One team's template for the editor: the draft, or what is in force where there is none, with what is wrong and what changes. For admins. */
export async function getTemplate(ctx: Ctx, teamId: string) {
  enforce(adminRefusal(ctx.actor));
  const facts = await templateFacts(db(ctx), teamId);
  const { published, draft } = facts;
  const latest = published.at(-1);
  const shown = draft ?? latest;
  if (!latest || !shown) throw new AppError("NOT_FOUND");
  const drafter = draft?.draftedById && (await db(ctx).user.findUnique({ where: { id: draft.draftedById }, select: { name: true } }))?.name;
  const problems: TemplateProblem[] = draft
    ? templateProblems(draft.content, { rubric: facts.rubric, teams: facts.slugs, published: published.map(({ content }) => content) }) : [];
  return {
    team: facts.team, template: shown.content, sections: layoutOf(shown.content), fields: facts.after, words: facts.words, subjects: facts.subjects, rubric: facts.rubric,
    inForce: { id: latest.id, version: latest.version, publishedAt: latest.publishedAt },
    draft: draft && { version: draft.version, revision: draft.revision, by: drafter || null, at: draft.draftedAt },
    /** The fields of this team that were published, whose type therefore stands. */
    publishedFields: new Set(published.flatMap(({ content }) => content.fields.map(({ key }) => customFieldId(content.slug, key)))),
    problems, changes: fieldChanges(facts.before, facts.after, facts.words),
    sectionsDiffer: draft !== null && JSON.stringify(sectionsInForce([latest.content])) !== JSON.stringify(sectionsInForce([draft.content])),
  };
}
export type TemplateView = Awaited<ReturnType<typeof getTemplate>>;

/** What a draft says now of a field or a section, for somebody who read it earlier; null where it is gone. Throws NOT_FOUND without a draft. For admins. */
export async function getDraftSays(ctx: Ctx, { teamId, id }: z.output<typeof draftSaysInput>): Promise<{ revision: number; by: string; isYours: boolean; says: Said | null }> {
  enforce(adminRefusal(ctx.actor));
  const { team, draft } = await templateFacts(db(ctx), teamId);
  if (!draft) throw new AppError("NOT_FOUND", { reason: `${team.name} has no draft any more. It was published or discarded meanwhile.` });
  const by = draft.draftedById && (await db(ctx).user.findUnique({ where: { id: draft.draftedById }, select: { name: true } }))?.name;
  const found = fieldOf(draft.content, id);
  const section = layoutOf(draft.content).find((one) => one.id === id);
  return { revision: draft.revision, by: by || "Somebody", isYours: draft.draftedById !== null && draft.draftedById === personOf(ctx.actor), says: found ? saidOf(found.field) : section ? { why: section.why } : null };
}
