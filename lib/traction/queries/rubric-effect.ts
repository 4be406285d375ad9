import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { dayOf } from "@/lib/deals/format";
import { dealScope } from "@/lib/deals/policy";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { calendarOf } from "@/lib/platform/business-time";
import { db } from "@/lib/platform/db";
import { dayIn } from "@/lib/platform/time";
import type { TractionRubric } from "@/lib/policies/schema";
import { traction } from "../rules/traction";

const LOOKED_AT = 500;

/** Which open deals would have another score, or be allowed something else, by a draft of the traction rubric (B6). Counts are the organisation's; names only of what the reader sees. */
export async function tractionEffect(ctx: Ctx, before: TractionRubric, after: TractionRubric) {
  const deals = await db(ctx).deal.findMany({
    where: { stage: { in: ["PROSPECT", "QUALIFIED", "PROPOSAL"] } }, orderBy: { number: "desc" }, take: LOOKED_AT,
    select: { id: true, name: true, createdAt: true, contactOwnerId: true, client: { select: { name: true } }, evidence: { where: { withdrawnAt: null }, select: { kind: true, happenedOn: true } } },
  });
  const calendars = await calendarsOf(db(ctx), [...new Set(deals.map(({ contactOwnerId }) => contactOwnerId))]);
  const changed = deals.flatMap(({ id, name, client, ...deal }) => {
    const calendar = calendars.get(deal.contactOwnerId) ?? calendarOf({ zone: "UTC" });
    const facts = { evidence: deal.evidence.map(({ kind, happenedOn }) => ({ kind, happenedOn: dayOf(happenedOn) })), since: dayIn(calendar.zone, deal.createdAt), calendar };
    const [was, is] = [traction(facts, before, ctx.now), traction(facts, after, ctx.now)];
    const isSame = was.score === is.score && was.allows.join() === is.allows.join();
    return isSame ? [] : [{ id, deal: name, client: client.name, from: was.score, to: is.score, gains: is.allows.filter((one) => !was.allows.includes(one)).length, loses: was.allows.filter((one) => !is.allows.includes(one)).length }];
  });
  const visible = new Set((await db(ctx).deal.findMany({ where: { AND: [dealScope(ctx.actor), { id: { in: changed.map(({ id }) => id) } }] }, select: { id: true } })).map(({ id }) => id));
  return {
    looked: deals.length, count: changed.length,
    gain: changed.filter(({ gains }) => gains > 0).length, lose: changed.filter(({ loses }) => loses > 0).length,
    rows: changed.filter(({ id }) => visible.has(id)),
  };
}
export type TractionEffect = Awaited<ReturnType<typeof tractionEffect>>;
