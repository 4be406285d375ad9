import { describe } from "vitest";
import { changeDeal } from "@/lib/deals/commands/change";
import { chainProblem } from "@/lib/events/verify";
import { approveEstimates, askApproval, declineApproval } from "@/lib/options/commands/approvals";
import { estimatePhase, takeFromRateCard } from "@/lib/options/commands/estimates";
import { addOption, editOption } from "@/lib/options/commands/options";
import { addPhase, changePhase } from "@/lib/options/commands/phases";
import { addRateCardItem, retireRateCardItem } from "@/lib/options/commands/rate-card";
import { requirePresentable } from "@/lib/options/commands/require-presentable";
import { optionsOf } from "@/lib/options/queries/facts";
import { pathBefore } from "@/lib/options/rules/phases";
import { changePhaseInput } from "@/lib/options/schema";
import { withdrawInvolvement } from "@/lib/involvement/commands/decide";
import { asUser, eventTypes, expect, prisma, test } from "../../support/db";
import { anAgency, aPerson } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";
import { aLine, anEdit, anEstimate, anOptionInput, aPhaseInput, estimated, offered } from "../../support/factories/options";

const won = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === "fulfilled").length;
const codes = (results: PromiseSettledResult<unknown>[]) => [...new Set(results.flatMap((result) => (result.status === "rejected" ? [(result.reason as { code?: string }).code] : [])))];
const count = async (dealId: string, type: string) => (await eventTypes(prisma, dealId)).filter((one) => one === type).length;
const ROUNDS = 6;

describe("at once", () => {
  test("P6.6 P1.9 a lead approves and declines twice at once: one decision, one event, and the chain is whole", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { dealId, sam, lee, repair, ofRepair } = await estimated(prisma, { price: "60000" });
      const { id } = await askApproval(await asUser(sam), { optionId: repair.id, leadId: lee });
      const lead = await asUser(lee);
      const results = await Promise.allSettled([
        approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" }), declineApproval(lead, { id, reason: "Too low" }), approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" }), declineApproval(lead, { id, reason: "Too low" }),
      ]);
      expect([await count(dealId, "estimate.approved") + await count(dealId, "estimate.approvalDeclined"), won(results), codes(results)]).toEqual([1, 2, ["CONFLICT"]]);
      expect(await chainProblem(prisma, "DEAL", dealId)).toBeNull();
    }
  });
  test("P6.6 two leads are asked at once: one of them is, and only that one can approve", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { dealId, sam, lee, repair, ofRepair, wordpress } = await estimated(prisma, { price: "60000" });
      const lou = await aPerson(prisma, "Lou", [{ teamId: wordpress, role: "TEAM_LEAD" }]);
      const seller = await asUser(sam);
      await Promise.allSettled([lee, lou].map((leadId) => askApproval(seller, { optionId: repair.id, leadId })));
      const asked = await prisma.estimateApproval.findMany({ where: { dealId } });
      expect(asked.filter(({ state }) => state === "ASKED")).toHaveLength(1);
      const results = await Promise.allSettled(asked.map(async ({ id, leadId }) => approveEstimates(await asUser(leadId), { id, estimateIds: [ofRepair], note: "" })));
      expect([won(results), await count(dealId, "estimate.approved")]).toEqual([1, 1]);
    }
  });
  test("P6.6 an estimate is written while its approval is given: what is approved is what the lead saw, and never the other", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { dealId, sam, lee, dev, repair, requestId, ofRepair } = await estimated(prisma, { price: "60000" });
      const { id } = await askApproval(await asUser(sam), { optionId: repair.id, leadId: lee });
      const [lead, developer] = [await asUser(lee), await asUser(dev)];
      await Promise.allSettled([approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" }), estimatePhase(developer, anEstimate(repair.phaseId, requestId, { high: "80" }))]);
      const [one] = await optionsOf(prisma, dealId);
      expect(one?.phases[0]?.estimate?.highMinutes).toBe(4_800);
      const approval = await prisma.estimateApproval.findUniqueOrThrow({ where: { id } });
      if (approval.state === "APPROVED") expect(approval.estimateIds).toEqual([ofRepair]);
      else expect(approval.state).toBe("ASKED");
    }
  });
  test("B3 P1.3 two edit one option at once: one is kept, the other is shown both", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { dealId, sam, bea, repair } = await offered(prisma);
      const [one, other] = [await asUser(sam), await asUser(bea)];
      const results = await Promise.allSettled([editOption(one, anEdit(repair.id, { benefits: "By Sam" })), editOption(other, anEdit(repair.id, { benefits: "By Bea" }))]);
      expect([won(results), codes(results), await count(dealId, "option.changed")]).toEqual([1, ["CONFLICT"], 1]);
      const kept = (await optionsOf(prisma, dealId))[0]?.benefits ?? "";
      const refused = results.find((result) => result.status === "rejected") as { reason: { fields: Record<string, string[]> } };
      expect(refused.reason.fields.benefits?.[0]).toContain(`saved meanwhile: “${kept}”`);
    }
  });
  test("P7.1 twenty options sent at once are ten, and one sent six times is one", { timeout: 60_000 }, async () => {
    const agency = await anAgency(prisma);
    const sam = await asUser(agency.sam);
    const dealId = await aDeal(prisma, agency);
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => addOption(sam, anOptionInput(dealId, { name: `Option ${i}` }))));
    expect([won(results), codes(results), await prisma.dealOption.count({ where: { dealId } })]).toEqual([10, ["CONFLICT"], 10]);
    const other = await aDeal(prisma, agency);
    await Promise.all(Array.from({ length: 6 }, () => addOption(sam, anOptionInput(other))));
    expect(await prisma.dealOption.count({ where: { dealId: other } })).toBe(1);
  });
  test("P7.1 phases told at once to follow one another in a circle do not, through the application and past it", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { dealId, sam, repair } = await offered(prisma);
      const seller = await asUser(sam);
      const ids = [repair.phaseId];
      for (const name of ["B phase", "C phase"]) ids.push((await addPhase(seller, aPhaseInput(repair.id, name, { words: "Update plugins and theme" }))).id);
      const names = ["Repair", "B phase", "C phase"];
      const pairs = ids.map((id, i) => ({ id, name: names[i] ?? "", followsId: ids[(i + 1) % 3] ?? "" }));
      const past = round % 2 === 1;
      const results = await Promise.allSettled(pairs.map(({ id, name, followsId }) => (past
        ? prisma.optionPhase.update({ where: { id }, data: { followsId } })
        : changePhase(seller, changePhaseInput.parse({ id, revision: 1, name, words: "Update plugins and theme", followsId })))));
      const phases = (await optionsOf(prisma, dealId))[0]?.phases ?? [];
      expect(won(results)).toBe(2);
      for (const { id } of phases) expect(phases.find((one) => one.id === pathBefore(phases, id).at(-1))?.followsId).toBeNull();
    }
  });
  test("P7.2 a request is withdrawn while its estimate is written: the estimate was before, or is not there", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { dealId, sam, dev, repair, requestId } = await offered(prisma);
      const [seller, developer] = [await asUser(sam), await asUser(dev)];
      const results = await Promise.allSettled([withdrawInvolvement(seller, { id: requestId, reason: "Not needed" }), estimatePhase(developer, anEstimate(repair.phaseId, requestId))]);
      const types = await eventTypes(prisma, dealId);
      const [written, gone] = [types.indexOf("estimate.written"), types.indexOf("involvement.withdrawn")];
      expect(gone).toBeGreaterThan(-1);
      expect(results[1]?.status).toBe(written === -1 ? "rejected" : "fulfilled");
      expect(written).toBeLessThan(gone);
    }
  });
  test("P7.2 while options are presented, the line they rest on and whoever estimated are held; taken back after that, they are refused", async () => {
    const { dealId, sam, lee, repair, rebuild, wordpress } = await offered(prisma, { complexity: "SIMPLE" });
    const [seller, lead] = [await asUser(sam), await asUser(lee)];
    const line = await addRateCardItem(lead, aLine(wordpress));
    for (const { phaseId } of [repair, rebuild]) await takeFromRateCard(seller, { phaseId, itemId: line.id });
    const present = (meanwhile: () => Promise<unknown>) => changeDeal(seller, { id: dealId, power: "present" }, async (tx) => {
      await requirePresentable(tx, seller, { dealId, presenterId: sam });
      await meanwhile();
    });
    await present(async () => {
      await expect(prisma.$queryRaw`SELECT id FROM "RateCardItem" WHERE id = ${line.id}::uuid FOR NO KEY UPDATE NOWAIT`).rejects.toThrow(/could not obtain lock/);
      await expect(prisma.$queryRaw`SELECT id FROM "User" WHERE id = ${lee}::uuid FOR UPDATE NOWAIT`).rejects.toThrow(/could not obtain lock/);
    });
    await retireRateCardItem(lead, { id: line.id });
    await expect(present(() => Promise.resolve())).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2", message: expect.stringContaining("taken this line of the rate card back") });
  });
  test("P7.2 the same estimate sent six times is one", async () => {
    const { dev, repair, requestId } = await offered(prisma);
    const developer = await asUser(dev);
    const results = await Promise.all(Array.from({ length: 6 }, () => estimatePhase(developer, anEstimate(repair.phaseId, requestId))));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(await prisma.phaseEstimate.count({ where: { phaseId: repair.phaseId } })).toBe(1);
  });
});
