import { describe } from "vitest";
import { moveDeal } from "@/lib/deals/commands/stage";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { approveEstimates, askApproval, declineApproval } from "@/lib/options/commands/approvals";
import { estimatePhase } from "@/lib/options/commands/estimates";
import { changeDeal } from "@/lib/deals/commands/change";
import { requirePresentable } from "@/lib/options/commands/require-presentable";
import { gatesOf, optionsForPresenting } from "@/lib/options/queries/facts";
import { presentedOf } from "@/lib/options/rules/presented";
import type { Db } from "@/lib/platform/db";
import { deactivatePerson } from "@/lib/people/commands/people";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aPerson } from "../../support/factories/agency";
import { aRequest } from "../../support/factories/involvement";
import { anEstimate, estimated, offered } from "../../support/factories/options";

const LARGE = "50000.01";
/** As the command that presents asks: inside its transaction, behind the lock of the deal. */
const present = async (db: Db, { dealId, who, presenterId = who, at = NOW }: { dealId: string; who: string; presenterId?: string; at?: Date }) => {
  const ctx = await asUser(who, db, at);
  return changeDeal(ctx, { id: dealId, power: "present" }, (tx) => requirePresentable(tx, ctx, { dealId, presenterId }));
};
const closed = async (db: Db, { dealId, sam, at = NOW }: { dealId: string; sam: string; at?: Date }) =>
  (await gatesOf(db, { dealId, presenterId: sam, now: at })).filter(({ lacks }) => lacks.length > 0).map(({ name }) => name);

describe("approving estimates", () => {
  test("P6.6 above the threshold a named lead approves exactly the estimates that they saw, with one event each", async ({ db }) => {
    const deal = await estimated(db, { price: LARGE });
    const { dealId, sam, lee, repair, rebuild, ofRepair, ofRebuild } = deal;
    expect(await closed(db, deal)).toEqual(["approval"]);
    const [seller, lead] = [await asUser(sam, db), await asUser(lee, db)];
    const { id } = await askApproval(seller, { optionId: repair.id, leadId: lee });
    expect(await askApproval(seller, { optionId: repair.id, leadId: lee })).toMatchObject({ id });
    await approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" });
    await approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" });
    const other = await askApproval(seller, { optionId: rebuild.id, leadId: lee });
    await approveEstimates(lead, { id: other.id, estimateIds: [ofRebuild], note: "" });
    expect((await eventTypes(db, dealId)).filter((type) => type.startsWith("estimate.appro"))).toEqual(["estimate.approvalAsked", "estimate.approved", "estimate.approvalAsked", "estimate.approved"]);
    expect(await closed(db, deal)).toEqual([]);
    await expect(askApproval(seller, { optionId: repair.id, leadId: lee })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("approved already") });
  });
  test("P6.6 other estimates than those that were seen are not approved, and what was approved is approved no more", async ({ db }) => {
    const deal = await estimated(db, { price: LARGE });
    const { sam, lee, dev, repair, requestId, ofRepair, ofRebuild } = deal;
    const lead = await asUser(lee, db);
    const { id } = await askApproval(await asUser(sam, db), { optionId: repair.id, leadId: lee });
    const later = await estimatePhase(await asUser(dev, db), anEstimate(repair.phaseId, requestId, { high: "80" }));
    for (const estimateIds of [[ofRepair], [ofRebuild], [later.id, ofRepair], [later.id, later.id]])
      await expect(approveEstimates(lead, { id, estimateIds, note: "" })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("changed since you read them") });
    await approveEstimates(lead, { id, estimateIds: [later.id], note: "" });
    const lacks = async () => (await gatesOf(db, { dealId: deal.dealId, presenterId: sam, now: NOW })).find(({ name }) => name === "approval")?.lacks.map(({ reason }) => reason);
    expect(await lacks()).toHaveLength(1); // the other option
    await estimatePhase(await asUser(dev, db), anEstimate(repair.phaseId, requestId, { high: "90" }));
    expect(await lacks()).toContain("Repair the site: The estimates are others than those that were approved.");
  });
  test("P6.6 complex work needs it whatever the price; below the threshold nothing does", async ({ db }) => {
    const complex = await offered(db, { complexity: "COMPLEX", price: "100" });
    await expect(askApproval(await asUser(complex.sam, db), { optionId: complex.repair.id, leadId: complex.lee })).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2" });
    const small = await estimated(db, { price: "50000" });
    await expect(askApproval(await asUser(small.sam, db), { optionId: small.repair.id, leadId: small.lee })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("no approval") });
    expect(await closed(db, small)).toEqual([]);
  });
  test("P6.6 nobody approves their own estimate, a lead of another team, or who sells the deal is not asked", async ({ db }) => {
    const { lee, lin, sam, dev, repair, wordpress, ofRepair } = await estimated(db, { complexity: "COMPLEX" });
    const seller = await asUser(sam, db);
    for (const leadId of [lee, lin, dev, sam]) await expect(askApproval(seller, { optionId: repair.id, leadId })).rejects.toMatchObject({ code: "INVALID", rule: "P6.6", fields: { leadId: [expect.any(String)] } });
    const second = await aPerson(db, "Lou", [{ teamId: wordpress, role: "TEAM_LEAD" }]);
    const { id } = await askApproval(seller, { optionId: repair.id, leadId: second });
    await approveEstimates(await asUser(second, db), { id, estimateIds: [ofRepair], note: "" });
    await db.organisation.updateMany({ data: { soloMode: true } });
    const own = await estimated(db, { complexity: "COMPLEX" });
    const asked = await askApproval(await asUser(own.sam, db), { optionId: own.repair.id, leadId: own.lee });
    await approveEstimates(await asUser(own.lee, db), { id: asked.id, estimateIds: [own.ofRepair], note: "" });
  });
  test("P6.6 only the lead who was asked decides: out of scope is not found, others are refused, and a lead no longer is none", async ({ db }) => {
    const { sam, sue, lee, dev, bo, repair, ofRepair, wordpress } = await estimated(db, { price: LARGE });
    const { id } = await askApproval(await asUser(sam, db), { optionId: repair.id, leadId: lee });
    for (const [who, code] of [[sue, "NOT_FOUND"], [dev, "NOT_FOUND"], [bo, "NOT_FOUND"], [sam, "FORBIDDEN"]] as const) {
      await expect(approveEstimates(await asUser(who, db), { id, estimateIds: [ofRepair], note: "" })).rejects.toMatchObject({ code });
      await expect(declineApproval(await asUser(who, db), { id, reason: "No" })).rejects.toMatchObject({ code });
    }
    for (const who of [sue, dev]) await expect(askApproval(await asUser(who, db), { optionId: repair.id, leadId: lee })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(askApproval(await asUser(bo, db), { optionId: repair.id, leadId: lee })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P6.6" });
    await db.membership.deleteMany({ where: { userId: lee, teamId: wordpress } });
    await expect(approveEstimates(await asUser(lee, db), { id, estimateIds: [ofRepair], note: "" })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P6.6" });
  });
  test("P6.6 a lead declines with a reason, another can be asked instead, and what was decided stays decided", async ({ db }) => {
    const { dealId, sam, lee, repair, ofRepair, wordpress } = await estimated(db, { price: LARGE });
    const [seller, lead] = [await asUser(sam, db), await asUser(lee, db)];
    const { id } = await askApproval(seller, { optionId: repair.id, leadId: lee });
    await declineApproval(lead, { id, reason: "The shop is missing" });
    await declineApproval(lead, { id, reason: "The shop is missing" });
    await expect(approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("decided already") });
    const lou = await aPerson(db, "Lou", [{ teamId: wordpress, role: "TEAM_LEAD" }]);
    const again = await askApproval(seller, { optionId: repair.id, leadId: lee });
    await askApproval(seller, { optionId: repair.id, leadId: lou });
    await expect(approveEstimates(lead, { id: again.id, estimateIds: [ofRepair], note: "" })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Nobody waits") });
    expect((await eventTypes(db, dealId)).filter((type) => type.startsWith("estimate.approval")))
      .toEqual(["estimate.approvalAsked", "estimate.approvalDeclined", "estimate.approvalAsked", "estimate.approvalEnded", "estimate.approvalAsked"]);
  });
  test("P5.6 P1.6 a parked deal asks nobody any more, and who is asked is not deactivated", async ({ db }) => {
    const { dealId, sam, lee, ada, repair, ofRepair } = await estimated(db, { price: LARGE });
    const { id } = await askApproval(await asUser(sam, db), { optionId: repair.id, leadId: lee });
    await expect(deactivatePerson(await asUser(ada, db), { userId: lee })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.6" });
    const { revision } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await moveDeal(await asUser(sam, db), { id: dealId, revision, move: "park", reason: "They have gone silent" });
    expect(await db.estimateApproval.findUnique({ where: { id } })).toMatchObject({ state: "ENDED" });
    await expect(approveEstimates(await asUser(lee, db), { id, estimateIds: [ofRepair], note: "" })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("requirePresentable", () => {
  test("P7.2 two options with estimates that hold are handed over as the client's view reads them", async ({ db }) => {
    const { dealId, sam } = await estimated(db);
    const options = await present(db, { dealId, who: sam });
    expect(options).toMatchObject([{ name: "Repair the site", phases: [{ name: "Repair", low: 20, likely: 30, high: 45.5, estimate: { by: "Dev", source: "WRITTEN" } }] }, { name: "Rebuild the site" }]);
    const shown = presentedOf({ organisation: "Nordlicht", client: "Acme", presenter: "Sam", day: "2030-01-02", validUntil: "2030-02-01", options: await optionsForPresenting(db, dealId) });
    expect(JSON.stringify(shown)).not.toMatch(/Dev|The theme is old|shop plugin/);
  });
  test("P7.2 an estimate that ran out between the check and the present is refused inside the transaction", async ({ db }) => {
    const { dealId, sam } = await estimated(db);
    const [before, after] = [new Date("2030-02-01T23:59:59.998Z"), new Date("2030-02-01T23:59:59.999Z")];
    expect(await closed(db, { dealId, sam, at: before })).toEqual([]);
    await present(db, { dealId, who: sam, at: before });
    await expect(present(db, { dealId, who: sam, at: after })).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2", message: expect.stringContaining("held until 1 Feb 2030. Ask a developer or lead") });
  });
  test("P7.2 an estimator who has left, or no longer develops, closes the gate", async ({ db }) => {
    const { dealId, sam, dev, wordpress } = await estimated(db);
    await db.user.update({ where: { id: dev }, data: { active: false } });
    await expect(present(db, { dealId, who: sam })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("no longer here") });
    await db.user.update({ where: { id: dev }, data: { active: true } });
    await db.membership.deleteMany({ where: { userId: dev, teamId: wordpress } });
    await expect(present(db, { dealId, who: sam })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("no developer") });
  });
  test("P7.3 a developer is neither presenter nor sender, posted by hand or by rights", async ({ db }) => {
    const { dealId, sam, dev, lee, pia, bea, sales, sue } = await estimated(db);
    for (const presenterId of [dev, lee, pia, bea]) await expect(present(db, { dealId, who: sam, presenterId })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    await expect(present(db, { dealId, who: dev })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db.dealCollaborator.create({ data: { dealId, userId: dev } });
    await expect(present(db, { dealId, who: dev, presenterId: sam })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    await db.membership.create({ data: { userId: dev, teamId: sales, role: "SALES" } });
    await expect(present(db, { dealId, who: dev, presenterId: sam })).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("develops") });
    await expect(present(db, { dealId, who: sam, presenterId: dev })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(present(db, { dealId, who: bea, presenterId: sam })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    await present(db, { dealId, who: sam, presenterId: sue });
  });
  test("P7.1 one option, or one without an estimate, is refused with the remedy", async ({ db }) => {
    const { dealId, sam, dev, repair, requestId } = await offered(db);
    await estimatePhase(await asUser(dev, db), anEstimate(repair.phaseId, requestId));
    await expect(present(db, { dealId, who: sam })).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2", message: expect.stringContaining("Rebuild the site, “Repair”: Nobody has estimated it yet.") });
    await db.dealOption.updateMany({ where: { dealId, NOT: { id: repair.id } }, data: { archivedAt: NOW, position: null } });
    await expect(present(db, { dealId, who: sam })).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.1", message: expect.stringContaining("at least two") });
  });
  test("P7.3 a request for an estimate shows no deal to a developer", async ({ db }) => {
    const { dealId, dev, sam } = await offered(db);
    await expect(requestInvolvement(await asUser(dev, db), aRequest(dealId, dev))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await closed(db, { dealId, sam })).toEqual(["estimates"]);
  });
});
