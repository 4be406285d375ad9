import "server-only";
import { type Ctx, isAdmin, personOf } from "@/lib/auth/ctx";
import { db, type Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { OrganisationKind } from "../fields/policy-form";
import { ORGANISATION_KINDS } from "../fields/policy-form";
import { consentRefusal, readsDrafts } from "../policy";
import { consentOf } from "../rules/consent";
import { policyChanges } from "../rules/policy-changes";
import { policyFacts } from "./policy-facts";

/** Every policy of the organisation: what is in force since when, and for who reads drafts whether there is one. */
export async function listPolicies(ctx: Ctx) {
  const rows = await db(ctx).policyVersion.findMany({
    where: { teamId: null, kind: { in: [...ORGANISATION_KINDS] } }, orderBy: { version: "desc" },
    select: { kind: true, version: true, status: true, publishedAt: true, draftedAt: true },
  });
  return ORGANISATION_KINDS.flatMap((kind) => {
    const inForce = rows.find((one) => one.kind === kind && one.status === "PUBLISHED");
    const draft = readsDrafts(ctx.actor) ? rows.find((one) => one.kind === kind && one.status === "DRAFT") : undefined;
    return inForce ? [{ kind, version: inForce.version, publishedAt: inForce.publishedAt, draft: draft ? { version: draft.version, at: draft.draftedAt } : null }] : [];
  });
}

export type PolicyView = Awaited<ReturnType<typeof getPolicy>>;

/** One policy: the version in force, all published ones, and for who reads drafts the draft with its changes, problems and consents. */
export async function getPolicy(ctx: Ctx, kind: OrganisationKind) {
  const { published, inForce, draft, changes, problems, consents } = await policyFacts(db(ctx), kind);
  const names = await namesOf(db(ctx), [...published.flatMap(({ publishedById }) => publishedById ?? []), ...(draft?.draftedById ? [draft.draftedById] : [])]);
  const standing = consentOf(consents);
  return {
    kind, mayEdit: isAdmin(ctx.actor),
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

/** A published version as it was, whoever asks; NOT_FOUND where there is none of that number. */
export async function getPolicyVersions(ctx: Ctx, kind: OrganisationKind, { a, b }: { a: number; b: number }) {
  const { versions } = await getPolicy(ctx, kind);
  const [one, other] = [versions.find(({ version }) => version === a), versions.find(({ version }) => version === b)];
  if (!one || !other) throw new AppError("NOT_FOUND");
  return { versions, one, other, changes: policyChanges(kind, one.content, other.content) };
}

async function namesOf(tx: Db, ids: string[]): Promise<Map<string, string>> {
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
