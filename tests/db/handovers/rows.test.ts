import { describe } from "vitest";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { removeRow } from "@/lib/handovers/commands/remove-row";
import { getBrief } from "@/lib/handovers/queries/brief";
import { answersOf } from "@/lib/handovers/queries/answers";
import type { Json } from "@/lib/handovers/rules/answers";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/platform/db";
import { asUser, expect, test } from "@/tests/support/db";
import { aDraft, aRow, aSubmitted } from "@/tests/support/factories/handovers";

const MARK = "tab-1:1";
const cell = (rowId: string | null, field: string, value: Json, base = 0, mark?: string) => ({ field, rowId, base, state: "VALUE" as const, value: value as never, mark });

/** The list of risks as a person sees it. */
const risks = async (db: Db, person: string, id: string) =>
  (await getBrief(await asUser(person, db), id)).sections.flatMap(({ groups }) => groups).find(({ group }) => group.id === "risks");
const ids = async (db: Db, person: string, id: string) => (await risks(db, person, id))?.rows.map((row) => row.id);

describe("P1.3: rows of a list", () => {
  test("come in the order they were added, or in the one that somebody chose; new ones come last", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam } = draft;
    const [first, second] = [await aRow(db, draft, id, { "risks.text": "The export is late" }), await aRow(db, draft, id, { "risks.text": "Nobody owns the DNS" })];
    expect(await ids(db, sam, id)).toEqual([first, second]);
    const { answers } = await saveAnswers(await asUser(sam, db), { id, changes: [cell(null, "risks.order", [second, first])] });
    expect(answers).toMatchObject([{ outcome: "saved", revision: 1 }]);
    expect(await ids(db, sam, id)).toEqual([second, first]);
    const third = await aRow(db, draft, id, { "risks.text": "The summer" });
    expect(await ids(db, sam, id)).toEqual([second, first, third]);
    expect((await risks(db, sam, id))?.orderRevision).toBe(1);
  });

  test("moved by two are a conflict like any other answer, and a nonsensical order is refused", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, sue } = draft;
    const [a, b] = [await aRow(db, draft, id, { "risks.text": "One" }), await aRow(db, draft, id, { "risks.text": "Two" })];
    await saveAnswers(await asUser(sue, db), { id, changes: [cell(null, "risks.order", [b, a])] });
    const save = async (value: Json) => (await saveAnswers(await asUser(sam, db), { id, changes: [cell(null, "risks.order", value)] })).answers[0];
    expect(await save([a, b])).toMatchObject({ outcome: "conflict", current: { value: [b, a], by: "Sue", isYours: false, label: "Risks" } });
    expect(await save(["first", "second"])).toMatchObject({ outcome: "refused" });
    expect(await save("risks")).toMatchObject({ outcome: "refused" });
  });

  test("are removed with all their cells by whoever has seen them; the brief does not show them again", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam } = draft;
    const rowId = await aRow(db, draft, id, { "risks.text": "The export is late", "risks.severity": "high" });
    const remove = { id, group: "risks", rowId, seen: { "risks.text": 1, "risks.severity": 1 }, mark: MARK };
    const removed = await removeRow(await asUser(sam, db), remove);
    expect(removed).toMatchObject({ outcome: "removed", revisions: { "risks.text": 2, "risks.severity": 2 } });
    expect(await ids(db, sam, id)).toEqual([]);
    expect((await answersOf(db, id)).filter((answer) => answer.rowId === rowId)).toEqual([]);
    expect(await removeRow(await asUser(sam, db), remove)).toEqual(removed);
  });

  test("that somebody changed meanwhile are not removed: what they say now is handed back", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, sue } = draft;
    const rowId = await aRow(db, draft, id, { "risks.text": "The export is late" });
    await saveAnswers(await asUser(sue, db), { id, changes: [cell(rowId, "risks.text", "The export is very late", 1), cell(rowId, "risks.severity", "high")] });
    const remove = async (seen: Record<string, number>) => removeRow(await asUser(sam, db), { id, group: "risks", rowId, seen, mark: MARK });
    expect(await remove({ "risks.text": 1 })).toMatchObject({
      outcome: "conflict",
      cells: [{ field: "risks.severity", current: { value: "high", by: "Sue" } }, { field: "risks.text", current: { value: "The export is very late", revision: 2, by: "Sue", section: "delivery" } }],
    });
    expect(await ids(db, sam, id)).toEqual([rowId]);
    expect(await remove({ "risks.text": 2, "risks.severity": 1 })).toMatchObject({ outcome: "removed" });
  });

  test("that were removed are not typed into unseen, in no cell and by no late repeat; over the removal they come back", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, sue } = draft;
    const rowId = await aRow(db, draft, id, { "risks.text": "The export is late" });
    await removeRow(await asUser(sue, db), { id, group: "risks", rowId, seen: { "risks.text": 1 }, mark: MARK });
    const type = async (field: string, base: number) => (await saveAnswers(await asUser(sam, db), { id, changes: [cell(rowId, field, field === "risks.text" ? "Very late" : "high", base)] })).answers[0];
    for (const [field, base] of [["risks.text", 1], ["risks.text", 0], ["risks.severity", 0]] as const)
      expect(await type(field, base)).toMatchObject({ outcome: "conflict", current: { value: null, by: "Sue", removed: { "risks.text": 2, "risks.severity": 1 } } });
    expect(await ids(db, sam, id)).toEqual([]);
    expect(await type("risks.text", 2)).toMatchObject({ outcome: "saved", revision: 3 });
    expect(await ids(db, sam, id)).toEqual([rowId]);
  });

  test("are not removed after submission, out of scope, by a manager, from an unknown list, or by a page of an earlier release", async ({ db }) => {
    const { id, sam, bea, dev } = await aSubmitted(db);
    const remove = async (person: string, handover = id, what: object = {}) => removeRow(await asUser(person, db), { id: handover, group: "risks", rowId: newId(), seen: {}, mark: MARK, ...what });
    await expect(remove(sam)).rejects.toMatchObject({ code: "CONFLICT", rule: "B4" });
    await expect(remove(dev)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(remove(bea)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const draft = await aDraft(db);
    await expect(remove(draft.sam, draft.id, { group: "nonsense" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(remove(draft.sam, draft.id, { seen: undefined })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.3" });
  });
});

describe("P1.3: what a page sends", () => {
  test("is kept for who typed it only, whoever is signed in on the device by now", async ({ db }) => {
    const { id, sam, sue } = await aDraft(db);
    const changes = [cell(null, "client.about", "Sam's words")];
    const asSue = async (typedBy?: string) => saveAnswers(await asUser(sue, db), { id, typedBy, changes });
    await expect(asSue(sam)).rejects.toMatchObject({ code: "UNAUTHENTICATED", rule: "P1.3", message: "Somebody else is signed in on this device." });
    expect(await db.briefAnswer.count({ where: { handoverId: id, field: "client.about" } })).toBe(0);
    expect((await asSue(sue)).answers).toMatchObject([{ outcome: "saved" }]);
  });

  test("P1.3 a removal is kept for who removed it only, whoever is signed in on the device by now", async ({ db }) => {
    const { id, sam, sue } = await aDraft(db);
    const rowId = newId();
    await saveAnswers(await asUser(sam, db), { id, changes: [cell(rowId, "risks.text", "The ERP is replaced")] });
    const asSue = async (typedBy?: string) => removeRow(await asUser(sue, db), { id, typedBy, group: "risks", rowId, seen: { "risks.text": 1 }, mark: MARK });
    await expect(asSue(sam)).rejects.toMatchObject({ code: "UNAUTHENTICATED", rule: "P1.3" });
    expect(await db.briefAnswer.findFirst({ where: { handoverId: id, rowId } })).toMatchObject({ value: "The ERP is replaced" });
    expect(await asSue(sue)).toMatchObject({ outcome: "removed" });
  });

  test("P1.3 words that came by another way than typing do not pass for the page's own", async ({ db }) => {
    const { id, sam } = await aDraft(db);
    const send = async (change: ReturnType<typeof cell>) => (await saveAnswers(await asUser(sam, db), { id, changes: [change] })).answers[0];
    await send(cell(null, "client.about", "One", 0, "tab-1:1"));
    await db.briefAnswer.updateMany({ where: { handoverId: id, field: "client.about" }, data: { value: "Mended", revision: { increment: 1 } } });
    expect(await send(cell(null, "client.about", "One", 0, "tab-1:1"))).toMatchObject({ outcome: "conflict", current: { value: "Mended", revision: 2, mark: null } });
  });

  test("has one effect, however often it arrives: also when its answer was lost and somebody typed on", async ({ db }) => {
    const { id, sam, sue } = await aDraft(db);
    const send = async (person: string, change: ReturnType<typeof cell>) => (await saveAnswers(await asUser(person, db), { id, changes: [change] })).answers[0];
    const first = cell(null, "client.about", "One", 0, "tab-1:1");
    expect(await send(sam, first)).toMatchObject({ outcome: "saved", revision: 1 });
    expect(await send(sam, first)).toMatchObject({ outcome: "saved", revision: 1 });
    // typed on without having heard: the mark says whose words stand
    expect(await send(sam, cell(null, "client.about", "One and two", 0, "tab-1:2"))).toMatchObject({ outcome: "conflict", current: { mark: "tab-1:1", isYours: true } });
    await send(sue, cell(null, "client.about", "Sue's", 1, "tab-2:1"));
    expect(await send(sam, first)).toMatchObject({ outcome: "conflict", current: { value: "Sue's", revision: 2, mark: "tab-2:1" } });
  });
});
