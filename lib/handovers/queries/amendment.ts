import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { namesOf } from "@/lib/auth/names";
import { type Db, db } from "@/lib/platform/db";
import { type Confirmer, confirmersOf } from "../rules/amendment";
import { changesBetween } from "../rules/versions";
import { POWERS } from "../policy";
import { computeBrief } from "./computed";
import { getHandover, type HandoverHead } from "./handover";
import { namesFor } from "./computed";
import { snapshotOf } from "./snapshot";
import { fieldsOf, shownChanges, type ShownChanges } from "./versions";

type AmendedHandover = { id: string; briefVersion: number; keys: readonly { id: string; role: string; teamId: string | null }[] };

/**
 * How the live answers differ from the last frozen version, and who would have to confirm it (B4), computed by the policies
 * that the version keeps. No authorisation here.
 */
export async function amendmentOf(tx: Db, ctx: Pick<Ctx, "now">, { id, briefVersion, keys }: AmendedHandover) {
  const frozen = await snapshotOf(tx, id, briefVersion);
  const computed = await computeBrief(tx, id, { now: ctx.now, ...(frozen && { kept: frozen.policies }) });
  const { handover, answers, teams, fields } = computed;
  const before = frozen?.answers ?? [];
  const changes = changesBetween(before, answers);
  const managers = await managersOf(tx, { contactOwnerId: handover.contactOwnerId, teamIds: teams.map((team) => team.id) });
  const confirmers: Confirmer[] = confirmersOf({
    changes, before, after: answers, fieldOf: (fieldId) => fields.find((one) => one.id === fieldId),
    pmId: handover.pmId ?? "", contactOwner: handover.contactOwner, teams, ...managers,
    leads: keys.filter(({ role }) => role === "TEAM_LEAD").map(({ id: keyId, teamId }) => {
      const team = teams.find((one) => one.id === teamId);
      return { key: { id: keyId, role: "TEAM_LEAD" as const, team: team ? { id: team.id, slug: team.slug } : null }, lead: handover.teams.find((one) => one.teamId === teamId)?.lead ?? null };
    }),
  });
  return { frozen, computed, changes, confirmers };
}

async function managersOf(tx: Db, { contactOwnerId, teamIds }: { contactOwnerId: string; teamIds: readonly string[] }) {
  const rows = await tx.membership.findMany({
    where: {
      role: "MANAGER", user: { active: true },
      OR: [{ teamId: { in: [...teamIds] } }, { team: { kind: "SALES", memberships: { some: { userId: contactOwnerId } } } }],
    },
    orderBy: [{ teamId: "asc" }, { userId: "asc" }],
    select: { teamId: true, user: { select: { id: true, name: true } }, team: { select: { kind: true } } },
  });
  const people = rows.map(({ teamId, user, team }) => ({ ...user, teamId, kind: team.kind }));
  return { salesManagers: people.filter(({ kind }) => kind === "SALES"), deliveryManagers: people.filter(({ kind }) => kind === "DELIVERY") };
}

export type AmendmentDto = Awaited<ReturnType<typeof getAmendment>>;

/** For the PM: what would be amended, field by field, what is missing, and who would be asked. Out of scope is NOT_FOUND. */
export async function getAmendment(ctx: Ctx, id: string) {
  const head = await getHandover(ctx, id);
  const refusal = head.viewer.powers.lead;
  const nothing = { head, refusal, changes: [] as ShownChanges, confirmers: [] as Confirmer[], blockers: [] as { sentence: string; field: string; rowId: string | null; section: string }[] };
  if (refusal) return nothing;
  const { frozen, computed, confirmers } = await amendmentOf(db(ctx), ctx, head);
  if (!frozen) return nothing;
  const labels = Object.fromEntries(await namesFor(db(ctx), computed.answers));
  const after = { ...frozen, answers: computed.answers, labels: { ...frozen.labels, ...labels } };
  const changes = shownChanges({ before: frozen, after, fields: [...computed.fields, ...(await fieldsOf(db(ctx), frozen))], readable: head.readable });
  return { ...nothing, changes, confirmers, blockers: computed.readiness.blockers };
}

export type AmendedVersion = Awaited<ReturnType<typeof listAmendments>>[number];

/** The versions that amended an accepted brief, the newest first, each with whoever confirms it and what they said (B4). */
export async function listAmendments(ctx: Ctx, { id, facts, teams }: HandoverHead) {
  const [versions, asked] = await Promise.all([
    db(ctx).briefVersion.findMany({
      where: { handoverId: id, amendment: { not: null } }, orderBy: { version: "desc" },
      select: { version: true, amendment: true, createdAt: true, createdById: true },
    }),
    db(ctx).confirmation.findMany({ where: { handoverId: id }, orderBy: { id: "asc" } }),
  ]);
  if (versions.length === 0) return [];
  const names = await namesOf(db(ctx), [...versions.map(({ createdById }) => createdById), ...asked.flatMap(({ holderId, decidedById }) => [holderId, decidedById])]);
  return versions.map(({ version, amendment, createdAt, createdById }) => ({
    version, reason: amendment ?? "", at: createdAt.toISOString(), by: names.get(createdById) ?? "",
    confirmations: asked.filter((one) => one.version === version).map(({ id: confirmationId, kind, teamId, holderId, reason, state, note, decidedAt, decidedById }) => ({
      id: confirmationId, kind, reason, state, note, team: teams.find((one) => one.id === teamId)?.name ?? null, holder: names.get(holderId) ?? "",
      decidedAt: decidedAt?.toISOString() ?? null, decidedBy: decidedById && (names.get(decidedById) ?? null),
      refusal: POWERS.confirm(ctx.actor, facts, { kind, teamId, holderId }),
    })),
  }));
}

/** Amendments that wait for this person's word, the oldest first. */
export async function listMyConfirmations(ctx: Ctx, me: string) {
  const rows = await db(ctx).confirmation.findMany({
    where: { holderId: me, state: "OPEN", handover: { status: { in: ["ACCEPTED", "IN_DELIVERY"] } } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 10,
    select: { id: true, createdAt: true, kind: true, handover: { select: { id: true, number: true, deal: { select: { name: true, client: { select: { name: true } } } } } } },
  });
  return rows.map(({ id, createdAt, kind, handover }) => ({
    id, kind, at: createdAt.toISOString(), handoverId: handover.id, number: handover.number, deal: handover.deal.name, client: handover.deal.client.name,
  }));
}
