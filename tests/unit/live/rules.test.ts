import { describe, expect, it } from "vitest";
import { presenceText } from "@/components/live/presence";
import { merged, readNotice, TOLD_AT_MOST } from "@/lib/live/rules/notice";

const ID = "01a211ea-d473-75ed-b613-fab09e9b0508";

describe("a notice", () => {
  it("is a letter and an id, and nothing else is one", () => {
    expect(readNotice(`h ${ID}`)).toEqual({ kind: "handover", id: ID });
    expect(readNotice(`u ${ID}`)).toEqual({ kind: "person", id: ID });
    expect(readNotice(`p ${ID}`)).toEqual({ kind: "presence", id: ID });
    for (const other of ["", "h", `x ${ID}`, `h ${ID} more`, "h 1"]) expect(readNotice(other)).toBeNull();
  });
});

describe("what was not sent yet", () => {
  it("is told together, each id once", () =>
    expect(merged({ handovers: ["a"], mine: true }, { handovers: ["a", "b"], presence: ["c"] })).toEqual({ handovers: ["a", "b"], presence: ["c"], mine: true }));
  it("becomes “look at everything again” once it is much, so that it never grows", () => {
    const many = { handovers: Array.from({ length: TOLD_AT_MOST }, (_, index) => String(index)) };
    expect(merged(many, {})).toEqual(many);
    expect(merged(many, { presence: ["p"] })).toEqual({ all: true });
    expect(merged({ all: true }, { mine: true })).toEqual({ all: true });
  });
});

it("who is here is said in words", () => {
  expect([[], ["Ada"], ["Ada", "Rui"], ["Ada", "Rui", "Pia"], ["Ada", "Rui", "Pia", "Lee"]].map(presenceText)).toEqual([
    "", "Ada is reviewing", "Ada and Rui are reviewing", "Ada, Rui and one other are reviewing", "Ada, Rui and 2 others are reviewing",
  ]);
});
