import { withdrawHandover } from "@/lib/handovers/commands/deliver";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { anAgency } from "../support/factories/agency";
import type { Story } from "../support/story";
import { begins, prepares, submits } from "./given";

export const WITHDRAWN: Story = {
  title: "A handover is withdrawn, and another one begins",
  rules: ["B1", "P1.2"],
  about: "The client changes its mind about what it wants while the brief is under review. Withdrawing is for good; the deal can be handed over anew.",
  async tell(story) {
    const { sam, pia, lee, wordpress } = await anAgency(story.db);
    story.at("2030-01-02");
    const dealId = await prepares(story, { seller: sam, name: "New website", amount: "18000", teams: [wordpress], pm: pia, leads: { [wordpress]: lee } });
    await submits(story, sam);

    story.at("2030-01-03");
    const reason = "The client wants a shop instead, and the contract is being rewritten";
    const seen = await story.handover();
    await story.refused(pia, "to withdraw the handover", "B1", (ctx) => withdrawHandover(ctx, { ...seen, reason }));
    await story.does(sam, ["B1"], (ctx) => withdrawHandover(ctx, { ...seen, reason }));
    const withdrawn = await story.handover();
    await story.refused(sam, "to submit it again", "P1.1", (ctx) => submitHandover(ctx, withdrawn));
    story.at("2030-01-14");
    await begins(story, sam, dealId);
  },
};
