import { describe } from "vitest";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import * as input from "@/lib/handovers/schema";
import { parseInput } from "@/lib/http/make-action";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../support/db";
import { aDraft, aReview, aSubmitted } from "../support/factories/handovers";

const TYPED = {
  html: `<script>alert("x")</script> & <b>bold</b> &amp;`,
  emoji: "👩🏽‍💻 family 👨‍👩‍👧‍👦 flag 🇪🇺",
  "right to left": "שלום \u202eevil\u202c مرحبا",
  spaces: "  two before,\ttabs,\r\nlines \u00a0 and after  ",
  combining: "Z\u0351\u036b\u0343 a\u0308 \ufeff\u200b",
  sql: `'; DROP TABLE "Handover"; --`,
  template: "${process.env.AUTH_SECRET} {{7*7}} %s",
  json: `{"not":""}`,
};
const REFUSED = { NUL: "a\0b", "a lone high surrogate": "a\ud800b", "a lone low surrogate": "\udc00", "100 KB": "x".repeat(100_000) };

const change = (id: string, value: unknown, more: object = {}) => ({ id, changes: [{ field: "purpose.goals", rowId: null, base: 1, state: "VALUE", value, ...more }] });

describe("P1.3 what is typed", () => {
  test.for(Object.entries(TYPED))("%s comes back exactly as it was typed", async ([, typed], { db }) => {
    const { id, sam } = await aDraft(db);
    const { answers } = await saveAnswers(await asUser(sam, db), parseInput(input.saveAnswersInput, change(id, typed)));
    expect(answers).toMatchObject([{ outcome: "saved" }]);
    expect((await db.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "purpose.goals" } })).value).toBe(typed);
  });

  test.for(Object.entries(REFUSED))("%s is refused with a sentence, and what stood there stands", async ([, typed], { db }) => {
    const { id, sam } = await aDraft(db);
    const before = await db.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "purpose.goals" } });
    const { answers } = await saveAnswers(await asUser(sam, db), parseInput(input.saveAnswersInput, change(id, typed)));
    expect(answers).toMatchObject([{ outcome: "refused", reason: expect.stringMatching(/\.$/) }]);
    expect(await db.briefAnswer.findFirst({ where: { handoverId: id, field: "purpose.goals" } })).toEqual(before);
  });

  test.for(Object.entries(REFUSED))("%s is refused in a return as well", async ([, typed]) => {
    const points = [{ field: "scope.inScope", reason: "MISSING", needed: typed }];
    expect(() => parseInput(input.returnHandoverInput, { id: newId(), keyId: newId(), briefVersion: 1, points })).toThrow(/\.$/);
  });
});

describe("what no form of ours sends", () => {
  const id = newId();
  test.for([
    ["an operator instead of an id", input.acceptKeyInput, { id: { not: "" }, keyId: id, briefVersion: 1 }],
    ["an unknown key", input.acceptKeyInput, { id, keyId: id, briefVersion: 1, status: "ACCEPTED" }],
    ["a fraction", input.submitHandoverInput, { id, revision: 1.5 }],
    ["a number as text", input.submitHandoverInput, { id, revision: "1" }],
    ["no number", input.submitHandoverInput, { id, revision: NaN }],
    ["nothing", input.submitHandoverInput, null],
    ["a list", input.submitHandoverInput, []],
    ["points that are none", input.returnHandoverInput, { id, keyId: id, briefVersion: 1, points: [{}] }],
    ["a comment with a reason that does not exist", input.saveCommentInput, { id, keyId: id, commentId: id, base: 0, field: "x", text: "", reason: "BORED" }],
    ["a section that does not exist", input.recordReadingInput, { id, version: 1, sections: { secret: 1 } }],
    ["more seconds than an hour at once", input.recordReadingInput, { id, version: 1, sections: { scope: 3_601 } }],
    ["a reason that does not exist", input.returnHandoverInput, { id, keyId: id, briefVersion: 1, points: [{ field: "x", reason: "BORED", needed: "y" }] }],
    ["a day that does not exist", input.acceptKeyInput, { id, keyId: id, briefVersion: 1, conditions: [{ text: "x", ownerId: id, dueOn: "2030-02-30" }] }],
    ["a state of no answer", input.saveAnswersInput, change(id, "x", { state: "DELETED" })],
    ["too many changes", input.saveAnswersInput, { id, changes: Array.from({ length: 201 }, () => change(id, "x").changes[0]) }],
    ["a prototype", input.submitHandoverInput, JSON.parse(`{"id":"${id}","revision":1,"__proto__":{"admin":true}}`)],
  ] as const)("%s is INVALID", ([, schema, raw]) =>
    expect(() => parseInput(schema, raw)).toThrow(expect.objectContaining({ code: "INVALID" })));

  test("a value of another type, a field that is not asked and a row where there is none are refused one by one", async ({ db }) => {
    const { id: handover, sam } = await aDraft(db);
    const ctx = await asUser(sam, db);
    const bad = [
      { field: "purpose.goals", rowId: null, value: { not: "" } }, { field: "purpose.goals", rowId: null, value: 7 },
      { field: "promises.none", rowId: null, value: "yes" }, { field: "commercial.value", rowId: null, value: { minor: 1.5, currency: "EUR" } },
      { field: "commercial.value", rowId: null, value: { minor: -1, currency: "EUR" } }, { field: "no.such", rowId: null, value: "x" },
      { field: "purpose.goals", rowId: newId(), value: "x" }, { field: "promises.text", rowId: null, value: "x" },
      { field: "commercial.contract", rowId: null, value: { name: "c", url: "javascript:alert(1)" } },
    ].map((one) => ({ ...one, base: 0, state: "VALUE" as const, value: one.value as never }));
    const { answers } = await saveAnswers(ctx, { id: handover, changes: bad });
    expect(answers.map(({ outcome }) => outcome)).toEqual(bad.map(() => "refused"));
  });

  test("ids of somebody else's things are NOT_FOUND, and a stale version is a CONFLICT", async ({ db }) => {
    const mine = await aSubmitted(db);
    const other = await aReview(db);
    const pm = await asUser(mine.pia, db);
    const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "x", suggestion: "" }];
    await expect(acceptKey(pm, { id: mine.id, keyId: other.leadKey, briefVersion: 1, conditions: [] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(acceptKey(pm, { id: other.id, keyId: mine.pmKey, briefVersion: 1, conditions: [] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(acceptKey(pm, { id: newId(), keyId: mine.pmKey, briefVersion: 1, conditions: [] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(returnHandover(pm, { id: mine.id, keyId: mine.pmKey, briefVersion: 2, points })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
