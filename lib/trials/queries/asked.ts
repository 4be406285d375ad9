import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { dealScope } from "@/lib/deals/policy";
import type { AskedRow } from "@/lib/involvement/queries/asked";
import { trialGroup } from "@/lib/involvement/rules/asked";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { isId } from "@/lib/platform/ids";

const deal = { select: { id: true, number: true, name: true, stage: true, client: { select: { name: true } } } } as const;
const person = { select: { id: true, name: true } } as const;
const ROW = { id: true, state: true, stoppedAt: true, purpose: true, dueOn: true, developerId: true, leadId: true, requestedBy: person, deal } as const satisfies Prisma.TrialTaskSelect;
const OVER = ["EVALUATED", "DECLINED", "CANCELLED"] as const;
const DONE_SHOWN = 30;

/** The trial tasks that this person does or reviews: the open ones by date, then those that are over. */
export async function listAskedTrials(ctx: Ctx): Promise<AskedRow[]> {
  const me = personOf(ctx.actor);
  if (me === null) return [];
  const mine = { OR: [{ developerId: me }, { leadId: me }] };
  const rows = [
    ...(await db(ctx).trialTask.findMany({ where: { ...mine, state: { notIn: [...OVER] } }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: 200, select: ROW })),
    ...(await db(ctx).trialTask.findMany({ where: { ...mine, state: { in: [...OVER] } }, orderBy: [{ endedAt: "desc" }, { id: "asc" }], take: DONE_SHOWN, select: ROW })),
  ];
  return rows.map(({ id, state, stoppedAt, purpose, dueOn, leadId, requestedBy, deal: { number, name, stage, client } }) => ({
    id, asking: "TRIAL", group: trialGroup({ state, stoppedAt, stage, as: leadId === me ? "lead" : "developer" }), title: purpose, due: dueOn,
    deal: { number, name }, client: client.name, from: requestedBy.name,
  }));
}

/** One of them, whole, and without its price: null where it is none of theirs. */
export async function findAskedTrial(ctx: Ctx, { id }: { id: string }) {
  const me = personOf(ctx.actor);
  if (me === null || !isId(id)) return null;
  const row = await db(ctx).trialTask.findFirst({
    where: { id, OR: [{ developerId: me }, { leadId: me }] },
    select: {
      ...ROW, scope: true, entryCriteria: true, exitCriteria: true, capMinutes: true, spentMinutes: true, why: true, result: true, outcome: true, evaluation: true,
      declineReason: true, note: true, startedAt: true, createdAt: true, developer: { select: { id: true, name: true, zone: true } }, lead: person,
    },
  });
  if (!row) return null;
  const seesDeal = (await db(ctx).deal.count({ where: { AND: [{ id: row.deal.id }, dealScope(ctx.actor)] } })) > 0;
  const { deal: { id: dealId, stage, client, ...of }, ...rest } = row;
  const as = row.leadId === me ? "lead" as const : "developer" as const;
  return {
    ...rest, as, group: trialGroup({ state: row.state, stoppedAt: row.stoppedAt, stage, as }), deal: of, client: client.name,
    dealHref: seesDeal ? `/deals/${dealId}` : null, askedByMe: row.requestedBy.id === me,
  };
}

export type AskedTrial = NonNullable<Awaited<ReturnType<typeof findAskedTrial>>>;
