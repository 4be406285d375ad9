import { describe } from "vitest";
import { chainProblem } from "@/lib/events/verify";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { withdrawInvolvement } from "@/lib/involvement/commands/decide";
import { addEvidence, withdrawEvidence } from "@/lib/traction/commands/evidence";
import { grantInvolvement, revokeGrant } from "@/lib/traction/commands/grants";
import { asUser, expect, prisma, test } from "../../support/db";
import { anAgency, aPerson } from "../../support/factories/agency";
import { aRequest, aSeriousDeal } from "../../support/factories/involvement";

const ROUNDS = 50;
const won = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === "fulfilled").length;
const codes = (results: PromiseSettledResult<unknown>[]) => results.flatMap((result) => (result.status === "rejected" ? [(result.reason as { code?: string }).code] : []));
const count = (stream: string, type: string) => prisma.event.count({ where: { stream, type } });

describe("at once", () => {
  test("P5.1 the same evidence recorded by two is one piece with one event; withdrawn by two, one is told that it is withdrawn", { timeout: 120_000 }, async () => {
    const agency = await anAgency(prisma);
    const id = await aSeriousDeal(prisma, agency, { points: 0, complexity: null });
    const people = [await asUser(agency.sam), await asUser(agency.bea)];
    for (let round = 1; round <= ROUNDS; round++) {
      const one = { id, kind: "budget", happenedOn: "2030-01-01", words: `Round ${round}` };
      const added = await Promise.all(people.map((ctx) => addEvidence(ctx, one)));
      expect(new Set(added.map(({ evidenceId }) => evidenceId)).size).toBe(1);
      expect([await prisma.tractionEvidence.count({ where: { dealId: id } }), await count(id, "traction.evidenceAdded")]).toEqual([round, round]);
      const withdrawn = await Promise.allSettled(people.map((ctx) => withdrawEvidence(ctx, { id, evidenceId: added[0]?.evidenceId ?? "", reason: "Not theirs" })));
      expect([won(withdrawn), codes(withdrawn), await count(id, "traction.evidenceWithdrawn")]).toEqual([1, ["CONFLICT"], round]);
    }
    expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
  });

  test("P5.2 two managers who grant the same give one grant, and the other is told", { timeout: 120_000 }, async () => {
    const agency = await anAgency(prisma);
    const id = await aSeriousDeal(prisma, agency, { points: 0, complexity: null });
    const other = await aPerson(prisma, "Mona", [{ teamId: agency.sales, role: "MANAGER" }]);
    const managers = [await asUser(agency.bea), await asUser(other)];
    for (let round = 1; round <= ROUNDS; round++) {
      const given = await Promise.allSettled(managers.map((ctx) => grantInvolvement(ctx, { id, allows: "WRITTEN", until: "2030-01-20", reason: "Their board meets" })));
      expect([won(given), codes(given), await count(id, "traction.granted")]).toEqual([1, ["CONFLICT"], round]);
      const { id: grantId } = await prisma.involvementGrant.findFirstOrThrow({ where: { dealId: id, revokedAt: null } });
      const revoked = await Promise.allSettled(managers.map((ctx) => revokeGrant(ctx, { id, grantId, reason: "Over" })));
      expect([won(revoked), codes(revoked), await count(id, "traction.grantRevoked")]).toEqual([1, ["CONFLICT"], round]);
    }
    expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
  });

  test("P5.2 a grant that is revoked while somebody uses it was used before, or not at all", { timeout: 120_000 }, async () => {
    const agency = await anAgency(prisma);
    const id = await aSeriousDeal(prisma, agency, { points: 0, complexity: null });
    const [sam, bea] = [await asUser(agency.sam), await asUser(agency.bea)];
    for (let round = 0; round < ROUNDS; round++) {
      const { grantId } = await grantInvolvement(bea, { id, allows: "WRITTEN", until: "2030-01-20", reason: "Their board meets" });
      const [, asked] = await Promise.allSettled([revokeGrant(bea, { id, grantId, reason: "Over" }), requestInvolvement(sam, aRequest(id, agency.lee))]);
      const last = await prisma.event.findMany({ where: { stream: id, type: { in: ["involvement.requested", "traction.grantRevoked"] } }, orderBy: { seq: "desc" }, take: 2, select: { type: true } });
      expect(last[0]?.type).toBe("traction.grantRevoked"); // nothing is asked under it afterwards
      if (asked.status === "rejected") expect(asked.reason).toMatchObject({ code: "CONFLICT" });
      else {
        expect(last[1]?.type).toBe("involvement.requested");
        expect(await prisma.involvement.findUnique({ where: { id: asked.value.id } })).toMatchObject({ grantId });
        await withdrawInvolvement(sam, { id: asked.value.id, reason: "Next round" });
      }
    }
    expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
  });
});
