import { describe, expect, it } from "vitest";
import { FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import { isAboutCell, listOf, mayRead, outcomeOf } from "@/lib/handovers/rules/comments";
import { readableBy } from "@/lib/handovers/rules/visibility";
import type { Visibility } from "@/lib/policies/fields";

const fields = [...FIELDS, ...GROUP_CELLS];
const facts = { status: "SUBMITTED" as const, contactOwnerId: "sam", dealOwnerId: "sam", collaboratorIds: [], pmId: "pia", leadIds: ["lee"], isManager: false };

describe("P1.8 who reads a comment", () => {
  it("exactly who reads its field, whichever field it is", () => {
    for (const person of ["sam", "pia", "lee"]) {
      const readable = readableBy(person, facts);
      for (const { id, visibility } of fields) expect(mayRead(id, fields, readable), `${person} ${id}`).toBe(readable.has(visibility));
    }
  });
  it("one about a whole list reads like the cell that names its rows", () => {
    expect(mayRead("promises", fields, new Set<Visibility>(["all"]))).toBe(true);
    expect(mayRead("risks", fields, new Set<Visibility>(["all"]))).toBe(false);
  });
  it("one about a field that is no longer there is for those who read everything", () => {
    expect(mayRead("custom.gone.field", fields, new Set<Visibility>(["all", "technical", "internal"]))).toBe(false);
    expect(mayRead("custom.gone.field", fields, readableBy("pia", facts))).toBe(true);
  });
});

it.each([
  ["taken", { suggestion: "In May. ", before: "Soon", after: "In May." }],
  ["changed", { suggestion: "In May.", before: "Soon", after: "In June." }],
  ["unchanged", { suggestion: "In May.", before: "Soon", after: "Soon" }],
  ["unchanged", { suggestion: "", before: "", after: "" }],
  ["removed", { suggestion: "In May.", before: "Soon", after: null }],
] as const)("P1.8 a point is %s", (outcome, facts) => expect(outcomeOf(facts)).toBe(outcome));

it("P1.8 a list has its cells, and not the plain fields that begin alike", () => {
  expect(["promises", "promises.text", "promises.none", "scope.inScope", "promises.nonsense"].map(listOf)).toEqual(["promises", "promises", null, null, null]);
});

it("P1.8 a comment on the cell that names a row, on a list or without a row is about no single cell", () => {
  const about = (field: string, rowId: string | null = "r1") => isAboutCell({ field, rowId });
  expect([about("promises.clause"), about("promises.text"), about("promises"), about("promises.clause", null), about("scope.inScope")]).toEqual([true, false, false, false, false]);
});
