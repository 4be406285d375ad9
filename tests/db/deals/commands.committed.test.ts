import { describe } from "vitest";
import { approveAtRiskStart } from "@/lib/deals/commands/at-risk";
import { inviteColleague, reassignContactOwner } from "@/lib/deals/commands/people";
import { winDeal } from "@/lib/deals/commands/stage";
import { chainProblem } from "@/lib/events/verify";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { announceEvent } from "@/lib/jobs/announce";
import { appendEvent } from "@/lib/events/append";
import { newId } from "@/lib/platform/ids";
import { asActor, asUser, eventTypes, expect, prisma, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { aDeal, aHandoverOf, aWonDeal } from "../../support/factories/deals";

const wins = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === "fulfilled").length;
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [(result.reason as { code?: string }).code] : []));

describe("at once", () => {
  test("a deal is won by exactly one of six, and the others are told", async () => {
    const agency = await anAgency(prisma);
    const id = await aDeal(prisma, agency);
    const sam = await asUser(agency.sam);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => winDeal(sam, { id, revision: 1, signedOn: "2030-01-02", evidence: "on paper" })));
    expect([wins(results), new Set(codes(results))]).toEqual([1, new Set(["CONFLICT"])]);
    expect(await eventTypes(prisma, id)).toEqual(["deal.won"]);
  });

  test("P1.1: two managers approve: one approval stands", async () => {
    const agency = await anAgency(prisma);
    const other = await aPerson(prisma, "Bob", [{ teamId: agency.sales, role: "MANAGER" }]);
    const id = await aDeal(prisma, agency, { atRiskUntil: new Date("2030-01-20T00:00:00Z"), atRiskReason: "x" });
    const both = [await asUser(agency.bea), await asUser(other)];
    const results = await Promise.allSettled(both.map((ctx) => approveAtRiskStart(ctx, { id, revision: 1 })));
    expect([wins(results), codes(results)]).toEqual([1, ["CONFLICT"]]);
    expect(await eventTypes(prisma, id)).toEqual(["deal.atRiskApproved"]);
  });

  test("P3.5: the relationship moves while its handover begins: both agree on whose it is, and nobody waits for ever", async () => {
    for (let round = 0; round < 8; round++) {
      const agency = await anAgency(prisma);
      const id = await aWonDeal(prisma, agency);
      const [sam, bea] = [await asUser(agency.sam), await asUser(agency.bea)];
      await inviteColleague(sam, { id, userId: agency.sue });
      const results = await Promise.allSettled([
        beginHandover(sam, { dealId: id }),
        reassignContactOwner(bea, { id, userId: agency.sue, reason: "Sam leaves" }),
        beginHandover(await asUser(agency.sue), { dealId: id }),
      ]);
      expect(codes(results).filter((code) => code !== "CONFLICT")).toEqual([]);
      const deal = await prisma.deal.findUniqueOrThrow({ where: { id }, include: { handovers: true } });
      expect(deal.handovers.map(({ contactOwnerId }) => contactOwnerId)).toEqual([deal.contactOwnerId]);
      expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
    }
  });

  test("B1: telling waits for an undo that is under way, and then says nothing", async () => {
    const agency = await anAgency(prisma);
    const handoverId = await aHandoverOf(prisma, await aWonDeal(prisma, agency), { pmId: agency.pia });
    const key = { keyId: newId(), role: "PM" as const, team: null, briefVersion: 1 };
    const pia = await asUser(agency.pia);
    await prisma.$transaction((tx) => appendEvent(tx, pia, { stream: handoverId, type: "handover.accepted", payload: { ...key, conditions: [] } }));
    const { id: eventId } = await prisma.event.findFirstOrThrow({ where: { stream: handoverId } });
    let telling: Promise<number> | undefined;
    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${handoverId}::uuid FOR UPDATE`;
      telling = announceEvent(asActor({ type: "system", job: "announce" }), { eventId });
      await new Promise((wait) => setTimeout(wait, 300));
      await appendEvent(tx, pia, { stream: handoverId, type: "handover.acceptanceUndone", payload: key });
    });
    expect(await telling).toBe(0);
    expect(await prisma.notification.count({ where: { eventId } })).toBe(0);
  });
});
