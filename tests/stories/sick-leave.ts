import { acceptKey } from "@/lib/handovers/commands/decide";
import { reassignPm } from "@/lib/handovers/commands/people";
import { startDelivery } from "@/lib/handovers/commands/deliver";
import { anAgency } from "../support/factories/agency";
import type { Story } from "../support/story";
import { prepares, submits } from "./given";

export const SICK_LEAVE: Story = {
  title: "The PM falls ill, and another takes over",
  rules: ["B2", "B5", "P1.6", "P1.7"],
  about:
    "Pia has accepted, Lee still decides, and then Pia falls ill. Bo, the manager of the delivery team, names Max. An acceptance is a " +
    "person's word, so Max is asked for his own. When Pia is back, the delivery is under way, and so is the accountability.",
  async tell(story) {
    const { sam, pia, max, lee, bo, wordpress } = await anAgency(story.db);
    story.at("2030-01-02");
    await prepares(story, {
      seller: sam, name: "New website", amount: "42000", teams: [wordpress], pm: pia, leads: { [wordpress]: lee },
      cells: { "promises.none": true, "complexity.integration": "several" },
    });
    await submits(story, sam);
    story.at("2030-01-03");
    await story.does(pia, ["P1.7"], async (ctx) => acceptKey(ctx, { ...(await story.key()), conditions: [] }));

    story.at("2030-01-04");
    const reason = "Pia is ill until the 18th";
    await story.refused(sam, "to name Max as the PM", "P1.6", (ctx) => reassignPm(ctx, { id: story.handoverId, pmId: max, reason }));
    await story.does(bo, ["P1.6", "P1.7"], (ctx) => reassignPm(ctx, { id: story.handoverId, pmId: max, reason }));
    const { dueAt } = await story.db.handoverKey.findFirstOrThrow({ where: { handoverId: story.handoverId, role: "PM" } });
    story.says(`Max had two full working days of his own, until ${dueAt?.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Berlin" })} in Berlin (B5).`);

    story.at("2030-01-07");
    await story.does(lee, ["P1.7"], async (ctx) => acceptKey(ctx, { ...(await story.key(wordpress)), conditions: [] }));
    await story.does(max, ["P1.7", "B2"], async (ctx) => acceptKey(ctx, { ...(await story.key()), conditions: [] }));
    await story.does(max, ["B1"], async (ctx) => startDelivery(ctx, await story.handover()));
    story.at("2030-01-21");
    await story.does(bo, ["P1.6", "B2"], (ctx) => reassignPm(ctx, { id: story.handoverId, pmId: pia, reason: "Pia is back, and knows the client" }));
  },
};
