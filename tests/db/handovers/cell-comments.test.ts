import { describe } from "vitest";
import { saveComment } from "@/lib/handovers/commands/comments";
import { addReturnPoints, returnHandover } from "@/lib/handovers/commands/decide";
import { removeRow } from "@/lib/handovers/commands/remove-row";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { getBrief } from "@/lib/handovers/queries/brief";
import { getHandover } from "@/lib/handovers/queries/handover";
import { getReading } from "@/lib/handovers/queries/reading";
import { getReview } from "@/lib/handovers/queries/review";
import { getReviewPage } from "@/lib/handovers/queries/review-page";
import { listThreads } from "@/lib/handovers/queries/threads";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../../support/db";
import { aDraft, aRow } from "../../support/factories/handovers";

/** Submitted with two promises and a risk; Pia returned the clause of one, the whole other, and the risk's owner. */
async function aReturn(db: Db) {
  const draft = await aDraft(db, { answers: { "promises.none": false } });
  const { id, sam, pia } = draft;
  const promise = { "promises.type": "scope", "promises.contract": "IN_CONTRACT" };
  const first = await aRow(db, draft, id, { ...promise, "promises.text": "A second language", "promises.clause": "Annex A, 1" });
  const second = await aRow(db, draft, id, { ...promise, "promises.text": "A training day" });
  await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
  const { id: keyId } = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
  const point = (field: string, rowId: string | null, suggestion = "") => ({ field, rowId, reason: "UNCLEAR" as const, needed: `About ${field}`, suggestion });
  const points = [point("promises.clause", first, "Annex B, 4.2"), point("promises.text", second), point("promises.byWhom", second)];
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId, briefVersion: 1, points });
  const remove = async (rowId: string) => {
    const seen = Object.fromEntries((await db.briefAnswer.findMany({ where: { handoverId: id, rowId } })).map((cell) => [cell.field, cell.revision]));
    await removeRow(await asUser(sam, db), { id, group: "promises", rowId, seen, mark: "row:1" });
  };
  return { ...draft, keyId, first, second, revision, remove };
}

const rowsFor = async (db: Db, who: string, id: string) => {
  const ctx = await asUser(who, db);
  return Object.fromEntries((await listThreads(ctx, await getHandover(ctx, id))).map(({ field, row }) => [field, row]));
};

describe("P1.8 a comment on a cell of a row", () => {
  test("P1.8 says which cell of which row; one on the cell that names the row is about the whole row", async ({ db }) => {
    const { id, sam } = await aReturn(db);
    expect(await rowsFor(db, sam, id)).toEqual({
      "promises.clause": { list: "promises", one: "promise", title: "A second language", cell: "Clause of the contract", isGone: false },
      "promises.text": { list: "promises", one: "promise", title: "A training day", cell: null, isGone: false },
      "promises.byWhom": { list: "promises", one: "promise", title: "A training day", cell: "Who said it", isGone: false },
    });
    const brief = await getBrief(await asUser(sam, db), id);
    expect(brief.points.map(({ label, row, target }) => [label, row, target])).toContainEqual(["Clause of the contract", "A second language", "promises.clause"]);
  });

  test("P1.8 stays when its row is removed, says so, and names the row as it was", async ({ db }) => {
    const { id, sam, pia, second, revision, remove } = await aReturn(db);
    await remove(second);
    expect((await rowsFor(db, sam, id))["promises.text"]).toMatchObject({ title: "A training day", isGone: true });
    expect((await rowsFor(db, pia, id))["promises.text"]).toMatchObject({ title: "A training day", isGone: false }); // she reads version 1 until it is submitted again
    await submitHandover(await asUser(sam, db), { id, revision });
    const page = await getReviewPage(await asUser(pia, db), { id });
    expect(page.threads.map(({ field, row }) => [field, row?.isGone])).toEqual([["promises.clause", false], ["promises.text", true], ["promises.byWhom", true]]);
    expect([...page.outcomes.values()]).toEqual(["unchanged", "removed", "removed"]);
    const ctx = await asUser(sam, db);
    const head = await getHandover(ctx, id);
    const inFirst = await listThreads(ctx, head, (await getReading(ctx, head, { version: 1 })).known);
    expect(inFirst.map(({ row }) => row?.isGone)).toEqual([false, false, false]); // in version 1 it still stands
  });

  test("P1.8 taken wording of one cell is told as taken, whatever became of the others", async ({ db }) => {
    const { id, sam, pia, first, revision } = await aReturn(db);
    await db.briefAnswer.updateMany({ where: { handoverId: id, rowId: first, field: "promises.clause" }, data: { value: "Annex B, 4.2" } });
    await submitHandover(await asUser(sam, db), { id, revision });
    const { outcomes, threads } = await getReviewPage(await asUser(pia, db), { id });
    expect(threads.map(({ id: thread, field }) => [field, outcomes.get(thread)])).toEqual([["promises.clause", "taken"], ["promises.text", "unchanged"], ["promises.byWhom", "unchanged"]]);
  });

  test("P1.8 is offered for every cell that its author reads and decides on, the whole row first", async ({ db }) => {
    const { id, pia } = await aReturn(db);
    const { cells } = await getReview(await asUser(pia, db), { id });
    expect(cells.promises?.one).toBe("promise");
    expect(cells.promises?.cells.map(({ field }) => field)).toEqual(expect.arrayContaining(["promises.clause", "promises.byWhom", "promises.due"]));
    expect(cells.promises?.cells[0]).toEqual({ field: "promises.text", label: "What was promised" });
    expect(cells.risks).toBeUndefined(); // the list has no row
  });

  test("P1.8 a row is named by a cell of its list, and a plain field has none", async ({ db }) => {
    const { id, pia, keyId, first } = await aReturn(db);
    const ctx = await asUser(pia, db);
    const write = (field: string, rowId: string | null) => saveComment(ctx, { id, keyId, commentId: newId(), base: 0, field, rowId, text: "Which?", reason: null, suggestion: "" });
    await expect(write("scope.inScope", first)).rejects.toMatchObject({ code: "INVALID" });
    const points = [{ field: "scope.inScope", rowId: first, reason: "UNCLEAR" as const, needed: "Which?", suggestion: "" }];
    await expect(addReturnPoints(ctx, { id, keyId, briefVersion: 1, points })).rejects.toMatchObject({ code: "INVALID", rule: "P1.8" });
    expect(await write("promises.due", first)).toMatchObject({ outcome: "saved" });
    expect(await write("promises", null)).toMatchObject({ outcome: "saved" });
  });
});
