import { describe } from "vitest";
import { moveDeal } from "@/lib/deals/commands/stage";
import { answerDiscovery } from "@/lib/discovery/commands/answer";
import { getDiscovery } from "@/lib/discovery/queries/discovery";
import { answerDiscoveryInput } from "@/lib/discovery/schema";
import { chainProblem } from "@/lib/events/verify";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { getBrief } from "@/lib/handovers/queries/brief";
import { inviteColleague } from "@/lib/deals/commands/people";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { accepted, aDeal, aHandoverOf } from "../../support/factories/deals";

const said = (id: string, more: Partial<Parameters<typeof answerDiscoveryInput.parse>[0] & object> = {}) =>
  answerDiscoveryInput.parse({ id, field: "purpose.goals", value: "“We want to see stock, not ask for it.”", base: 0, ...more });

/** Sam's open deal for WordPress and Shopify. */
async function anOpenDeal(db: Db) {
  const agency = await anAgency(db);
  const id = await aDeal(db, agency, { teams: { create: [{ teamId: agency.wordpress }, { teamId: agency.shopify }] } });
  return { ...agency, id, ctx: await asUser(agency.sam, db) };
}
const questionOf = async (ctx: Awaited<ReturnType<typeof asUser>>, id: string, field = "purpose.goals") => (await getDiscovery(ctx, { id })).questions.find((one) => one.id === field);
const briefFieldOf = async (ctx: Awaited<ReturnType<typeof asUser>>, handoverId: string, field = "purpose.goals") =>
  (await getBrief(ctx, handoverId)).sections.flatMap(({ fields }) => fields).find((one) => one.field.id === field);

describe("answerDiscovery", () => {
  test("P7.4 keeps what the client said with who asked, when and by which version, with one event that does not repeat the words", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    expect(await questionOf(ctx, id)).toMatchObject({ standing: "notAsked", revision: 0, by: null });
    expect(await answerDiscovery(ctx, said(id))).toEqual({ id, field: "purpose.goals", outcome: "saved", revision: 1 });
    expect(await questionOf(ctx, id)).toMatchObject({ standing: "answered", text: "“We want to see stock, not ask for it.”", by: "Sam", at: NOW.toISOString(), askedBy: 1, revision: 1 });
    expect(await eventTypes(db, id)).toEqual(["discovery.asked"]);
    expect((await db.event.findFirstOrThrow({ where: { stream: id } })).payload).not.toContain("stock");
    expect(await chainProblem(db, "DEAL", id)).toBeNull();
  });

  test("P7.4 the same again has one effect, and an empty answer over it makes it not asked yet again", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    expect(await answerDiscovery(ctx, said(id))).toEqual(await answerDiscovery(ctx, said(id)));
    expect(await eventTypes(db, id)).toEqual(["discovery.asked"]);
    await answerDiscovery(ctx, said(id, { value: " ", base: 1 }));
    expect(await questionOf(ctx, id)).toMatchObject({ standing: "notAsked", text: "" });
    expect(await eventTypes(db, id)).toEqual(["discovery.asked", "discovery.takenBack"]);
    expect(await answerDiscovery(ctx, said(id, { value: "Something else" }))).toMatchObject({ outcome: "saved", revision: 3 });
  });

  test("P7.4 that nobody knows yet, or that it does not apply and why, is an answer too", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    await answerDiscovery(ctx, said(id, { state: "UNKNOWN", value: "" }));
    await answerDiscovery(ctx, said(id, { field: "client.previousVendor", state: "NOT_APPLICABLE", value: "", reason: "It is their first shop." }));
    expect(await questionOf(ctx, id)).toMatchObject({ standing: "unknown", by: "Sam" });
    expect(await questionOf(ctx, id, "client.previousVendor")).toMatchObject({ standing: "notApplicable", reason: "It is their first shop." });
    await expect(answerDiscovery(ctx, said(id, { field: "purpose.impact", state: "NOT_APPLICABLE", value: "" }))).rejects.toMatchObject({ code: "INVALID", fields: { reason: [expect.any(String)] } });
  });

  test("P7.4 nothing typed, another shape, and what is not asked here are refused at their control, and nothing is written", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    for (const wrong of [{ value: "  " }, { field: "dates.target", value: "2030-02-30" }, { field: "commercial.budgetCap", value: "a lot", currency: "EUR" }])
      await expect(answerDiscovery(ctx, said(id, wrong))).rejects.toMatchObject({ code: "INVALID", rule: "P7.4", fields: { value: [expect.any(String)] } });
    for (const field of ["complexity.size", "contacts", "custom.hubspot.hubs", "__proto__"]) await expect(answerDiscovery(ctx, said(id, { field }))).rejects.toMatchObject({ code: "INVALID" });
    for (const bad of [{ value: "a\0b" }, { value: "\ud800" }, { base: -1 }, { state: "MAYBE" }, { askedById: newId() }]) expect(answerDiscoveryInput.safeParse({ ...said(id), ...bad }).success).toBe(false);
    expect([await db.discoveryAnswer.count(), await eventTypes(db, id)]).toEqual([0, []]);
  });

  test("P1.4 what looks like a password is kept nowhere", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    await expect(answerDiscovery(ctx, said(id, { value: "The shop: password: Sommer2029!" }))).rejects.toMatchObject({ code: "INVALID", rule: "P1.4", fields: { value: [expect.any(String)] } });
    await expect(answerDiscovery(ctx, said(id, { state: "NOT_APPLICABLE", value: "", reason: "password: Sommer2029!" }))).rejects.toMatchObject({ code: "INVALID", rule: "P1.4" });
    expect(await db.discoveryAnswer.count()).toBe(0);
  });

  test("P1.3 over what was not seen nothing is written, and both are handed back", async ({ db }) => {
    const { id, ctx, sam, sue } = await anOpenDeal(db);
    await inviteColleague(ctx, { id, userId: sue });
    await answerDiscovery(await asUser(sue, db), said(id, { value: "Sue's words" }));
    expect(await answerDiscovery(ctx, said(id, { value: "Sam's words" }))).toMatchObject({ outcome: "conflict", current: { text: "Sue's words", by: "Sue", revision: 1, seenIn: null } });
    expect(await questionOf(ctx, id)).toMatchObject({ text: "Sue's words" });
    expect(await answerDiscovery(ctx, said(id, { value: "Sam's words", base: 1 }))).toMatchObject({ outcome: "saved", revision: 2 });
    expect((await db.discoveryAnswer.findFirstOrThrow()).askedById).toBe(sam);
  });

  test("P7.4 of a deal that is lost, or whose brief is under review, is CONFLICT", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    await moveDeal(ctx, { id, revision: 1, move: "lose", reason: "They build it themselves" });
    await expect(answerDiscovery(ctx, said(id))).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.4" });
    const other = await anOpenDeal(db);
    const handoverId = await aHandoverOf(db, other.id);
    await db.handover.update({ where: { id: handoverId }, data: { pmId: other.pia, firstSubmitAt: NOW } });
    await db.handoverKey.create({ data: { id: newId(), handoverId, role: "PM", holderId: other.pia } });
    await db.handover.update({ where: { id: handoverId }, data: { status: "SUBMITTED" } });
    await expect(answerDiscovery(other.ctx, said(other.id))).rejects.toMatchObject({ code: "CONFLICT", rule: "B4" });
  });

  test("P7.4 for everybody but who sells the deal and their manager it does not exist", async ({ db }) => {
    const { id, sue, pia, lee, bo, dev, ada } = await anOpenDeal(db);
    await aHandoverOf(db, id, { pmId: pia, firstSubmitAt: NOW, teams: { create: [{ teamId: (await db.dealTeam.findFirstOrThrow()).teamId, leadId: lee }] } });
    for (const person of [sue, pia, lee, bo, dev, ada]) {
      await expect(getDiscovery(await asUser(person, db), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(answerDiscovery(await asUser(person, db), said(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await db.discoveryAnswer.count()).toBe(0);
  });

  test("P7.4 the sales manager reads it and writes nothing; after acceptance nobody in sales does", async ({ db }) => {
    const { id, ctx, bea, pia } = await anOpenDeal(db);
    const manager = await asUser(bea, db);
    expect((await getDiscovery(manager, { id })).refusal).toMatchObject({ code: "FORBIDDEN", rule: "P7.4" });
    await expect(answerDiscovery(manager, said(id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.4" });
    const handoverId = await aHandoverOf(db, id);
    await accepted(db, handoverId, pia);
    await expect(answerDiscovery(ctx, said(id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P3.1" });
  });
});

describe("discovery and the brief", () => {
  test("P7.4 a draft begins with what was said, and says from where and when; what nobody knew stays open, what did not apply keeps its reason", async ({ db }) => {
    const { id, ctx, sam } = await anOpenDeal(db);
    await answerDiscovery(ctx, said(id));
    await answerDiscovery(ctx, said(id, { field: "purpose.impact", state: "UNKNOWN", value: "" }));
    await answerDiscovery(ctx, said(id, { field: "client.previousVendor", state: "NOT_APPLICABLE", value: "", reason: "It is their first shop." }));
    await answerDiscovery(ctx, said(id, { field: "commercial.budgetCap", value: "15 000", currency: "CHF" }));
    const later = await asUser(sam, db, new Date("2030-01-05T10:00:00Z"));
    const { id: handoverId } = await beginHandover(later, { dealId: id });
    expect(await briefFieldOf(later, handoverId)).toMatchObject({ answer: { value: "“We want to see stock, not ask for it.”" }, source: "from discovery, 3 days ago", offer: null });
    expect(await briefFieldOf(later, handoverId, "purpose.impact")).toMatchObject({ answer: { state: "UNKNOWN" }, source: "from discovery, 3 days ago" });
    expect(await briefFieldOf(later, handoverId, "client.previousVendor")).toMatchObject({ answer: { state: "NOT_APPLICABLE", reason: "It is their first shop." }, source: "from discovery, 3 days ago" });
    expect(await briefFieldOf(later, handoverId, "commercial.budgetCap")).toMatchObject({ answer: { value: { minor: 1_500_000, currency: "CHF" } } });
    expect(await questionOf(later, id)).toMatchObject({ standing: "answered", by: "Sam", at: NOW.toISOString(), askedBy: 1 });
    expect(await questionOf(later, id, "purpose.impact")).toMatchObject({ standing: "unknown" });
  });

  test("P7.4 once there is a brief, discovery reads and writes the brief's own answer, whoever typed it and where", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    const { id: handoverId } = await beginHandover(ctx, { dealId: id });
    await saveAnswers(ctx, { id: handoverId, changes: [{ field: "purpose.impact", rowId: null, base: 0, state: "VALUE", value: "Two hours a day" }] });
    expect(await questionOf(ctx, id, "purpose.impact")).toMatchObject({ standing: "answered", text: "Two hours a day", by: "Sam", isFromBrief: true, revision: 1 });
    await answerDiscovery(ctx, said(id, { seenIn: handoverId }));
    expect(await briefFieldOf(ctx, handoverId)).toMatchObject({ answer: { value: "“We want to see stock, not ask for it.”" }, source: "from discovery, today", offer: null });
    expect(await answerDiscovery(ctx, said(id, { value: "In the brief by now", base: 0, seenIn: handoverId }))).toMatchObject({ outcome: "conflict" });
    await saveAnswers(ctx, { id: handoverId, changes: [{ field: "purpose.goals", rowId: null, base: 1, state: "VALUE", value: "Mended in the brief" }] });
    expect(await questionOf(ctx, id)).toMatchObject({ text: "Mended in the brief", isFromBrief: true });
    expect(await briefFieldOf(ctx, handoverId)).toMatchObject({ source: null, offer: null });
  });

  test("P1.3 what was seen before the draft began is not written over what the draft says", async ({ db }) => {
    const { id, ctx } = await anOpenDeal(db);
    await answerDiscovery(ctx, said(id, { value: "First" }));
    await answerDiscovery(ctx, said(id, { value: "Second", base: 1 }));
    const { id: handoverId } = await beginHandover(ctx, { dealId: id }); // its answers are of revision 1, too
    expect(await answerDiscovery(ctx, said(id, { value: "Third", base: 1 }))).toMatchObject({ outcome: "conflict", current: { text: "Second", seenIn: handoverId } });
    expect(await answerDiscovery(ctx, said(id, { value: "Third", base: 1, seenIn: handoverId }))).toMatchObject({ outcome: "saved" });
  });

  test("P1.2 what client and deal know already is shown as known, and not counted as asked", async ({ db }) => {
    const { id, ctx, wordpress } = await anOpenDeal(db);
    const [set] = await db.policyVersion.findMany({ where: { kind: "DISCOVERY_SET", teamId: wordpress } });
    const content = { questions: [{ id: "value", ask: "What is it worth?", why: "We ask.", field: "commercial.value" }, { id: "people", ask: "Who?", why: "We ask.", field: "contacts" }] };
    await db.policyVersion.create({ data: { id: newId(), kind: "DISCOVERY_SET", teamId: wordpress, version: 2, status: "PUBLISHED", content } });
    expect(set?.version).toBe(1);
    expect(await questionOf(ctx, id, "commercial.value")).toMatchObject({ standing: "known", from: "from the deal, today", version: 2 });
    expect(await questionOf(ctx, id, "contacts")).toMatchObject({ standing: "known", list: { rows: 1 } });
  });
});
