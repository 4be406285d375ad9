import type { Field } from "../fields/types";
import { type Answers, answerOf, isAnswered, type Names, textOf } from "./answers";
import type { ConditionFacts, ConditionWords } from "./condition";
import { requiredReason, visibleFields } from "./readiness";
import { type FieldChange, fieldChanges } from "./template-change";

/** What taking a brief to a newer template would change for whoever writes it (B6). */
export type TemplateMove = {
  /** Asked from then on; `required` says why it must be answered, where it must. */
  added: { id: string; label: string; required: string | null }[];
  /** No longer asked; `kept` is the answer that stays, as text, where there is one. */
  removed: { id: string; label: string; kept: string }[];
  changed: FieldChange[];
  /** Asked before as well, and must be answered from then on. */
  newlyRequired: { id: string; label: string; reason: string; isAnswered: boolean }[];
  /** Answers that name an option which is not offered any more. */
  chooseAnew: { id: string; label: string; chosen: string }[];
};

export type MoveFacts = {
  before: readonly Field[];
  after: readonly Field[];
  answers: Answers;
  facts: ConditionFacts;
  words: ConditionWords;
  names: Names;
};

/** The difference between two lists of plain fields, as it concerns one brief; no answer is lost by it. */
export function templateMove({ before, after, answers, facts, words, names }: MoveFacts): TemplateMove {
  const old = new Map(before.map((field) => [field.id, field]));
  const { fields } = fieldChanges(before, after, words);
  const shown = (list: readonly Field[]) => new Map(visibleFields(list, facts).map((field) => [field.id, requiredReason(field, facts, list)]));
  const [asked, willAsk] = [shown(before), shown(after)];
  const fieldsOf = (kind: FieldChange["kind"], list: readonly Field[]) =>
    fields.filter((one) => one.kind === kind).flatMap(({ id }) => list.find((field) => field.id === id) ?? []);
  return {
    added: fieldsOf("added", after).map(({ id, label }) => ({ id, label, required: willAsk.get(id) ?? null })),
    removed: fieldsOf("removed", before).map((field) => ({ id: field.id, label: field.label, kept: textOf(field, answerOf(answers, field.id), names) })),
    changed: fields.filter(({ kind }) => kind === "changed"),
    newlyRequired: after.flatMap((field) => {
      const reason = willAsk.get(field.id) ?? null;
      const isNew = old.has(field.id) && (asked.get(field.id) ?? null) === null && reason !== null;
      return isNew ? [{ id: field.id, label: field.label, reason, isAnswered: isAnswered(answerOf(answers, field.id), field.type) }] : [];
    }),
    chooseAnew: after.flatMap((field) => {
      const was = old.get(field.id);
      const value = answerOf(answers, field.id)?.value ?? null;
      const gone = [value].flat().filter((one) => was?.options?.some((option) => option.value === one) && !field.options?.some((option) => option.value === one));
      return gone.length === 0 ? [] : [{ id: field.id, label: field.label, chosen: gone.map((one) => was?.options?.find((option) => option.value === one)?.label ?? "").join(", ") }];
    }),
  };
}
