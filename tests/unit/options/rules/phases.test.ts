import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followChoices, followProblem, freePlace, moved, pathBefore, type PhaseLink } from "@/lib/options/rules/phases";

const phase = (id: string, followsId: string | null = null): PhaseLink => ({ id, name: id.toUpperCase(), followsId });

/** Any wish after another is carried out where the rule allows it. */
const wishes = fc.array(fc.tuple(fc.nat(7), fc.option(fc.nat(7))), { maxLength: 60 });
const carriedOut = (list: [number, number | null][]) => {
  const phases = Array.from({ length: 8 }, (_, i) => phase(`p${i}`));
  for (const [of, after] of list) {
    const [one, followsId] = [phases[of], after === null ? null : `p${after}`];
    if (one && followProblem(phases, { id: one.id, followsId }) === null) one.followsId = followsId;
  }
  return phases;
};

describe("phases", () => {
  it("P7.1 never follow one another in a circle, whatever is asked for in which order", () => {
    fc.assert(fc.property(wishes, (list) => {
      const phases = carriedOut(list);
      for (const { id } of phases) {
        const path = pathBefore(phases, id);
        expect(phases.find((one) => one.id === path.at(-1))?.followsId).toBeNull(); // every way back ends at a beginning
      }
    }));
  });
  it("P7.1 what is offered to follow is exactly what the rule lets through", () => {
    fc.assert(fc.property(wishes, fc.nat(7), (list, of) => {
      const phases = carriedOut(list);
      const offered = followChoices(phases, `p${of}`).map(({ id }) => id);
      expect(offered).toEqual(phases.filter(({ id }) => !pathBefore(phases, id).includes(`p${of}`)).map(({ id }) => id));
    }));
  });
  it("P7.1 a circle is refused at its field, in a sentence that says why", () => {
    const phases = [phase("a"), phase("b", "a"), phase("c", "b")];
    expect(followProblem(phases, { id: "a", followsId: "c" })).toMatchObject({ code: "INVALID", rule: "P7.1", field: "followsId", reason: expect.stringContaining("circle") });
    expect(followProblem(phases, { id: "a", followsId: "a" })?.reason).toContain("itself");
    expect(followProblem(phases, { id: "a", followsId: "elsewhere" })?.reason).toContain("of this option");
    expect(followProblem(phases, { id: null, followsId: "c" })).toBeNull();
  });
  it("P7.1 a circle that somebody made past the rule is walked once, and not for ever", () => {
    expect(pathBefore([phase("a", "b"), phase("b", "a")], "a")).toEqual(["a", "b"]);
  });
  it("moving one row keeps all of them, and back again is as before", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 }), fc.nat(), (ids, at) => {
      const rows = ids.map((id) => ({ id }));
      const one = rows[at % rows.length];
      const up = one && moved(rows, { id: one.id, to: "up" });
      if (!one || !up) return;
      expect(moved(up, { id: one.id, to: "down" })).toEqual(rows);
      expect(new Set(up)).toEqual(new Set(rows));
    }));
    expect(moved([{ id: "a" }], { id: "a", to: "up" })).toBeNull();
  });
  it("P7.1 a place is free until all are taken", () => {
    expect([freePlace([], 3), freePlace([1, 2], 3), freePlace([1, 3], 3), freePlace([1, 2, 3], 3), freePlace([null, 1], 3)]).toEqual([1, 3, 2, null, 2]);
  });
});
