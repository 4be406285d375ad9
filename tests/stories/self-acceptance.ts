import { acceptKey } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { anAgency, aPerson } from "../support/factories/agency";
import type { Story } from "../support/story";
import { prepares, names, submits } from "./given";

export const SELF_ACCEPTANCE: Story = {
  title: "Nobody accepts their own brief",
  rules: ["P1.6", "P1.7"],
  about: "Toni sells and is also a PM. For a deal that Toni sold, somebody else has to say that the brief is good enough.",
  async tell(story) {
    const { db } = story;
    const { sales, wordpress, pia, lee } = await anAgency(db);
    const toni = await aPerson(db, "Toni", [{ teamId: sales, role: "SALES" }, { teamId: wordpress, role: "PM" }]);
    story.at("2030-01-02");
    await prepares(story, { seller: toni, name: "New website", amount: "18000", teams: [wordpress], pm: toni, leads: { [wordpress]: lee } });
    const seen = await story.handover();
    await story.refused(toni, "to submit the brief", "P1.7", (ctx) => submitHandover(ctx, seen));
    await names(story, toni, pia, { [wordpress]: lee });
    await submits(story, toni);
    const key = await story.key();
    await story.refused(toni, "to accept it all the same", "P1.7", (ctx) => acceptKey(ctx, { ...key, conditions: [] }));
    await story.does(pia, ["P1.7"], (ctx) => acceptKey(ctx, { ...key, conditions: [] }));
  },
};
