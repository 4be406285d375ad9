import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { ConditionWords } from "@/lib/handovers/rules/condition";
import { requiredWords, shownWords } from "@/lib/handovers/rules/template-change";
import { FIELD_TYPES } from "@/lib/policies/fields";
import type { TemplateField, TemplateSection } from "@/lib/policies/rules/template-layout";
import { templateHref } from "./template-list";

type OutlineProps = {
  teamId: string;
  sections: readonly TemplateSection[];
  words: ConditionWords;
  /** Of the draft: what is wrong with a field. */
  problems: ReadonlyMap<string, string>;
  /** What is in force can be looked at only. */
  mayEdit: boolean;
};

/** Every section with its fields, in the order of the form: what each asks, when, and of whom. */
export function TemplateOutline({ teamId, sections, words, problems, mayEdit }: OutlineProps) {
  return (
    <div className="space-y-10">
      {sections.map((section, at) => (
        <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`} className="scroll-mt-20 space-y-2">
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
            <div className="max-w-reading min-w-0">
              <h2 id={`${section.id}-title`} className="text-lg font-semibold">{section.label}</h2>
              <p className="text-ink-2">{section.why}</p>
            </div>
            {mayEdit && (
              <div className="flex items-center gap-1">
                <Arrows what="section" id={section.id} label={section.label} isFirst={at === 0} isLast={at === sections.length - 1} />
                <TextLink href={templateHref(teamId, `/sections/${section.id}`)}>Edit<span className="sr-only"> the sentence of {section.label}</span></TextLink>
              </div>
            )}
          </div>
          <ol className="divide-y divide-line border-y border-line">
            {section.fields.map((one, i) => (
              <li key={one.field.id} id={one.field.id} className="flex scroll-mt-20 items-start gap-3 py-2.5">
                <FieldLine teamId={teamId} one={one} words={words} problem={problems.get(one.field.id)} mayEdit={mayEdit} />
                {mayEdit && <Arrows what="field" id={one.field.id} label={one.field.label} isFirst={i === 0} isLast={i === section.fields.length - 1} />}
              </li>
            ))}
          </ol>
          {mayEdit && <p><TextLink href={templateHref(teamId, `/fields/new?section=${section.id}`)}>Add a field<span className="sr-only"> to {section.label}</span></TextLink></p>}
        </section>
      ))}
    </div>
  );
}

type LineProps = { teamId: string; one: TemplateField; words: ConditionWords; problem?: string; mayEdit: boolean };

function FieldLine({ teamId, one: { field, isOwn, isHidden, required, use }, words, problem, mayEdit }: LineProps) {
  const isReworded = use !== undefined && Object.keys(use).some((key) => key === "label" || key === "why" || key === "help" || key === "example");
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={isHidden ? "text-ink-2 line-through" : "font-medium"}>
          {mayEdit ? <a href={templateHref(teamId, `/fields/${field.id}`)} className="rounded-sm hover:text-accent-ink hover:underline">{field.label}</a> : field.label}
        </span>
        {isOwn && <Badge tone="info">of this team</Badge>}
        {isReworded && <Badge>reworded</Badge>}
        {isHidden && <Badge icon="eye-off">left out</Badge>}
        {field.locked && <Badge icon="lock">needed by the rules</Badge>}
      </p>
      {!isHidden && (
        <p className="text-sm text-ink-2">
          {FIELD_TYPES[field.type].label} · {requiredWords(required, words)}{field.visible && <> · {shownWords(field.visible, words)}</>}
          {field.visibility !== "all" && <> · {field.visibility}</>}
        </p>
      )}
      {problem && <p className="flex items-start gap-1.5 text-sm font-medium text-danger-ink"><Icon name="alert-circle" size={14} className="mt-1" />{problem}</p>}
    </div>
  );
}

function Arrows({ what, id, label, isFirst, isLast }: { what: "field" | "section"; id: string; label: string; isFirst: boolean; isLast: boolean }) {
  return (
    <div className="flex shrink-0">
      <IconButton type="submit" name="move" value={`up ${what} ${id}`} size="sm" icon="arrow-up" label={`Move up: ${label}`} disabled={isFirst} />
      <IconButton type="submit" name="move" value={`down ${what} ${id}`} size="sm" icon="arrow-down" label={`Move down: ${label}`} disabled={isLast} />
    </div>
  );
}
