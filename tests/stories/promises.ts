import { acceptKey } from "@/lib/handovers/commands/decide";
import { meetCondition, updatePromise } from "@/lib/handovers/commands/ledger";
import { PROMISE_CONTRACT_LOOK, PROMISE_STATUS_LOOK } from "@/lib/handovers/format";
import { anAgency } from "../support/factories/agency";
import type { Story, Teller } from "../support/story";
import { typeRow } from "../support/story-brief";
import { prepares, submits } from "./given";

export const PROMISES: Story = {
  title: "A promise that the contract does not know",
  rules: ["P1.7", "P3.1", "P8.2"],
  about:
    "Sam has promised a second language in a call. The contract does not mention it. Pia cannot simply accept, and need not send the brief back " +
    "either: she accepts with a condition that names who settles it, and by when.",
  async tell(story) {
    const { db } = story;
    const { sam, pia, lee, wordpress } = await anAgency(db);
    story.at("2030-01-02");
    await prepares(story, {
      seller: sam, name: "New website", amount: "18000", teams: [wordpress], pm: pia, leads: { [wordpress]: lee }, cells: {},
      more: async (ctx) => void (await typeRow(db, ctx, story.handoverId, { "promises.text": "A second language at no cost", "promises.type": "scope" })),
    });
    await submits(story, sam);

    story.at("2030-01-03");
    const key = await story.key();
    await story.refused(pia, "to accept without a condition", "P8.2", (ctx) => acceptKey(ctx, { ...key, conditions: [] }));
    const settle = { text: "Settle the second language with the client, in writing", ownerId: sam, dueOn: "2030-01-08" };
    await story.does(pia, ["P1.7", "P8.2"], (ctx) => acceptKey(ctx, { ...key, conditions: [settle] }));
    await tellLedger(story);

    story.at("2030-01-08");
    const { id: conditionId } = await db.condition.findFirstOrThrow({ where: { handoverId: story.handoverId } });
    await story.does(sam, ["P1.7"], (ctx) => meetCondition(ctx, { id: story.handoverId, conditionId }));
    await story.refused(sam, "to mark the promise as part of the contract", "P3.1", (ctx) => keep(story, ctx, "IN_CONTRACT", "OPEN"));
    await story.does(pia, ["P8.2", "P3.1"], (ctx) => keep(story, ctx, "IN_CONTRACT", "OPEN", "Annex B of 8 January"));
    story.at("2030-02-15");
    await story.does(pia, ["P8.2"], (ctx) => keep(story, ctx, "IN_CONTRACT", "KEPT", "German and English are live"));
    await tellLedger(story);
  },
};

type Update = Parameters<typeof updatePromise>[1];

async function keep(story: Teller, ctx: Parameters<typeof updatePromise>[0], contract: Update["contract"], status: Update["status"], note = "") {
  const { id: promiseId, revision, ownerId, dueOn } = await story.db.ledgerPromise.findFirstOrThrow({ where: { handoverId: story.handoverId } });
  return updatePromise(ctx, { id: story.handoverId, promiseId, revision, contract, status, ownerId, dueOn: dueOn?.toISOString().slice(0, 10) ?? null, note });
}

async function tellLedger(story: Teller): Promise<void> {
  const promises = await story.db.ledgerPromise.findMany({ where: { handoverId: story.handoverId }, orderBy: { id: "asc" } });
  for (const { text, contract, status } of promises)
    story.says(`The ledger: “${text}”: ${contract ? PROMISE_CONTRACT_LOOK[contract].label.toLowerCase() : "not matched to the contract"}, ${PROMISE_STATUS_LOOK[status].label.toLowerCase()} (P8.2).`);
}
