import { createHash } from "node:crypto";
import { describe } from "vitest";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { mendTypo } from "@/lib/handovers/commands/mend";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { snapshotOf } from "@/lib/handovers/queries/snapshot";
import type { Json } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aDraft, aRow } from "../../support/factories/handovers";

const LATER = new Date(NOW.getTime() + 60_000);
const [WRONG, RIGHT] = ["A langauge more", "A language more"];
const promise = { "promises.type": "scope", "promises.contract": "IN_CONTRACT", "promises.text": WRONG, "promises.byWhom": null };

/** Submitted with two promises that hold the same typo; Pia holds the only key. */
async function twoTypos(db: Db, answers: Record<string, Json> = {}) {
  const draft = await aDraft(db, { answers: { "promises.none": false, ...answers } });
  const [first, second] = [await aRow(db, draft, draft.id, promise), await aRow(db, draft, draft.id, promise)];
  const { revision } = await submitHandover(await asUser(draft.sam, db), { id: draft.id, revision: draft.revision });
  const { id: keyId } = await db.handoverKey.findFirstOrThrow({ where: { handoverId: draft.id } });
  const mend = async (field: string, rowId: string | null, text: string, briefVersion = 1) =>
    mendTypo(await asUser(draft.pia, db, LATER), { id: draft.id, keyId, briefVersion, field, rowId, text });
  return { ...draft, revision, keyId, first, second, mend };
}
const cell = (db: Db, handoverId: string, rowId: string, field = "promises.text") => db.briefAnswer.findUniqueOrThrow({ where: { handoverId_field_rowId: { handoverId, field, rowId } } });

describe("P1.7 what a mended typo changes", () => {
  test("P1.7 one cell of one row, in the version and in the draft; the rest of both stays as it was", async ({ db }) => {
    const { id, pia, first, second, mend, revision } = await twoTypos(db);
    const [before, ...others] = await Promise.all([cell(db, id, first), cell(db, id, second), cell(db, id, first, "promises.type")]);
    expect(await mend("promises.text", first, RIGHT)).toEqual({ id, status: "SUBMITTED", revision: revision + 1, briefVersion: 2 });
    expect(await cell(db, id, first)).toEqual({ ...before, value: RIGHT, revision: before.revision + 1, updatedById: pia, updatedAt: LATER });
    expect(await Promise.all([cell(db, id, second), cell(db, id, first, "promises.type")])).toEqual(others);
    const [one, two] = [await snapshotOf(db, id, 1), await snapshotOf(db, id, 2)];
    expect(two).toEqual({ ...one, answers: one?.answers.map((answer) => (answer.field === "promises.text" && answer.rowId === first ? { ...answer, value: RIGHT } : answer)) });
    expect(await db.handover.findUnique({ where: { id } })).toMatchObject({ briefVersion: 2, revision: revision + 1, updatedAt: LATER });
  });

  test("B4 the version that it makes says whose it is, when, which it mends, and has a digest of its own", async ({ db }) => {
    const { id, pia, first, mend } = await twoTypos(db);
    await mend("promises.text", first, RIGHT);
    const { content, ...version } = await db.briefVersion.findUniqueOrThrow({ where: { handoverId_version: { handoverId: id, version: 2 } } });
    expect(version).toMatchObject({ createdById: pia, createdAt: LATER, mends: 1, amendment: null });
    const earlier = await db.briefVersion.findUniqueOrThrow({ where: { handoverId_version: { handoverId: id, version: 1 } } });
    expect(version.digest).not.toBe(earlier.digest);
    const [one] = [await snapshotOf(db, id, 1)];
    const mended = { ...one, answers: one?.answers.map((answer) => (answer.field === "promises.text" && answer.rowId === first ? { ...answer, value: RIGHT } : answer)) };
    expect(version.digest).toBe(createHash("sha256").update(JSON.stringify(mended)).digest("hex"));
    expect(content).toEqual(mended);
  });

  test("B3 its event keeps the key, the version that it made, where it was, and the wording before and after", async ({ db }) => {
    const { id, keyId, first, mend } = await twoTypos(db);
    await mend("promises.text", first, RIGHT);
    const { type, payload } = await db.event.findFirstOrThrow({ where: { stream: id }, orderBy: { seq: "desc" } });
    expect([type, JSON.parse(payload ?? "")]).toEqual(["brief.mended", { keyId, role: "PM", team: null, briefVersion: 2, field: "promises.text", rowId: first, label: "What was promised", before: WRONG, after: RIGHT }]);
  });

  test("P1.7 nothing of another handover that has the same answer", async ({ db }) => {
    const [here, there] = [await twoTypos(db, { "purpose.goals": "To sell glases by mail." }), await twoTypos(db, { "purpose.goals": "To sell glases by mail." })];
    await here.mend("purpose.goals", null, "To sell glasses by mail.");
    const goals = async (handoverId: string) => (await db.briefAnswer.findFirstOrThrow({ where: { handoverId, field: "purpose.goals" } })).value;
    expect([await goals(here.id), await goals(there.id)]).toEqual(["To sell glasses by mail.", "To sell glases by mail."]);
  });
});

describe("P1.7 what is not mended", () => {
  test("P1.7 what the draft says otherwise by now: nobody's words are written over", async ({ db }) => {
    const { id, first, mend } = await twoTypos(db);
    await db.briefAnswer.update({ where: { handoverId_field_rowId: { handoverId: id, field: "promises.text", rowId: first } }, data: { value: "Two langauges more" } });
    await expect(mend("promises.text", first, RIGHT)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await cell(db, id, first)).toMatchObject({ value: "Two langauges more" });
    expect(await db.briefVersion.count({ where: { handoverId: id } })).toBe(1);
  });

  test("P1.7 an answer that is empty, of a row that is none, or a cell without its row", async ({ db }) => {
    const { first, mend } = await twoTypos(db);
    for (const [field, rowId] of [["purpose.whyNow", null], ["promises.clause", first], ["purpose.goals", first], ["promises.text", null]] as const)
      await expect(mend(field, rowId, RIGHT)).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
  });

  test("P1.7 what is no wording: a choice, a yes or no", async ({ db }) => {
    const { first, mend } = await twoTypos(db);
    for (const [field, rowId] of [["promises.type", first], ["promises.none", null]] as const)
      await expect(mend(field, rowId, "scpoe")).rejects.toMatchObject({ code: "INVALID", rule: "P1.7", message: expect.stringContaining("Only wording can be mended here") });
  });

  test("P1.9 what was returned meanwhile, in whatever version: it says so, and by whom", async ({ db }) => {
    const { id, pia, keyId, first, mend } = await twoTypos(db);
    await mend("promises.text", first, RIGHT);
    await returnHandover(await asUser(pia, db), { id, keyId, briefVersion: 2, points: [{ field: "scope.inScope", reason: "UNCLEAR", needed: "?", suggestion: "" }] });
    for (const version of [1, 2]) await expect(mend("promises.text", first, RIGHT, version)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/while the handover is returned\. Pia returned version 2/) });
  });

  test("P1.7 what would not fit the field: a single line of 500 letters grows no longer", async ({ db }) => {
    const line = `${"Folder ".repeat(70)}acepted`;
    const { id, mend } = await twoTypos(db, { "commercial.contractReference": line });
    const long = await mend("commercial.contractReference", null, `${"Folder ".repeat(70)}accepted`);
    expect(long).toMatchObject({ briefVersion: 2 });
    await expect(mend("commercial.contractReference", null, `${"Folder ".repeat(70)}accepted  .`, 2)).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("does not fit the field") });
    expect(await db.briefVersion.count({ where: { handoverId: id } })).toBe(2);
  });

  test("P1.7 names: of the deal, the client, its people, the teams and colleagues", async ({ db }) => {
    const words = ["webseit", "Lumne", "Gmhb", "Jonsa", "Wordprses", "Penelpoe", "Henrkie"];
    const wrong = words.map((word) => `The ${word} stays as agreed.`).join(" ");
    const draft = await aDraft(db, { answers: { "purpose.goals": wrong } });
    const { id, pia } = draft;
    await db.user.update({ where: { id: pia }, data: { name: "Penelope" } });
    const { clientId } = await db.deal.findUniqueOrThrow({ where: { id: draft.dealId } });
    await db.client.update({ where: { id: clientId }, data: { name: "Lumen" } });
    await submitHandover(await asUser(draft.sam, db), { id, revision: draft.revision });
    const { id: keyId } = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
    await db.contact.create({ data: { id: newId(), clientId, name: "Henrike Lund", email: "henrike@brandt.example" } }); // whom the brief does not name
    const mend = async (from: string, to: string) => mendTypo(await asUser(pia, db), { id, keyId, briefVersion: 1, field: "purpose.goals", rowId: null, text: wrong.replace(from, to) });
    for (const [at, name] of ["website", "Lumen", "Gmbh", "Jonas", "Wordpress", "Penelope", "Henrike"].entries())
      await expect(mend(words[at] ?? "", name), name).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("This changes a name.") });
  });
});
