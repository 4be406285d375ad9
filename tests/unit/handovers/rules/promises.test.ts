import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { promiseRows, reconciliationRefusal, unreconciledPromises } from "@/lib/handovers/rules/promises";
import { anyAnswers, answer, id, row } from "./brief";

const rows = [
  ...row("promises", id(32), { "promises.text": "Second", "promises.contract": "TO_RENEGOTIATE" }),
  ...row("promises", id(31), { "promises.text": "First" }).filter(({ field }) => field !== "promises.contract"),
  ...row("promises", id(33), { "promises.text": "Third", "promises.contract": "whatever" }),
];

describe("P8.2 promises and the contract", () => {
  it("lists every row, oldest first, and what is not matched yet", () => {
    expect(promiseRows(rows).map(({ text }) => text)).toEqual(["First", "Second", "Third"]);
    expect(unreconciledPromises(promiseRows(rows)).map(({ rowId }) => rowId)).toEqual([id(31), id(33)]);
  });
  it("blocks an acceptance without conditions, as long as one is open", () => {
    expect(reconciliationRefusal(promiseRows(rows), 0)).toEqual({
      code: "CONFLICT", rule: "P8.2",
      reason: "2 promises are not matched to the contract yet. Accept with a condition that settles it, or return the brief.",
    });
    expect(reconciliationRefusal(promiseRows(rows), 1)).toBeNull();
    expect(reconciliationRefusal(promiseRows(row("promises", id(1))), 0)).toBeNull();
    expect(reconciliationRefusal(promiseRows([answer("promises.where", "Mail", id(1))]), 0)?.reason).toMatch(/^One promise is not/);
  });
  it("refuses exactly when something is open and nothing is asked for", () =>
    fc.assert(fc.property(anyAnswers, fc.nat(2), (answers, conditions) => {
      const promises = promiseRows(answers);
      expect(reconciliationRefusal(promises, conditions) !== null).toBe(unreconciledPromises(promises).length > 0 && conditions === 0);
    })));
});
