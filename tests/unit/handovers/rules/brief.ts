import fc from "fast-check";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { briefTemplateFor } from "@/lib/policies/defaults/version-one";
import { cellsOf, FIELDS } from "@/lib/handovers/fields";
import type { Field, GroupId } from "@/lib/handovers/fields/types";
import type { Answer, Answers, Json } from "@/lib/handovers/rules/answers";
import { fieldsInForce } from "@/lib/handovers/rules/template";

/** A uuid of version 7 that sorts by its number. */
export const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const HUBSPOT = { id: id(901), slug: "hubspot", name: "HubSpot", technical: true };
export const SHOPIFY = { id: id(902), slug: "shopify", name: "Shopify", technical: true };
export const TRAINING = { id: id(903), slug: "training", name: "Training", technical: false };

export const answer = (field: string, value: Json, rowId: string | null = null): Answer => ({ field, rowId, state: "VALUE", value });

/** The fields of a brief without a team's template, and with the templates of teams. */
export const fieldsOf = (...slugs: string[]): Field[] =>
  fieldsInForce(slugs.map((slug) => briefTemplateFor({ slug, name: slug })), COMPLEXITY_RUBRIC);

/** An answer of the right type that says something; texts differ from field to field. */
export function sampleValue({ id: field, type, options, label }: Field): Json {
  switch (type) {
    case "number": return 12;
    case "money": return { minor: 1_250_000, currency: "EUR" };
    case "yesNo": return true;
    case "date": return "2027-03-12";
    case "choice": return options?.[0]?.value ?? "";
    case "choices": return [options?.[0]?.value ?? ""];
    case "person": case "contact": case "team": return id(1);
    case "people": return [id(1)];
    case "teams": return [];
    case "url": return "https://client.example/";
    case "file": return { name: "contract.pdf", url: "https://files.example/contract.pdf" };
    default: return field === "delivery.topThree" ? "The date is firm.\nMs Brandt decides.\nNo documentation." : `What we know about ${label} (${field}).`;
  }
}

/** A row of a group with all its cells answered. */
export const row = (group: GroupId, rowId: string, cells: Record<string, Json> = {}): Answer[] =>
  cellsOf(group).map((cell) => answer(cell.id, cells[cell.id] ?? sampleValue(cell), rowId));

/** A brief of simple work in which nothing is missing. */
export function completeBrief(fields: readonly Field[] = fieldsOf()): Answer[] {
  const plain = fields.filter(({ id: field }) => field !== "promises.none");
  return [
    ...plain.map((field) => answer(field.id, sampleValue(field))),
    answer("promises.none", true),
    ...row("contacts", id(11), { "contacts.contact": id(21), "contacts.roles": ["DECISION_MAKER"] }),
    ...row("contacts", id(12), { "contacts.contact": id(22), "contacts.roles": ["DAY_TO_DAY"] }),
  ];
}

/** The same brief, with one answer put in the place of another. */
export const withAnswer = (answers: Answers, one: Answer): Answer[] => [
  ...answers.filter(({ field, rowId }) => field !== one.field || rowId !== one.rowId), one,
];
export const without = (answers: Answers, field: string): Answer[] => answers.filter((one) => one.field !== field);

/** Any answers at all to the core's plain fields and rows, of every state. */
export const anyAnswers: fc.Arbitrary<Answer[]> = fc.uniqueArray(
  fc.record({
    at: fc.oneof(
      fc.constantFrom(...FIELDS).map((field) => ({ field, rowId: null })),
      fc.tuple(fc.constantFrom(...["contacts", "promises", "integrations", "risks"] as const), fc.integer({ min: 1, max: 3 }))
        .chain(([group, n]) => fc.constantFrom(...cellsOf(group)).map((field) => ({ field, rowId: id(n) as string | null }))),
    ),
    state: fc.constantFrom("VALUE", "UNKNOWN", "NOT_APPLICABLE"),
    text: fc.constantFrom("N/A", "", "tbd", "Something that was really said.", "A long text that says the same in two places of the brief."),
    care: fc.boolean(),
  }),
  { selector: ({ at }) => `${at.field.id} ${at.rowId}`, maxLength: 60 },
).map((list) => list.map(({ at: { field, rowId }, state, text, care }): Answer => ({
  field: field.id, rowId, state,
  value: state !== "VALUE" ? null : field.type === "text" || field.type === "longText" ? text : sampleValue(field),
  ...(state === "UNKNOWN" ? { unknown: { ownerId: care ? id(1) : null, due: "2027-01-15", risk: "It may cost two weeks." } } : {}),
  ...(state === "NOT_APPLICABLE" ? { reason: care ? "There is nothing to move." : "n/a" } : {}),
})));
