import { declineInvolvement } from "@/lib/involvement/commands/decide";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { newId } from "@/lib/platform/ids";
import { requestTrial } from "@/lib/trials/commands/request";
import { anAgency } from "../support/factories/agency";
import { aRequest, aTrialRequest } from "../support/factories/involvement";
import type { Story } from "../support/story";
import { answersComplexity, begins, opensDeal, showsTraction, signs } from "./given";

export const NOT_YET: Story = {
  title: "A simple job, for which nobody is asked before the contract",
  rules: ["P5.4", "P6.2"],
  about: "Sam sells a small website, and would like to hear what Lee thinks of it. The work is simple: Lee hears of it once the contract is signed. One question is granted, and Lee has no time for it.",
  async tell(story) {
    const { db } = story;
    const { sam, bea, lee, pia, dev, wordpress } = await anAgency(db);
    story.at("2030-01-02");
    const dealId = await opensDeal(story, { seller: sam, name: "New website", amount: "9000", teams: [wordpress] });
    await begins(story, sam, dealId);
    await story.quietly(sam, "answered the questions of complexity", ["P6.1"], (ctx) => answersComplexity(story, ctx, "none"));
    await showsTraction(story, sam, dealId, 7);
    const ask = (person = lee) => aRequest(dealId, person, { asked: "Does the old theme survive the move?", suggestion: "No, we build it anew." });
    await story.refused(sam, "to ask Lee in writing", "P6.2", (ctx) => requestInvolvement(ctx, ask()));
    await story.refused(sam, "to ask for a trial task", "P6.2", (ctx) => requestTrial(ctx, aTrialRequest(dealId, { developerId: dev, leadId: lee })));
    await db.involvementGrant.create({ data: { id: newId(), dealId, allows: "WRITTEN", reason: "A theme of 2009 that nobody knows", until: new Date("2030-01-20"), score: 7, needed: 5, grantedById: bea } });
    story.says("Bea grants one written answer against the rule, with her reason and until 20 January (P6.2).");
    const asked = await story.does(sam, ["P6.2"], (ctx) => requestInvolvement(ctx, ask()));
    await story.does(lee, ["P5.4"], (ctx) => declineInvolvement(ctx, { id: asked.id, reason: "NO_TIME", note: "" }));
    await story.refused(sam, "to ask Lee once more", "P5.4", (ctx) => requestInvolvement(ctx, ask()));
    await signs(story, sam, dealId, "2030-01-02");
    await story.refused(sam, "to ask Pia, now that it is won", "P6.4", (ctx) => requestInvolvement(ctx, ask(pia)));
  },
};
