import { describe } from "vitest";
import { eraseContact } from "@/lib/clients/commands";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { keepAnswer, refreshAnswer } from "@/lib/handovers/commands/prefilled";
import { getBrief } from "@/lib/handovers/queries/brief";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listVersions } from "@/lib/handovers/queries/versions";
import type { Json } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, test } from "@/tests/support/db";
import { aDeal } from "@/tests/support/factories/deals";
import { aDraft, anAccepted, answer, aSubmitted } from "@/tests/support/factories/handovers";

const fieldOf = async (db: Db, person: string, id: string, field: string) => {
  const { sections } = await getBrief(await asUser(person, db), id);
  return [...sections.flatMap(({ fields }) => fields), ...sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))].find((one) => one.field.id === field);
};

/** A second deal of the client of a handover that was accepted, and its draft, begun by somebody in sales. */
async function aSecond(db: Db, answers: Record<string, Json>) {
  const first = await anAccepted(db, { answers });
  const { clientId } = await db.deal.findUniqueOrThrow({ where: { id: first.dealId }, select: { clientId: true } });
  const dealId = await aDeal(db, first, { clientId, name: "A second site" });
  const { id } = await beginHandover(await asUser(first.sam, db), { dealId });
  return { ...first, id };
}

describe("P1.2: a draft begins with what earlier handovers of the client say", () => {
  test("P1.2: an accepted one fills how the client works, and says from where and when", async ({ db }) => {
    const { id, sam, number } = await aSecond(db, { "technical.stack": "Two servers, staging on the second", "scope.inScope": "Everything that was agreed in December." });
    expect(await fieldOf(db, sam, id, "technical.stack")).toMatchObject({ answer: { value: "Two servers, staging on the second", source: "handover" }, source: `from HO-${number}, today`, offer: null });
    expect((await fieldOf(db, sam, id, "scope.inScope"))?.answer).toBeNull();
    expect(await fieldOf(db, sam, id, "client.legalName")).toMatchObject({ source: "from the client, today" });
  });

  test("P1.2: neither a handover that was not accepted, nor one out of the person's scope", async ({ db }) => {
    const submitted = await aSubmitted(db, { answers: { "technical.stack": "Two servers" } });
    const { clientId } = await db.deal.findUniqueOrThrow({ where: { id: submitted.dealId }, select: { clientId: true } });
    const again = await aDeal(db, submitted, { clientId });
    const { id } = await beginHandover(await asUser(submitted.sam, db), { dealId: again });
    expect((await fieldOf(db, submitted.sam, id, "technical.stack"))?.answer).toBeNull();

    const accepted = await anAccepted(db, { answers: { "technical.stack": "Two servers" } });
    const other = await db.deal.findUniqueOrThrow({ where: { id: accepted.dealId }, select: { clientId: true } });
    await db.membership.create({ data: { userId: accepted.ada, teamId: accepted.sales, role: "SALES" } });
    const stranger = await aDeal(db, { sam: accepted.ada }, { clientId: other.clientId });
    const draft = await beginHandover(await asUser(accepted.ada, db), { dealId: stranger });
    expect((await fieldOf(db, accepted.ada, draft.id, "technical.stack"))?.answer).toBeNull();
    expect((await fieldOf(db, accepted.ada, draft.id, "client.legalName"))?.answer?.value).toBe("Brandt Optik GmbH");
  });
});

/** A draft whose deal says something else meanwhile. */
async function changed(db: Db) {
  const draft = await aDraft(db);
  await db.deal.update({ where: { id: draft.dealId }, data: { valueMinor: 5_000_000n } });
  const shown = await fieldOf(db, draft.sam, draft.id, "commercial.value");
  const offer = { id: draft.id, field: "commercial.value", rowId: null, base: shown?.answer?.revision ?? 0, value: { minor: 5_000_000, currency: "EUR" } };
  return { ...draft, shown, offer };
}

describe("P1.2: when the source changes later", () => {
  test("P1.2: the field offers the new value to those who may write, and to nobody else", async ({ db }) => {
    const { id, bea, shown } = await changed(db);
    expect(shown).toMatchObject({ answer: { value: { minor: 4_200_000 } }, source: "from the deal, today", offer: { text: "EUR 50,000.00", from: "the deal" } });
    expect((await fieldOf(db, bea, id, "commercial.value"))?.offer).toBeNull();
  });

  test("P1.2: refresh takes it, over the revision that was seen, with its source, and writes no event", async ({ db }) => {
    const { id, sam, offer } = await changed(db);
    const before = await eventTypes(db, id);
    expect(await refreshAnswer(await asUser(sam, db), offer)).toEqual({ field: "commercial.value", rowId: null, outcome: "saved", revision: offer.base + 1 });
    expect(await fieldOf(db, sam, id, "commercial.value")).toMatchObject({ answer: { value: { minor: 5_000_000 }, source: "deal", by: "Sam" }, source: "from the deal, today", offer: null });
    expect(await eventTypes(db, id)).toEqual(before);
  });

  test("P1.2: keep mine is remembered for that value, and asked anew when the source changes again", async ({ db }) => {
    const { id, sam, dealId, offer, ...agency } = await changed(db);
    await answer(db, { sam, ...agency }, id, { "commercial.value": { minor: 4_500_000, currency: "EUR" } });
    expect(await keepAnswer(await asUser(sam, db), { ...offer, base: offer.base + 1 })).toMatchObject({ outcome: "saved", revision: offer.base + 1 });
    expect(await fieldOf(db, sam, id, "commercial.value")).toMatchObject({ answer: { value: { minor: 4_500_000 } }, offer: null });
    await db.deal.update({ where: { id: dealId }, data: { valueMinor: 6_000_000n } });
    expect((await fieldOf(db, sam, id, "commercial.value"))?.offer?.text).toBe("EUR 60,000.00");
  });

  test("P1.2: what somebody else wrote meanwhile is handed back by both, and nothing is overwritten", async ({ db }) => {
    const { id, sam, sue, offer } = await changed(db);
    await saveAnswers(await asUser(sue, db), { id, changes: [{ field: "commercial.value", rowId: null, base: offer.base, state: "VALUE", value: { minor: 1, currency: "EUR" } }] });
    const theirs = { outcome: "conflict", current: { value: { minor: 1 }, by: "Sue", revision: offer.base + 1 } };
    expect(await refreshAnswer(await asUser(sam, db), offer)).toMatchObject(theirs);
    expect(await keepAnswer(await asUser(sam, db), offer)).toMatchObject(theirs);
    expect(await fieldOf(db, sam, id, "commercial.value")).toMatchObject({ answer: { value: { minor: 1 } }, offer: { text: "EUR 50,000.00" } });
  });

  test("P1.2: both are CONFLICT where the source moved on or the brief was submitted, FORBIDDEN for a manager, NOT_FOUND out of scope", async ({ db }) => {
    for (const settle of [refreshAnswer, keepAnswer]) {
      const { id, sam, bea, dev, offer } = await changed(db);
      const by = async (person: string, more = {}) => settle(await asUser(person, db), { ...offer, ...more });
      await expect(by(sam, { value: { minor: 7, currency: "EUR" } })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.2" });
      await expect(by(sam, { field: "purpose.goals", value: "x" })).rejects.toMatchObject({ code: "CONFLICT" });
      await expect(by(bea)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
      await expect(by(dev)).rejects.toMatchObject({ code: "NOT_FOUND" });
      const submitted = await aSubmitted(db);
      await expect(settle(await asUser(submitted.sam, db), { ...offer, id: submitted.id })).rejects.toMatchObject({ code: "CONFLICT", rule: "B4" });
      expect(id).not.toBe(submitted.id);
    }
  });

  test("P1.2: a person at the client who gets other roles in the record is offered in their row", async ({ db }) => {
    const { id, sam, dealId } = await aDraft(db);
    const { client } = await db.deal.findUniqueOrThrow({ where: { id: dealId }, select: { client: { select: { contacts: { orderBy: { id: "asc" } } } } } });
    await db.contact.update({ where: { id: client.contacts[0]?.id ?? "" }, data: { roles: ["DECISION_MAKER", "BILLING"] } });
    expect(await fieldOf(db, sam, id, "contacts.roles")).toMatchObject({ answer: { value: ["DECISION_MAKER"] }, offer: { text: "Decision maker, Billing", from: "the client" } });
  });
});

describe("P4.9: typed against prefilled", () => {
  test("P4.9: each version keeps how many answers were filled in, changed and typed; managers read it", async ({ db }) => {
    const { id, sam, bea } = await aSubmitted(db, { answers: { "client.legalName": "Brandt Optik AG" } });
    const head = async (person: string) => getHandover(await asUser(person, db), id);
    const [{ effort } = { effort: null }] = await listVersions(await asUser(bea, db), await head(bea));
    const filled = await db.answerSource.count({ where: { handoverId: id } });
    const all = await db.briefAnswer.count({ where: { handoverId: id } });
    expect(effort).toEqual({ prefilledStayed: filled - 1, prefilledChanged: 1, typed: all - filled });
    expect((await listVersions(await asUser(sam, db), await head(sam)))[0]?.effort).toBeNull();
  });
});

test("B3: erasing a client's person forgets what was filled in about them", async ({ db }) => {
  const draft = await aDraft(db);
  const row = await db.briefAnswer.findFirstOrThrow({ where: { handoverId: draft.id, field: "contacts.contact" } });
  const left = () => db.answerSource.count({ where: { handoverId: draft.id, rowId: row.rowId } });
  expect(await left()).toBe(2);
  await eraseContact(await asUser(draft.bea, db), { id: row.value as string, reason: "ASKED" });
  expect(await left()).toBe(0);
  expect(await db.answerSource.count({ where: { handoverId: draft.id } })).toBeGreaterThan(0);
});
