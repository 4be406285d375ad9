import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coreField } from "@/lib/handovers/fields";
import type { Answers } from "@/lib/handovers/rules/answers";
import { changesBetween, changeTexts, fieldsChanged, materialOf, rowTitle, sameAnswer } from "@/lib/handovers/rules/versions";
import { anyAnswers, answer, completeBrief, id, row, withAnswer, without } from "./brief";

const full = completeBrief();

describe("B4 comparing two versions, field by field", () => {
  it("a version does not differ from itself, in whatever order its answers stand", () =>
    fc.assert(fc.property(anyAnswers, (answers) => { expect(changesBetween(answers, [...answers].reverse())).toEqual([]); })));

  it("lists exactly the fields whose answer is another, the other way round as well", () =>
    fc.assert(fc.property(anyAnswers, anyAnswers, (a, b) => {
      const find = (list: Answers, key: string) => list.find(({ field, rowId }) => `${field} ${rowId}` === key) ?? null;
      const keys = [...new Set([...a, ...b].map(({ field, rowId }) => `${field} ${rowId}`))];
      const expected = keys.filter((key) => !sameAnswer(find(a, key), find(b, key))).sort();
      const found = changesBetween(a, b);
      expect(found.map(({ field, rowId }) => `${field} ${rowId}`).sort()).toEqual(expected);
      const back = changesBetween(b, a);
      expect(back.map(({ before, after }) => [after, before])).toEqual(found.map(({ before, after }) => [before, after]));
    })));

  it("applying the changes to the old version gives the new one", () =>
    fc.assert(fc.property(anyAnswers, anyAnswers, (a, b) => {
      let patched = [...a];
      for (const { field, rowId, after } of changesBetween(a, b)) {
        patched = patched.filter((one) => one.field !== field || one.rowId !== rowId);
        if (after) patched.push(after);
      }
      expect(changesBetween(patched, b)).toEqual([]);
    })));

  it("says of a row whether it is new, gone or changed", () => {
    const one = [...without(full, "promises.none"), ...row("promises", id(31))];
    const two = [...one, ...row("promises", id(32))];
    expect(new Set(changesBetween(one, two).map(({ row: what, kind }) => `${what} ${kind}`))).toEqual(new Set(["added filled"]));
    expect(new Set(changesBetween(two, one).map(({ row: what, kind }) => `${what} ${kind}`))).toEqual(new Set(["removed emptied"]));
    expect(changesBetween(one, withAnswer(one, answer("promises.where", "Call", id(31))))).toMatchObject([{ row: null, kind: "changed", rowId: id(31) }]);
  });

  it("an emptied field, a blank and no answer are the same; no team at all and no answer are not", () => {
    expect(changesBetween([answer("purpose.goals", "")], [])).toEqual([]);
    expect(changesBetween([answer("purpose.goals", "  ")], [answer("purpose.goals", null)])).toEqual([]);
    expect(changesBetween([], [answer("technical.migration", [])])).toMatchObject([{ field: "technical.migration", kind: "filled" }]);
  });

  it("shows both texts, and a row by its title", () => {
    const [change] = changesBetween(full, withAnswer(full, answer("dates.target", "2027-04-01")));
    expect(changeTexts(change!, coreField("dates.target")!)).toEqual({ before: "12 March 2027", after: "1 April 2027" });
    expect(rowTitle(row("promises", id(31), { "promises.text": "Ready for the fair." }), "promises", id(31))).toBe("Ready for the fair.");
    expect(rowTitle([answer("promises.where", "Mail", id(32))], "promises", id(32))).toBe("Promise 1");
  });

  it("tells whether an amendment is material, and who confirms it", () => {
    const material = (...fields: string[]) => materialOf(fields.map((field) => ({ field, rowId: null, kind: "changed", row: null, before: null, after: null })), coreField);
    expect(material("delivery.topThree", "client.about")).toEqual([]);
    expect(material("scope.inScope")).toEqual(["commercial"]);
    expect(material("technical.migration", "dates.target")).toEqual(["commercial", "technical"]);
    expect(fieldsChanged(changesBetween([], row("risks", id(1)).concat(row("risks", id(2))))).filter((f) => f === "risks.text")).toHaveLength(1);
  });
});
