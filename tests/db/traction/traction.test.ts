import { newId } from "@/lib/platform/ids";
import { tractionOf } from "@/lib/traction/queries/traction";
import { expect, NOW, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";

test("P5.1 P5.3 the traction of a deal is that of its evidence, in the contact owner's business days, by the rubric in force", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await aDeal(db, agency, { createdAt: new Date("2029-11-01T10:00:00Z") });
  const add = (kind: string, day: string) => db.tractionEvidence.create({
    data: { id: newId(), dealId: id, kind, happenedOn: new Date(day), words: "Said so on the phone.", addedById: agency.sam },
  });
  await add("budget", "2029-12-14");
  await add("need", "2029-12-10");
  expect(await tractionOf(db, id, NOW)).toMatchObject({ score: 1, max: 8, policyVersion: 1, silence: { since: "2029-12-14", businessDays: 12, points: 1 }, allows: [], grants: [] });
  await db.holiday.createMany({ data: ["2029-12-24", "2029-12-25", "2029-12-26"].map((date) => ({ id: newId(), date: new Date(date), name: "Holiday" })) });
  expect(await tractionOf(db, id, NOW)).toMatchObject({ score: 2, silence: { businessDays: 9, points: 0 } });
});
