import { beginHandover } from "@/lib/handovers/commands/begin";
import { computeBrief } from "@/lib/handovers/queries/computed";
import { prefillFacts } from "@/lib/handovers/queries/sources";
import { deliverTrial } from "@/lib/trials/commands/run";
import { evaluateTrial } from "@/lib/trials/commands/review";
import { getReview } from "@/lib/handovers/queries/review";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aReview } from "../../support/factories/handovers";
import { aTrial } from "../../support/factories/involvement";

test("P6.5 P1.2 what a trial task showed stands in a draft that is begun later, marked with where it comes from", async ({ db }) => {
  const agency = await anAgency(db);
  const { id, dealId } = await aTrial(db, agency, { until: "running" });
  await db.briefAnswer.deleteMany({ where: { handover: { dealId } } });
  await db.handover.updateMany({ where: { dealId }, data: { status: "WITHDRAWN" } });
  const sam = await asUser(agency.sam, db);
  expect((await prefillFacts(db, sam.actor, { dealId })).trial).toBeNull();
  await deliverTrial(await asUser(agency.dev, db), { id, result: "It answers within ten seconds." });
  await evaluateTrial(await asUser(agency.lee, db), { id, outcome: "MET", evaluation: "We can build on it." });
  const { id: handoverId } = await beginHandover(sam, { dealId });
  const answer = await db.briefAnswer.findFirstOrThrow({ where: { handoverId, field: "technical.trial" } });
  expect(answer).toMatchObject({ source: "trial", value: "Trial task: See whether SAP answers in time\nResult: It answers within ten seconds.\nEvaluated: the exit criteria are met. We can build on it." });
  expect(await db.answerSource.findFirst({ where: { handoverId, field: "technical.trial" } })).toMatchObject({ source: "trial", sourceId: id });
});

test("P2.1 P2.3 once a trial task was done, its team's lead is required in the first call and its developer may come", async ({ db }) => {
  const agency = await anAgency(db);
  const { id, dealId } = await aTrial(db, agency, { until: "running" });
  const { id: handoverId } = await db.handover.findFirstOrThrow({ where: { dealId } });
  await db.handoverTeam.updateMany({ where: { handoverId }, data: { leadId: agency.lee } });
  const at = async () => {
    const { attendees, leads } = await computeBrief(db, handoverId, { now: NOW });
    const place = (key: string) => attendees.find((one) => one.key === key)?.presence;
    return { lead: place(`lead:${agency.wordpress}`), developer: place(`developer:${agency.dev}`), matters: leads.find(({ team }) => team.id === agency.wordpress)?.matters };
  };
  expect(await at()).toEqual({ lead: "kept out", developer: undefined, matters: [] });
  await deliverTrial(await asUser(agency.dev, db), { id, result: "It answers within ten seconds." });
  expect(await at()).toEqual({ lead: "required", developer: "optional", matters: ["trial"] });
});

test("P6.2 a complex deal that was won without anybody of delivery says so on the review, and no longer once somebody took part", async ({ db }) => {
  const { id, dealId, pia, lee, sam, wordpress } = await aReview(db);
  const note = async () => (await getReview(await asUser(pia, db), { id })).uninvolved;
  expect(await note()).toBe("The work is complex, and nobody of delivery was involved before the contract.");
  const request = { id: newId(), dealId, kind: "WRITTEN" as const, personId: lee, role: "TEAM_LEAD" as const, teamId: wordpress, requestedById: sam, asked: "Can it?", suggestion: "Yes.", capMinutes: 60, neededBy: NOW, why: "" };
  await db.involvement.create({ data: request });
  expect(await note()).not.toBeNull();
  await db.involvement.update({ where: { id: request.id }, data: { state: "ANSWERED", answer: "Yes." } });
  expect(await note()).toBeNull();
});
