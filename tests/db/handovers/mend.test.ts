import { describe } from "vitest";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { mendTypo } from "@/lib/handovers/commands/mend";
import { recordReading } from "@/lib/handovers/commands/reading";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { compareVersions, listVersions } from "@/lib/handovers/queries/versions";
import { getHandover } from "@/lib/handovers/queries/handover";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { answer, aReview, aSubmitted } from "../../support/factories/handovers";

const field = "scope.inScope";
const [WRONG, RIGHT] = ["Five templates, definately with a shop of 40 products.", "Five templates, definitely with a shop of 40 products."];

/** Submitted with a typo; Pia holds the PM's key, Lee the lead's. */
async function aTypo(db: Db) {
  const review = await aReview(db);
  const { id, sam, pia, pmKey, leadKey } = review;
  const points = [{ field, reason: "MISSING" as const, needed: "The shop?", suggestion: "" }];
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
  await answer(db, { sam }, id, { [field]: WRONG, "technical.summary": "A block theme on their own host." });
  const submitted = await submitHandover(await asUser(sam, db), { id, revision });
  return { ...review, ...submitted, seen: { id, briefVersion: 2, field, rowId: null, text: RIGHT }, pm: { keyId: pmKey }, lead: { keyId: leadKey } };
}

describe("mendTypo", () => {
  test("P1.7 freezes a version with the mended wording and one event; the writer stays the writer", async ({ db }) => {
    const { id, sam, pia, seen, pm } = await aTypo(db);
    expect(await mendTypo(await asUser(pia, db), { ...seen, ...pm })).toMatchObject({ status: "SUBMITTED", briefVersion: 3 });
    const head = await getHandover(await asUser(sam, db), id);
    expect(head).toMatchObject({ briefVersion: 3, writerId: sam });
    const changes = await compareVersions(await asUser(sam, db), head, { from: 2, to: 3 });
    expect(changes.flatMap((one) => one.changes)).toMatchObject([{ field, before: WRONG, after: RIGHT }]);
    expect(await listVersions(await asUser(sam, db), head)).toMatchObject([{ version: 3, by: "Pia", mends: 2 }, { version: 2, by: "Sam", mends: null }, { version: 1 }]);
    expect(await db.briefAnswer.findFirst({ where: { handoverId: id, field } })).toMatchObject({ value: RIGHT, updatedById: pia });
    expect((await eventTypes(db, id)).filter((type) => type === "brief.mended")).toHaveLength(1);
  });

  test("B4 asks nobody again: a key that was given stands, and the last one accepts the mended version", async ({ db }) => {
    const { id, pia, lee, seen, pm, lead } = await aTypo(db);
    await acceptKey(await asUser(lee, db), { id, ...lead, briefVersion: 2, conditions: [] });
    await mendTypo(await asUser(pia, db), { ...seen, ...pm });
    expect(await db.handoverKey.findUnique({ where: { id: lead.keyId } })).toMatchObject({ state: "ACCEPTED", acceptedVersion: 2 });
    await expect(acceptKey(await asUser(pia, db), { id, ...pm, briefVersion: 2, conditions: [] })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Pia mended a typo in “What is in scope”") });
    expect(await acceptKey(await asUser(pia, db), { id, ...pm, briefVersion: 3, conditions: [] })).toMatchObject({ status: "ACCEPTED" });
  });

  test("P1.7 changes no substance: a number, a negation, a name, another word are sent back instead", async ({ db }) => {
    const { pia, seen, pm } = await aTypo(db);
    const mend = async (text: string) => mendTypo(await asUser(pia, db), { ...seen, ...pm, text });
    for (const text of [RIGHT.replace("40", "50"), WRONG.replace("with", "without"), WRONG.replace("templates", "languages"), `${WRONG} And more.`])
      await expect(mend(text)).rejects.toMatchObject({ code: "INVALID", rule: "P1.7", message: expect.stringContaining("Send it back as a point with suggested wording.") });
  });

  test("P1.4 a mended typo that makes a password of a word is refused, and kept nowhere", async ({ db }) => {
    const { id, sam, pia, seen, pm, revision } = await aTypo(db);
    const points = [{ field, reason: "MISSING" as const, needed: "The shop?", suggestion: "" }];
    const returned = await returnHandover(await asUser(pia, db), { id, keyId: pm.keyId, briefVersion: 2, points });
    await answer(db, { sam }, id, { [field]: "The shop, pasword: geheimwort" });
    await submitHandover(await asUser(sam, db), { id, revision: returned.revision });
    expect(returned.revision).toBeGreaterThan(revision);
    await expect(mendTypo(await asUser(pia, db), { ...seen, ...pm, briefVersion: 3, text: "The shop, password: geheimwort" })).rejects.toMatchObject({ code: "INVALID", rule: "P1.4" });
    expect(await db.briefVersion.count({ where: { handoverId: id } })).toBe(3);
  });

  test("P1.7 is refused in another state, to who holds no key, to a stranger, and on what is no wording or not theirs to read", async ({ db }) => {
    const { id, sam, pia, lee, max, seen, pm, lead } = await aTypo(db);
    const mend = async (who: string, more: object = pm) => mendTypo(await asUser(who, db), { ...seen, ...pm, ...more });
    await expect(mend(sam)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(mend(lee)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(mend(max)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(mend(lee, { ...lead, field: "commercial.value" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(mend(pia, { field: "promises.none" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(mend(pia, { briefVersion: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await returnHandover(await asUser(pia, db), { id, ...pm, briefVersion: 2, points: [{ field, reason: "UNCLEAR", needed: "?", suggestion: "" }] });
    await expect(mend(pia)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("recordReading", () => {
  test("P4.6 adds up the seconds per person, version and section, and records no event", async ({ db }) => {
    const { id, pia } = await aReview(db);
    const before = await eventTypes(db, id);
    const read = async (sections: { scope?: number; technical?: number }) => recordReading(await asUser(pia, db), { id, version: 1, sections });
    await read({ scope: 20, technical: 5 });
    await read({ scope: 10 });
    expect(await db.readingTime.findMany({ where: { handoverId: id }, orderBy: { section: "asc" } })).toMatchObject([{ section: "scope", seconds: 30, userId: pia }, { section: "technical", seconds: 5 }]);
    expect(await eventTypes(db, id)).toEqual(before);
  });

  test("P4.6 keeps what was read before an acceptance, though the page is left after it", async ({ db }) => {
    const { id, pia, pmKey } = await aSubmitted(db);
    await acceptKey(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, conditions: [] });
    expect(await recordReading(await asUser(pia, db), { id, version: 1, sections: { scope: 5 } })).toEqual({ kept: 1 });
  });

  test("P4.6 measures reviewers alone, while it is under review", async ({ db }) => {
    const { id, pia, sam, max, revision } = await aReview(db);
    const read = async (who: string, version = 1) => recordReading(await asUser(who, db), { id, version, sections: { scope: 1 } });
    await expect(read(sam)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P4.6" });
    await expect(read(max)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(read(pia, 2)).rejects.toMatchObject({ code: "CONFLICT" });
    await db.handover.updateMany({ where: { id, revision }, data: { status: "WITHDRAWN" } });
    await expect(read(pia)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
