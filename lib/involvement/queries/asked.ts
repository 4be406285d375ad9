import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { dealScope } from "@/lib/deals/policy";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { isId } from "@/lib/platform/ids";
import type { AskedThing } from "../format";
import { type AskedGroup, requestGroup } from "../rules/asked";

/** One line of what is asked of somebody: of its deal the name and the client's, and never its value. */
export type AskedRow = {
  id: string; asking: AskedThing; group: AskedGroup; title: string; due: Date | null;
  deal: { number: number; name: string }; client: string; from: string;
};

/** So many of those that are done, the newest first. */
const DONE_SHOWN = 30;

const deal = { select: { id: true, number: true, name: true, stage: true, client: { select: { name: true } } } } as const;
const person = { select: { name: true } } as const;
const ROW = { id: true, kind: true, state: true, asked: true, neededBy: true, requestedBy: person, deal } as const satisfies Prisma.InvolvementSelect;

/** The requests to this person: the open ones by date, then those that are done. */
export async function listAskedRequests(ctx: Ctx): Promise<AskedRow[]> {
  const personId = personOf(ctx.actor);
  if (personId === null) return [];
  const open = { in: ["REQUESTED", "ACCEPTED"] } satisfies Prisma.EnumInvolvementStateFilter;
  const rows = [
    ...(await db(ctx).involvement.findMany({ where: { personId, state: open }, orderBy: [{ neededBy: "asc" }, { id: "asc" }], take: 200, select: ROW })),
    ...(await db(ctx).involvement.findMany({ where: { personId, state: { notIn: open.in } }, orderBy: [{ endedAt: "desc" }, { id: "asc" }], take: DONE_SHOWN, select: ROW })),
  ];
  return rows.map(({ id, kind, state, asked, neededBy, requestedBy, deal: { number, name, stage, client } }) => ({
    id, asking: kind, group: requestGroup({ state, stage }), title: asked, due: neededBy, deal: { number, name }, client: client.name, from: requestedBy.name,
  }));
}

/** One request to this person, whole; null where it is none of theirs. `dealHref` where they see the deal itself. */
export async function findAskedRequest(ctx: Ctx, { id }: { id: string }) {
  const personId = personOf(ctx.actor);
  if (personId === null || !isId(id)) return null;
  const row = await db(ctx).involvement.findFirst({
    where: { id, personId },
    select: {
      ...ROW, role: true, teamId: true, suggestion: true, annex: true, whyCall: true, withClient: true, capMinutes: true, spentMinutes: true, why: true,
      answer: true, agreed: true, declineReason: true, note: true, createdAt: true, person: { select: { zone: true } },
    },
  });
  if (!row) return null;
  const seesDeal = (await db(ctx).deal.count({ where: { AND: [{ id: row.deal.id }, dealScope(ctx.actor)] } })) > 0;
  const mayName = row.role === "TEAM_LEAD" && (row.state === "REQUESTED" || row.state === "ACCEPTED" || row.state === "ANSWERED");
  const developers = mayName
    ? await db(ctx).user.findMany({
      where: { active: true, memberships: { some: { teamId: row.teamId, role: "DEVELOPER" } }, namedFor: { none: { dealId: row.deal.id } } },
      orderBy: [{ name: "asc" }, { id: "asc" }], take: 100, select: { id: true, name: true },
    })
    : [];
  const { deal: { id: dealId, stage, client, ...of }, ...rest } = row;
  return { ...rest, group: requestGroup({ state: row.state, stage }), deal: of, client: client.name, dealHref: seesDeal ? `/deals/${dealId}` : null, developers };
}

export type AskedRequest = NonNullable<Awaited<ReturnType<typeof findAskedRequest>>>;
