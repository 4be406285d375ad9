import { approveAtRiskStart, requestAtRiskStart } from "@/lib/deals/commands/at-risk";
import { signDeal } from "@/lib/deals/commands/stage";
import { acceptKey } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { anAgency, aPerson } from "../support/factories/agency";
import type { Story } from "../support/story";
import { begins, names, opensDeal, submits, writes } from "./given";

export const AT_RISK: Story = {
  title: "A verbal yes, started at risk, then signed",
  rules: ["P1.1", "P1.7"],
  about:
    "The client has said yes and signs next week. Starting before that is a risk that a second person takes on purpose: Ben, a sales " +
    "manager who has no part in the deal. Bea is a sales manager as well, but the deal is hers.",
  async tell(story) {
    const { db } = story;
    const { sam, pia, lee, sales, wordpress } = await anAgency(db);
    const bea = await aPerson(db, "Bea", [{ teamId: sales, role: "SALES" }, { teamId: sales, role: "MANAGER" }]);
    const ben = await aPerson(db, "Ben", [{ teamId: sales, role: "MANAGER" }]);
    story.at("2030-01-02");
    const dealId = await opensDeal(story, { seller: sam, name: "New website", amount: "24000", teams: [wordpress], owner: bea });
    await begins(story, sam, dealId);
    await writes(story, sam, { "promises.none": true });
    await names(story, sam, pia, { [wordpress]: lee });
    const seen = await story.handover();
    await story.refused(sam, "to submit the brief", "P1.1", (ctx) => submitHandover(ctx, seen));
    await story.does(sam, ["P1.1"], async (ctx) =>
      requestAtRiskStart(ctx, { ...(await story.deal(dealId)), until: "2030-01-11", reason: "The board signs on the 9th; the trade fair does not wait" }));
    const deal = await story.deal(dealId);
    await story.refused(bea, "to approve it", "P1.1", (ctx) => approveAtRiskStart(ctx, deal));
    await story.does(ben, ["P1.1"], (ctx) => approveAtRiskStart(ctx, deal));
    await submits(story, sam);

    story.at("2030-01-03");
    await story.does(pia, ["P1.7"], async (ctx) => acceptKey(ctx, { ...(await story.key()), conditions: [] }));
    story.at("2030-01-09");
    await story.does(sam, ["P1.1"], async (ctx) =>
      signDeal(ctx, { ...(await story.deal(dealId)), signedOn: "2030-01-09", evidence: "https://files.example/contract.pdf" }));
  },
};
