import { describe } from "vitest";
import { inviteColleague } from "@/lib/deals/commands/people";
import { answerDiscovery } from "@/lib/discovery/commands/answer";
import { answerDiscoveryInput } from "@/lib/discovery/schema";
import { chainProblem } from "@/lib/events/verify";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { answersOf } from "@/lib/handovers/queries/answers";
import { asUser, eventTypes, expect, prisma, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";

const ROUNDS = 8;
const said = (id: string, value: string, more = {}) => answerDiscoveryInput.parse({ id, field: "purpose.goals", value, base: 0, ...more });

async function twoSellers() {
  const agency = await anAgency(prisma);
  const id = await aDeal(prisma, agency, { teams: { create: { teamId: agency.wordpress } } });
  const sam = await asUser(agency.sam);
  await inviteColleague(sam, { id, userId: agency.sue });
  return { id, sam, sue: await asUser(agency.sue) };
}

describe("at once", () => {
  test("P1.3 of two who answer the same question one wins, and the other is handed both", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, sam, sue } = await twoSellers();
      const handover = round % 2 === 0 ? null : await beginHandover(sam, { dealId: id });
      const seenIn = { seenIn: handover?.id ?? null };
      const results = await Promise.all([answerDiscovery(sam, said(id, "Sam's words", seenIn)), answerDiscovery(sue, said(id, "Sue's words", seenIn))]);
      const stands = handover ? (await answersOf(prisma, handover.id, "purpose.goals"))[0]?.value : (await prisma.discoveryAnswer.findFirstOrThrow({ where: { dealId: id } })).value;
      const [winner, loser] = results[0].outcome === "saved" ? ["Sam's words", results[1]] : ["Sue's words", results[0]];
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(["conflict", "saved"]);
      expect(stands).toBe(winner);
      expect(loser).toMatchObject({ current: { text: winner, revision: 1 } });
      expect((await eventTypes(prisma, id)).filter((type) => type === "discovery.asked")).toHaveLength(1);
      expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
    }
  });

  test("P7.4 an answer while the draft begins is in the brief, or refused and written by the next try: never lost beside it", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, sam, sue } = await twoSellers();
      const [answered, begun] = await Promise.allSettled([answerDiscovery(sue, said(id, "Sue's words")), beginHandover(sam, { dealId: id })]);
      if (begun.status === "rejected") throw begun.reason;
      if (answered.status === "rejected") {
        expect(answered.reason).toMatchObject({ code: "CONFLICT" });
        expect(await prisma.discoveryAnswer.count({ where: { dealId: id } })).toBe(0);
        expect(await answerDiscovery(sue, said(id, "Sue's words"))).toMatchObject({ outcome: "saved" });
      }
      expect((await answersOf(prisma, begun.value.id, "purpose.goals"))[0]?.value).toBe("Sue's words");
    }
  });
});
