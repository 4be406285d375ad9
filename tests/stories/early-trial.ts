import { agreeInvolvement } from "@/lib/involvement/commands/decide";
import { nameDeveloper } from "@/lib/involvement/commands/name-developer";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { refreshAnswer } from "@/lib/handovers/commands/prefilled";
import { computeBrief } from "@/lib/handovers/queries/computed";
import { prefillFacts } from "@/lib/handovers/queries/sources";
import { newId } from "@/lib/platform/ids";
import { approveTrial, evaluateTrial, extendTrial } from "@/lib/trials/commands/review";
import { requestTrial } from "@/lib/trials/commands/request";
import { deliverTrial, recordTrialHours, startTrial } from "@/lib/trials/commands/run";
import { anAgency, aPerson } from "../support/factories/agency";
import { aRequest, aTrialRequest } from "../support/factories/involvement";
import type { Story } from "../support/story";
import { answersComplexity, begins, opensDeal, showsTraction, signs } from "./given";

export const EARLY_TRIAL: Story = {
  title: "A complex Shopify and ERP integration, with a trial task before the contract",
  rules: ["P1.2", "P2.1", "P2.3", "P4.4", "P5.3", "P5.5", "P6.2", "P6.4", "P6.5"],
  about:
    "Sam sells a wholesale shop that lives on the prices of an ERP. The client is serious and the work complex, so delivery comes in before the contract: " +
    "Lin, who leads Shopify, by a written question, and Dara, the developer whom Lin names, by a trial task.",
  async tell(story) {
    const { db } = story;
    const { sam, lin, shopify } = await anAgency(db);
    const dara = await aPerson(db, "Dara", [{ teamId: shopify, role: "DEVELOPER" }]);
    story.at("2030-01-02");
    const dealId = await opensDeal(story, { seller: sam, name: "Wholesale shop with ERP", amount: "96000", teams: [shopify] });
    await begins(story, sam, dealId);
    await story.quietly(sam, "answered the questions of complexity", ["P6.1"], (ctx) => answersComplexity(story, ctx, "several"));
    await showsTraction(story, sam, dealId, 5);
    const ask = (more: Record<string, unknown> = {}, person = lin) => aRequest(dealId, person, { asked: "Can the shop show the ERP's prices to each customer?", suggestion: "Yes, prices by customer group, fetched every night.", ...more });
    await story.refused(sam, "to ask for an estimate", "P5.3", (ctx) => requestInvolvement(ctx, ask({ kind: "ESTIMATE", minutes: 240 })));
    await story.refused(sam, "to have the contract looked at", "P4.4", (ctx) => requestInvolvement(ctx, ask({ asked: "Could you go over the contract?" })));
    await story.refused(sam, "to ask Dara directly", "P6.2", (ctx) => requestInvolvement(ctx, ask({}, dara)));
    const asked = await story.does(sam, ["P6.2", "P6.4"], (ctx) => requestInvolvement(ctx, ask()));
    await story.does(lin, ["P6.2"], (ctx) => nameDeveloper(ctx, { id: asked.id, developerId: dara }));
    await story.does(lin, ["P6.4"], (ctx) => agreeInvolvement(ctx, asked));

    story.at("2030-01-03");
    await showsTraction(story, sam, dealId, 7);
    const trial = await story.does(sam, ["P6.5"], (ctx) => requestTrial(ctx, aTrialRequest(dealId, { developerId: dara, leadId: lin }, { hours: "8", price: "800", purpose: "See whether the ERP answers in time", scope: "One price list, there and back", exitCriteria: "A price is shown within a second" })));
    await story.refused(dara, "to start it", "P1.9", (ctx) => startTrial(ctx, trial));
    await story.does(lin, ["P6.5"], (ctx) => approveTrial(ctx, trial));
    await story.does(dara, ["P6.5"], (ctx) => startTrial(ctx, trial));
    story.at("2030-01-04");
    const hours = (minutes: number, workedOn: string) => ({ id: trial.id, entryId: newId(), minutes, workedOn, note: "" });
    await story.does(dara, ["P5.5"], (ctx) => recordTrialHours(ctx, hours(360, "2030-01-03")));
    await story.does(dara, ["P5.5", "P6.5"], (ctx) => recordTrialHours(ctx, hours(180, "2030-01-04")));
    await story.refused(dara, "to deliver it", "P1.9", (ctx) => deliverTrial(ctx, { id: trial.id, result: "It works." }));
    await story.does(lin, ["P6.5"], (ctx) => extendTrial(ctx, { id: trial.id, capMinutes: 600, reason: "The test account came a day late" }));
    await story.does(dara, ["P6.5"], (ctx) => deliverTrial(ctx, { id: trial.id, result: "The ERP answers within 300 milliseconds; at night it is down for an hour." }));
    story.at("2030-01-07");
    await story.does(lin, ["P6.5"], (ctx) => evaluateTrial(ctx, { id: trial.id, outcome: "PARTLY", evaluation: "Prices have to be kept for the hour at night." }));

    await signs(story, sam, dealId, "2030-01-07");
    await story.quietly(sam, "took over what the trial task showed, as the brief offers it", ["P1.2", "P6.5"], async (ctx) => {
      const value = (await prefillFacts(db, ctx.actor, { dealId })).trial?.text ?? "";
      await refreshAnswer(ctx, { id: story.handoverId, field: "technical.trial", rowId: null, base: 0, value });
    });
    const { attendees } = await computeBrief(db, story.handoverId, { now: new Date("2030-01-07T10:00:00Z") });
    const place = (key: string) => attendees.find((one) => one.key === key);
    story.says(`In the first call Shopify's lead is ${place(`lead:${shopify}`)?.presence}, because the work is complex and a trial task was done; Dara is ${place(`developer:${dara}`)?.presence} (P2.1, P2.3).`);
    const spent = await db.dealHours.aggregate({ where: { dealId }, _sum: { minutes: true } });
    story.says(`${String((spent._sum.minutes ?? 0) / 60)} hours of delivery stand with the deal (P5.5).`);
  },
};
