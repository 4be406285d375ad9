import type { ReactNode } from "react";
import { Field, FieldGroup } from "@/components/form/field";
import { Badge } from "@/components/ui/badge";
import type { BriefChoices, BriefField } from "@/lib/handovers/queries/brief";
import { anchorOf } from "./anchor";
import { AnswerControl, isGroup, type Names } from "./answer-control";
import { NotKnown } from "./not-known";
import { SourceOffer } from "./source-offer";

type AnswerFieldProps = {
  one: BriefField;
  rowId?: string | null;
  choices: BriefChoices;
  names: Names;
  /** Of a row: no words before the control but its label, and no way around an answer. */
  isCell?: boolean;
  /** Where a heading above says what is asked already. */
  labelHidden?: boolean;
  /** Above the control: what a reviewer asked for. */
  note?: ReactNode;
};

/** One question of the brief: label, why delivery asks, an example on demand, the control, and "don't know yet". */
export function AnswerField({ one, rowId = null, choices, names, isCell, labelHidden, note }: AnswerFieldProps) {
  const { field, answer, required, isShown, team, source, offer } = one;
  const id = anchorOf(field.id, rowId);
  // what another answer brings up is usually needed then, and the form shows it without asking the server
  const isOptional = required === null && field.id !== "promises.none" && !(field.visible && field.required !== false);
  const props = {
    id, label: field.label, optional: isOptional,
    hint: isCell ? undefined : <>{field.why}{field.help && <> {field.help}</>}</>,
    example: isCell ? undefined : field.example,
    aside: (team ?? source) ? <span className="inline-flex gap-1.5">{team && <Badge>{team}</Badge>}{source && <Badge icon="sparkles">{source}</Badge>}</span> : undefined,
    footer: (
      <>
        {offer && <SourceOffer offer={offer} />}
        <div data-slot />
        {!isCell && canBeOpen(field.id) && <NotKnown id={id} answer={answer} choices={choices} names={names} />}
      </>
    ),
  };
  const control = { field, value: answer?.value ?? null, choices, names };
  return (
    <div
      data-answer={field.id} data-row={rowId ?? ""} data-key={id} data-type={field.type} data-base={answer?.revision ?? 0}
      data-visible={field.visible ? JSON.stringify(field.visible) : undefined} hidden={!isShown} className="scroll-mt-28"
    >
      {note}
      {isGroup(field)
        ? <FieldGroup {...props}><AnswerControl {...control} control={{ id: `${id}-control` }} /></FieldGroup>
        : <Field {...props} labelHidden={labelHidden}>{(controlProps) => <AnswerControl {...control} control={controlProps} />}</Field>}
    </div>
  );
}

/** The rubric's questions and the word that nothing was promised must be answered; there is no way around them. */
const canBeOpen = (fieldId: string) => !fieldId.startsWith("complexity.") && fieldId !== "promises.none";
