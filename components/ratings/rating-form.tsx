import { RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { Section } from "@/components/ui/section";
import { giveRatingAction } from "@/lib/ratings/actions";
import { scoreWord, SCORES, SIDES } from "@/lib/ratings/format";
import type { Feedback } from "@/lib/ratings/queries/feedback";
import { FeedbackForm } from "./feedback-form";

/** A number from 1 to 5, and a sentence if one likes (P8.4); what stands is shown where it can no longer be changed. */
export function RatingForm({ id, mine, editDays }: { id: string; mine: Feedback["mine"][number]; editDays: number }) {
  const { side, revision, score, sentence, refusal } = mine;
  const prefix = `${side.toLowerCase()}-`;
  return (
    <Section id={side.toLowerCase()} title={SIDES[side].question} description={SIDES[side].why}>
      {refusal
        ? <><p className="text-ink-2">{refusal.reason}</p>{score !== null && <p><span className="font-medium">{score} of 5, {scoreWord(score).toLowerCase()}.</span> {sentence}</p>}</>
        : (
          <FeedbackForm action={giveRatingAction} carried={{ id, side, revision }} prefix={prefix} submit={score === null ? "Give the rating" : "Change the rating"} done="Rated">
            <RadioGroup id={`${prefix}score`} name="score" label="Rating" look="scale" defaultValue={score === null ? null : String(score)}
              options={SCORES.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}` }))} />
            <Field id={`${prefix}sentence`} label="In a sentence" optional hint={`Managers read it with your name. You can change it for ${editDays} days.`}>
              {(control) => <TextArea {...control} name="sentence" rows={2} maxLength={1000} defaultValue={sentence} />}
            </Field>
          </FeedbackForm>
        )}
    </Section>
  );
}
