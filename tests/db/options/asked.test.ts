import { describe } from "vitest";
import { declineInvolvement } from "@/lib/involvement/commands/decide";
import { approveEstimates, askApproval } from "@/lib/options/commands/approvals";
import { findAskedApproval, findOptionsToEstimate, listAskedApprovals } from "@/lib/options/queries/asked";
import { getOptions } from "@/lib/options/queries/page";
import { listRateCards } from "@/lib/options/queries/rate-card";
import { getShell } from "@/lib/people/queries/shell";
import { asUser, expect, test } from "../../support/db";
import { estimated, offered } from "../../support/factories/options";

/** Whatever a reader is handed, as one text: prices would show as digits, whichever unit. */
const told = (value: unknown) => JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
const PRICE = /priceMinor|61234|6123400|1250000|12,?500/;

describe("what is asked of delivery", () => {
  test("P7.3 who is asked for an estimate reads the work of every option, and no price or value", async ({ db }) => {
    const { dev, requestId } = await offered(db, { price: "61234" });
    const asked = await findOptionsToEstimate(await asUser(dev, db), { involvementId: requestId });
    expect(asked).toMatchObject({ mayWrite: true, refused: null, options: [{ name: "Repair the site", phases: [{ problem: "Nobody has estimated it yet." }] }, { name: "Rebuild the site" }] });
    expect(told(asked)).not.toMatch(PRICE);
  });
  test("P7.3 nobody else reads them by that request, and who declined no longer", async ({ db }) => {
    const { dev, sam, sue, lee, bo, requestId } = await offered(db);
    for (const who of [sam, sue, lee, bo]) expect(await findOptionsToEstimate(await asUser(who, db), { involvementId: requestId })).toBeNull();
    const ctx = await asUser(dev, db);
    await declineInvolvement(ctx, { id: requestId, reason: "NO_TIME", note: "" });
    expect(await findOptionsToEstimate(ctx, { involvementId: requestId })).toBeNull();
    expect(await findOptionsToEstimate(ctx, { involvementId: "no id" })).toBeNull();
  });
  test("P6.6 the lead who is asked reads the estimates and no price, and counts it until it is decided", async ({ db }) => {
    const { dealId, sam, lee, dev, sue, repair, ofRepair } = await estimated(db, { price: "61234" });
    const { id } = await askApproval(await asUser(sam, db), { optionId: repair.id, leadId: lee });
    const lead = await asUser(lee, db);
    expect(await listAskedApprovals(lead)).toMatchObject([{ id, asking: "APPROVAL", group: "decide", title: "The estimates of “Repair the site”", from: "Sam" }]);
    expect((await getShell(lead)).toAnswer).toBe(1);
    const asked = await findAskedApproval(lead, { id });
    expect(asked).toMatchObject({ isOpen: true, why: "It is above 50,000 EUR.", estimateIds: [ofRepair], option: { phases: [{ estimate: { lowMinutes: 1_200 } }] } });
    const ofDeal = await getOptions(lead, { dealId });
    expect(ofDeal.options.map(({ priceMinor }) => priceMinor)).toEqual([null, null]);
    expect(told([asked, await listAskedApprovals(lead), ofDeal.options])).not.toMatch(/61234|6123400|1250000/);
    for (const who of [dev, sue, sam]) expect(await findAskedApproval(await asUser(who, db), { id })).toBeNull();
    await approveEstimates(lead, { id, estimateIds: [ofRepair], note: "" });
    expect(await listAskedApprovals(lead)).toMatchObject([{ id, group: "done" }]);
    expect((await getShell(lead)).toAnswer).toBe(0);
  });
  test("P7.2 rate cards: sales reads all of them, delivery those of its own teams, and a lead writes the own one", async ({ db }) => {
    const { sam, lee, dev, ada, wordpress, shopify } = await estimated(db);
    const of = async (who: string) => (await listRateCards(await asUser(who, db))).teams.filter(({ id }) => [wordpress, shopify].includes(id)).map(({ id, mayWrite }) => [id, mayWrite]);
    expect(new Map(await of(sam) as [string, boolean][])).toEqual(new Map([[wordpress, false], [shopify, false]]));
    expect(await of(lee)).toEqual([[wordpress, true]]);
    expect(await of(dev)).toEqual([[wordpress, false]]);
    expect(await of(ada)).toEqual([]);
  });
});
