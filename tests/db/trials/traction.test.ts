import { describe } from "vitest";
import { moveDeal } from "@/lib/deals/commands/stage";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { getTraction } from "@/lib/traction/queries/page";
import { addEvidence, withdrawEvidence } from "@/lib/traction/commands/evidence";
import { approveTrial, cancelTrial, declineTrial } from "@/lib/trials/commands/review";
import { requestTrial } from "@/lib/trials/commands/request";
import { startTrial } from "@/lib/trials/commands/run";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { type Agency, anAgency } from "../../support/factories/agency";
import { aSeriousDeal, aTrialRequest } from "../../support/factories/involvement";

/** A trial task in a deal that has everything but a paid discovery or trial: 7 of 8 points. */
async function asked(db: Db, agency: Agency, more: Record<string, unknown> = { price: "800" }) {
  const dealId = await aSeriousDeal(db, agency, { points: 6 });
  await db.tractionEvidence.create({ data: { id: newId(), dealId, kind: "nda", happenedOn: new Date("2030-01-01"), words: "Signed", addedById: agency.sam } });
  const { id } = await requestTrial(await asUser(agency.sam, db), aTrialRequest(dealId, { developerId: agency.dev, leadId: agency.lee }, more));
  return { id, dealId };
}
const ofTrial = (db: Db, id: string) => db.tractionEvidence.findMany({ where: { trialTaskId: id } });
const score = async (db: Db, agency: Agency, id: string) => (await getTraction(await asUser(agency.sam, db), { id })).score;
const tractionEvents = async (db: Db, id: string) => (await eventTypes(db, id)).filter((type) => type.startsWith("traction"));

describe("a trial task that has its price", () => {
  test("P5.3 counts from its approval on, by itself, with its day and one event, however often it is approved", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, dealId } = await asked(db, agency);
    expect(await score(db, agency, dealId)).toBe(7);
    const lee = await asUser(agency.lee, db);
    await approveTrial(lee, { id });
    await approveTrial(lee, { id });
    expect(await ofTrial(db, id)).toMatchObject([{ dealId, kind: "paid", happenedOn: new Date("2030-01-02"), words: expect.stringContaining("See whether SAP answers in time"), addedById: agency.lee, withdrawnAt: null }]);
    expect(await score(db, agency, dealId)).toBe(8);
    expect(await tractionEvents(db, dealId)).toEqual(["traction.evidenceAdded"]);
    expect((await getTraction(await asUser(agency.sam, db), { id: dealId })).evidence.filter(({ isTrial }) => isTrial)).toMatchObject([{ label: "Paid discovery or trial", isCounted: true, by: "Lee" }]);
  });

  test("P5.3 earns its point once, though the seller has recorded it by hand", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, dealId } = await asked(db, agency);
    const sam = await asUser(agency.sam, db);
    const byHand = await addEvidence(sam, { id: dealId, kind: "paid", happenedOn: "2030-01-02", words: "They ordered it." });
    await approveTrial(await asUser(agency.lee, db), { id });
    expect(await score(db, agency, dealId)).toBe(8);
    await withdrawEvidence(sam, { id: dealId, evidenceId: byHand.evidenceId, reason: "It is the same" });
    expect(await score(db, agency, dealId)).toBe(8);
  });

  test("P5.3 is no evidence any more once it is declined or cancelled, also while it runs, and says why", async ({ db }) => {
    const agency = await anAgency(db);
    const [sam, lee, dev] = [await asUser(agency.sam, db), await asUser(agency.lee, db), await asUser(agency.dev, db)];
    const ends = [
      { end: (id: string) => declineTrial(dev, { id, reason: "NO_TIME", note: "" }), by: agency.dev, reason: "The trial task was declined: no time" },
      { end: (id: string) => cancelTrial(sam, { id, reason: "They did not pay" }), by: agency.sam, reason: "The trial task was cancelled: They did not pay" },
      { end: async (id: string) => { await startTrial(dev, { id }); await cancelTrial(sam, { id, reason: "They did not pay" }); }, by: agency.sam, reason: "The trial task was cancelled: They did not pay" },
    ];
    for (const { end, by, reason } of ends) {
      const { id, dealId } = await asked(db, agency);
      await approveTrial(lee, { id });
      await end(id);
      expect(await ofTrial(db, id)).toMatchObject([{ withdrawnById: by, withdrawnReason: expect.stringContaining(reason) }]);
      expect(await score(db, agency, dealId)).toBe(7);
      expect(await tractionEvents(db, dealId)).toEqual(["traction.evidenceAdded", "traction.evidenceWithdrawn"]);
    }
  });

  test("P5.3 P5.6 nor when its deal is parked or lost, which cancels it", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const { id, dealId } = await asked(db, agency);
    await approveTrial(await asUser(agency.lee, db), { id });
    const { revision } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await moveDeal(sam, { id: dealId, revision, move: "park", reason: "No budget until March" });
    expect(await ofTrial(db, id)).toMatchObject([{ withdrawnReason: "The trial task was cancelled: The deal is parked" }]);
  });

  test("P5.3 what the seller withdrew by hand stays so when it is cancelled", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const { id, dealId } = await asked(db, agency);
    await approveTrial(await asUser(agency.lee, db), { id });
    const [counted] = await ofTrial(db, id);
    await withdrawEvidence(sam, { id: dealId, evidenceId: counted?.id ?? "", reason: "They ordered it, and took it back" });
    await cancelTrial(sam, { id, reason: "Taken back" });
    expect(await ofTrial(db, id)).toMatchObject([{ withdrawnReason: "They ordered it, and took it back" }]);
  });
});

test("P5.3 a trial task that is free is no evidence", async ({ db }) => {
  const agency = await anAgency(db);
  const { id, dealId } = await asked(db, agency, {});
  await approveTrial(await asUser(agency.lee, db), { id });
  expect(await ofTrial(db, id)).toEqual([]);
  expect(await score(db, agency, dealId)).toBe(7);
});
