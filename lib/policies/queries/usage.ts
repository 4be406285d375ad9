import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { scope } from "@/lib/handovers/policy";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { isId } from "@/lib/platform/ids";
import { type Usage, USAGES, type UsageState } from "../format";

type Counted = { teamId: string; templateId: string; status: HandoverStatus; count: number };

const nothing = (): Usage => ({ drafts: 0, review: 0, delivery: 0, over: 0 });
const stateOf = (status: HandoverStatus): UsageState => (Object.keys(USAGES) as UsageState[]).find((state) => (USAGES[state].statuses as readonly HandoverStatus[]).includes(status)) ?? "over";

export type TemplateLine = {
  teamId: string; team: string; active: boolean;
  inForce: { version: number; publishedAt: Date | null };
  draft: { version: number; by: string | null; at: Date | null } | null;
  /** Handovers on the version in force, and on older ones. */
  current: Usage; older: Usage;
};

/** Every delivery team's template: what is in force, the draft, and how many handovers use which version (B6). For admins. */
export async function listTemplates(ctx: Ctx): Promise<TemplateLine[]> {
  enforce(adminRefusal(ctx.actor));
  const teams = await db(ctx).team.findMany({ where: { kind: "DELIVERY" }, select: { id: true, name: true, active: true }, orderBy: [{ active: "desc" }, { name: "asc" }] });
  const versions = await db(ctx).policyVersion.findMany({
    where: { kind: "BRIEF_TEMPLATE" }, orderBy: { version: "desc" },
    select: { id: true, teamId: true, version: true, status: true, publishedAt: true, draftedById: true, draftedAt: true },
  });
  const names = await namesOf(db(ctx), versions.map(({ draftedById }) => draftedById));
  const counted = await count(ctx, null);
  return teams.flatMap(({ id, name, active }) => {
    const mine = versions.filter(({ teamId }) => teamId === id);
    const inForce = mine.find(({ status }) => status === "PUBLISHED");
    const draft = mine.find(({ status }) => status === "DRAFT");
    if (!inForce) return [];
    const uses = counted.filter(({ teamId }) => teamId === id);
    return [{
      teamId: id, team: name, active, inForce,
      draft: draft ? { version: draft.version, by: names.get(draft.draftedById ?? "") ?? null, at: draft.draftedAt } : null,
      current: summed(uses.filter(({ templateId }) => templateId === inForce.id)), older: summed(uses.filter(({ templateId }) => templateId !== inForce.id)),
    }];
  });
}

export type VersionUsage = { id: string; version: number; publishedAt: Date | null; by: string | null; uses: Usage };

/** One team's published versions, the newest first, with how many handovers use each. For admins; NOT_FOUND for no delivery team. */
export async function templateUsage(ctx: Ctx, teamId: string): Promise<{ team: string; versions: VersionUsage[] }> {
  enforce(adminRefusal(ctx.actor));
  const team = isId(teamId) ? await db(ctx).team.findFirst({ where: { id: teamId, kind: "DELIVERY" }, select: { name: true } }) : null;
  if (!team) throw new AppError("NOT_FOUND");
  const versions = await db(ctx).policyVersion.findMany({
    where: { kind: "BRIEF_TEMPLATE", teamId, status: "PUBLISHED" }, orderBy: { version: "desc" }, select: { id: true, version: true, publishedAt: true, publishedById: true },
  });
  const names = await namesOf(db(ctx), versions.map(({ publishedById }) => publishedById));
  const counted = await count(ctx, teamId);
  return {
    team: team.name,
    versions: versions.map(({ publishedById, ...one }) => ({
      ...one, by: names.get(publishedById ?? "") ?? null, uses: summed(counted.filter(({ templateId }) => templateId === one.id)),
    })),
  };
}

const LIST_AT_MOST = 200;
export type UsingHandover = { id: string; number: number; deal: string; client: string; status: HandoverStatus };

/** The handovers behind one number, as far as this person sees them: an admin sees no brief without another role. */
export async function listUsing(ctx: Ctx, { templateId, state }: { templateId: string; state: UsageState }): Promise<UsingHandover[]> {
  enforce(adminRefusal(ctx.actor));
  const rows = await db(ctx).handover.findMany({
    relationLoadStrategy: "join",
    where: { AND: [scope(ctx.actor), { status: { in: [...USAGES[state].statuses] }, teams: { some: { templateId } } }] },
    select: { id: true, number: true, status: true, deal: { select: { name: true, client: { select: { name: true } } } } }, orderBy: { number: "desc" }, take: LIST_AT_MOST,
  });
  return rows.map(({ deal, ...row }) => ({ ...row, deal: deal.name, client: deal.client.name }));
}

const summed = (rows: readonly Counted[]): Usage =>
  rows.reduce((sum, { status, count: n }) => ({ ...sum, [stateOf(status)]: sum[stateOf(status)] + n }), nothing());

const count = (ctx: Ctx, teamId: string | null): Promise<Counted[]> =>
  db(ctx).$queryRaw<Counted[]>`
    SELECT t."teamId", t."templateId", h.status, count(*)::int AS count FROM "HandoverTeam" t JOIN "Handover" h ON h.id = t."handoverId"
    WHERE t."templateId" IS NOT NULL AND (${teamId}::uuid IS NULL OR t."teamId" = ${teamId}::uuid) GROUP BY 1, 2, 3`;
