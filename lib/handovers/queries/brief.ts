import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { namesOf } from "@/lib/auth/names";
import { db, type Db } from "@/lib/platform/db";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import type { SectionId, Visibility } from "@/lib/policies/fields";
import { GROUPS } from "../fields";
import { type Field, GROUP_IDS, type GroupId } from "../fields/types";
import { rowsOf } from "../rules/answers";
import { orderField } from "../rules/row-order";
import { contractOf, requiredReason, visibleFields } from "../rules/readiness";
import { fieldsNamed, sectionsInForce, teamOfField } from "../rules/template";
import { rowTitle } from "../rules/versions";
import { forReader, isReadable } from "../rules/visibility";
import type { StoredAnswer } from "./answers";
import { type Computed, computeBrief, namesFor } from "./computed";
import { getHandover, type HandoverHead } from "./handover";
import { versionsOf } from "./kept-versions";
import { type Provenance, provenanceOf, type SourceOffer } from "./sources";

/** An answer as the form shows it: with the revision to type over, where it came from, and who kept it when. */
export type BriefAnswer = Omit<StoredAnswer, "updatedById" | "updatedAt"> & { by: string | null; at: string };

/** One question of the form: the field, its answer, and what is said beside it. */
export type BriefField = {
  field: Field;
  answer: BriefAnswer | null;
  /** Why it must be answered now, in words; null where it need not. */
  required: string | null;
  /** Is its condition met? A field that is not shown keeps what it holds. */
  isShown: boolean;
  /** The team whose template asks it. */
  team: string | null;
  /** "from the deal, 3 days ago", where nobody has touched it since (P1.2). */
  source: string | null;
  /** What its source says differently now. */
  offer: SourceOffer | null;
};

/** A list of rows: the cells of each, in the order of columns. */
export type BriefGroup = { group: (typeof GROUPS)[GroupId]; cells: Field[]; rows: { id: string; cells: BriefField[] }[]; /** The revision of its order; 0 where nobody chose one. */ orderRevision: number };

export type SectionStatus = "notStarted" | "inProgress" | "ready";
export type BriefSection = {
  id: SectionId; label: string; why: string; status: SectionStatus;
  required: { done: number; total: number };
  fields: BriefField[];
  groups: BriefGroup[];
};

export type ReturnPointDto = {
  id: string; field: string; rowId: string | null; section: SectionId; label: string; reason: ReturnReason; needed: string; suggestion: string; by: string;
  target: string | null;
  /** The comment that it was; null for one from before there were comments. */
  commentId: string | null;
  /** What the row is called, where it is about a row that is still there. */
  row: string | null;
};

type Choice = { id: string; name: string };
export type BriefChoices = { people: Choice[]; contacts: (Choice & { title: string })[]; teams: Choice[]; currency: string };

export type Brief = Awaited<ReturnType<typeof getBrief>>;

/**
 * One brief for whoever fills it in: every section with its answers, what is still missing (P1.4), complexity with its
 * reasons (P6.1), the people it can name, and the points of an open return (P1.8). Out of scope is NOT_FOUND.
 */
export async function getBrief(ctx: Ctx, id: string) {
  const head = await getHandover(ctx, id);
  const computed = await computeBrief(db(ctx), id, { now: ctx.now });
  const { handover } = computed;
  const readable = new Set(head.readable);
  const shown = forReader(computed, readable);
  const { answers } = shown;
  const [names, choices, points] = [
    await namesFor(db(ctx), answers), await choicesOf(db(ctx), computed), await openPoints(db(ctx), head, computed),
  ];
  const writers = await namesOf(db(ctx), answers.map(({ updatedById }) => updatedById));
  const contract = contractOf(computed.answers);
  const facts = { answers: computed.answers, complexity: computed.complexity.class, contract, teams: computed.teams.map(({ slug }) => slug) };
  const mayEdit = head.viewer.powers.answer === null;
  const provenance = await provenanceOf(ctx, { handoverId: id, dealId: head.deal.id, answers, fields: shown.fields, names, mayEdit });
  const sections = sectionsInForce(computed.templates).map((section) => sectionOf(section, { ...computed, ...shown, facts, writers, provenance }));
  return {
    head, sections, choices, points, names: Object.fromEntries(names),
    readiness: readinessFor(readable, computed),
    complexity: computed.complexity,
    rubric: computed.policies.rubric.content,
    /** By which version of each policy the rest was computed (B7). */
    versions: versionsOf(computed.policies),
    attendees: computed.attendees,
    leads: computed.leads,
    teams: handover.teams.map(({ team, lead }) => ({ id: team.id, slug: team.slug, name: team.name, technical: team.technical, lead: lead && { id: lead.id, name: lead.name } })),
    pm: head.pm,
    /** What conditions of fields ask about, for the form that shows and hides them while somebody types. */
    known: { ...facts, answers: referenced({ ...computed, ...shown }) },
    mayEdit,
    userId: personOf(ctx.actor) ?? "",
  };
}

/** The two numbers, and what is missing among the fields that somebody reads. */
export function readinessFor(readable: ReadonlySet<Visibility>, { fields, readiness }: Pick<Computed, "fields" | "readiness">) {
  const { blockers, warnings, gaps, required, requiredPercent, qualityPercent } = readiness;
  const isShown = ({ field }: { field: string }) => isReadable(field, fields, readable);
  return { blockers: blockers.filter(isShown), warnings: warnings.filter(isShown), gaps: gaps.filter(isShown), required, requiredPercent, qualityPercent };
}

type SectionFacts = Computed & { facts: Parameters<typeof requiredReason>[1]; writers: ReadonlyMap<string, string>; provenance: (field: Field, rowId: string | null) => Provenance };

function sectionOf({ id, ...words }: { id: SectionId; label: string; why: string }, computed: SectionFacts): BriefSection {
  const { fields, readiness: { sections }, answers } = computed;
  const { done, total, answered } = sections[id];
  const plain = fields.filter(({ section, group }) => section === id && group === undefined);
  const isShownNow = new Set(visibleFields(plain, computed.facts).map((field) => field.id));
  return {
    id, ...words, required: { done, total },
    status: done >= total && (total > 0 || answered > 0) ? "ready" : answered > 0 ? "inProgress" : "notStarted",
    fields: plain.map((field) => fieldOf(field, null, computed, isShownNow.has(field.id))),
    groups: GROUP_IDS.filter((group) => GROUPS[group].section === id).map((group) => {
      const cells = fields.filter((field) => field.group === group);
      return {
        group: GROUPS[group], cells,
        orderRevision: answers.find(({ field }) => field === orderField(group))?.revision ?? 0,
        rows: rowsOf(answers, group).map((row) => ({ id: row, cells: cells.map((cell) => fieldOf(cell, row, computed, true)) })),
      };
    }),
  };
}

function fieldOf(field: Field, rowId: string | null, { answers, facts, fields, teams, writers, provenance }: SectionFacts, isShown: boolean): BriefField {
  const found = answers.find((answer) => answer.field === field.id && answer.rowId === rowId);
  const slug = teamOfField(field.id);
  return {
    field, isShown,
    required: field.group ? (field.required === true ? field.why : null) : requiredReason(field, facts, fields),
    team: (slug && teams.find((team) => team.slug === slug)?.name) ?? null,
    ...provenance(field, rowId),
    answer: found ? answerOf(found, writers) : null,
  };
}

function answerOf({ updatedById, updatedAt, ...answer }: StoredAnswer, writers: ReadonlyMap<string, string>): BriefAnswer {
  return { ...answer, by: (updatedById && writers.get(updatedById)) ?? null, at: updatedAt.toISOString() };
}

/** The answers that some field's condition asks about. */
function referenced({ fields, answers }: Computed) {
  const asked = new Set(fields.flatMap(({ visible }) => (visible ? fieldsNamed(visible) : [])));
  return answers.filter(({ field }) => asked.has(field)).map(({ field, rowId, state, value }) => ({ field, rowId, state, value }));
}

/** Whom and what answers can name: colleagues around this handover, the client's people, its delivery teams. */
async function choicesOf(database: Db, { handover, teams }: Computed): Promise<BriefChoices> {
  const { contactOwnerId, dealOwnerId, deal } = handover;
  const people = await database.user.findMany({
    where: {
      active: true,
      OR: [
        { id: { in: [contactOwnerId, dealOwnerId] } },
        { collaborations: { some: { dealId: deal.id } } },
        { memberships: { some: { teamId: { in: teams.map(({ id }) => id) } } } },
        { memberships: { some: { team: { kind: "SALES", memberships: { some: { userId: contactOwnerId } } } } } },
      ],
    },
    select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 300,
  });
  return {
    people,
    contacts: deal.client.contacts.filter(({ erasedAt }) => erasedAt === null).map(({ id, name, title }) => ({ id, name, title })),
    teams: teams.map(({ id, name }) => ({ id, name })),
    currency: deal.currency,
  };
}

/** The points of the return that is open now, in the order of the brief (P1.8). */
async function openPoints(database: Db, head: Pick<HandoverHead, "id" | "readable">, { fields, answers }: Computed): Promise<ReturnPointDto[]> {
  const rows = await database.returnPoint.findMany({
    where: { handoverId: head.id, resolvedAt: null, undoneAt: null },
    select: { id: true, field: true, rowId: true, reason: true, needed: true, suggestion: true, byId: true },
    orderBy: { id: "asc" },
  });
  if (rows.length === 0) return [];
  const people = await namesOf(database, rows.map(({ byId }) => byId));
  const names = await namesFor(database, answers);
  const readable = new Set(head.readable);
  const comments = await database.reviewComment.findMany({ where: { pointId: { in: rows.map((row) => row.id) } }, select: { id: true, pointId: true } });
  const position = (one: string) => fields.findIndex((field) => field.id === one);
  return rows
    .filter(({ field }) => isReadable(field, fields, readable))
    .map(({ byId, ...point }) => {
      const field = fields.find((one) => one.id === point.field);
      const group = GROUPS[point.field.split(".")[0] as GroupId] as (typeof GROUPS)[GroupId] | undefined;
      const about = field ?? group;
      return {
        ...point, section: about?.section ?? ("client" as SectionId), label: about?.label ?? "The brief as a whole",
        commentId: comments.find(({ pointId }) => pointId === point.id)?.id ?? null,
        /** The answer that a suggested wording goes into: of a whole row, the cell that names it. */
        target: field?.id ?? (point.rowId === null ? null : (group?.title ?? null)),
        row: group && point.rowId !== null && rowsOf(answers, group.id).includes(point.rowId) ? rowTitle(answers, group.id, point.rowId, names) : null,
        by: people.get(byId) ?? "",
      };
    })
    .sort((a, b) => position(a.field) - position(b.field));
}
