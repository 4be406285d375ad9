import type { Ctx } from "@/lib/auth/ctx";
import { createDealWithClient } from "@/lib/deals/commands/create";
import { winDeal } from "@/lib/deals/commands/stage";
import { createDealWithClientInput } from "@/lib/deals/schema";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { namePeople } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { newId } from "@/lib/platform/ids";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { TRACTION_RUBRIC } from "@/lib/policies/defaults/traction-rubric";
import type { Teller } from "../support/story";
import { type Cells, type, typeTheRest } from "../support/story-brief";

type Deal = { seller: string; name: string; amount: string; teams: readonly string[]; owner?: string };

/** A client with a person who decides and one of every day, and a deal with it. Answers the deal's id. */
export async function opensDeal(story: Teller, { seller, name, amount, teams, owner }: Deal): Promise<string> {
  const made = await story.does(seller, ["P1.2"], (ctx) => createDealWithClient(ctx, createDealWithClientInput.parse({
    name, amount, currency: "EUR", contractType: "FIXED", teamIds: [...teams], ...(owner && { ownerId: owner }),
    client: {
      kind: "new", name: "Brandt Optik", legalName: "Brandt Optik GmbH", zone: "Europe/Berlin",
      contact: { name: "Dr Ines Brandt", email: "ines@brandt.example", roles: ["DECISION_MAKER", "DAY_TO_DAY"] },
    },
  })));
  if (!made.created) throw new Error("The story's client looks like another.");
  return made.id;
}

/** So many pieces of evidence of the traction rubric, the first ones, seen on the day before. */
export async function showsTraction(story: Teller, seller: string, dealId: string, points: number): Promise<void> {
  const there = new Set((await story.db.tractionEvidence.findMany({ where: { dealId } })).map(({ kind }) => kind));
  const fresh = TRACTION_RUBRIC.evidence.slice(0, points).filter(({ id }) => !there.has(id));
  await story.db.tractionEvidence.createMany({ data: fresh.map(({ id: kind, label }) => ({ id: newId(), dealId, kind, happenedOn: new Date("2030-01-01"), words: label, addedById: seller })) });
  story.says(`Traction is ${points} of ${TRACTION_RUBRIC.evidence.length}${there.size > 0 ? " now" : ""}: ${fresh.map(({ label }) => label.toLowerCase()).join(", ")} (P5.1).`);
}

/** The rubric's questions: integrations as given, and of every other the least. */
export const answersComplexity = (story: Teller, ctx: Ctx, integration: string): Promise<void> =>
  type(story.db, ctx, story.handoverId, Object.fromEntries(COMPLEXITY_RUBRIC.questions.map(({ id, options }) => [`complexity.${id}`, id === "integration" ? integration : (options[0]?.value ?? "")])));

export async function signs(story: Teller, seller: string, dealId: string, signedOn: string): Promise<void> {
  const deal = await story.deal(dealId);
  await story.does(seller, ["P1.1"], (ctx) => winDeal(ctx, { ...deal, signedOn, evidence: "https://files.example/contract.pdf" }));
}

export async function begins(story: Teller, seller: string, dealId: string): Promise<void> {
  await story.does(seller, ["P1.2"], async (ctx) => {
    story.handoverId = (await beginHandover(ctx, { dealId })).id;
  });
  const { db, handoverId } = story;
  const known = await db.briefAnswer.count({ where: { handoverId } });
  story.says(`${known} answers were there already, each marked with its source; nobody typed them twice.`);
}

/** Everything that this team, contract and complexity ask for. */
export async function writes(story: Teller, seller: string, cells: Cells, more?: Parameters<Teller["quietly"]>[3]): Promise<void> {
  const { db, handoverId } = story;
  await story.quietly(seller, "filled in the brief, section by section; every answer was kept as it was typed", ["P1.3"], async (ctx) => {
    await type(db, ctx, handoverId, cells);
    await more?.(ctx);
    await typeTheRest(db, ctx, handoverId);
  });
}

export const names = (story: Teller, seller: string, pmId: string, leads: Record<string, string>): Promise<unknown> =>
  story.does(seller, ["P1.6"], (ctx) => namePeople(ctx, {
    id: story.handoverId, pmId, leads: Object.entries(leads).map(([teamId, leadId]) => ({ teamId, leadId })),
  }));

export async function submits(story: Teller, seller: string, rules: readonly string[] = ["P1.1", "P1.4", "B4"]): Promise<void> {
  const seen = await story.handover();
  await story.does(seller, rules, (ctx) => submitHandover(ctx, seen));
}

type Prepared = Deal & { cells?: Cells; more?: Parameters<typeof writes>[3]; pm: string; leads: Record<string, string> };

/** All of that at once: sold, signed on 2 January, written, named, and ready to be submitted. Answers the deal's id. */
export async function prepares(story: Teller, { cells = { "promises.none": true }, more, pm, leads, ...deal }: Prepared): Promise<string> {
  let dealId = "";
  await story.briefly(async () => {
    dealId = await opensDeal(story, deal);
    await signs(story, deal.seller, dealId, "2030-01-02");
    await begins(story, deal.seller, dealId);
    await writes(story, deal.seller, cells, more);
    await names(story, deal.seller, pm, leads);
  });
  return dealId;
}
