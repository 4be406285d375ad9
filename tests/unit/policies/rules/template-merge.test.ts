import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coreField } from "@/lib/handovers/fields";
import type { Field } from "@/lib/handovers/fields/types";
import { mergeSaid, saidIn, saidOf } from "@/lib/policies/rules/template-merge";

const SEEN = { label: "Seats", why: "Found on the day.", help: "" };
const said = fc.record({ label: fc.constantFrom("", "a", "b", "c"), why: fc.constantFrom("", "a", "b", "c"), help: fc.constantFrom("", "a", "b", "c") });

describe("mergeSaid", () => {
  test("P1.9: what only one of two admins changed stands; what both changed stays as typed here, and both versions are named", () => {
    expect(mergeSaid({ seen: SEEN, mine: { ...SEEN, label: "Licences", help: "How many." }, theirs: { ...SEEN, label: "Users", why: "Counted twice." } })).toEqual({
      merged: { label: "Licences", why: "Counted twice.", help: "How many." }, clashes: [{ name: "label", theirs: "Users", mine: "Licences" }],
    });
  });

  test("P1.9: the same change by both is no clash, and nothing that was typed is ever lost", () => {
    fc.assert(fc.property(said, said, said, (seen, mine, theirs) => {
      const { merged, clashes } = mergeSaid({ seen, mine, theirs });
      for (const name of ["label", "why", "help"] as const) {
        if (mine[name] !== seen[name]) expect(merged[name]).toBe(mine[name]);
        else expect(merged[name]).toBe(theirs[name]);
        expect(clashes.some((clash) => clash.name === name)).toBe(new Set([seen[name], mine[name], theirs[name]]).size === 3);
      }
    }));
  });
});

describe("saidIn", () => {
  test("reads a form as saidOf writes it, with options that were renamed and boxes that are not ticked", () => {
    const field: Field = { ...(coreField("client.about") as Field), type: "choice", options: [{ value: "one", label: "One" }, { value: "two", label: "Two" }], concerns: ["PM"] };
    const begun = saidOf(field);
    const form = new FormData();
    for (const [name, value] of Object.entries(begun)) if (name !== "options" && value !== "") form.set(`edit.${name}`, value);
    form.set("edit.options.0.label", "One");
    form.set("edit.options.1.label", "Two");
    expect(saidIn(form, begun)).toEqual(begun);
    form.set("edit.options.1.label", "Both");
    form.delete("edit.pm");
    form.set("edit.help", "a\r\nb");
    expect(saidIn(form, begun)).toEqual({ ...begun, options: JSON.stringify([{ value: "one", label: "One" }, { value: "two", label: "Both" }]), pm: "", help: "a\nb" });
  });
});
