import { requestInvolvement } from "@/lib/involvement/commands/request";
import { addEvidence } from "@/lib/traction/commands/evidence";
import { grantInvolvement, revokeGrant } from "@/lib/traction/commands/grants";
import { parkSilentDeals } from "@/lib/traction/commands/park";
import { tractionOf } from "@/lib/traction/queries/traction";
import { anAgency } from "../support/factories/agency";
import { aRequest } from "../support/factories/involvement";
import type { Story } from "../support/story";
import { answersComplexity, begins, opensDeal } from "./given";

export const TIRE_KICKER: Story = {
  title: "Somebody who only looks, and is kept away from the team",
  rules: ["P5.1", "P5.2", "P5.3", "P5.6"],
  about: "A client asks for a shop with an ERP behind it, and for “a quick call with your developers”. Nobody there has a budget or a date. Delivery is left alone until they are serious; when they go quiet, the deal is parked by itself.",
  async tell(story) {
    const { sam, bea, lee, wordpress } = await anAgency(story.db);
    const evidence = (id: string, kind: string, happenedOn: string, words: string, more: string[] = []) =>
      story.does(sam, ["P5.1", ...more], (ctx) => addEvidence(ctx, { id, kind, happenedOn, words }));
    story.at("2030-01-02");
    const id = await opensDeal(story, { seller: sam, name: "Shop with ERP", amount: "40000", teams: [wordpress] });
    await begins(story, sam, id);
    await story.quietly(sam, "answered the questions of complexity", ["P6.1"], (ctx) => answersComplexity(story, ctx, "several"));
    await evidence(id, "need", "2030-01-02", "“Everybody has an app now.”");
    await evidence(id, "replies", "2030-01-02", "Two mails, answered within the hour.");
    const ask = aRequest(id, lee, { asked: "Can the shop be connected to their ERP?", suggestion: "Yes, as for the two clients before." });
    await story.refused(sam, "to ask Lee in writing", "P5.2", (ctx) => requestInvolvement(ctx, ask));
    await story.refused(sam, "to grant it to himself", "P5.2", (ctx) => grantInvolvement(ctx, { id, allows: "WRITTEN", until: "2030-01-20", reason: "They are nice." }));

    story.at("2030-01-03");
    const { grantId } = await story.does(bea, ["P5.2"], (ctx) => grantInvolvement(ctx, { id, allows: "WRITTEN", until: "2030-01-20", reason: "One sentence about their ERP saves us a whole proposal" }));
    await story.refused(sam, "to ask for a call instead", "P5.2", (ctx) => requestInvolvement(ctx, { ...ask, kind: "CALL", whyCall: "They prefer to talk." }));
    await story.does(sam, ["P5.2", "P6.4"], (ctx) => requestInvolvement(ctx, ask));
    story.at("2030-01-10");
    await story.does(bea, ["P5.2"], (ctx) => revokeGrant(ctx, { id, grantId, reason: "They do not answer any more" }));

    story.at("2030-01-24");
    const { score, max, silence } = await tractionOf(story.db, id, new Date("2030-01-24T10:00:00Z"));
    story.says(`Traction is ${score} of ${max}: ${silence.businessDays} business days of silence took ${silence.points} (P5.3).`);

    story.at("2030-01-31", "03:00");
    await story.byItself("parkSilentDeals", ["P5.6"], (ctx) => parkSilentDeals(ctx));
    story.says("Lee's open request went with it: nobody works for a client who is gone.");
    story.at("2030-03-04");
    await evidence(id, "budget", "2030-03-04", "“The board has released 45 000.”", ["P5.6"]);
  },
};
