import { moveDeal } from "@/lib/deals/commands/stage";
import { chainProblem } from "@/lib/events/verify";
import { asUser, eventTypes, expect, prisma, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";

test("P1.9 of two who move a deal on the board at once one does, and the other is told who did what", { timeout: 120_000 }, async () => {
  const agency = await anAgency(prisma);
  const [sam, bea] = [await asUser(agency.sam), await asUser(agency.bea)];
  for (let round = 0; round < 50; round++) {
    const id = await aDeal(prisma, agency, { stage: "QUALIFIED" });
    const results = await Promise.allSettled([
      moveDeal(sam, { id, revision: 1, move: "propose", reason: "" }), moveDeal(bea, { id, revision: 1, move: "park", reason: "No budget until March" }),
    ]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toMatchObject([{ reason: { code: "CONFLICT", message: expect.stringMatching(/(Sam|Bea) (moved|parked)/) } }]);
    const { stage, revision } = await prisma.deal.findUniqueOrThrow({ where: { id } });
    expect([stage, revision]).toEqual([results[0].status === "fulfilled" ? "PROPOSAL" : "PARKED", 2]);
    expect(await eventTypes(prisma, id)).toEqual(["deal.moved"]);
    expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
  }
});
