import * as z from "zod";
import { AnswerState, ContractType, ItemState, PromiseContract, PromiseStatus, ReturnReason } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";
import { SECTION_IDS } from "@/lib/policies/fields";

const id = z.uuid("This is not a valid reference.");
const day = z.iso.date("Enter a date that exists.");
/** The state that the person saw when deciding: a stale one is a conflict. */
const seenRevision = z.strictObject({ id, revision: z.int().positive() });
const seenBrief = z.strictObject({ id, keyId: id, briefVersion: z.int().positive() });

/** One point of a return (P1.8): which field, why, what is needed, and wording that would do. */
export const returnPoint = z.strictObject({
  field: requiredText(160),
  rowId: id.nullish(),
  reason: z.enum(ReturnReason, "Choose a reason."),
  needed: requiredText(2_000),
  suggestion: text(5_000).default(""),
});

/** What an acceptance still asks for (P1.7), and which field or cell of a row it is about, if it is about one. */
export const condition = z.strictObject({ text: requiredText(1_000), ownerId: id, dueOn: day, field: requiredText(160).nullish(), rowId: id.nullish() });

export const beginHandoverInput = z.strictObject({ dealId: id });
export const submitHandoverInput = seenRevision;
export const acceptKeyInput = seenBrief.extend({ conditions: z.array(condition).max(20).default([]) });
/** The points besides those that wait as comments; together there must be at least one, which the command sees to. */
export const returnHandoverInput = seenBrief.extend({ points: z.array(returnPoint).max(50).default([]) });
export const addReturnPointsInput = returnHandoverInput;
export const undoInput = z.strictObject({ id, keyId: id });
export const withdrawHandoverInput = seenRevision.extend({ reason: requiredText(2_000) });
export const startDeliveryInput = seenRevision;
export const closeHandoverInput = seenRevision.extend({
  outcome: z.enum(["COMPLETED", "CANCELLED"]),
  reason: text(2_000).default(""),
});

/** A comment while it is being written: `base` is the revision that it was typed over, 0 for a new one. */
export const saveCommentInput = z.strictObject({
  id,
  keyId: id,
  commentId: id,
  base: z.int().min(0),
  field: requiredText(160),
  rowId: id.nullable().default(null),
  text: text(2_000),
  reason: z.enum(ReturnReason, "Choose a reason.").nullable().default(null),
  suggestion: text(5_000).default(""),
});
export const discardCommentInput = z.strictObject({ id, commentId: id });
/** An answer in a thread; `commentId` is the answer's own, so that a repeat has one effect. */
export const answerCommentInput = z.strictObject({ id, threadId: id, commentId: id, text: requiredText(2_000) });
export const resolveCommentInput = z.strictObject({ id, threadId: id, resolved: z.boolean() });

/** Another wording of one answer, by a reviewer (P1.7). */
export const mendTypoInput = seenBrief.extend({ field: requiredText(160), rowId: id.nullable().default(null), text: requiredText(20_000) });

/** Seconds that sections of a version were in view. */
export const recordReadingInput = z.strictObject({
  id,
  version: z.int().positive(),
  sections: z.partialRecord(z.enum([...SECTION_IDS, "topThree"]), z.int().min(1).max(3_600)).refine((all) => Object.keys(all).length > 0, "Name a section."),
});

/** What a page calls one change: its own name and a count, the same when it is sent again. */
const MARK = /^[\w-]{1,60}:\d{1,15}$/;

/** One cell of the brief as a device sends it; `base` is the revision it was typed over, 0 for a new answer. */
export const answerChange = z.strictObject({
  field: requiredText(160),
  rowId: id.nullable(),
  base: z.int().min(0),
  state: z.enum(AnswerState).default("VALUE"),
  value: z.json().default(null),
  unknown: z.strictObject({ ownerId: id.nullable(), due: day.nullable(), risk: text(2_000) }).optional(),
  reason: text(2_000).optional(),
  /** The comment whose suggested wording this is (P1.8). */
  suggestion: id.optional(),
  mark: z.string().regex(MARK).optional(),
});
/** `typedBy` is who typed it: what somebody typed is never kept as somebody else's, signed in on that device by now. */
export const saveAnswersInput = z.strictObject({ id, typedBy: id.optional(), changes: z.array(answerChange).min(1).max(200) });
export const rowOrder = z.array(id).max(500);
/** `seen` are the revisions, by cell, that whoever removes the row has seen. */
export const removeRowInput = z.strictObject({
  id, typedBy: id.optional(), group: requiredText(40), rowId: id,
  seen: z.record(z.string().max(160), z.int().min(0)).optional(),
  mark: z.string().regex(MARK).optional(),
});
/** What a source offers for an answer: `value` as the person saw it, over the revision of the answer that they saw. */
export const sourceOfferInput = z.strictObject({ id, field: requiredText(160), rowId: id.nullable(), base: z.int().min(0), value: z.json() });

/** The named people of a draft: the PM, and a lead per team (P1.6). */
export const namePeopleInput = z.strictObject({
  id,
  pmId: id.nullable(),
  leads: z.array(z.strictObject({ teamId: id, leadId: id.nullable() })).max(10),
});
export const setTeamsInput = z.strictObject({ id, teamIds: z.array(id).min(1, "Choose at least one delivery team.").max(10) });
/** From and to which version of the team's template, as the preview showed it. */
export const moveUpTemplateInput = z.strictObject({ id, revision: z.coerce.number().int().positive(), teamId: id, from: id, to: id });
export const reassignPmInput = z.strictObject({ id, pmId: id, reason: requiredText(1_000) });
export const reassignLeadInput = z.strictObject({ id, teamId: id, leadId: id, reason: requiredText(1_000) });

export const tickItemInput = z.strictObject({
  id,
  itemId: id,
  revision: z.int().positive(),
  state: z.enum(ItemState),
  note: text(1_000).default(""),
});
export const updatePromiseInput = z.strictObject({
  id,
  promiseId: id,
  revision: z.int().positive(),
  contract: z.enum(PromiseContract).nullable(),
  status: z.enum(PromiseStatus),
  ownerId: id.nullable(),
  dueOn: day.nullable(),
  note: text(2_000).default(""),
});
/** B4: `briefVersion` is the frozen version that the PM changed. */
export const amendBriefInput = z.strictObject({ id, briefVersion: z.int().positive(), reason: requiredText(2_000) });
export const discardAmendmentInput = amendBriefInput.omit({ reason: true });
export const decideAmendmentInput = z.strictObject({ id, confirmationId: id, decision: z.enum(["CONFIRMED", "REFUSED"]), note: text(2_000).default("") });
export const meetConditionInput = z.strictObject({ id, conditionId: id });
export const addAttendeeInput = z.strictObject({ id, userId: id, reason: requiredText(1_000) });
export const waiveAttendeeInput = addAttendeeInput;
export const endExceptionInput = z.strictObject({ id, exceptionId: id });

export const contractTypes = z.enum(ContractType);
