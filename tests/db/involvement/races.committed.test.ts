import { describe } from "vitest";
import { acceptInvolvement, agreeInvolvement, answerInvolvement, declineInvolvement, withdrawInvolvement } from "@/lib/involvement/commands/decide";
import { recordHours } from "@/lib/involvement/commands/hours";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { chainProblem } from "@/lib/events/verify";
import { newId } from "@/lib/platform/ids";
import { recordTrialHours, startTrial } from "@/lib/trials/commands/run";
import { requestTrial } from "@/lib/trials/commands/request";
import { approveTrial, cancelTrial } from "@/lib/trials/commands/review";
import { asUser, eventTypes, expect, prisma, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aRequest, aSeriousDeal, asked, aTrial, aTrialRequest } from "../../support/factories/involvement";

const won = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === "fulfilled").length;
const codes = (results: PromiseSettledResult<unknown>[]) => [...new Set(results.flatMap((result) => (result.status === "rejected" ? [(result.reason as { code?: string }).code] : [])))];
const ROUNDS = 8;

describe("at once", () => {
  test("P1.9 accepting, agreeing, declining and withdrawing: what ends it ends it once, and the chain is whole", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, dealId, lee, sam } = await asked(prisma);
      const [one, other] = [await asUser(lee), await asUser(sam)];
      const results = await Promise.allSettled([
        agreeInvolvement(one, { id }), declineInvolvement(one, { id, reason: "NO_TIME", note: "" }), withdrawInvolvement(other, { id, reason: "Not needed" }), acceptInvolvement(one, { id }),
      ]);
      const events = (await eventTypes(prisma, dealId)).filter((type) => /answered|declined|withdrawn/.test(type));
      expect(events).toHaveLength(1);
      expect(codes(results)).toEqual(["CONFLICT"]);
      expect(won(results)).toBeLessThanOrEqual(2);
      expect(await chainProblem(prisma, "DEAL", dealId)).toBeNull();
    }
  });
  test("P1.9 a request that is answered and declined at once ends one way, fifty times over", { timeout: 120_000 }, async () => {
    const agency = await anAgency(prisma);
    const [sam, lee] = [await asUser(agency.sam), await asUser(agency.lee)];
    for (let round = 0; round < 50; round++) {
      const dealId = await aSeriousDeal(prisma, agency);
      const { id } = await requestInvolvement(sam, aRequest(dealId, agency.lee));
      const results = await Promise.allSettled([answerInvolvement(lee, { id, answer: "No, once a day." }), declineInvolvement(lee, { id, reason: "NO_TIME", note: "" })]);
      expect([won(results), codes(results)]).toEqual([1, ["CONFLICT"]]);
      expect((await eventTypes(prisma, dealId)).filter((type) => /answered|declined/.test(type))).toEqual([results[0].status === "fulfilled" ? "involvement.answered" : "involvement.declined"]);
      expect(await prisma.involvement.findUnique({ where: { id } })).toMatchObject(results[0].status === "fulfilled" ? { state: "ANSWERED", declineReason: null } : { state: "DECLINED", answer: "" });
    }
  });
  test("P5.3 P6.5 a paid trial task that is approved twice at once is approved once, and counts once", { timeout: 120_000 }, async () => {
    const agency = await anAgency(prisma);
    const dealId = await aSeriousDeal(prisma, agency);
    const [sam, lee] = [await asUser(agency.sam), await asUser(agency.lee)];
    for (let round = 1; round <= 50; round++) {
      const { id } = await requestTrial(sam, aTrialRequest(dealId, { developerId: agency.dev, leadId: agency.lee }, { price: "800", purpose: `See whether SAP answers in time, round ${round}` }));
      await Promise.all([approveTrial(lee, { id }), approveTrial(lee, { id })]);
      const events = await eventTypes(prisma, dealId);
      expect([events.filter((type) => type === "trial.approved").length, events.filter((type) => type === "traction.evidenceAdded").length]).toEqual([round, round]);
      expect(await prisma.tractionEvidence.count({ where: { trialTaskId: id } })).toBe(1);
    }
    expect(await chainProblem(prisma, "DEAL", dealId)).toBeNull();
  });
  test("P6.4 the same request sent six times is asked once", async () => {
    const agency = await anAgency(prisma);
    const dealId = await aSeriousDeal(prisma, agency);
    const sam = await asUser(agency.sam);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => requestInvolvement(sam, aRequest(dealId, agency.lee))));
    expect([won(results), await prisma.involvement.count({ where: { dealId } })]).toEqual([6, 1]);
  });
  test("P5.5 twelve entries at once stop at the cap, and the sum is theirs", async () => {
    const { id, lee } = await asked(prisma);
    const ctx = await asUser(lee);
    await acceptInvolvement(ctx, { id });
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => recordHours(ctx, { id, entryId: newId(), minutes: 25, workedOn: "2030-01-02", note: "" })));
    expect([won(results), codes(results)]).toEqual([3, ["CONFLICT"]]);
    expect(await prisma.involvement.findUnique({ where: { id } })).toMatchObject({ spentMinutes: 75 });
  });
  test("P6.5 of six approved trial tasks started at once three run, whoever the application asks", { timeout: 120_000 }, async () => {
    const agency = await anAgency(prisma);
    for (let round = 0; round < 3; round++) {
      const trials: { id: string; dealId: string }[] = [];
      for (let i = 0; i < 6; i++) trials.push(await aTrial(prisma, agency, { until: "approved" }));
      const [dev, sam] = [await asUser(agency.dev), await asUser(agency.sam)];
      const results = await Promise.allSettled(trials.map((trial) => startTrial(dev, trial)));
      expect([won(results), codes(results)]).toEqual([3, ["CONFLICT"]]);
      expect(await prisma.trialTask.count({ where: { developerId: agency.dev, state: "RUNNING" } })).toBe(3);
      for (const trial of trials) await cancelTrial(sam, { id: trial.id, reason: "Next round" });
    }
  });
  test("P6.5 the database alone lets no fourth run, also when four are started at once past the application", { timeout: 60_000 }, async () => {
    const agency = await anAgency(prisma);
    const trials = [];
    for (let i = 0; i < 5; i++) trials.push(await aTrial(prisma, agency, { until: "approved" }));
    const results = await Promise.allSettled(trials.map(({ id }) => prisma.trialTask.update({ where: { id }, data: { state: "RUNNING" } })));
    expect(won(results)).toBe(3);
    expect(await prisma.trialTask.count({ where: { developerId: agency.dev, state: "RUNNING" } })).toBe(3);
  });
  test("P6.5 entries at once that pass the cap stop the trial task after one of them", async () => {
    const agency = await anAgency(prisma);
    const { id, dealId } = await aTrial(prisma, agency, { until: "running", more: { hours: "1" } });
    const dev = await asUser(agency.dev);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => recordTrialHours(dev, { id, entryId: newId(), minutes: 61, workedOn: "2030-01-02", note: "" })));
    expect([won(results), codes(results)]).toEqual([1, ["CONFLICT"]]);
    expect((await eventTypes(prisma, dealId)).filter((type) => type === "trial.stopped")).toHaveLength(1);
  });
});
