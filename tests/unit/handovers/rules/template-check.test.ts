import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templateProblems } from "@/lib/handovers/rules/template-check";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { TEAM_KINDS } from "@/lib/policies/defaults/version-one";
import type { Condition } from "@/lib/policies/fields";
import type { BriefTemplate } from "@/lib/policies/schema";

type CustomField = BriefTemplate["fields"][number];
const own = (key: string, more: Partial<CustomField> = {}): CustomField =>
  ({ key, section: "scope", label: `Field ${key}`, why: "We ask.", type: "longText", visibility: "all", concerns: ["PM"], required: false, ...more });
const template = (fields: CustomField[], core: BriefTemplate["core"] = []): BriefTemplate => ({ slug: "a", name: "A", fields, core });
const asks = (key: string): Condition => ({ field: `custom.a.${key}`, answered: true });
const sentences = (one: BriefTemplate, published: BriefTemplate[] = []) =>
  templateProblems(one, { rubric: COMPLEXITY_RUBRIC, teams: ["a", "shopify"], published }).map(({ sentence }) => sentence);

describe("B6 what is wrong with a template", () => {
  it("is nothing in version 1", () => {
    for (const kind of Object.values(TEAM_KINDS)) expect(templateProblems(kind("a"), { rubric: COMPLEXITY_RUBRIC, teams: ["a"], published: [] })).toEqual([]);
  });

  it("P1.5: hides, conditions or makes optional what the rules need, or names what is no core field", () =>
    expect(sentences(template([], [
      { field: "purpose.goals", hidden: true }, { field: "purpose.success", visible: { complexity: ["COMPLEX"] } }, { field: "technical.summary", required: false },
      { field: "nope.x" }, { field: "risks.text", required: false },
    ]))).toEqual([
      "“Goals, in the client's words” cannot be hidden: the rules need it.", "“Success criteria” is always asked: the rules need it.",
      "“Technical summary” cannot be made optional: the rules need it.", "There is no core field “nope.x”.",
      "“What could go wrong” belongs to a row, and cannot be changed by a template.",
    ]));

  it.each<[string, Partial<CustomField>, string]>([
    ["what does not exist", { visible: asks("gone") }, "is shown depending on “custom.a.gone”, which does not exist."],
    ["what was removed", { required: asks("old") }, "is required depending on “Field old”, which is no longer in the template."],
    ["its own answer", { visible: asks("x") }, "is shown depending on its own answer."],
    ["a hidden field", { visible: { field: "client.about", answered: true } }, "is shown depending on “What the client does”, which this template hides."],
    ["a team that is not there", { required: { team: ["webflow"] } }, "is required depending on the team “webflow”, which does not exist."],
    ["a number that is none", { required: { field: "custom.a.y", compare: "atLeast", to: 3 } }, "compares “Field y”, which is no number."],
    ["an option that is not offered", { visible: { field: "custom.a.pick", in: ["one", "three"] } }, "expects the answer “three” of “Field pick”, which it does not offer."],
    ["a yes that is neither", { visible: { field: "custom.a.sure", is: "yes" } }, "expects an answer of “Field sure” that is neither yes nor no."],
    ["a contradiction", { visible: { all: [{ field: "custom.a.pick", is: "one" }, { field: "custom.a.pick", is: "two" }] } }, "is never shown: its condition contradicts itself."],
    ["both and neither", { required: { all: [{ complexity: ["SIMPLE"] }, { not: { complexity: ["SIMPLE", "COMPLEX"] } }] } }, "is never required: its condition contradicts itself."],
    ["the contrary", { visible: { field: "custom.a.sure", is: true }, required: { field: "custom.a.sure", is: false } }, "is required only when it is not shown."],
  ])("says when a condition speaks of %s", (_, more, said) => {
    const others = [own("y"), own("pick", { type: "choice", options: [{ value: "one", label: "One" }, { value: "two", label: "Two" }] }), own("sure", { type: "yesNo" })];
    expect(sentences(template([...others, own("x", more)], [{ field: "client.about", hidden: true }]), [template([own("old")])])).toEqual([`“Field x” ${said}`]);
  });

  it("finds every circle of fields that wait for each other, and no other", () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 }), (edges) => {
      const needs = (at: number) => edges.filter(([from, to]) => from === at && to !== at).map(([, to]) => to);
      const fields = [0, 1, 2, 3, 4, 5].map((at) => {
        const all = [...new Set(needs(at))].map((to) => asks(`f${to}`));
        return own(`f${at}`, all.length > 0 ? { visible: { any: all } } : {});
      });
      const reach = (from: number, seen = new Set<number>()): Set<number> => { for (const to of needs(from)) if (!seen.has(to)) { seen.add(to); reach(to, seen); } return seen; };
      const hasCircle = [0, 1, 2, 3, 4, 5].some((at) => reach(at).has(at));
      expect(sentences(template(fields)).some((said) => said.endsWith("so none of them could ever appear."))).toBe(hasCircle);
    })));

  it("says when two fields of a section share a label, and when a published field changes its type", () => {
    expect(sentences(template([own("x", { label: "Seats" }), own("y", { label: "seats " }), own("z", { label: "Seats", section: "dates" })])))
      .toEqual(["Two fields of one section are called “seats”. Give one of them another label."]);
    expect(sentences(template([own("x", { type: "number" })]), [template([own("x")])]))
      .toEqual(["“Field x” was published as long text, and answers have that form. Remove it and add a new field instead."]);
  });
});
