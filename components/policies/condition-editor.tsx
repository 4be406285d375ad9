import type { ReactNode } from "react";
import { ActionButton } from "@/components/people/action-button";
import { AutoSubmit } from "@/components/ui/auto-submit";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { type ConditionWords, inWords } from "@/lib/handovers/rules/condition";
import { conditionOf, type Groups } from "@/lib/handovers/rules/condition-groups";
import type { FormState } from "@/lib/http/form";
import { operatorsFor, type Subject, valuesFor } from "@/lib/policies/rules/condition-line";
import { ConditionLineForm } from "./condition-line-form";

type ConditionEditorProps = {
  /** The whole condition in one sentence, and what sets it at once: always, never. */
  sentence: string;
  set: ReactNode;
  /** Null where it is too long to be changed line by line. */
  groups: Groups | null;
  words: ConditionWords;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What a form of this kind of change carries. */
  fieldsOf: (kind: "addLine" | "removeLine", more: Record<string, string>) => Record<string, string>;
  revision: number;
  /** What a line can ask about, in parts. */
  parts: readonly { label: string; subjects: readonly Subject[] }[];
  /** From the address: what the next line asks about, and which alternative it belongs to. */
  chosen: { subject: string; group: string };
};

/** A condition as alternatives of lines, each with plain selects; said in words above. Every step is a form of its own. */
export function ConditionEditor({ sentence, set, groups, words, action, fieldsOf, revision, parts, chosen }: ConditionEditorProps) {
  const subject = parts.flatMap(({ subjects }) => subjects).find(({ id }) => id === chosen.subject);
  return (
    <>
      <div className="space-y-3">
        <p className="text-md font-medium">{sentence}</p>
        <div className="flex flex-wrap gap-2">{set}</div>
      </div>
      {groups === null ? <p className="text-ink-2">This condition is too long to be changed line by line. Choose one of the above, and begin anew.</p> : (
        <>
          {groups.some((lines) => lines.length > 0) && (
            <Section title="The condition" description={groups.length > 1 ? "It holds where all lines of at least one alternative do." : "It holds where all lines do."}>
              {groups.map((lines, g) => (
                <div key={g} className="space-y-1">
                  {groups.length > 1 && <h3 className="text-sm font-semibold">Alternative {g + 1}</h3>}
                  <ul className="divide-y divide-line border-y border-line">
                    {lines.map((line, l) => (
                      <li key={l} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                        <span>{l > 0 && <span className="text-ink-2">and </span>}{inWords(conditionOf([[line]]) ?? { all: [] }, words)}</span>
                        <ActionButton action={action} fields={fieldsOf("removeLine", { "edit.group": String(g), "edit.line": String(l) })} size="sm" variant="ghost" icon="x" done="Line removed">
                          Remove<span className="sr-only"> line {l + 1}</span>
                        </ActionButton>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </Section>
          )}
          <Section title="Add a line" description="Choose what it asks about; then how it is compared.">
            <form action="" method="get" className="flex flex-wrap items-end gap-3">
              <label className="grid min-w-0 grow gap-1 font-medium">It asks about<SubjectSelect parts={parts} chosen={subject?.id ?? ""} /></label>
              <Button type="submit">Continue</Button>
              <AutoSubmit />
            </form>
            {subject && (
              <ConditionLineForm
                key={`${subject.id} ${revision}`} action={action} fields={fieldsOf("addLine", { "edit.line.subject": subject.id })}
                groups={groups.filter((lines) => lines.length > 0).length} group={chosen.group}
                subject={{ label: subject.label, isNumber: subject.type === "number" || subject.type === "money", operators: operatorsFor(subject), values: valuesFor(subject) }}
              />
            )}
          </Section>
        </>
      )}
    </>
  );
}

function SubjectSelect({ parts, chosen }: { parts: ConditionEditorProps["parts"]; chosen: string }) {
  return (
    <select name="subject" className="control" defaultValue={chosen} key={chosen}>
      <option value="">Choose</option>
      {parts.filter(({ subjects }) => subjects.length > 0).map(({ label, subjects }) => (
        <optgroup key={label} label={label}>{subjects.map(({ id, label: name }) => <option key={id} value={id}>{name}</option>)}</optgroup>
      ))}
    </select>
  );
}
