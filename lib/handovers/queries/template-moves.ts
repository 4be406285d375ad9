import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db, type Db } from "@/lib/platform/db";
import type { Visibility } from "@/lib/policies/fields";
import { type Policy, templatesById, templatesInForce } from "@/lib/policies/queries";
import { briefTemplateSchema } from "@/lib/policies/schema";
import { coreField } from "../fields";
import type { Field } from "../fields/types";
import { textOf } from "../rules/answers";
import { conditionWords } from "../rules/condition";
import { contractOf } from "../rules/readiness";
import { customAsField, customFieldId, fieldsInForce, teamOfField } from "../rules/template";
import { type TemplateMove, templateMove } from "../rules/template-move";
import { answersOf } from "./answers";
import { briefFieldsOf } from "./brief-fields";
import { computeBrief, namesFor } from "./computed";
import { getHandover, type HandoverHead } from "./handover";

export type OfferedMove = { teamId: string; team: string; from: { id: string; version: number }; to: { id: string; version: number } };

/** Which teams of a handover have published a newer template than its draft uses (B6). No authorisation here. */
export async function offeredMoves(database: Db, handoverId: string): Promise<OfferedMove[]> {
  const teams = await database.handoverTeam.findMany({
    where: { handoverId, templateId: { not: null } }, select: { teamId: true, templateId: true, team: { select: { name: true } } }, orderBy: { teamId: "asc" },
  });
  const newest = await templatesInForce(database, teams.map(({ teamId }) => teamId));
  const older = teams.filter(({ teamId, templateId }) => newest.get(teamId) !== undefined && newest.get(teamId)?.id !== templateId);
  if (older.length === 0) return [];
  const versions = await database.policyVersion.findMany({ where: { id: { in: older.map(({ templateId }) => templateId ?? "") } }, select: { id: true, version: true } });
  return older.flatMap(({ teamId, templateId, team }) => {
    const [from, to] = [versions.find(({ id }) => id === templateId), newest.get(teamId) as Policy<"BRIEF_TEMPLATE">];
    return from ? [{ teamId, team: team.name, from, to: { id: to.id, version: to.version } }] : [];
  });
}

/** The same for whoever may move it up now. */
export const offeredMovesOf = async (ctx: Ctx, { id, viewer }: HandoverHead): Promise<OfferedMove[]> =>
  viewer.powers.moveUpTemplate === null ? offeredMoves(db(ctx), id) : [];

export type TemplateMovePreview = OfferedMove & { move: TemplateMove };

/** Each newer template with what it would change in this brief, and why this person may not move it up, or null. Out of scope is NOT_FOUND. */
export async function getTemplateMoves(ctx: Ctx, id: string) {
  const head = await getHandover(ctx, id);
  const offered = await offeredMoves(db(ctx), id);
  const readable = new Set<Visibility>(head.readable);
  const previews: TemplateMovePreview[] = [];
  if (offered.length > 0) {
    const computed = await computeBrief(db(ctx), id, { now: ctx.now });
    const names = await namesFor(db(ctx), computed.answers);
    const mayRead = ({ visibility }: Field) => readable.has(visibility);
    const rubric = computed.policies.rubric.content;
    const facts = { answers: computed.answers, complexity: computed.complexity.class, contract: contractOf(computed.answers), teams: computed.teams.map(({ slug }) => slug) };
    const before = computed.fields.filter((field) => field.group === undefined);
    for (const one of offered) {
      const templates = await templatesById(db(ctx), computed.templateIds.map((templateId) => (templateId === one.from.id ? one.to.id : templateId)));
      const after = fieldsInForce(templates, rubric);
      const words = conditionWords((field) => [...after, ...before].find((known) => known.id === field) ?? coreField(field), new Map(computed.teams.map(({ slug, name }) => [slug, name])));
      previews.push({ ...one, move: templateMove({ before: before.filter(mayRead), after: after.filter(mayRead), answers: computed.answers, facts, words, names }) });
    }
  }
  return { head, previews, refusal: head.viewer.powers.moveUpTemplate };
}

export type Unasked = { field: string; label: string; text: string };

/** Answers that the brief holds and its templates no longer ask (B6): kept, and shown to whoever may read the field. The handover was found in scope by the caller. */
export async function listUnasked(ctx: Ctx, { id, readable }: Pick<HandoverHead, "id" | "readable">): Promise<Unasked[]> {
  const asked = new Set((await briefFieldsOf(db(ctx), id)).map((field) => field.id));
  const left = (await answersOf(db(ctx), id)).filter(({ field, rowId }) => rowId === null && !asked.has(field));
  if (left.length === 0) return [];
  const names = await namesFor(db(ctx), left);
  const known = await everAsked(db(ctx), left.map(({ field }) => field));
  return left.flatMap((answer) => {
    const field = known.get(answer.field);
    const text = field && readable.includes(field.visibility) ? textOf(field, answer, names) : "";
    return field && text !== "" ? [{ field: field.id, label: field.label, text }] : [];
  });
}

/** Fields as they were last asked: of the core, or of any version of a team's template. */
async function everAsked(database: Db, ids: readonly string[]): Promise<Map<string, Field>> {
  const slugs = [...new Set(ids.flatMap((id) => teamOfField(id) ?? []))];
  const teams = slugs.length === 0 ? [] : await database.team.findMany({ where: { slug: { in: slugs } }, select: { id: true } });
  const rows = teams.length === 0 ? [] : await database.policyVersion.findMany({
    where: { kind: "BRIEF_TEMPLATE", status: "PUBLISHED", teamId: { in: teams.map((team) => team.id) } }, orderBy: { version: "asc" }, select: { content: true },
  });
  const own = rows.map(({ content }) => briefTemplateSchema.parse(content)).flatMap(({ slug, fields }) => fields.map((field) => [customFieldId(slug, field.key), customAsField(slug, field)] as const));
  return new Map<string, Field>([...own, ...ids.flatMap((id) => { const core = coreField(id); return core ? [[id, core] as const] : []; })]);
}
