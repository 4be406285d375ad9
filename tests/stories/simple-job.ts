import { acceptKey } from "@/lib/handovers/commands/decide";
import { closeHandover, startDelivery } from "@/lib/handovers/commands/deliver";
import { tickItem } from "@/lib/handovers/commands/ledger";
import { anAgency } from "../support/factories/agency";
import type { Story } from "../support/story";
import { type } from "../support/story-brief";
import { begins, names, opensDeal, signs, submits, writes } from "./given";

export const SIMPLE_JOB: Story = {
  title: "A simple WordPress job, accepted at once",
  rules: ["B1", "B2", "B4", "P1.1", "P1.2", "P1.4", "P1.6", "P1.7", "P2.12", "P3.1"],
  about: "Sam sells a small website. Nothing in it needs a team lead, so the only key is the one of Pia, the PM.",
  async tell(story) {
    const { sam, pia, lee, wordpress } = await anAgency(story.db);
    const { db } = story;
    story.at("2030-01-02");
    const dealId = await opensDeal(story, { seller: sam, name: "New website", amount: "18000", teams: [wordpress] });
    await signs(story, sam, dealId, "2030-01-02");
    await begins(story, sam, dealId);
    await writes(story, sam, { "promises.none": true });
    await names(story, sam, pia, { [wordpress]: lee });
    await submits(story, sam);

    story.at("2030-01-03");
    const key = await story.key();
    await story.does(pia, ["P1.7", "B2"], (ctx) => acceptKey(ctx, { ...key, conditions: [] }));
    const items = await db.checklistItem.findMany({ where: { handoverId: story.handoverId }, orderBy: { position: "asc" } });
    story.says(`The checklist opens with ${items.length} items, each with an owner and most with a due date (P2.12).`);
    await story.refused(sam, "to type into the brief", "P3.1", (ctx) => type(db, ctx, story.handoverId, { "purpose.goals": "Something else, after all." }));
    const mine = items.find(({ ownerId, state }) => ownerId === sam && state === "OPEN");
    if (!mine) throw new Error("The seller has no item on the checklist.");
    await story.does(sam, ["P3.1", "P2.12"], (ctx) => tickItem(ctx, { id: story.handoverId, itemId: mine.id, revision: mine.revision, state: "DONE", note: "" }));

    story.at("2030-01-07");
    await story.does(pia, ["B1"], async (ctx) => startDelivery(ctx, await story.handover()));
    story.at("2030-03-29");
    await story.does(pia, ["B1"], async (ctx) => closeHandover(ctx, { ...(await story.handover()), outcome: "COMPLETED", reason: "" }));
  },
};
