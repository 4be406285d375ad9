import { amendBrief, decideAmendment } from "@/lib/handovers/commands/amend";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { acceptKey } from "@/lib/handovers/commands/decide";
import { anAgency } from "../support/factories/agency";
import type { Story } from "../support/story";
import { prepares, submits } from "./given";

export const AMENDMENT: Story = {
  title: "The scope changes after acceptance",
  rules: ["B4", "P3.1"],
  about:
    "In the first call the client gives up the blog and asks for a price list instead. Pia, who is accountable, writes that into the brief. What " +
    "was sold changes with it, so Sam has to say that it is agreed. The handover stays accepted all the while.",
  async tell(story) {
    const { db } = story;
    const { sam, pia, lee, wordpress } = await anAgency(db);
    story.at("2030-01-02");
    await prepares(story, { seller: sam, name: "New website", amount: "18000", teams: [wordpress], pm: pia, leads: { [wordpress]: lee }, cells: {} });
    await submits(story, sam);
    story.at("2030-01-03");
    const key = await story.key();
    await story.does(pia, ["P1.7"], (ctx) => acceptKey(ctx, { ...key, conditions: [] }));

    story.at("2030-01-10");
    const id = story.handoverId;
    const { revision } = await db.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "scope.inScope" }, select: { revision: true } });
    const change = { field: "scope.inScope", rowId: null, base: revision, state: "VALUE" as const, value: "Twelve pages and a price list. The blog is dropped." };
    await story.refused(sam, "to change the scope himself", "P3.1", (ctx) => saveAnswers(ctx, { id, changes: [change] }));
    await story.quietly(pia, "changes what is in scope", ["B4"], (ctx) => saveAnswers(ctx, { id, changes: [change] }));
    await story.does(pia, ["B4"], (ctx) => amendBrief(ctx, { id, briefVersion: 1, reason: "Agreed in the first call, see the notes" }));
    const { id: confirmationId } = await db.confirmation.findFirstOrThrow({ where: { handoverId: id } });
    await story.refused(pia, "to confirm her own amendment", "B4", (ctx) => decideAmendment(ctx, { id, confirmationId, decision: "CONFIRMED", note: "" }));
    story.at("2030-01-11");
    await story.does(sam, ["B4"], (ctx) => decideAmendment(ctx, { id, confirmationId, decision: "CONFIRMED", note: "The client wrote the same to me" }));
  },
};
