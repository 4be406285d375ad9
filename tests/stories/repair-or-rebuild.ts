import { requestInvolvement } from "@/lib/involvement/commands/request";
import { approveEstimates, askApproval } from "@/lib/options/commands/approvals";
import { estimatePhase } from "@/lib/options/commands/estimates";
import { addOption } from "@/lib/options/commands/options";
import { addPhase } from "@/lib/options/commands/phases";
import { approveEstimatesInput, askApprovalInput } from "@/lib/options/schema";
import { chooseByLink } from "@/lib/presentations/commands/choose";
import { createClientLink, revokeClientLink } from "@/lib/presentations/commands/links";
import { presentOptions } from "@/lib/presentations/commands/present";
import { anAgency } from "../support/factories/agency";
import { aRequest } from "../support/factories/involvement";
import { anEstimate, anOptionInput, aPhaseInput } from "../support/factories/options";
import { aChoice, aLinkInput, aPresenting } from "../support/factories/presentations";
import type { Story } from "../support/story";
import { answersComplexity, begins, opensDeal, showsTraction, signs } from "./given";

const REBUILD = {
  name: "Rebuild the site", plainWords: "A new site around the appointment, with a page for each shop.", benefits: "Built for years\nEach shop writes its own page", risks: "Content comes from eleven people",
  assumptions: "A design is agreed in two rounds", exclusions: "Photographs", clientProvides: "Texts for each shop", weeksLow: "10", weeksHigh: "14", price: "62000",
};

export const REPAIR_OR_REBUILD: Story = {
  title: "Repair or rebuild: a client who needs guidance chooses between two options",
  rules: ["P1.2", "P6.6", "P7.1", "P7.2", "P7.3", "P7.5", "P1.1"],
  about:
    "A WordPress site of 2012 is slow and unsafe, and the client does not know whether to repair or to rebuild it. Sam writes both ways down, Dev estimates them in writing, " +
    "Lee approves the large one, and Sam presents them. The client chooses by a link, without a login, and what they chose stands in the brief.",
  async tell(story) {
    const { db } = story;
    const { sam, lee, dev, wordpress } = await anAgency(db);
    story.at("2030-01-02");
    const dealId = await opensDeal(story, { seller: sam, name: "WordPress site: repair or rebuild", amount: "40000", teams: [wordpress] });
    await begins(story, sam, dealId);
    await story.quietly(sam, "answered the questions of complexity: standard", ["P6.1"], (ctx) => answersComplexity(story, ctx, "custom"));
    await showsTraction(story, sam, dealId, 7);
    const repair = await story.does(sam, ["P7.1"], (ctx) => addOption(ctx, anOptionInput(dealId)));
    const rebuild = await story.does(sam, ["P7.1"], (ctx) => addOption(ctx, anOptionInput(dealId, REBUILD)));
    const mend = await story.does(sam, ["P7.1"], (ctx) => addPhase(ctx, aPhaseInput(repair.id)));
    const build = await story.does(sam, ["P7.1"], (ctx) => addPhase(ctx, aPhaseInput(rebuild.id, "Design and build", { words: "Design, theme, shop pages" })));
    await story.refused(sam, "to present them without an estimate", "P7.2", async (ctx) => presentOptions(ctx, { id: dealId, presenterId: sam, validUntil: "2030-01-20", seen: "0".repeat(64) }));
    const asked = await story.does(sam, ["P6.4"], (ctx) => requestInvolvement(ctx, aRequest(dealId, dev, { kind: "ESTIMATE", minutes: 240, asked: "What do both ways take?", suggestion: "30 hours, or 300." })));
    story.at("2030-01-03");
    await story.does(dev, ["P7.2", "P7.3"], (ctx) => estimatePhase(ctx, anEstimate(mend.id, asked.id)));
    const large = await story.does(dev, ["P7.2", "P7.3"], (ctx) => estimatePhase(ctx, anEstimate(build.id, asked.id, { low: "240", likely: "300", high: "420" })));
    await story.refused(sam, "to present them", "P6.6", async (ctx) => presentOptions(ctx, await aPresenting(db, { dealId, sam })));
    const approval = await story.does(sam, ["P6.6"], (ctx) => askApproval(ctx, askApprovalInput.parse({ optionId: rebuild.id, leadId: lee })));
    await story.does(lee, ["P6.6"], (ctx) => approveEstimates(ctx, approveEstimatesInput.parse({ id: approval.id, estimateIds: [large.id] })));

    story.at("2030-01-04");
    await story.refused(sam, "to have Dev present them", "P7.3", async (ctx) => presentOptions(ctx, await aPresenting(db, { dealId, sam }, { presenterId: dev })));
    const { presentationId } = await story.does(sam, ["P7.3", "P7.5"], async (ctx) => presentOptions(ctx, await aPresenting(db, { dealId, sam })));
    const lost = await story.does(sam, ["P7.5"], (ctx) => createClientLink(ctx, aLinkInput(dealId)));
    await story.does(sam, ["P7.5"], (ctx) => revokeClientLink(ctx, { id: dealId, linkId: lost.linkId }));
    const { linkId } = await story.does(sam, ["P7.5"], (ctx) => createClientLink(ctx, aLinkInput(dealId)));
    story.at("2030-01-08");
    const before = await db.briefAnswer.count({ where: { handoverId: story.handoverId } });
    const choice = aChoice({ presentationId, repair: rebuild }, { chosenBy: "Dr Ines Brandt", reason: "We want to stay with it for years." });
    await story.refusesClient({ linkId: lost.linkId, dealId }, "to choose by the link that was revoked", "P7.5", (ctx) => chooseByLink(ctx, choice));
    await story.client({ linkId, dealId }, ["P7.5"], (ctx) => chooseByLink(ctx, choice));
    story.says(`${(await db.briefAnswer.count({ where: { handoverId: story.handoverId } })) - before} answers of the brief came with the choice, each marked “from the chosen option, version 1”: scope, phases, assumptions, risks and milestones (P1.2).`);
    story.at("2030-01-09");
    await signs(story, sam, dealId, "2030-01-09");
  },
};
