import { Checkbox, RadioGroup } from "@/components/form/choice";
import { Field, FieldGroup } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { answerBriefCheckAction } from "@/lib/ratings/actions";
import { COMPLEXITY_CLASSES, COMPLEXITY_WORDS } from "@/lib/policies/format";
import { VERDICTS } from "@/lib/ratings/format";
import type { Feedback, FieldChoice } from "@/lib/ratings/queries/feedback";
import { FeedbackForm } from "./feedback-form";

type Props = { id: string; check: NonNullable<Feedback["check"]>; choices: readonly { section: string; fields: readonly FieldChoice[] }[]; editDays: number };

/** P8.4: was the brief right? The fields that were not are chosen by their names, section by section. */
export function CheckForm({ id, check, choices, editDays }: Props) {
  return (
    <Section id="check" title="Was the brief right?" description="You know the work by now. Your answer is read by the seller and the managers, and counted.">
      <FeedbackForm action={answerBriefCheckAction} carried={{ id, revision: check.revision }} prefix="check-" submit={check.verdict ? "Change the answer" : "Send the answer"} done="Answered">
        <RadioGroup id="check-verdict" name="verdict" label="Your answer" look="inline" defaultValue={check.verdict}
          options={(["RIGHT", "MOSTLY", "WRONG"] as const).map((value) => ({ value, label: VERDICTS[value].label }))} />
        {/* Who says that all was right has nothing to choose, unless something is chosen already. */}
        <div className="in-[:has([value=RIGHT]:checked):not(:has([name=fields]:checked))]:hidden">
          <FieldGroup id="check-fields" label="What was not right?" hint="At least one field, unless all was right. Open a section to choose.">
            <div className="divide-y divide-line border-y border-line">
              {choices.map(({ section, fields }) => (
                <details key={section} className="disclosure py-1" open={fields.some(({ value }) => check.chosen.includes(value))}>
                  <summary className="flex min-h-8 items-center gap-2 rounded-sm hover:text-accent-ink pointer-coarse:min-h-11">
                    <Icon name="chevron-right" className="chevron" />{section}
                  </summary>
                  <div className="grid gap-x-6 pb-2 ps-6 sm:grid-cols-2">
                    {fields.map(({ value, label }) => <Checkbox key={value} name="fields" value={value} label={label} defaultChecked={check.chosen.includes(value)} />)}
                  </div>
                </details>
              ))}
            </div>
          </FieldGroup>
        </div>
        <RadioGroup id="check-turnedOut" name="turnedOut" label="What did the work turn out to be?" look="inline" defaultValue={check.turnedOut ?? ""} hint="By what you know now. The report on complexity shows it beside the class that was foretold."
          options={[...COMPLEXITY_CLASSES.map((value) => ({ value, label: capital(COMPLEXITY_WORDS[value]) })), { value: "", label: "I cannot say yet" }]} />
        <Field id="check-sentence" label="In a sentence" optional hint={`What would have helped? You can change your answer for ${editDays} days.`}>
          {(control) => <TextArea {...control} name="sentence" rows={2} maxLength={2000} defaultValue={check.sentence} />}
        </Field>
      </FeedbackForm>
    </Section>
  );
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
