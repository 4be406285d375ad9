import { describe, expect, it } from "vitest";
import { coreField } from "@/lib/handovers/fields";
import { briefTemplateFor, discoverySetFor, TEAM_KINDS, VERSION_ONE, VERSION_ONE_KINDS } from "@/lib/policies/defaults/version-one";
import { askableFields } from "@/lib/discovery/rules/askable";
import { fieldsInForce } from "@/lib/handovers/rules/template";
import { policyProblems } from "@/lib/policies/rules/policy-problems";
import type { Condition } from "@/lib/policies/fields";
import { briefTemplateSchema, POLICY_CONTENT } from "@/lib/policies/schema";

const templates = Object.values(TEAM_KINDS).map((template) => template());
const customIds = new Set(templates.flatMap(({ slug, fields }) => fields.map(({ key }) => `custom.${slug}.${key}`)));
const isField = (id: string) => coreField(id) !== undefined || customIds.has(id);

const fieldsIn = (condition: Condition): string[] => {
  if ("all" in condition) return condition.all.flatMap(fieldsIn);
  if ("any" in condition) return condition.any.flatMap(fieldsIn);
  if ("not" in condition) return fieldsIn(condition.not);
  return "field" in condition ? [condition.field] : [];
};

describe("B6 version 1 of each policy", () => {
  it.each(VERSION_ONE_KINDS)("%s is what its schema allows, and nothing is lost in checking", (kind) =>
    expect(POLICY_CONTENT[kind].parse(VERSION_ONE[kind])).toEqual(VERSION_ONE[kind]));

  it.each(templates)("the template of $name is allowed, is rich, and speaks of fields that exist", (template) => {
    expect(briefTemplateSchema.parse(template)).toEqual(template);
    expect(template.fields.length).toBeGreaterThanOrEqual(10);
    expect(template.fields.length).toBeLessThanOrEqual(16);
    const conditions = [...template.fields.flatMap(({ required, visible }) => [required, visible]), ...template.core.map((use) => use.required)];
    const named = conditions.flatMap((c) => (typeof c === "object" ? fieldsIn(c) : []));
    expect([...named, ...template.core.map(({ field }) => field)].filter((id) => !isField(id))).toEqual([]);
  });

  it.each(templates)("P7.4 the questions of $name are allowed, ask for fields that its brief has, each once, and for what a brief must have", (template) => {
    const set = discoverySetFor(template);
    expect(POLICY_CONTENT.DISCOVERY_SET.parse(set)).toEqual(set);
    const askable = new Set(askableFields(fieldsInForce([template], VERSION_ONE.COMPLEXITY_RUBRIC)).map(({ id }) => id));
    expect(policyProblems("DISCOVERY_SET", set, set, { others: [], fields: askable })).toEqual([]);
    const asked = new Set(set.questions.map(({ field }) => field));
    for (const must of ["purpose.goals", "purpose.success", "dates.target", "dates.targetReason", "scope.outOfScope"]) expect(asked).toContain(must);
    expect([...asked].filter((field) => field.startsWith(`custom.${template.slug}.`)).length).toBeGreaterThanOrEqual(8);
  });

  it("P7.4 a team of another kind is given what every client is asked", () =>
    expect(discoverySetFor({ slug: "seo" }).questions.every(({ field }) => !field.startsWith("custom."))).toBe(true));

  it("no template hides, or makes optional, a field that the rules need", () =>
    expect(templates.flatMap(({ core }) => core).filter((use) =>
      coreField(use.field)?.locked && (use.hidden || use.required === false))).toEqual([]));

  it("gives a team the template of its kind, under its own slug, and any other team the core fields", () => {
    const emea = briefTemplateFor({ slug: "hubspot-emea", name: "HubSpot EMEA" });
    expect(emea).toMatchObject({ name: "HubSpot EMEA", slug: "hubspot-emea" });
    expect(JSON.stringify(emea)).not.toContain("custom.hubspot.");
    expect(briefTemplateFor({ slug: "seo", name: "SEO" })).toEqual({ slug: "seo", name: "SEO", fields: [], core: [] });
  });

  it("the checklist covers before, during and after, and its conditions name fields that exist", () => {
    const { items } = VERSION_ONE.CHECKLIST_TEMPLATE;
    expect(new Set(items.map(({ phase }) => phase))).toEqual(new Set(["BEFORE", "DURING", "AFTER"]));
    expect(items.flatMap((item) => (item.when ? fieldsIn(item.when) : [])).filter((id) => !isField(id))).toEqual([]);
  });

  it("B6 a traction rubric from before the caps stood in it has the defaults; more than three running trials are none", () => {
    const { caps, ...older } = VERSION_ONE.TRACTION_RUBRIC;
    expect(POLICY_CONTENT.TRACTION_RUBRIC.parse(older).caps).toEqual(caps);
    expect(caps).toMatchObject({ trialDueDays: 10, trialDueDaysAtMost: 40, trialsRunning: 3 });
    for (const wrong of [{ ...caps, trialsRunning: 4 }, { ...caps, trialHours: 81 }, { ...caps, trialHours: 0 }, { ...caps, more: 1 }])
      expect(POLICY_CONTENT.TRACTION_RUBRIC.safeParse({ ...older, caps: wrong }).success).toBe(false);
  });

  it("the figures are those of the rules: 5 of 8, the five clocks, told at 50, 80 and 100 %", () => {
    const { TRACTION_RUBRIC: traction, CLOCKS: clocks } = VERSION_ONE;
    expect([traction.threshold, traction.evidence.reduce((sum, { points }) => sum + points, 0)]).toEqual([5, 8]);
    expect(Object.values(clocks.clocks).map(({ businessDays }) => businessDays)).toEqual([1, 2, 1, 2, 10]);
    expect(clocks.tellAt).toEqual([50, 80, 100]);
  });
});

describe("B6 what a policy may not be", () => {
  const [question] = VERSION_ONE.COMPLEXITY_RUBRIC.questions;
  it.each([
    ["two questions of one name", { ...VERSION_ONE.COMPLEXITY_RUBRIC, questions: [question, question] }],
    ["complex before standard", { ...VERSION_ONE.COMPLEXITY_RUBRIC, thresholds: { standard: 20, complex: 10 } }],
    ["a word that nobody knows", { ...VERSION_ONE.COMPLEXITY_RUBRIC, extra: true }],
  ])("%s", (_, rubric) => expect(POLICY_CONTENT.COMPLEXITY_RUBRIC.safeParse(rubric).success).toBe(false));

  it("a choice without options", () => {
    const template = TEAM_KINDS.hubspot();
    const fields = template.fields.map((field) => ({ ...field, options: undefined }));
    expect(briefTemplateSchema.safeParse({ ...template, fields }).success).toBe(false);
  });
});
