import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe } from "vitest";
import { addDocument } from "@/lib/documents/commands/add";
import { getDownload } from "@/lib/documents/queries/download";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { submitHandover } from "@/lib/handovers/commands/submit";
import type { Json, UploadValue } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { incomingFolder, sampleFolder } from "@/lib/platform/stores";
import { asUser, eventTypes, expect, test } from "@/tests/support/db";
import { aDraft, anAccepted, answer, aSubmitted } from "@/tests/support/factories/handovers";
import { FILES, pieces } from "@/tests/support/files";

type Place = { field?: string; row?: string | null; name?: string; bytes?: Uint8Array };
const CONTRACT = "commercial.contract";

async function upload(db: Db, who: string, handover: string, { field = CONTRACT, row = null, name = "contract.pdf", bytes = FILES.pdf }: Place = {}): Promise<UploadValue> {
  return addDocument(await asUser(who, db), { handover, field, row, name }, pieces(bytes));
}
const read = async (db: Db, who: string, id: string) => buffer(await (await getDownload(await asUser(who, db), id)).open());
const other = (text: string) => Buffer.concat([FILES.pdf, Buffer.from(text)]);

describe("uploading a document (B4)", () => {
  test("B4 keeps the bytes, their digest and the name as it was given, and records one event", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const before = await eventTypes(db, id);
    const name = "../Vertrag\u202E Größe 🎉.pdf";
    const value = await upload(db, sam, id, { name });
    expect(value).toEqual({ name, document: value.document, version: 1, size: FILES.pdf.length, sha256: createHash("sha256").update(FILES.pdf).digest("hex") });
    expect(await eventTypes(db, id)).toEqual([...before, "document.added"]);
    expect(await read(db, sam, value.document)).toEqual(FILES.pdf);
    expect(await getDownload(await asUser(sam, db), value.document)).toMatchObject({ name, type: "application/pdf" });
    expect(readdirSync(incomingFolder())).toEqual([]);
  });

  test("a repeat has one effect, another file is the next version, and the same bytes are kept once", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const first = await upload(db, sam, id);
    expect(await upload(db, sam, id)).toEqual(first);
    const second = await upload(db, sam, id, { bytes: other("signed") });
    expect(second.version).toBe(2);
    expect((await upload(db, sam, id, { name: "renamed.pdf" })).version).toBe(3);
    expect((await db.document.findMany({ where: { handoverId: id } })).length).toBe(3);
    expect((await db.storedFile.findMany({ where: { sha256: { in: [first.sha256, second.sha256] } } })).length).toBe(2);
    expect((await eventTypes(db, id)).filter((type) => type === "document.added")).toHaveLength(3);
  });

  test("B4 is CONFLICT once submitted, FORBIDDEN for the PM, NOT_FOUND for a developer; no byte is taken in", async ({ db }) => {
    const { id, sam, pia, dev } = await aSubmitted(db);
    const forbidden = (async function* () { await Promise.resolve(); throw new Error("a byte was asked for"); yield new Uint8Array(); });
    const add = async (who: string) => addDocument(await asUser(who, db), { handover: id, field: CONTRACT, row: null, name: "a.pdf" }, forbidden());
    await expect(add(sam)).rejects.toMatchObject({ code: "CONFLICT", rule: "B4" });
    await expect(add(pia)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
    await expect(add(dev)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add(newId())).rejects.toThrow();
  });

  test("B4, P3.1 the PM who amends uploads too; sales, who observes, does not, and sees it once it is a version", async ({ db }) => {
    const { id, sam, pia } = await anAccepted(db);
    await expect(upload(db, sam, id)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P3.1" });
    const value = await upload(db, pia, id);
    expect(await read(db, pia, value.document)).toEqual(FILES.pdf);
    await expect(read(db, sam, value.document)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("only a field for files takes one, and a plain one only without a row", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    for (const place of [{ field: "client.about" }, { field: "no.such" }, { row: newId() }, { field: "documents.file" }])
      await expect(upload(db, sam, id, place)).rejects.toMatchObject({ code: "INVALID", message: "The brief has no such place for a file." });
    expect((await upload(db, sam, id, { field: "documents.file", row: newId() })).version).toBe(1);
  });

  test.for(["html", "svg", "exe", "docm", "ole"] as const)("%s is refused with a sentence, and nothing is left of it", async (kind, { db }) => {
    const { id, sam } = await aDraft(db);
    await expect(upload(db, sam, id, { name: `x.${kind}`, bytes: FILES[kind] })).rejects.toMatchObject({ code: "INVALID", message: expect.stringMatching(/uploaded|macros/) as string });
    expect([await db.document.count({ where: { handoverId: id } }), readdirSync(incomingFolder())]).toEqual([0, []]);
  });

  test("P1.4 a file whose name or words look like a password or a key is refused, and nothing is left of it", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const stored = await db.storedFile.count();
    const text = (words: string) => ({ name: "notes.txt", bytes: Buffer.from(words) });
    for (const place of [{ name: "login, password=hunter2.pdf" }, text("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n"), text("The shop\nPassword: hunter2\n")])
      await expect(upload(db, sam, id, place)).rejects.toMatchObject({ code: "INVALID", rule: "P1.4", message: expect.stringContaining("“Access needed”") as string });
    expect([await db.document.count({ where: { handoverId: id } }), await db.storedFile.count(), readdirSync(incomingFolder())]).toEqual([0, stored, []]);
    expect(await upload(db, sam, id, text("The password is kept in the client's vault."))).toMatchObject({ version: 1 });
  });

  test("a file above the limit, an empty one and a connection that breaks off leave nothing", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    async function* endless() { for (;;) { await Promise.resolve(); yield new Uint8Array(1_000_000); } }
    async function* broken() { yield FILES.pdf.subarray(0, 20); await Promise.resolve(); throw new Error("the connection was lost"); }
    const add = async (body: AsyncIterable<Uint8Array> | null) => addDocument(await asUser(sam, db), { handover: id, field: CONTRACT, row: null, name: "a.pdf" }, body);
    await expect(add(endless())).rejects.toMatchObject({ code: "INVALID", message: "This file is too large; the limit is 25 MB." });
    await expect(add(null)).rejects.toMatchObject({ code: "INVALID", message: "This file is empty." });
    await expect(add(broken())).rejects.toThrow("the connection was lost");
    expect([await db.document.count({ where: { handoverId: id } }), readdirSync(incomingFolder())]).toEqual([0, []]);
  });
});

describe("B4: what a brief pins", () => {
  const keep = async (db: Db, who: string, id: string, field: string, value: Json, rowId: string | null = null) => {
    const base = (await db.briefAnswer.findFirst({ where: { handoverId: id, field } }))?.revision ?? 0;
    const { answers } = await saveAnswers(await asUser(who, db), { id, changes: [{ field, rowId, base, state: "VALUE", value: value as never }] });
    return answers[0];
  };

  test("B4 an answer names a document only by the digest, name and place that it has", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const elsewhere = await upload(db, sam, (await aDraft(db)).id).catch(() => null);
    const value = await upload(db, sam, id);
    const row = await upload(db, sam, id, { field: "documents.file", row: newId() });
    for (const wrong of [{ ...value, sha256: "0".repeat(64) }, { ...value, name: "other.pdf" }, { ...value, version: 2 }, { ...value, document: newId() }, row, ...(elsewhere ? [elsewhere] : [])])
      expect(await keep(db, sam, id, CONTRACT, wrong)).toMatchObject({ outcome: "refused", reason: expect.stringMatching(/not one that was uploaded here/) as string });
    expect(await keep(db, sam, id, CONTRACT, value)).toMatchObject({ outcome: "saved" });
  });

  test("B4 a frozen version keeps naming the version and digest that it was submitted with, and it stays downloadable", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "complexity.integration": "several" } });
    const { id, sam, pia, lee } = draft;
    const first = await upload(db, sam, id);
    const replaced = await upload(db, sam, id, { bytes: other("never frozen") });
    await answer(db, draft, id, { [CONTRACT]: first });
    const { revision } = await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id, role: "PM" } });
    await returnHandover(await asUser(pia, db), { id, keyId: key.id, briefVersion: 1, points: [{ field: CONTRACT, rowId: null, reason: "MISSING", needed: "The signed one", suggestion: "" }] });
    const second = await upload(db, sam, id, { bytes: other("signed") });
    await answer(db, draft, id, { [CONTRACT]: second });
    await expect(read(db, pia, second.document)).rejects.toMatchObject({ code: "NOT_FOUND" }); // not submitted yet
    await submitHandover(await asUser(sam, db), { id, revision: revision + 1 });

    const pinned = await db.briefVersion.findMany({ where: { handoverId: id }, orderBy: { version: "asc" } });
    const values = pinned.map(({ content }) => (content as { answers: { field: string; value: unknown }[] }).answers.find(({ field }) => field === CONTRACT)?.value);
    expect(values).toEqual([first, second]);
    expect([await read(db, pia, first.document), await read(db, pia, second.document)]).toEqual([FILES.pdf, other("signed")]);
    await expect(read(db, pia, replaced.document)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await read(db, sam, replaced.document)).toEqual(other("never frozen"));
    await expect(read(db, lee, first.document)).rejects.toMatchObject({ code: "NOT_FOUND" }); // a commercial field
  });

  test("B4 a document that everybody reads is for the lead, and for nobody out of scope", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "complexity.integration": "several" } });
    const { id, sam, lee, dev, bea, max, ada } = draft;
    const row = newId();
    const value = await upload(db, sam, id, { field: "documents.file", row, name: "annex.pdf" });
    await keep(db, sam, id, "documents.title", "Technical annex", row);
    await keep(db, sam, id, "documents.file", value, row);
    expect(await read(db, bea, value.document)).toEqual(FILES.pdf); // a sales manager sees the draft
    await expect(read(db, lee, value.document)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    expect(await read(db, lee, value.document)).toEqual(FILES.pdf);
    for (const nobody of [dev, max, ada]) await expect(read(db, nobody, value.document)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(read(db, sam, newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(read(db, sam, "../etc/passwd")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("B4 what no place of the brief names is for who writes it, whatever else stands there", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, bea } = draft;
    const [kept, dropped] = [await upload(db, sam, id), await upload(db, sam, id, { bytes: other("a slip") })];
    await answer(db, draft, id, { [CONTRACT]: kept });
    expect(await read(db, bea, kept.document)).toEqual(FILES.pdf);
    await expect(read(db, bea, dropped.document)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await read(db, sam, dropped.document)).toEqual(other("a slip"));
  });

  test("B4 the application cannot change a document, and one whose bytes were changed does not come", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const value = await upload(db, sam, id, { bytes: other("to be spoilt") });
    const place = join(sampleFolder(), value.sha256.slice(0, 2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, value.sha256), other("to be spoiled"));
    await expect(read(db, sam, value.document)).rejects.toThrow(/is not what was kept/);
    await expect(db.$transaction((tx) => tx.$executeRaw`UPDATE "Document" SET sha256 = ${"0".repeat(64)} WHERE id = ${value.document}::uuid`)).rejects.toThrow(/permission denied/);
  });
});
