import { acceptKey, addReturnPoints, returnHandover } from "@/lib/handovers/commands/decide";
import { anAgency, aPerson, aTeam } from "../support/factories/agency";
import type { Story } from "../support/story";
import { type, typeRow } from "../support/story-brief";
import { prepares, submits } from "./given";

export const COMPLEX_JOB: Story = {
  title: "A complex job for Shopify and Integration, returned once",
  rules: ["B4", "P1.7", "P1.8", "P1.13", "P2.3", "P6.1"],
  about:
    "A shop that talks to an accounting system. Three people hold a key: Pia is the PM, Lin leads Shopify, Ira leads Integration. Ira sends " +
    "the brief back. After Sam has mended it, only the keys are asked again that the changed answers concern.",
  async tell(story) {
    const { db } = story;
    const { sam, pia, lin, shopify } = await anAgency(db);
    const integration = await aTeam(db, "Integration");
    const ira = await aPerson(db, "Ira", [{ teamId: integration, role: "TEAM_LEAD" }]);
    const { slug } = await db.team.findUniqueOrThrow({ where: { id: integration } });
    story.at("2030-01-02");
    await prepares(story, {
      seller: sam, name: "Web shop", amount: "96000", teams: [shopify, integration], pm: pia, leads: { [shopify]: lin, [integration]: ira },
      cells: { "promises.none": true, "complexity.integration": "several", "technical.summary": "A shop on Shopify; orders go to the accounting system." },
      more: async (ctx) => void (await typeRow(db, ctx, story.handoverId, {
        "integrations.system": "Accounting system", "integrations.team": integration, "integrations.direction": "both", "integrations.kind": "custom",
      })),
    });
    await submits(story, sam, ["P1.13", "P2.3"]);
    const { complexity } = await db.handover.findUniqueOrThrow({ where: { id: story.handoverId } });
    story.says(`The rubric says ${complexity?.toLowerCase()}: the leads of both technical teams hold a key, besides the PM (P2.3, P6.1).`);

    story.at("2030-01-03");
    await story.does(lin, ["P1.7"], async (ctx) => acceptKey(ctx, { ...(await story.key(shopify)), conditions: [] }));
    const volumes = `custom.${slug}.volumes`;
    await story.does(ira, ["P1.8"], async (ctx) => returnHandover(ctx, {
      ...(await story.key(integration)),
      points: [{ field: volumes, rowId: null, reason: "UNCLEAR", needed: "How many orders on the busiest day?", suggestion: "800 orders a day, 6000 in the week of the sale." }],
    }));
    await story.does(pia, ["P1.7"], async (ctx) => addReturnPoints(ctx, {
      ...(await story.key()),
      points: [{ field: "commercial.summary", rowId: null, reason: "MISSING", needed: "What is due at the start, and what at the launch?", suggestion: "" }],
    }));

    story.at("2030-01-04");
    await story.quietly(sam, "mended the two answers, from one list of points", ["P1.8"], (ctx) => type(db, ctx, story.handoverId, {
      [volumes]: "800 orders a day, 6000 in the week of the sale.", "commercial.summary": "Paid in three parts: a third at the start, at the design and at the launch.",
    }));
    await submits(story, sam, ["B4", "P1.8"]);
    story.says("Lin's acceptance stands, because nothing that changed concerns Shopify (B4).");

    story.at("2030-01-07");
    await story.does(pia, ["P1.7"], async (ctx) => acceptKey(ctx, { ...(await story.key()), conditions: [] }));
    await story.does(ira, ["P1.7", "B2"], async (ctx) => acceptKey(ctx, { ...(await story.key(integration)), conditions: [] }));
  },
};
