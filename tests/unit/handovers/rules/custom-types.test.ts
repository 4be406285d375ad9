import { describe, expect, it } from "vitest";
import { answerSchema } from "@/lib/handovers/rules/answer-value";
import { readiness } from "@/lib/handovers/rules/readiness";
import { readingOf } from "@/lib/handovers/rules/reading";
import { customAsField, customFieldId } from "@/lib/handovers/rules/template";
import { changesBetween, changeTexts } from "@/lib/handovers/rules/versions";
import { type CustomField, FIELD_TYPES, type FieldType, VISIBILITIES } from "@/lib/policies/fields";
import { briefTemplateSchema } from "@/lib/policies/schema";
import { answer, completeBrief, fieldsOf, id, sampleValue } from "./brief";

const TYPES = Object.keys(FIELD_TYPES) as FieldType[];
const names = new Map([[id(1), "Ada Byron"]]);

const custom = (type: FieldType): CustomField => ({
  key: type, section: "technical", label: `Something of type ${type}`, why: "An agency asks for it.", type, visibility: "all", concerns: ["PM"], required: true,
  ...((type === "choice" || type === "choices") && { options: [{ value: "one", label: "The first" }, { value: "two", label: "The second" }] }),
});

describe("B6 a template's own field works from its definition to the comparison", () => {
  it.each(TYPES)("%s", (type) => {
    const template = briefTemplateSchema.parse({ name: "Own", slug: "own", fields: [custom(type)], core: [] });
    const field = customAsField("own", template.fields[0]!);
    const value = type === "teams" || type === "people" ? [id(1)] : sampleValue(field);
    const said = answer(customFieldId("own", type), value);
    const fields = [...fieldsOf(), field];
    const brief = completeBrief();
    const ask = (answers: typeof brief) => readiness({ fields, answers, complexity: "SIMPLE", teams: ["own"] }).blockers.filter(({ field: at }) => at === field.id);

    expect(answerSchema(field).parse(value)).toEqual(value);
    expect(ask(brief)).toMatchObject([{ sentence: expect.stringMatching(/^(Enter|Choose|Answer)/) as string, rule: "P1.5" }]);
    expect(ask([...brief, said])).toEqual([]);
    const read = readingOf({ fields, answers: [said], names, readable: new Set(VISIBILITIES) }).flatMap((section) => section.fields);
    expect(read).toMatchObject([{ id: field.id, text: expect.stringMatching(/\S/) as string }]);
    const [change] = changesBetween([], [said]);
    expect(change && changeTexts(change, field, names)).toEqual({ before: "", after: read[0]?.text });
    expect(JSON.parse(JSON.stringify(said))).toEqual(said); // as a snapshot keeps it
  });

  const WRONG: Record<FieldType, unknown> = {
    text: "two\nlines", longText: 3, number: "three", money: { minor: -1, currency: "EUR" }, yesNo: "yes", date: "2027-02-30", choice: "three", choices: ["one", "one"], person: "Ada",
    people: "Ada", contact: 7, team: "WordPress", teams: ["WordPress"], url: "www", file: { name: "only a name" },
  };
  it.each(TYPES)("%s refuses another shape in a sentence that somebody can act on", (type) => {
    const { error } = answerSchema(custom(type)).safeParse(WRONG[type]);
    expect(error?.issues[0]?.message).toMatch(/^(Enter|Choose|Answer) .+[^:]$/);
    expect(error?.issues[0]?.message).not.toMatch(/invalid|expected|uuid|string/i);
  });
});
