import { removeRow } from "@/lib/handovers/commands/remove-row";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { getHandover } from "@/lib/handovers/queries/handover";
import { getReviewPage } from "@/lib/handovers/queries/review-page";
import { compareVersions } from "@/lib/handovers/queries/versions";
import type { Db } from "@/lib/platform/db";
import { asUser, expect, test } from "../../support/db";
import { aDraft, answer, aRow, aSubmitted } from "../../support/factories/handovers";

const promise = (text: string) => ({ "promises.text": text, "promises.type": "scope", "promises.contract": "IN_CONTRACT", "promises.clause": "Annex A, 1" });

/** Version 1 with two promises; in version 2 one of them has another clause, one is gone, and one is new. */
async function twoVersions(db: Db) {
  const draft = await aDraft(db, { answers: { "promises.none": false } });
  const { id, sam, pia } = draft;
  const kept = await aRow(db, draft, id, promise("A second language"));
  const gone = await aRow(db, draft, id, promise("A training day"));
  const ctx = await asUser(sam, db);
  await submitHandover(ctx, { id, revision: draft.revision });
  const key = await db.handoverKey.findFirstOrThrow({ where: { handoverId: id } });
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: key.id, briefVersion: 1, points: [{ field: "promises.clause", rowId: kept, reason: "UNCLEAR", needed: "Which one?", suggestion: "" }] });
  await db.briefAnswer.updateMany({ where: { handoverId: id, rowId: kept, field: "promises.clause" }, data: { value: "Annex B, 4.2" } });
  const seen = Object.fromEntries((await db.briefAnswer.findMany({ where: { handoverId: id, rowId: gone } })).map((cell) => [cell.field, cell.revision]));
  expect(await removeRow(ctx, { id, group: "promises", rowId: gone, seen, mark: "row:1" })).toMatchObject({ outcome: "removed" });
  const added = await aRow(db, draft, id, promise("A style guide"));
  await answer(db, { sam }, id, { "scope.inScope": "Five templates and a shop." });
  await submitHandover(ctx, { id, revision });
  return { ...draft, kept, gone, added };
}

const asLines = (changes: { label: string; row: { title: string; kind: string } | null; before: string | null; after: string | null }[]) =>
  changes.map(({ label, row, before, after }) => [row ? `${row.kind} ${row.title}` : "", label, before, after]);

test("B4 compares lists row by row: changed cells together, then what was added and what was removed, each with its title", async ({ db }) => {
  const { id, pia } = await twoVersions(db);
  const ctx = await asUser(pia, db);
  const found = await compareVersions(ctx, await getHandover(ctx, id), { from: 1, to: 2 });
  expect(found.map(({ section }) => section)).toEqual(["Scope", "Promises"]);
  expect(asLines(found[1]?.changes ?? [])).toEqual([
    ["changed A second language", "Clause of the contract", "Annex A, 1", "Annex B, 4.2"],
    ["added A style guide", "What was promised", null, "A style guide"],
    ["added A style guide", "About", null, "Scope"],
    ["added A style guide", "In the contract?", null, "In the contract"],
    ["added A style guide", "Clause of the contract", null, "Annex A, 1"],
    ["removed A training day", "What was promised", "A training day", null],
    ["removed A training day", "About", "Scope", null],
    ["removed A training day", "In the contract?", "In the contract", null],
    ["removed A training day", "Clause of the contract", "Annex A, 1", null],
  ]);
});

test("B4 the review marks the rows and the very cells that changed since the reviewer decided", async ({ db }) => {
  const { id, pia, kept, added } = await twoVersions(db);
  const { changedAt, changed } = await getReviewPage(await asUser(pia, db), { id });
  expect(changed?.version).toBe(1);
  for (const at of ["scope.inScope", kept, `promises.clause@${kept}`, added]) expect([at, changedAt.has(at)]).toEqual([at, true]);
  expect([changedAt.has(`promises.text@${kept}`), changedAt.has("purpose.goals")]).toEqual([false, false]);
});

test("B4 the same letters in another encoding are no difference", async ({ db }) => {
  const { id, sam, pia, pmKey } = await aSubmitted(db, { answers: { "scope.inScope": "A cafe\u0301 in Zürich" } });
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "UNCLEAR", needed: "?", suggestion: "" }] });
  await answer(db, { sam }, id, { "scope.inScope": "A café in Zu\u0308rich" });
  await submitHandover(await asUser(sam, db), { id, revision });
  const ctx = await asUser(pia, db);
  expect(await compareVersions(ctx, await getHandover(ctx, id), { from: 1, to: 2 })).toEqual([]);
});
