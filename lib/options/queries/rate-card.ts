import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { policyInForce } from "@/lib/policies/queries";
import { rateCardRefusal, rateCardScope } from "../policy";

const LINE = {
  id: true, name: true, words: true, lowMinutes: true, likelyMinutes: true, highMinutes: true, validUntil: true, createdAt: true, lead: { select: { id: true, name: true } }, team: { select: { id: true, name: true } },
} as const satisfies Prisma.RateCardItemSelect;

/** The rate cards that this reader may see, by team, each with the lines that stand; those that have run out are among them. */
export async function listRateCards(ctx: Ctx) {
  const { content } = await policyInForce(db(ctx), "COMPLEXITY_RUBRIC");
  const teams = await db(ctx).team.findMany({
    where: rateCardScope(ctx.actor), orderBy: { name: "asc" },
    select: { id: true, name: true, rateCardItems: { where: { retiredAt: null }, orderBy: [{ name: "asc" }, { id: "asc" }], select: LINE } },
  });
  return {
    most: content.estimates.rateCardDays,
    /** Those that the reader writes come first. */
    teams: teams.map(({ id, name, rateCardItems }) => ({ id, name, lines: rateCardItems, mayWrite: rateCardRefusal(ctx.actor, { teamId: id }) === null })).sort((a, b) => Number(b.mayWrite) - Number(a.mayWrite)),
  };
}
export type RateCards = Awaited<ReturnType<typeof listRateCards>>;
export type RateCardLine = RateCards["teams"][number]["lines"][number];

/** The lines that serve a deal now (P7.2): of its teams, neither taken back nor run out. The deal was found in scope. */
export const listLines = (ctx: Ctx, { dealId }: { dealId: string }) =>
  db(ctx).rateCardItem.findMany({
    where: { retiredAt: null, validUntil: { gt: ctx.now }, team: { active: true, deals: { some: { dealId } } } }, orderBy: [{ team: { name: "asc" } }, { name: "asc" }], take: 500, select: LINE,
  });
