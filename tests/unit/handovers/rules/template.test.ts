import { describe, expect, it } from "vitest";
import { FIELDS } from "@/lib/handovers/fields";
import { fieldsInForce, teamOfField, templateProblems } from "@/lib/handovers/rules/template";
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
    expect(templateProblems(bad)).toEqual([
      "“Goals, in the client's words” cannot be hidden: the rules need it.", "“Technical summary” cannot be made optional: the rules need it."]);
  });

  it("says what is wrong with a template, and nothing of version 1", () => {
    for (const kind of Object.values(TEAM_KINDS)) expect(templateProblems(kind("my-team"))).toEqual([]);
    const [own] = TEAM_KINDS.shopify().fields;
    expect(templateProblems({ ...template("a", [{ field: "nope.x" }, { field: "risks.text", required: false }]), fields: [{ ...own!, visible: { field: "custom.a.gone", answered: true } }] }))
      .toEqual(["There is no core field “nope.x”.", "“What could go wrong” belongs to a row, and cannot be changed by a template.",
        "“Address of the store” depends on “custom.a.gone”, which does not exist."]);
  });
});
