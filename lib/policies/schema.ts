import * as z from "zod";
import { Complexity, ItemOwner, ItemPhase, type PolicyKind } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";
import { conditionSchema, fieldId, slug } from "./fields/condition";
import { conditionLine, templateEdit } from "./fields/template-edit";
import { FORM_KINDS } from "./fields/policy-form";
import { CHECKLIST_FACTS, type ChecklistFact, CLOCK_NAMES, DUE_FROM } from "./format";
import {
  CONCERNS, FIELD_TYPES, type FieldType, MATERIALS, SECTION_IDS, type SectionId, VISIBILITIES,
} from "./fields";

const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, "Use letters and digits, and begin with a small letter.");
const label = requiredText(160);
const sentence = requiredText(500);
const unique = <T>(of: (item: T) => string, what: string) => ({
  check: (items: readonly T[]) => new Set(items.map(of)).size === items.length,
  message: `Each ${what} needs a name of its own.`,
});
const list = <T extends z.ZodType>(item: T, of: (one: z.infer<T>) => string, what: string, max: number) => {
  const { check, message } = unique(of, what);
  return z.array(item).max(max, `Use at most ${max} ${what}s.`).refine(check, message);
};

const when = z.union([z.boolean(), conditionSchema]);

/** The one shared definition of complexity (P6.1): questions with weights, and the points where a class begins. */
export const complexityRubricSchema = z
  .strictObject({
    questions: list(
      z.strictObject({
        id: key,
        label,
        why: sentence,
        help: text(1_000).optional(),
        /** Multiplies the points of the chosen option. */
        weight: z.int().min(1).max(10),
        options: list(
          z.strictObject({
            value: key,
            label,
            points: z.int().min(0).max(10),
            /** What it says about the work, as a part of the explanation: "two systems exchange data". */
            reason: requiredText(200),
            /** Whatever the points: the work is at least of this class. */
            atLeast: z.enum(Complexity).optional(),
          }),
          ({ value }) => value, "option", 12,
        ).min(2),
      }),
      ({ id }) => id, "question", 30,
    ).min(1),
    /** From how many points on the work is standard, and complex; below it is simple. */
    thresholds: z.strictObject({ standard: z.int().min(1), complex: z.int().min(2) }),
    /** What the class means for the people, in sentences. */
    consequences: z.record(z.enum(Complexity), z.array(sentence).max(10)),
    /**
     * P6.6: an estimate above this needs a lead's approval; in whole units of the deal's currency. One of complex work always does.
     * P7.2: for how many days an estimate holds at most, and a line of a rate card.
     */
    estimates: z.strictObject({
      approvalAbove: z.int().min(0).max(1_000_000_000), validDays: z.int().min(1).max(730).default(60), rateCardDays: z.int().min(1).max(730).default(180),
    }).default({ approvalAbove: 50_000, validDays: 60, rateCardDays: 180 }),
  })
  .refine(({ thresholds: { standard, complex } }) => standard < complex, {
    path: ["thresholds"], message: "Complex must begin at more points than standard.",
  });

/** The caps of involvement in version 1, and of versions that do not name them. */
export const INVOLVEMENT_CAPS = { writtenMinutes: 240, estimateMinutes: 960, trialHours: 80, trialDueDays: 10, trialDueDaysAtMost: 40, trialsRunning: 3 };

/** Evidence that a prospect is serious, and what each score allows (P5.1 to P5.3, P5.6). */
export const tractionRubricSchema = z.strictObject({
  evidence: list(
    z.strictObject({ id: key, label, help: sentence, /** The sentence said when it is missing. */ missing: sentence, points: z.int().min(1).max(5) }),
    ({ id }) => id, "evidence", 20,
  ).min(1),
  /** Below it delivery people are left alone, unless a sales manager grants it. */
  threshold: z.int().min(0),
  levels: z.array(z.strictObject({ from: z.int().min(0), allows: z.enum(["WRITTEN", "CALL", "ESTIMATE", "TRIAL"]), label })).max(12),
  callMinutes: z.int().min(5).max(240),
  /** P6.4, P6.5: how much may be asked for at once. Versions from before these figures stood here have the defaults. */
  caps: z.strictObject({
    writtenMinutes: z.int().min(15).max(2_400),
    estimateMinutes: z.int().min(30).max(2_400),
    trialHours: z.int().min(1).max(80),
    trialDueDays: z.int().min(1).max(260),
    trialDueDaysAtMost: z.int().min(1).max(260),
    /** The database lets three run, whatever stands here: fewer can be allowed, not more. */
    trialsRunning: z.int().min(1).max(3),
  }).default(INVOLVEMENT_CAPS),
  silence: z.strictObject({ businessDays: z.int().min(1), points: z.int().min(0) }),
  parkAfterBusinessDays: z.int().min(1),
});

/** A field that a template adds. */
export const customFieldSchema = z
  .strictObject({
    key,
    section: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]),
    label,
    ask: sentence.optional(),
    why: sentence,
    help: text(1_000).optional(),
    example: text(2_000).optional(),
    type: z.enum(Object.keys(FIELD_TYPES) as [FieldType, ...FieldType[]]),
    options: list(z.strictObject({ value: key, label }), ({ value }) => value, "option", 40).min(2).optional(),
    visibility: z.enum(VISIBILITIES),
    concerns: z.array(z.enum(CONCERNS)).max(2),
    required: when,
    visible: conditionSchema.optional(),
    material: z.enum(MATERIALS).optional(),
  })
  .refine(({ type, options }) => (type === "choice" || type === "choices") === (options !== undefined), {
    path: ["options"], message: "Give the options of a choice, and of nothing else.",
  });

/** A team's brief template: fields of its own, how it treats the core fields, and the order of both. */
export const briefTemplateSchema = z.strictObject({
  name: label,
  /** The slug of the team, as it stands in the ids of the fields: `custom.<slug>.<key>`. */
  slug,
  fields: list(customFieldSchema, (field) => field.key, "field", 80),
  core: list(
    z.strictObject({
      field: fieldId, required: when.optional(), hidden: z.boolean().optional(), visible: conditionSchema.optional(),
      label: label.optional(), why: sentence.optional(), help: text(1_000).optional(), example: text(2_000).optional(),
    }),
    (use) => use.field, "core field", 200,
  ),
  /** Plain fields, core and own, in the order in which a section asks them; what is not named follows the field before it. */
  order: list(fieldId, (id) => id, "field", 400).optional(),
  /** The eight sections in the order of the form, and what each says of itself. */
  sections: list(
    z.strictObject({ id: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]), why: sentence.optional() }),
    ({ id }) => id, "section", SECTION_IDS.length,
  ).optional(),
});

const factId = z.enum(Object.keys(CHECKLIST_FACTS) as [ChecklistFact, ...ChecklistFact[]]);

/** What is to be done before, during and after the first call (P2.12). */
export const checklistTemplateSchema = z.strictObject({
  items: list(
    z.strictObject({
      id: key,
      title: label,
      why: sentence,
      phase: z.enum(ItemPhase),
      ownerRole: z.enum(ItemOwner),
      /** Business days of the owner after the event named; negative means before it. */
      due: z.strictObject({ from: z.enum(DUE_FROM), businessDays: z.int().min(-30).max(120) }),
      mandatory: z.boolean(),
      when: conditionSchema.optional(),
      /** The fact that completes it by itself. */
      fact: factId.optional(),
    }),
    ({ id }) => id, "item", 120,
  ).min(1),
});

/** The figures of the first call (P2.2, P2.5, P2.7). */
export const attendeeParametersSchema = z.strictObject({
  minutes: z.int().min(15).max(240),
  bufferMinutes: z.int().min(0).max(120),
  noticeHours: z.int().min(0).max(240),
  /** How many business days ahead slots are looked for, and how many are proposed. */
  searchBusinessDays: z.int().min(1).max(30),
  proposals: z.int().min(1).max(10),
  /** More people from our side than this is pointed out. */
  ourPeopleAtMost: z.int().min(2).max(20),
});

const clock = z.strictObject({ businessDays: z.int().min(1).max(120) });

/** How long each duty may take, in business days of the person who must act (B5). */
export const clocksSchema = z.strictObject({
  clocks: z.record(z.enum(CLOCK_NAMES), clock),
  /** At which parts of the time, in per cent, people are told; the last is the end. */
  tellAt: z.array(z.int().min(1).max(100)).min(1).max(6),
  /** P8.4: when the PM is asked whether the brief was right, and how long a rating can be changed; in days of the calendar. */
  ratings: z.strictObject({ checkAfterDays: z.int().min(1).max(120), editDays: z.int().min(0).max(120) }).default({ checkAfterDays: 14, editDays: 14 }),
  /** Away for more working days than this in a row: the duty moves to the backup. */
  backupAfterDaysAway: z.int().min(0).max(30),
  pauseReasons: list(z.strictObject({ value: key, label, help: sentence }), ({ value }) => value, "reason", 20).min(1),
});

/** P7.4: what a team asks the client before the contract; each answer is one field of the brief, or a list of it. */
export const discoverySetSchema = z.strictObject({
  questions: list(
    z.strictObject({
      id: key,
      /** The words to ask with. */
      ask: requiredText(300),
      why: sentence,
      /** The id of a plain field of the brief, or of one of its lists. */
      field: z.string("Choose the field of the brief.").regex(/^[a-zA-Z][\w-]*(\.[\w-]+)*$/, "Choose the field of the brief.").max(160),
    }),
    ({ id }) => id, "question", 80,
  ).min(1, "Keep one question at least."),
});

const seenDraft = z.strictObject({ teamId: z.uuid(), revision: z.coerce.number().int().min(1) });
export const beginTemplateDraftInput = z.strictObject({ teamId: z.uuid() });
export const editTemplateInput = seenDraft.extend({ edit: templateEdit });
/** A press of one of the arrows, as its button says it: `up field custom.hubspot.hubs`, `down section scope`. */
export const moveInTemplateInput = seenDraft.extend({ move: z.string().max(200) }).transform(({ move, ...seen }, ctx): z.output<typeof editTemplateInput> => {
  const [direction, what, id] = move.split(" ");
  const edit = templateEdit.safeParse({ kind: what === "section" ? "moveSection" : "move", id, direction });
  if (edit.success) return { ...seen, edit: edit.data };
  ctx.addIssue({ code: "custom", message: "Choose what to move." });
  return z.NEVER;
});
/** A field of a team's draft, or one of its sections. */
export const draftSaysInput = z.strictObject({ teamId: z.uuid(), id: z.string().max(160) });
export const discardTemplateDraftInput = seenDraft;
export const publishTemplateInput = seenDraft;

/** A policy; of which each team has its own, that of the team. */
export const beginPolicyDraftInput = z.strictObject({
  kind: z.enum(FORM_KINDS), teamId: z.union([z.literal("").transform(() => null), z.uuid()]).nullable().optional(),
});
const seenPolicy = beginPolicyDraftInput.extend({ revision: z.coerce.number<number | string>().int().min(1) });
/** The whole form as it was posted; what it says is checked by the schema of its kind. */
export const savePolicyDraftInput = seenPolicy.extend({ content: z.record(z.string().max(80), z.unknown()) });
export const discardPolicyDraftInput = seenPolicy;
export const publishPolicyInput = seenPolicy;
export const consentToPolicyInput = seenPolicy;

/** When an item of the checklist applies (P2.12), changed line by line in the draft. */
export const editItemConditionInput = z.strictObject({
  revision: z.coerce.number<number | string>().int().min(1), item: key,
  edit: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("always") }),
    z.strictObject({ kind: z.literal("addLine"), group: z.coerce.number().int().min(0).max(12), line: conditionLine }),
    z.strictObject({ kind: z.literal("removeLine"), group: z.coerce.number().int().min(0), line: z.coerce.number().int().min(0) }),
  ]),
});

export type ComplexityRubric = z.infer<typeof complexityRubricSchema>;
export type TractionRubric = z.infer<typeof tractionRubricSchema>;
/** P6.4, P6.5: how much of delivery can be asked for. */
export type InvolvementCaps = TractionRubric["caps"];
export type BriefTemplate = z.infer<typeof briefTemplateSchema>;
export type ChecklistTemplate = z.infer<typeof checklistTemplateSchema>;
export type AttendeeParameters = z.infer<typeof attendeeParametersSchema>;
export type DiscoverySet = z.infer<typeof discoverySetSchema>;
export type Clocks = z.infer<typeof clocksSchema>;

/** The content of each kind of policy (B6). */
export const POLICY_CONTENT = {
  COMPLEXITY_RUBRIC: complexityRubricSchema,
  TRACTION_RUBRIC: tractionRubricSchema,
  BRIEF_TEMPLATE: briefTemplateSchema,
  CHECKLIST_TEMPLATE: checklistTemplateSchema,
  ATTENDEE_PARAMETERS: attendeeParametersSchema,
  CLOCKS: clocksSchema,
  DISCOVERY_SET: discoverySetSchema,
} as const satisfies Record<PolicyKind, z.ZodType>;

export type PolicyContent = { [K in PolicyKind]: z.infer<(typeof POLICY_CONTENT)[K]> };
