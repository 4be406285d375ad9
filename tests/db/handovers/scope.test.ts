import { describe } from "vitest";
import type { Actor } from "@/lib/auth/ctx";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { tickItem } from "@/lib/handovers/commands/ledger";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { scope } from "@/lib/handovers/policy";
import { getFirstCall } from "@/lib/handovers/queries/first-call";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listChecklist, listPromises } from "@/lib/handovers/queries/ledger";
import { getReading } from "@/lib/handovers/queries/reading";
import { getReview } from "@/lib/handovers/queries/review";
import { listTimeline } from "@/lib/handovers/queries/timeline";
import { compareVersions, listVersions } from "@/lib/handovers/queries/versions";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../../support/db";
import type { Agency } from "../../support/factories/agency";
import { aDraft, anAccepted, answer, aReview, aRow, aSubmitted } from "../../support/factories/handovers";

type Person = Exclude<keyof Agency, "organisationId" | "sales" | "wordpress" | "shopify">;
const PEOPLE: Person[] = ["sam", "sue", "bea", "pia", "max", "lee", "lin", "bo", "dev", "ada"];

async function whoSees(db: Db, handover: Agency & { id: string }): Promise<Person[]> {
  const seen: Person[] = [];
  for (const person of PEOPLE) {
    const found = await getHandover(await asUser(handover[person], db), handover.id).catch((error: { code: string }) => error.code);
    if (found === "NOT_FOUND") continue;
    expect(found).toMatchObject({ id: handover.id });
    seen.push(person);
  }
  return seen;
}

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "With the shop" }];
const texts = (reading: { sections: { fields: { id: string; text: string }[] }[] }, id: string) =>
  reading.sections.flatMap(({ fields }) => fields).find((field) => field.id === id)?.text;

describe("who sees a handover", () => {
  test("a draft is seen by its writers and their manager only: a PM who opens it finds nothing", async ({ db }) => {
    expect(await whoSees(db, await aDraft(db))).toEqual(["sam", "sue", "bea"]);
  });
  test("once submitted, its named reviewers and their manager see it, and nobody else", async ({ db }) => {
    expect(await whoSees(db, await aSubmitted(db))).toEqual(["sam", "sue", "bea", "pia", "lee", "bo"]);
  });
  test("P3.1 after acceptance sales still sees what it saw, as observers", async ({ db }) => {
    const accepted = await anAccepted(db);
    expect(await whoSees(db, accepted)).toEqual(["sam", "sue", "bea", "pia", "lee", "bo"]);
    const { viewer } = await getHandover(await asUser(accepted.sam, db), accepted.id);
    expect(viewer).toMatchObject({ isObserver: true, powers: { edit: { code: "FORBIDDEN", rule: "P3.1" }, lead: { rule: "P3.1" } } });
    expect(viewer.moves.withdraw).not.toBeNull();
  });
  test("P7.5 a client with a link finds no handover, and the portal itself finds each", async ({ db }) => {
    const { id, dealId } = await aSubmitted(db);
    const found = (actor: Actor) => db.handover.count({ where: { AND: [{ id }, scope(actor)] } });
    expect([await found({ type: "client", linkId: newId(), dealId }), await found({ type: "system", job: "announce" })]).toEqual([0, 1]);
  });
  test("an address that is no id is not found, and no failure", async ({ db }) => {
    const { pia } = await aSubmitted(db);
    for (const id of ["nonsense", newId(), "%00"]) await expect(getHandover(await asUser(pia, db), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("getReview", () => {
  test("B4 reads the frozen version: what the seller writes after a return stays theirs", async ({ db }) => {
    const review = await aReview(db);
    const { id, pia, sam, pmKey } = review;
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    const before = texts(await getReview(await asUser(pia, db), { id }), "scope.inScope");
    await answer(db, review, id, { "scope.inScope": "Website and shop, in two languages." });
    expect(texts(await getReview(await asUser(pia, db), { id }), "scope.inScope")).toBe(before);
    const head = async (who: string) => getHandover(await asUser(who, db), id);
    expect(texts(await getReading(await asUser(pia, db), await head(pia)), "scope.inScope")).toBe(before);
    expect(texts(await getReading(await asUser(sam, db), await head(sam)), "scope.inScope")).toBe("Website and shop, in two languages.");
  });

  test("P1.8 shows what changed since this reviewer last decided, and what was asked", async ({ db }) => {
    const review = await aReview(db);
    const { id, pia, lee, sam, pmKey } = review;
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    await answer(db, review, id, { "scope.inScope": "Website and shop, in two languages." });
    const { revision } = await getHandover(await asUser(sam, db), id);
    await submitHandover(await asUser(sam, db), { id, revision });
    const { changed, frozen, key } = await getReview(await asUser(pia, db), { id });
    expect([frozen.version, key?.id, changed?.version]).toEqual([2, pmKey, 1]);
    expect(changed?.asked).toMatchObject([{ field: "scope.inScope", needed: "What about the shop?", by: "Pia" }]);
    expect(changed?.fields.flatMap(({ changes }) => changes)).toMatchObject([{ field: "scope.inScope", after: "Website and shop, in two languages." }]);
    expect((await getReview(await asUser(lee, db), { id })).changed?.version).toBe(1);
    const head = await getHandover(await asUser(bo(review), db), id);
    expect((await listVersions(await asUser(bo(review), db), head)).map(({ version }) => version)).toEqual([2, 1]);
    expect((await compareVersions(await asUser(bo(review), db), head, { from: 1, to: 2 })).map(({ section }) => section)).toEqual(["Scope"]);
  });

  test("commercial fields are for the PM, and not for a team lead, in the text and in what changed", async ({ db }) => {
    const { id, pia, lee } = await aReview(db);
    expect(texts(await getReview(await asUser(pia, db), { id }), "commercial.value")).toContain("42,000");
    const forLee = await getReview(await asUser(lee, db), { id });
    expect(texts(forLee, "commercial.value")).toBeUndefined();
    expect(forLee.head.deal.value).toBeNull();
    expect(forLee.targets.some(({ field }) => field === "commercial.value")).toBe(false);
    expect(forLee.sections[0]?.id).toBe("technical");
    expect(JSON.stringify({ sections: forLee.sections, targets: forLee.targets })).not.toContain("42,000");
  });

  test("P1.1 P8.2 refuses an acceptance in the words of the command: at risk and expired, or a promise not reconciled", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "promises.none": false } });
    const { id, dealId, sam, pia, bea } = draft;
    await aRow(db, draft, id, { "promises.text": "A newsletter every Tuesday", "promises.type": "scope" });
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const { id: keyId } = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
    const condition = { text: "Settle the newsletter", ownerId: sam, dueOn: "2030-01-20" };
    const compare = async () => {
      const ctx = await asUser(pia, db);
      const { acceptRefusal, conditionsRefusal } = await getReview(ctx, { id });
      for (const [refusal, conditions] of [[acceptRefusal, []], [conditionsRefusal, [condition]]] as const)
        if (refusal) await expect(acceptKey(ctx, { id, keyId, briefVersion: 1, conditions: [...conditions] })).rejects.toMatchObject({ code: refusal.code, rule: refusal.rule, message: refusal.reason });
      return [acceptRefusal?.rule, conditionsRefusal?.rule];
    };
    expect(await compare()).toEqual(["P8.2", undefined]);
    await db.deal.update({ where: { id: dealId }, data: { signedOn: null, signedEvidence: "", atRiskUntil: new Date("2030-01-01"), atRiskApprovedById: bea, atRiskApprovedAt: new Date("2029-12-20") } });
    expect(await compare()).toEqual(["P1.1", "P1.1"]);
    await db.deal.update({ where: { id: dealId }, data: { atRiskUntil: new Date("2030-02-01") } });
    expect(await compare()).toEqual(["P8.2", undefined]);
    expect(await acceptKey(await asUser(pia, db), { id, keyId, briefVersion: 1, conditions: [condition] })).toMatchObject({ status: "ACCEPTED" });
  });

  test("a draft has nothing to review", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    await expect(getReview(await asUser(sam, db), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("after acceptance", () => {
  test("P3.1 the checklist offers a tick to exactly those whom the command lets tick", async ({ db }) => {
    const { id, sam, pia, lee, bo: manager } = await anAccepted(db);
    for (const who of [sam, pia, lee, manager]) {
      const ctx = await asUser(who, db);
      const items = await listChecklist(ctx, await getHandover(ctx, id));
      expect(items.length).toBeGreaterThan(10);
      for (const { id: itemId, revision, state, refusal } of items.slice(0, 8)) {
        const result = await tickItem(ctx, { id, itemId, revision, state, note: "" }).then(() => null, (error: { code: string; rule: string }) => error);
        expect(result && [result.code, result.rule]).toEqual(refusal && [refusal.code, refusal.rule]);
      }
    }
  });

  test("P8.2 promises move to the ledger with their row, owner and place against the contract", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "promises.none": false } });
    await aRow(db, draft, draft.id, { "promises.text": "A newsletter every Tuesday", "promises.type": "scope", "promises.contract": "IN_CONTRACT" });
    await submitHandover(await asUser(draft.sam, db), { id: draft.id, revision: draft.revision });
    const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: draft.id } });
    const pia = await asUser(draft.pia, db);
    expect((await getReview(pia, { id: draft.id })).promises).toMatchObject([{ text: "A newsletter every Tuesday", contract: "IN_CONTRACT" }]);
    await acceptKey(pia, { id: draft.id, keyId: key.id, briefVersion: 1, conditions: [] });
    expect(await listPromises(pia, await getHandover(pia, draft.id))).toMatchObject([{ text: "A newsletter every Tuesday", contract: "IN_CONTRACT", status: "OPEN" }]);
  });

  test("P2.4 a missing PM shows as a place that nobody fills, with the remedy", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    await db.timeOff.create({ data: { id: newId(), userId: pia, from: new Date("2030-01-01"), to: new Date("2030-03-01") } });
    const ctx = await asUser(pia, db);
    const call = await getFirstCall(ctx, await getHandover(ctx, id));
    expect(call.attendees.find(({ key }) => key === "pm")).toMatchObject({ person: null, presence: "required" });
    expect(call.missing).toEqual([expect.stringContaining("Name a backup for Pia")]);
  });

  test("B3 the timeline tells who did what, the newest first, page by page", async ({ db }) => {
    const { id, pia } = await anAccepted(db);
    const ctx = await asUser(pia, db);
    const head = await getHandover(ctx, id);
    const { entries, next } = await listTimeline(ctx, head, {});
    expect(next).toBeNull();
    expect(entries[0]).toMatchObject({ type: "handover.accepted", who: "Pia", did: expect.stringContaining("accepted version 1 as PM") });
    const last = entries.at(-1);
    expect((await listTimeline(ctx, head, { before: (last?.seq ?? 0) + 1 })).entries).toEqual([last]);
  });
});

const bo = (agency: Pick<Agency, "bo">) => agency.bo;
