import { describe, expect, it } from "vitest";
import { askFor, FIELDS } from "@/lib/handovers/fields";
import { fieldsInForce, inOrder, sectionsInForce, teamOfField } from "@/lib/handovers/rules/template";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { TEAM_KINDS } from "@/lib/policies/defaults/version-one";
import { SECTION_IDS } from "@/lib/policies/fields";
import type { BriefTemplate } from "@/lib/policies/schema";

const template = (slug: string, core: BriefTemplate["core"]): BriefTemplate => ({ slug, name: slug, fields: [], core });
const field = (id: string, ...templates: BriefTemplate[]) => fieldsInForce(templates, COMPLEXITY_RUBRIC).find((one) => one.id === id);

describe("B6 the fields in force", () => {
  it("are the core's, the rubric's and the templates', by section and each once", () => {
    const fields = fieldsInForce([TEAM_KINDS.shopify(), TEAM_KINDS.integration()], COMPLEXITY_RUBRIC);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    const order = fields.map(({ section }) => SECTION_IDS.indexOf(section));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(fields.filter(({ id }) => id.startsWith("complexity."))).toHaveLength(COMPLEXITY_RUBRIC.questions.length);
    expect(fields.map(({ id }) => teamOfField(id)).filter((slug) => slug === "shopify")).toHaveLength(TEAM_KINDS.shopify().fields.length);
    expect(fieldsInForce([], COMPLEXITY_RUBRIC)).toHaveLength(FIELDS.length + COMPLEXITY_RUBRIC.questions.length);
  });

  it("one team may reword a core field, require it or hide it", () => {
    const one = template("a", [{ field: "client.about", required: true, label: "About them" }, { field: "client.history", hidden: true }]);
    expect(field("client.about", one)).toMatchObject({ required: true, label: "About them" });
    expect(field("client.history", one)).toBeUndefined();
  });

  it("P1.13 with several teams it is hidden where all hide it, and required where one requires it", () => {
    const a = template("a", [{ field: "client.history", hidden: true }, { field: "client.about", required: true, label: "About them" }]);
    const b = template("b", [{ field: "client.about", required: { complexity: ["COMPLEX"] } }]);
    expect(field("client.history", a, b)).toBeDefined();
    expect(field("client.history", a, { ...a, slug: "c" })).toBeUndefined();
    expect(field("client.about", a, b)).toMatchObject({ required: true, label: "What the client does" });
    expect(field("client.about", b)).toMatchObject({ required: { complexity: ["COMPLEX"] } });
    expect(field("client.about", template("c", []), b)).toMatchObject({ required: { complexity: ["COMPLEX"] } });
  });

  it("what the rules need is neither hidden nor made optional, whatever a template says", () => {
    const bad = template("a", [{ field: "purpose.goals", hidden: true, required: false }, { field: "technical.summary", required: false }]);
    expect(field("purpose.goals", bad)).toMatchObject({ required: true });
    expect(field("technical.summary", bad)).toMatchObject({ required: { not: { complexity: ["SIMPLE"] } } });
  });

  it("a relabelled field is asked for by its new label", () =>
    expect(askFor(field("purpose.success", template("a", [{ field: "purpose.success", label: "Measures of success" }]))!)).toBe("Enter the measures of success."));

  it("a single team may put fields and sections in another order; what it does not name stays behind its neighbour", () => {
    const [first, second, third] = FIELDS.filter(({ section }) => section === "scope");
    const ids = (one: BriefTemplate) => fieldsInForce([one], COMPLEXITY_RUBRIC).filter(({ section }) => section === "scope").map(({ id }) => id);
    const one = { ...template("a", []), order: [third!.id, first!.id] };
    expect(ids(one).slice(0, 3)).toEqual([third!.id, FIELDS.filter(({ section }) => section === "scope")[3]!.id, FIELDS.filter(({ section }) => section === "scope")[4]!.id]);
    expect(ids(one).indexOf(second!.id)).toBe(ids(one).indexOf(first!.id) + 1);
    expect(new Set(ids(one))).toEqual(new Set(ids(template("a", []))));
    expect(inOrder(FIELDS, [])).toEqual(FIELDS);
    const together = (...all: BriefTemplate[]) => fieldsInForce(all, COMPLEXITY_RUBRIC).map(({ id }) => id);
    expect(together(one, template("b", []))).toEqual(together(template("a", []), template("b", [])));
    const sections = { ...template("a", []), sections: [{ id: "technical" as const, why: "Start here." }] };
    expect(sectionsInForce([sections])[0]).toMatchObject({ id: "technical", label: "Technical", why: "Start here." });
    expect(sectionsInForce([sections]).map(({ id }) => id)).toEqual(["technical", ...SECTION_IDS.filter((id) => id !== "technical")]);
    expect(sectionsInForce([sections, template("b", [])]).map(({ id }) => id)).toEqual(SECTION_IDS);
  });

  it("P1.13 a core field is shown where one of the teams asks it, on the condition of each", () => {
    const when = (fieldId: string) => ({ field: fieldId, answered: true });
    const a = template("a", [{ field: "client.about", visible: when("client.zone") }]);
    expect(field("client.about", a)).toMatchObject({ visible: when("client.zone") });
    expect(field("client.about", a, template("b", []))!.visible).toBeUndefined();
    expect(field("client.about", a, template("b", [{ field: "client.about", hidden: true }]))).toMatchObject({ visible: when("client.zone") });
    expect(field("technical.migrationDetail", template("a", [{ field: "technical.migrationDetail", visible: when("client.zone") }])))
      .toMatchObject({ visible: { all: [{ field: "technical.migration", answered: true }, when("client.zone")] } });
  });
});
