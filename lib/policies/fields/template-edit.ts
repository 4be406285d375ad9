import * as z from "zod";
import { requiredText, text } from "@/lib/platform/text";
import { FIELD_TYPES, type FieldType, MATERIALS, SECTION_IDS, type SectionId, VISIBILITIES } from "../fields";
import { fieldId } from "./condition";

const section = z.enum(SECTION_IDS as [SectionId, ...SectionId[]], "Choose a section.");
const optional = (max: number) => text(max).default("");
const ticked = z.literal("on").optional();
const direction = z.enum(["up", "down"]);
/** A list from a form may have holes where nothing was ticked. */
const ticks = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess((value) => (Array.isArray(value) ? value.filter((one) => one !== undefined) : value), z.array(item).max(max, `Use at most ${max}.`).default([]));

const wording = {
  label: text(160).refine((value) => value.trim() !== "", "Enter the label."),
  why: text(500).refine((value) => value.trim() !== "", "Say in one sentence why delivery asks."),
  help: optional(1_000),
  example: optional(2_000),
};

const field = {
  ...wording,
  section,
  type: z.enum(Object.keys(FIELD_TYPES) as [FieldType, ...FieldType[]], "Choose what the answer is."),
  ask: optional(500),
  /** Those there are, by value; an empty label removes one. */
  options: z.array(z.strictObject({ value: text(40), label: text(160) })).max(40, "Use at most 40 options.").default([]),
  /** Further ones, one on each line. */
  moreOptions: optional(8_000),
  visibility: z.enum(VISIBILITIES, "Choose who reads it."),
  pm: ticked,
  lead: ticked,
  material: z.enum(["", ...MATERIALS], "Choose who confirms a change.").default(""),
};

const of = z.enum(["required", "visible"]);

/** How a line of a condition asks; which of them fit depends on what it asks about. */
export const LINE_OPERATORS = ["is", "isNot", "answered", "empty", "atLeast", "moreThan", "atMost", "lessThan"] as const;
export type LineOperator = (typeof LINE_OPERATORS)[number];

/** One line of a condition, as a form sends it. */
export const conditionLine = z.strictObject({
  /** A field, or `complexity`, `contract`, `team`. */
  subject: requiredText(160),
  operator: z.enum(LINE_OPERATORS, "Choose how they are compared."),
  values: ticks(text(200), 40),
  number: optional(40),
});

/** One change to the draft of a template (B6), as a form sends it. */
export const templateEdit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("addField"), ...field }),
  z.strictObject({ kind: z.literal("changeField"), id: fieldId, ...field }),
  z.strictObject({ kind: z.literal("removeField"), id: fieldId }),
  z.strictObject({ kind: z.literal("wordCore"), id: fieldId, ...wording }),
  z.strictObject({ kind: z.literal("hideCore"), id: fieldId, hidden: z.enum(["yes", "no"]) }),
  z.strictObject({ kind: z.literal("move"), id: fieldId, direction }),
  z.strictObject({ kind: z.literal("moveSection"), id: section, direction }),
  z.strictObject({ kind: z.literal("wordSection"), id: section, why: wording.why }),
  z.strictObject({ kind: z.literal("when"), id: fieldId, of, when: z.enum(["always", "never", "usual"]) }),
  z.strictObject({ kind: z.literal("addLine"), id: fieldId, of, group: z.coerce.number().int().min(0).max(12), line: conditionLine }),
  z.strictObject({ kind: z.literal("removeLine"), id: fieldId, of, group: z.coerce.number().int().min(0), line: z.coerce.number().int().min(0) }),
]);
export type TemplateEdit = z.output<typeof templateEdit>;
