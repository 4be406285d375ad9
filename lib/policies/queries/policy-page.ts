import "server-only";
import { type Ctx, isAdmin, personOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { coreField } from "@/lib/handovers/fields";
import { conditionWords } from "@/lib/handovers/rules/condition";
import { AppError, enforce } from "@/lib/platform/errors";
import type { FormKind } from "../fields/policy-form";
import { kindOfPage, ORGANISATION_KINDS } from "../fields/policy-form";
import { consentRefusal, readsDrafts } from "../policy";
import { consentOf } from "../rules/consent";
import { policyChanges } from "../rules/policy-changes";
import { checklistSubjects } from "./checklist-subjects";
import { policyFacts } from "./policy-facts";

/** Every policy that is edited as one form: what is in force since when, and for who reads drafts whether there is one. */
export async function listPolicies(ctx: Ctx) {
  const rows = await db(ctx).policyVersion.findMany({
    where: { OR: [{ teamId: null, kind: { in: [...ORGANISATION_KINDS] } }, { kind: "DISCOVERY_SET" }] }, orderBy: { version: "desc" },
    select: { kind: true, teamId: true, version: true, status: true, publishedAt: true, draftedAt: true },
  });
  const teams = await db(ctx).team.findMany({ where: { kind: "DELIVERY", active: true }, orderBy: { name: "asc" }, select: { id: true, name: true, slug: true } });
  const places: { kind: FormKind; team: (typeof teams)[number] | null }[] = [...ORGANISATION_KINDS.map((kind) => ({ kind, team: null })), ...teams.map((team) => ({ kind: "DISCOVERY_SET" as const, team }))];
  return places.flatMap(({ kind, team }) => {
    const mine = rows.filter((one) => one.kind === kind && one.teamId === (team?.id ?? null));
    const inForce = mine.find((one) => one.status === "PUBLISHED");
    const draft = readsDrafts(ctx.actor) ? mine.find((one) => one.status === "DRAFT") : undefined;
    return inForce ? [{ kind, team, version: inForce.version, publishedAt: inForce.publishedAt, draft: draft ? { version: draft.version, at: draft.draftedAt } : null }] : [];
  });
}

/** The policy that a page is about, with the team of which it is; null where there is none. */
export async function findPolicyPlace(ctx: Ctx, page: string): Promise<{ kind: FormKind; teamId: string | null } | null> {
  const place = kindOfPage(page);
  if (!place) return null;
  const team = place.team === undefined ? null : await db(ctx).team.findFirst({ where: { slug: place.team, kind: "DELIVERY" }, select: { id: true } });
  return place.team !== undefined && !team ? null : { kind: place.kind, teamId: team?.id ?? null };
}

export type PolicyView = Awaited<ReturnType<typeof getPolicy>>;

/** One policy: the version in force, all published ones, and for who reads drafts the draft with its changes, problems and consents. */
export async function getPolicy(ctx: Ctx, kind: FormKind, teamId: string | null = null) {
  const { team, choices, published, inForce, draft, changes, problems, consents } = await policyFacts(db(ctx), kind, teamId);
  const names = await namesOf(db(ctx), [...published.flatMap(({ publishedById }) => publishedById ?? []), ...(draft?.draftedById ? [draft.draftedById] : [])]);
  const standing = consentOf(consents);
  return {
    kind, team, choices, mayEdit: isAdmin(ctx.actor),
    inForce: { version: inForce.version, content: inForce.content, publishedAt: inForce.publishedAt },
    versions: published.map(({ version, content, publishedAt, publishedById }) => ({ version, content, publishedAt, by: publishedById ? (names.get(publishedById) ?? null) : null })).reverse(),
    draft: draft && readsDrafts(ctx.actor) ? {
      version: draft.version, revision: draft.revision, content: draft.content, by: draft.draftedById ? (names.get(draft.draftedById) ?? null) : null, at: draft.draftedAt, changes, problems,
      consents: consents.map(({ name }) => name), missing: standing.missing,
      /** A complexity rubric waits for managers: whether this reader is one who has not consented yet. */
      mayConsent: kind === "COMPLEXITY_RUBRIC" && consentRefusal(ctx.actor) === null && !consents.some(({ id }) => id === personOf(ctx.actor)),
    } : null,
  };
}

/** One item of the checklist's draft, with what its condition can ask about. For admins; NOT_FOUND where there is no such item or draft. */
export async function getItemCondition(ctx: Ctx, id: string) {
  enforce(adminRefusal(ctx.actor));
  const { draft, choices } = await policyFacts(db(ctx), "CHECKLIST_TEMPLATE");
  const item = draft?.content.items.find((one) => one.id === id);
  if (!draft || !item) throw new AppError("NOT_FOUND");
  return { item, revision: draft.revision, version: draft.version, words: choices.words ?? conditionWords(coreField), parts: await checklistSubjects(db(ctx)) };
}

/** A published version as it was, whoever asks; NOT_FOUND where there is none of that number. */
export async function getPolicyVersions(ctx: Ctx, kind: FormKind, { a, b, teamId = null }: { a: number; b: number; teamId?: string | null }) {
  const { versions, choices } = await getPolicy(ctx, kind, teamId);
  const [one, other] = [versions.find(({ version }) => version === a), versions.find(({ version }) => version === b)];
  if (!one || !other) throw new AppError("NOT_FOUND");
  return { versions, one, other, changes: policyChanges(kind, one.content, other.content, choices) };
}
