import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "@/lib/handovers/fields";
import { fieldsInForce, sectionsInForce } from "@/lib/handovers/rules/template";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { hubspotTemplate } from "@/lib/policies/defaults/brief-template-hubspot";
import type { TemplateEdit } from "@/lib/policies/fields/template-edit";
import { knownSubjects, lineOf, operatorsFor, valuesFor } from "@/lib/policies/rules/condition-line";
import { type Edited, editTemplate, keyFrom } from "@/lib/policies/rules/template-edit";
import { fieldOf, layoutOf } from "@/lib/policies/rules/template-layout";
import { type BriefTemplate, briefTemplateSchema } from "@/lib/policies/schema";

const start: BriefTemplate = briefTemplateSchema.parse(hubspotTemplate());
const subjects = [...knownSubjects([{ slug: "hubspot", name: "HubSpot" }]), ...layoutOf(start).flatMap(({ fields }) => fields.map(({ field }) => field))];
const facts = { subjects, usedKeys: start.fields.map(({ key }) => key) };
const edit = (template: BriefTemplate, one: TemplateEdit) => editTemplate(template, one, facts);
const done = (result: Edited) => { if ("problem" in result) throw new Error(result.problem); return result.template; };
const field: Omit<Extract<TemplateEdit, { kind: "addField" }>, "kind"> = {
  section: "scope", label: "Seats", why: "We ask.", help: "", example: "", type: "text", ask: "", options: [], moreOptions: "", visibility: "all", material: "", pm: "on",
};
const HUBS = "custom.hubspot.hubs";

describe("B6 a change to a template", () => {
  it("adds a field under a key that was never used, and gives a choice its options", () => {
    const one = done(edit(start, { kind: "addField", ...field, label: "Hubs", type: "choice", moreOptions: "Ja \n\nNein\nJa" }));
    expect(one.fields.at(-1)).toMatchObject({ key: "hubs2", required: false, options: [{ value: "ja", label: "Ja" }, { value: "nein", label: "Nein" }] });
    expect(edit(start, { kind: "addField", ...field, type: "choice", moreOptions: "Only one" })).toEqual({ problem: "Give at least two options, one on each line.", control: "moreOptions" });
  });

  it("renames an option and keeps its value, removes one, and appends others", () => {
    const tier = start.fields.find(({ key }) => key === "tier")!;
    const options = tier.options!.map((option, i) => ({ ...option, label: i === 0 ? "Free of charge" : i === 1 ? "" : option.label }));
    const after = done(edit(start, { kind: "changeField", id: "custom.hubspot.tier", ...field, section: "technical", type: "choice", options, moreOptions: "Starter" }));
    expect(after.fields.find(({ key }) => key === "tier")?.options).toEqual([
      { value: "free", label: "Free of charge" }, { value: "professional", label: "Professional" }, { value: "enterprise", label: "Enterprise" }, { value: "starter2", label: "Starter" },
    ]);
  });

  it("keeps of a core field's words only those that differ, and lets it follow the core again", () => {
    const { why } = FIELDS.find(({ id }) => id === "client.about")!;
    const one = done(edit(start, { kind: "wordCore", id: "client.about", label: "Their trade", why, help: fieldOf(start, "client.about")?.field.help ?? "", example: fieldOf(start, "client.about")?.field.example ?? "" }));
    expect(one.core.find((use) => use.field === "client.about")).toEqual({ field: "client.about", label: "Their trade" });
    const plain = fieldOf(start, "client.about")!.field;
    const back = done(edit(one, { kind: "wordCore", id: "client.about", label: plain.label, why: plain.why, help: plain.help ?? "", example: plain.example ?? "" }));
    expect(back.core).toEqual(start.core);
  });

  it("P1.5: neither hides nor removes what the rules need", () => {
    for (const { id } of FIELDS.filter(({ locked }) => locked)) {
      for (const one of [
        { kind: "hideCore", id, hidden: "yes" }, { kind: "removeField", id }, { kind: "when", id, of: "required", when: "never" }, { kind: "when", id, of: "visible", when: "never" },
      ] satisfies TemplateEdit[]) expect(edit(start, one)).toHaveProperty("problem");
    }
  });

  it("moves a field up and down again, and loses none", () =>
    fc.assert(fc.property(fc.constantFrom(...layoutOf(start).flatMap(({ fields }) => fields.map((one) => one.field.id))), fc.array(fc.constantFrom("up" as const, "down" as const), { maxLength: 6 }), (id, moves) => {
      const after = moves.reduce((template, direction) => done(edit(template, { kind: "move", id, direction })), start);
      const ids = (template: BriefTemplate) => fieldsInForce([template], COMPLEXITY_RUBRIC).map((one) => one.id);
      expect(new Set(ids(after))).toEqual(new Set(ids(start)));
      expect(briefTemplateSchema.safeParse(after).success).toBe(true);
      const place = (template: BriefTemplate) => layoutOf(template).find(({ fields }) => fields.some((one) => one.field.id === id))!.fields.findIndex((one) => one.field.id === id);
      const last = layoutOf(start).find(({ fields }) => fields.some((one) => one.field.id === id))!.fields.length - 1;
      expect(place(after)).toBe(moves.reduce((at, direction) => Math.min(last, Math.max(0, at + (direction === "up" ? -1 : 1))), place(start)));
    })));

  it("moves a section, and gives it another sentence", () => {
    const one = done(edit(done(edit(start, { kind: "moveSection", id: "technical", direction: "up" })), { kind: "wordSection", id: "technical", why: "Judge here." }));
    expect(sectionsInForce([one]).map(({ id }) => id).indexOf("technical")).toBe(sectionsInForce([start]).map(({ id }) => id).indexOf("technical") - 1);
    expect(sectionsInForce([one]).find(({ id }) => id === "technical")?.why).toBe("Judge here.");
  });

  it("builds a condition line by line, and takes it apart again", () => {
    const add = (template: BriefTemplate, group: number, subject: string, values: string[]) =>
      done(edit(template, { kind: "addLine", id: "custom.hubspot.seats", of: "required", group, line: { subject, operator: "is", values, number: "" } }));
    const two = add(add(start, 0, "complexity", ["COMPLEX"]), 0, "contract", ["FIXED"]);
    const three = add(two, 1, HUBS, ["sales"]);
    const required = (template: BriefTemplate) => template.fields.find(({ key }) => key === "seats")?.required;
    expect(required(three)).toEqual({ any: [{ all: [{ complexity: ["COMPLEX"] }, { contract: ["FIXED"] }] }, { field: HUBS, is: "sales" }] });
    const remove = (template: BriefTemplate, group: number, line: number) => done(edit(template, { kind: "removeLine", id: "custom.hubspot.seats", of: "required", group, line }));
    expect(required(remove(three, 1, 0))).toEqual(required(two));
    expect(required(remove(remove(two, 0, 1), 0, 0))).toBe(false);
  });

  it("of a field that is gone is a problem in words", () =>
    expect(edit(start, { kind: "move", id: "custom.hubspot.gone", direction: "up" })).toEqual({ problem: "This field is not in the template any more." }));
});

describe("B6 a line of a condition", () => {
  it("can be made for every subject by every operator it offers, and for no other", () => {
    for (const subject of subjects) {
      const values = valuesFor(subject).slice(0, 1).map(({ value }) => value);
      for (const { value: operator } of operatorsFor(subject)) expect(lineOf(subject, { operator, values, number: "12,5" })).toHaveProperty("asks");
      expect(typeof lineOf(subject, { operator: subject.type === "number" ? "is" : "atLeast", values, number: "1" }) === "string").toBe(subject.type !== "money");
    }
  });

  it.each(["", "many", "1e5", "1".repeat(40)])("a number like “%s” is asked for again", (number) =>
    expect(lineOf({ id: "x.y", label: "Users", type: "number" }, { operator: "atLeast", values: [], number })).toBe("Enter a number, such as 12 or 2.5."));

  it("keys are made from labels in any script, and never twice", () => {
    expect([keyFrom("Portal id", new Set()), keyFrom("Größe & Übergabe", new Set()), keyFrom("名前", new Set()), keyFrom("3 things", new Set()), keyFrom("Seats", new Set(["seats", "seats2"]))])
      .toEqual(["portalId", "groEUbergabe", "field", "things", "seats3"]);
    fc.assert(fc.property(fc.string(), (label) => { expect(keyFrom(label, new Set())).toMatch(/^[a-z][a-zA-Z0-9]{0,39}$/); }));
  });
});
