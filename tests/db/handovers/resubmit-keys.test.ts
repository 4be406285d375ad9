import { describe } from "vitest";
import { overrideClass } from "@/lib/deals/commands/class-override";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { namePeople, reassignLead, setTeams } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { readEvent } from "@/lib/events/registry";
import type { Json } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { asUser, expect, test } from "../../support/db";
import { aPerson } from "../../support/factories/agency";
import { LATER } from "../../support/factories/amending";
import { answer, aDraft, aReview, aRow, complete } from "../../support/factories/handovers";

const points = [{ field: "technical.summary", reason: "MISSING" as const, needed: "Which host?", suggestion: "" }];
const COMPLEX = { "complexity.integration": "several" };

/** What of a handover's keys matters here. */
type Review = { id: string; sam: string };
const accept = async (db: Db, who: string, id: string, keyId: string, briefVersion = 1) => acceptKey(await asUser(who, db), { id, keyId, briefVersion, conditions: [] });
const giveBack = async (db: Db, who: string, id: string, keyId: string, briefVersion = 1) => returnHandover(await asUser(who, db), { id, keyId, briefVersion, points });
const resubmit = async (db: Db, { id, sam }: Review) => {
  const { revision } = await db.handover.findUniqueOrThrow({ where: { id } });
  return submitHandover(await asUser(sam, db, LATER), { id, revision });
};
/** The keys by their holder's name: "Pia OPEN". */
const keys = async (db: Db, handoverId: string) =>
  (await db.handoverKey.findMany({ where: { handoverId }, include: { holder: true } })).map(({ holder, state }) => `${holder.name} ${state}`).sort();
const standing = async (db: Db, id: string) => {
  const [event] = await db.event.findMany({ where: { stream: id, type: "handover.submitted" }, orderBy: { seq: "desc" }, take: 1 });
  return (event && (readEvent(event)?.data as { standing: string[] }))?.standing;
};

/** Complex work of WordPress and Shopify, accepted by both leads, Lee and Lin, and given back by Pia, the PM. */
async function twoTeams(db: Db, more: (draft: Awaited<ReturnType<typeof aDraft>>) => Promise<unknown> = () => Promise.resolve()) {
  const draft = await aDraft(db, { teams: ["wordpress", "shopify"], answers: COMPLEX });
  await more(draft);
  await complete(db, draft, draft.id);
  const { id, sam, pia, lee, lin } = draft;
  await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
  const keyOf = async (holderId: string) => (await db.handoverKey.findFirstOrThrow({ where: { handoverId: id, holderId } })).id;
  const review = { ...draft, pmKey: await keyOf(pia), leadKey: await keyOf(lee), shopifyKey: await keyOf(lin) };
  await accept(db, lee, id, review.leadKey);
  await accept(db, lin, id, review.shopifyKey);
  return review;
}

describe("B4 which keys stand when a brief is submitted again", () => {
  test("B4 those that nothing changed for stand and are named; whoever returned it decides anew, with the full time", async ({ db }) => {
    const review = await twoTeams(db);
    const { id, pia, pmKey } = review;
    await giveBack(db, pia, id, pmKey);
    await resubmit(db, review);
    expect(await keys(db, id)).toEqual(["Lee ACCEPTED", "Lin ACCEPTED", "Pia OPEN"]);
    expect((await standing(db, id))?.sort()).toEqual(["Shopify team lead", "WordPress team lead"]);
    expect(await db.handoverKey.findUnique({ where: { id: pmKey } })).toMatchObject({ acceptedVersion: null, decidedAt: null, dueAt: new Date("2030-01-11T16:00:00Z") });
  });

  test("B4 the PM's stands as well, where a lead returned it and nothing changed", async ({ db }) => {
    const review = await aReview(db);
    const { id, pia, lee, pmKey, leadKey } = review;
    await accept(db, pia, id, pmKey);
    await giveBack(db, lee, id, leadKey);
    await resubmit(db, review);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lee OPEN", "Pia ACCEPTED"], ["PM"]]);
  });

  test("B4 what somebody accepted earlier does not stand for what they returned since", async ({ db }) => {
    const review = await aReview(db);
    const { id, pia, lee, pmKey, leadKey } = review;
    await accept(db, pia, id, pmKey);
    await giveBack(db, lee, id, leadKey);
    await answer(db, review, id, { "commercial.summary": "Paid in three parts: at the start, at the design, at the launch." });
    await resubmit(db, review);
    await giveBack(db, pia, id, pmKey, 2);
    await resubmit(db, review);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lee OPEN", "Pia OPEN"], []]);
  });

  test("B4 a key that is asked again forgets which version it accepted, and when", async ({ db }) => {
    const review = await aReview(db);
    const { id, pia, lee, pmKey, leadKey } = review;
    await accept(db, lee, id, leadKey);
    await giveBack(db, pia, id, pmKey);
    await answer(db, review, id, { "technical.summary": "A block theme on their present host." });
    await resubmit(db, review);
    expect(await db.handoverKey.findUnique({ where: { id: leadKey } })).toMatchObject({ state: "OPEN", acceptedVersion: null, decidedAt: null, dueAt: new Date("2030-01-11T16:00:00Z") });
  });

  test("B4 an integration that moves to another team is for both leads", async ({ db }) => {
    let row = "";
    const review = await twoTeams(db, async (draft) => {
      const cells: Record<string, Json> = { "integrations.system": "SAP", "integrations.team": draft.shopify, "integrations.direction": "in", "integrations.kind": "standard", "integrations.data": "Orders, every hour." };
      row = await aRow(db, draft, draft.id, cells);
    });
    const { id, pia, pmKey, wordpress } = review;
    await giveBack(db, pia, id, pmKey);
    await db.briefAnswer.updateMany({ where: { handoverId: id, rowId: row, field: "integrations.team" }, data: { value: wordpress } });
    await complete(db, review, id);
    await resubmit(db, review);
    expect(await keys(db, id)).toEqual(["Lee OPEN", "Lin OPEN", "Pia OPEN"]);
  });

  test("B4 a question of one team's template is for that team's lead", async ({ db }) => {
    const review = await twoTeams(db);
    const { id, pia, pmKey, shopify } = review;
    await giveBack(db, pia, id, pmKey);
    const { slug } = await db.team.findUniqueOrThrow({ where: { id: shopify } });
    const asked = await db.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: { startsWith: `custom.${slug}.` }, value: { not: "" } } });
    await db.briefAnswer.updateMany({ where: { handoverId: id, field: asked.field }, data: { state: "NOT_APPLICABLE", reason: "There is none." } });
    await resubmit(db, review);
    expect((await keys(db, id)).slice(0, 2)).toEqual(["Lee ACCEPTED", "Lin OPEN"]);
  });
});

describe("P1.7 a key is one person's", () => {
  test("P1.7 what another lead accepted does not stand for whom the seller names instead", async ({ db }) => {
    const review = await aReview(db);
    const { id, sam, pia, lee, wordpress, pmKey, leadKey } = review;
    await accept(db, lee, id, leadKey);
    await giveBack(db, pia, id, pmKey);
    const lex = await aPerson(db, "Lex", [{ teamId: wordpress, role: "TEAM_LEAD" }]);
    await namePeople(await asUser(sam, db), { id, pmId: pia, leads: [{ teamId: wordpress, leadId: lex }] });
    await resubmit(db, review);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lex OPEN", "Pia OPEN"], []]);
  });

  test("P1.6, B4 what the lead accepted whom a manager named meanwhile stands", async ({ db }) => {
    const review = await aReview(db);
    const { id, bo, pia, wordpress, pmKey, leadKey } = review;
    const lex = await aPerson(db, "Lex", [{ teamId: wordpress, role: "TEAM_LEAD" }]);
    await accept(db, review.lee, id, leadKey);
    await reassignLead(await asUser(bo, db), { id, teamId: wordpress, leadId: lex, reason: "Lee is on leave." });
    await accept(db, lex, id, leadKey);
    await giveBack(db, pia, id, pmKey);
    await resubmit(db, review);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lex ACCEPTED", "Pia OPEN"], ["WordPress team lead"]]);
  });

  test("P1.7 what another PM accepted does not stand for whom the seller names instead", async ({ db }) => {
    const review = await aReview(db);
    const { id, sam, pia, max, lee, wordpress, pmKey, leadKey } = review;
    await accept(db, pia, id, pmKey);
    await giveBack(db, lee, id, leadKey);
    await namePeople(await asUser(sam, db), { id, pmId: max, leads: [{ teamId: wordpress, leadId: lee }] });
    await resubmit(db, review);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lee OPEN", "Max OPEN"], []]);
  });
});

test("P1.6 of a brief that was submitted, the seller names somebody else for a key, and not nobody", async ({ db }) => {
  const { id, sam, pia, max, lee, wordpress, pmKey } = await aReview(db);
  await giveBack(db, pia, id, pmKey);
  const before = await keys(db, id);
  const name = async (pmId: string | null, leadId: string | null) => namePeople(await asUser(sam, db), { id, pmId, leads: [{ teamId: wordpress, leadId }] });
  await expect(name(null, lee)).rejects.toMatchObject({ code: "INVALID", rule: "P1.6", message: "Name the PM: a brief that was submitted is never without." });
  await expect(name(pia, null)).rejects.toMatchObject({ code: "INVALID", rule: "P1.6", message: "Name the WordPress team lead: a brief that was submitted is never without." });
  expect(await keys(db, id)).toEqual(before);
  await name(max, lee);
  expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ pmId: max });
});

test("P1.6 the lead of a team that needs none can be taken away", async ({ db }) => {
  const draft = await aDraft(db, { teams: ["wordpress", "shopify"] });
  const { id, sam, pia, wordpress, shopify } = draft;
  await answer(db, draft, id, { "technical.migration": [wordpress] });
  await complete(db, draft, id);
  await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
  await giveBack(db, pia, id, (await db.handoverKey.findFirstOrThrow({ where: { handoverId: id, holderId: pia } })).id);
  await namePeople(await asUser(sam, db), { id, pmId: pia, leads: [{ teamId: shopify, leadId: null }] });
  expect(await db.handoverTeam.findFirst({ where: { handoverId: id, teamId: shopify } })).toMatchObject({ leadId: null });
  expect(await keys(db, id)).toEqual(["Lee OPEN", "Pia RETURNED"]);
});

describe("P1.13 a team that takes part no longer", () => {
  test("P1.13 has no key any more, and none that stands", async ({ db }) => {
    const review = await twoTeams(db);
    const { id, sam, pia, wordpress, pmKey } = review;
    await giveBack(db, pia, id, pmKey);
    await setTeams(await asUser(sam, db), { id, teamIds: [wordpress] });
    await resubmit(db, review);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lee ACCEPTED", "Pia OPEN"], ["WordPress team lead"]]);
    await accept(db, pia, id, pmKey, 2);
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ status: "ACCEPTED" });
  });

  test("P1.7 where its lead alone returned it, the PM is asked again: somebody has to decide", async ({ db }) => {
    const draft = await aDraft(db, { teams: ["wordpress", "shopify"], answers: COMPLEX });
    const { id, sam, pia, lee, lin, wordpress } = draft;
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const keyOf = async (holderId: string) => (await db.handoverKey.findFirstOrThrow({ where: { handoverId: id, holderId } })).id;
    await accept(db, pia, id, await keyOf(pia));
    await accept(db, lee, id, await keyOf(lee));
    await giveBack(db, lin, id, await keyOf(lin));
    await setTeams(await asUser(sam, db), { id, teamIds: [wordpress] });
    await resubmit(db, draft);
    expect([await keys(db, id), await standing(db, id)]).toEqual([["Lee ACCEPTED", "Pia OPEN"], ["WordPress team lead"]]);
    expect(await accept(db, pia, id, await keyOf(pia), 2)).toMatchObject({ status: "ACCEPTED" });
  });
});

describe("P6.3 the class that was set by hand", () => {
  /** Standard work with a migration, so that Lee is asked whatever the class. */
  async function aMigration(db: Db, before: (draft: Awaited<ReturnType<typeof aDraft>>) => Promise<unknown> = () => Promise.resolve()) {
    const draft = await aDraft(db);
    const { id, sam, pia, lee } = draft;
    await answer(db, draft, id, { "technical.migration": [draft.wordpress] });
    await complete(db, draft, id);
    await before(draft);
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const keyOf = async (holderId: string) => (await db.handoverKey.findFirstOrThrow({ where: { handoverId: id, holderId } })).id;
    const review = { ...draft, pmKey: await keyOf(pia), leadKey: await keyOf(lee) };
    await accept(db, lee, id, review.leadKey);
    await giveBack(db, pia, id, review.pmKey);
    return review;
  }
  const makeComplex = async (db: Db, { sam, dealId }: { sam: string; dealId: string }) =>
    overrideClass(await asUser(sam, db), { id: dealId, from: "SIMPLE", class: "COMPLEX", reason: "New platform.", leadId: null });

  test("P6.3, B4 where it is another than before, everybody looks again", async ({ db }) => {
    const review = await aMigration(db);
    await makeComplex(db, review);
    await resubmit(db, review);
    expect([await keys(db, review.id), await standing(db, review.id)]).toEqual([["Lee OPEN", "Pia OPEN"], []]);
  });

  test("P6.3, B4 where it stands as it stood, keys stand, too", async ({ db }) => {
    const review = await aMigration(db, (draft) => makeComplex(db, draft));
    await resubmit(db, review);
    expect([await keys(db, review.id), await standing(db, review.id)]).toEqual([["Lee ACCEPTED", "Pia OPEN"], ["WordPress team lead"]]);
  });
});
