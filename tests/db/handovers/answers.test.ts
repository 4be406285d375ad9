import { describe } from "vitest";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { withdrawHandover } from "@/lib/handovers/commands/deliver";
import { setTeams } from "@/lib/handovers/commands/people";
import { getBrief } from "@/lib/handovers/queries/brief";
import { briefFieldsOf } from "@/lib/handovers/queries/brief-fields";
import { getCheck } from "@/lib/handovers/queries/check";
import { listHandovers } from "@/lib/handovers/queries/list";
import { getMyWork } from "@/lib/handovers/queries/my-work";
import { suggestPeople } from "@/lib/handovers/queries/suggestions";
import type { Json } from "@/lib/handovers/rules/answers";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "@/tests/support/db";
import { aPerson, anAgency } from "@/tests/support/factories/agency";
import { aDraft, aSubmitted, aWonDeal, answer } from "@/tests/support/factories/handovers";

const change = (field: string, value: Json, { base = 0, rowId = null as string | null } = {}) =>
  ({ field, rowId, base, state: "VALUE" as const, value: value as never });

describe("keeping what is typed (P1.3)", () => {
  test("keeps an answer at a revision, by whom and when, and writes no event", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const before = await eventTypes(db, id);
    const { answers } = await saveAnswers(await asUser(sam, db), { id, changes: [change("client.about", "Makes spectacles")] });
    expect(answers).toEqual([{ field: "client.about", rowId: null, outcome: "saved", revision: 1 }]);
    const brief = await getBrief(await asUser(sam, db), id);
    const field = brief.sections[0]?.fields.find((one) => one.field.id === "client.about");
    expect(field?.answer).toMatchObject({ value: "Makes spectacles", revision: 1, source: "typed", by: "Sam" });
    expect(await eventTypes(db, id)).toEqual(before);
  });

  test("hands back what somebody else kept meanwhile, and overwrites nothing", async ({ db }) => {
    const { id, sam, sue } = await aDraft(db);
    await saveAnswers(await asUser(sam, db), { id, changes: [change("client.about", "Sam's words")] });
    await saveAnswers(await asUser(sue, db), { id, changes: [change("client.about", "Sue's words", { base: 1 })] });
    const { answers } = await saveAnswers(await asUser(sam, db), { id, changes: [change("client.about", "Sam again", { base: 1 })] });
    expect(answers[0]).toMatchObject({ outcome: "conflict", current: { value: "Sue's words", revision: 2, by: "Sue" } });
    expect(await db.briefAnswer.findFirst({ where: { handoverId: id, field: "client.about" } })).toMatchObject({ value: "Sue's words", revision: 2 });
  });

  test("a repeat of the same is no conflict, and the answers beside a refused one are kept", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const ctx = await asUser(sam, db);
    await saveAnswers(ctx, { id, changes: [change("client.about", "Makes spectacles")] });
    const { answers } = await saveAnswers(ctx, {
      id,
      changes: [
        change("client.about", "Makes spectacles"), change("client.nonsense", "x"), change("dates.review", "2030-02-31"),
        change("client.channels", ["pigeon"]), change("promises.text", "no row"), change("client.language", "German"),
      ],
    });
    expect(answers.map(({ outcome }) => outcome)).toEqual(["saved", "refused", "refused", "refused", "refused", "saved"]);
    expect(answers[2]).toMatchObject({ reason: expect.stringMatching(/date/i) as string });
  });

  test("P1.4 what looks like a password or a key is kept nowhere, says where it belongs, and what stood there stays", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const ctx = await asUser(sam, db);
    await saveAnswers(ctx, { id, changes: [change("technical.stack", "Two servers")] });
    const secret = "password: hunter2";
    const { answers } = await saveAnswers(ctx, {
      id,
      changes: [
        change("technical.stack", `Two servers. ${secret}`, { base: 1 }), change("promises.text", secret, { rowId: newId() }),
        { ...change("dates.target", null), state: "UNKNOWN", unknown: { ownerId: sam, due: "2030-02-01", risk: secret } },
        { ...change("scope.content", null), state: "NOT_APPLICABLE", reason: secret },
        change("commercial.contract", { name: "Annex", url: "https://files.example/annex?api_key=4fd9c1e27ab84c0db7" }), change("client.about", "Makes spectacles"),
      ],
    });
    expect(answers.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused", "refused", "refused", "saved"]);
    for (const answer of answers.slice(0, 5)) expect(answer).toMatchObject({ isSecret: true, reason: expect.stringContaining("“Access needed”") as string });
    const stored = JSON.stringify(await db.briefAnswer.findMany({ where: { handoverId: id } }));
    expect(stored).toContain("Two servers");
    expect(`${stored} ${JSON.stringify(answers)}`).not.toMatch(/hunter2|4fd9c1e27/);
  });

  test("not known and not applicable are kept with all that goes with them", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const unknown = { ownerId: sam, due: "2030-02-01", risk: "We may measure the wrong thing" };
    await saveAnswers(await asUser(sam, db), {
      id,
      changes: [
        { field: "client.about", rowId: null, base: 0, state: "UNKNOWN", value: null, unknown },
        { field: "client.cadence", rowId: null, base: 0, state: "NOT_APPLICABLE", value: null, reason: "One delivery, no meetings" },
      ],
    });
    const { sections } = await getBrief(await asUser(sam, db), id);
    const answers = new Map(sections[0]?.fields.map(({ field, answer: kept }) => [field.id, kept]));
    expect(answers.get("client.about")).toMatchObject({ state: "UNKNOWN", unknown });
    expect(answers.get("client.cadence")).toMatchObject({ state: "NOT_APPLICABLE", reason: "One delivery, no meetings" });
  });

  test("is CONFLICT once submitted, FORBIDDEN for a manager, NOT_FOUND for whom the draft does not exist", async ({ db }) => {
    const { id, sam, bea, pia, dev, revision } = await aSubmitted(db);
    const save = async (person: string) => saveAnswers(await asUser(person, db), { id, changes: [change("client.about", "x")] });
    await expect(save(sam)).rejects.toMatchObject({ code: "CONFLICT", rule: "B4" });
    await expect(save(bea)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
    await expect(save(pia)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
    await expect(save(dev)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await withdrawHandover(await asUser(sam, db), { id, revision, reason: "The client changed their mind" });
    await expect(save(sam)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a PM does not find a draft that names them", async ({ db }) => {
    const { id, pia } = await aDraft(db);
    await expect(getBrief(await asUser(pia, db), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getCheck(await asUser(pia, db), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the brief as it is filled in", () => {
  test("P1.2: begins with what deal and client know, marked with its source until somebody types", async ({ db }) => {
    const agency = await anAgency(db);
    const { id } = await beginHandover(await asUser(agency.sam, db), { dealId: await aWonDeal(db, agency) });
    const value = async () =>
      (await getBrief(await asUser(agency.sam, db), id)).sections.flatMap(({ fields }) => fields).find((one) => one.field.id === "client.legalName");
    expect(await value()).toMatchObject({ source: "from the client, today", answer: { value: "Brandt Optik GmbH" } });
    await answer(db, agency, id, { "client.legalName": "Brandt Optik AG" });
    expect(await value()).toMatchObject({ source: null, answer: { value: "Brandt Optik AG" } });
  });

  test("B6, P1.13: asks what its teams' templates ask, and stops asking when a team leaves; answers stay", async ({ db }) => {
    const { id, sam, wordpress, shopify } = await aDraft(db, { teams: ["wordpress", "shopify"] });
    const custom = async () => (await briefFieldsOf(db, id)).filter((field) => field.id.startsWith("custom.")).map((field) => field.id.split(".")[1]?.split("-")[0]);
    expect(new Set(await custom())).toEqual(new Set(["wordpress", "shopify"]));
    const kept = await db.briefAnswer.count({ where: { handoverId: id } });
    await setTeams(await asUser(sam, db), { id, teamIds: [wordpress] });
    expect(new Set(await custom())).toEqual(new Set(["wordpress"]));
    expect(await db.briefAnswer.count({ where: { handoverId: id } })).toBe(kept);
    expect(shopify).not.toBe(wordpress);
  });

  test("P1.4: says what is missing by section, with the sentence of the form", async ({ db }) => {
    const agency = await anAgency(db);
    const { id } = await beginHandover(await asUser(agency.sam, db), { dealId: await aWonDeal(db, agency) });
    const brief = await getBrief(await asUser(agency.sam, db), id);
    expect(brief.sections.map((section) => section.status)).toContain("notStarted");
    expect(brief.readiness.blockers.map(({ sentence }) => sentence)).toContain("Enter the goals, in the client's words.");
    expect(brief.sections.find((section) => section.id === "purpose")?.status).toBe("notStarted");
    const complete = await aDraft(db);
    expect((await getBrief(await asUser(complete.sam, db), complete.id)).sections.every((section) => section.status === "ready")).toBe(true);
  });

  test("P1.1, P1.6: the check names the contract and the people that are missing", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aWonDeal(db, agency);
    await db.deal.update({ where: { id: dealId }, data: { signedOn: null, signedEvidence: "", stage: "PROPOSAL", wonAt: null } });
    const { id } = await beginHandover(await asUser(agency.sam, db), { dealId });
    const check = await getCheck(await asUser(agency.sam, db), id);
    expect(check.problems.map(({ rule }) => rule)).toEqual(["P1.1", "P1.6"]);
    expect(check.keys).toMatchObject([{ role: "PM", holder: null }]);
    const complete = await aDraft(db);
    expect((await getCheck(await asUser(complete.sam, db), complete.id)).problems).toEqual([]);
  });
});

describe("P1.6: suggested people", () => {
  test("hold the role in a team of the handover, are no writers of it, and come with reasons", async ({ db }) => {
    const { id, sam, pia, max, lee, wordpress } = await aDraft(db);
    await db.membership.create({ data: { userId: sam, teamId: wordpress, role: "PM" } });
    await db.handover.update({ where: { id }, data: { pmId: null } });
    const ctx = await asUser(sam, db);
    const { pm, leads } = await suggestPeople(ctx, (await getBrief(ctx, id)).head);
    expect(new Set(pm.list.map((one) => one.id))).toEqual(new Set([pia, max]));
    expect(pm.not).toEqual(["Sam wrote the brief, and cannot accept it."]);
    expect(leads).toMatchObject([{ team: "WordPress", list: [{ id: lee }] }]);
    for (const one of pm.list) expect(one.reasons.length).toBeGreaterThan(0);
  });

  test("with the most room come first", async ({ db }) => {
    const busy = await aSubmitted(db); // Pia holds one
    const ctx = await asUser(busy.sam, db);
    const free = await aPerson(db, "Fay", [{ teamId: busy.wordpress, role: "PM" }]);
    const { pm } = await suggestPeople(ctx, (await getBrief(ctx, busy.id)).head);
    expect(pm.list.at(-1)?.id).toBe(busy.pia);
    expect(pm.list.map((one) => one.id)).toContain(free);
  });
});

describe("lists", () => {
  test("my work holds what needs me, what I wait for, and deals that were won and not handed over (P1.11)", async ({ db }) => {
    const submitted = await aSubmitted(db);
    const { sam } = submitted;
    const deal = await aWonDeal(db, submitted);
    const { sales, delivery } = await getMyWork(await asUser(sam, db));
    expect(sales?.waiting.rows).toMatchObject([{ id: submitted.id, status: "SUBMITTED", waitsFor: ["Pia"] }]);
    expect(sales?.deals.map(({ id }) => id)).toEqual([deal]);
    expect(delivery).toBeNull();
    const pia = await getMyWork(await asUser(submitted.pia, db));
    expect([pia.sales, pia.delivery?.open]).toEqual([null, 1]);
  });

  test("handovers are those in scope, by the filters of the address, page by page", async ({ db }) => {
    const { id, sam, pia, shopify, wordpress } = await aSubmitted(db);
    const draft = await aDraft(db);
    const ids = async (person: string, params = {}) => (await listHandovers(await asUser(person, db), params)).rows.map((row) => row.id);
    expect(await ids(sam)).toEqual([id]);
    expect(await ids(sam, { status: "submitted" })).toEqual([id]);
    expect(await ids(sam, { status: "draft" })).toEqual([]);
    expect(await ids(sam, { team: wordpress })).toEqual([id]);
    expect(await ids(sam, { team: shopify })).toEqual([]);
    expect(await ids(sam, { owner: draft.sam, team: "no team at all" })).toEqual([]);
    expect(await ids(pia)).toEqual([id]);
    expect(await ids(draft.pia)).toEqual([]);
  });
});
