import { FormActions } from "@/components/form/form-actions";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import type { Brief, BriefField, BriefGroup, BriefSection } from "@/lib/handovers/queries/brief";
import { listText } from "@/lib/platform/intl";
import { AnswerField } from "./answer-field";
import { Autosave } from "./autosave";
import { GroupRows } from "./group-rows";
import { LiveComplexity } from "./live-complexity";
import { briefHref, nextOf } from "./parts";
import { PointNote } from "./point-note";

type SectionFormProps = { brief: Brief; section: BriefSection; zone: string };

/** So many optional questions without an answer stay in view. */
const FEW = 2;

/** Neither needed nor answered, and no condition brings it up: it need not be in the way. */
const isSpare = ({ required, answer, field }: BriefField) =>
  required === null && field.visible === undefined && !field.locked && (answer === null || (answer.state === "VALUE" && answer.value === null));

/** What was chosen for each question of the rubric, by its id. */
const choicesIn = (rubric: readonly BriefField[]) =>
  Object.fromEntries(rubric.map(({ field, answer }) => [field.id.slice("complexity.".length), typeof answer?.value === "string" ? answer.value : null]));

/** One section of the brief, to be filled in: it keeps itself. Lists come after the plain fields, but the people at the client first. */
export function SectionForm({ brief, section, zone }: SectionFormProps) {
  const { head, choices, names, points } = brief;
  const isRubric = (id: string) => id.startsWith("complexity.");
  const field = (one: BriefSection["fields"][number]) => {
    const mine = points.filter((point) => point.field === one.field.id && point.rowId === null);
    return <AnswerField key={one.field.id} one={one} choices={choices} names={names} note={mine.length > 0 && <PointNote points={mine} />} />;
  };
  const isSpareList = ({ group: { id, detail }, rows }: BriefGroup) => detail && rows.length === 0 && !points.some((point) => point.field === id);
  const listed = (groups: readonly BriefGroup[]) => groups.map((list) => <GroupRows key={list.group.id} list={list} clientId={head.client.id} choices={choices} names={names} points={points} />);
  const lists = listed(section.groups.filter((list) => !isSpareList(list)));
  const spareLists = section.groups.filter(isSpareList);
  const plain = section.fields.filter((one) => !isRubric(one.field.id));
  const spare = plain.filter((one) => isSpare(one) && !points.some((point) => point.field === one.field.id));
  const extra = spare.length > FEW ? spare : [];
  const rubric = section.fields.filter((one) => isRubric(one.field.id));
  const next = nextOf(brief, section.id);
  const isListFirst = section.id === "client" || section.id === "promises";
  return (
    <Autosave handoverId={head.id} userId={brief.userId} zone={zone} known={brief.known}>
      <div className="space-y-10">
        {isListFirst && lists}
        <div className="space-y-7">{plain.filter((one) => !extra.includes(one)).map(field)}</div>
        {extra.length > 0 && (
          <details className="disclosure border-y border-line py-3">
            <summary className="flex min-h-8 items-center gap-2 rounded-sm font-medium hover:text-accent-ink pointer-coarse:min-h-11">
              <Icon name="chevron-right" className="chevron" />
              {extra.length} more questions, all optional
            </summary>
            <div className="space-y-7 pt-5 pb-3">{extra.map(field)}</div>
          </details>
        )}
        {!isListFirst && lists}
        {spareLists.length > 0 && (
          <details className="disclosure border-y border-line py-3">
            <summary className="flex min-h-8 items-center gap-2 rounded-sm font-medium hover:text-accent-ink pointer-coarse:min-h-11">
              <Icon name="chevron-right" className="chevron" />
              <span>As a list, if you like: {listText(spareLists.map(({ group }) => group.label.toLowerCase()))}</span>
            </summary>
            <div className="space-y-10 pt-5 pb-3">{listed(spareLists)}</div>
          </details>
        )}
        {rubric.length > 0 && (
          <Section title="Complexity" id="complexity" description={`By version ${brief.versions.rubric} of the rubric, one shared definition of sales and delivery. It decides who is involved when.`}>
            <LiveComplexity rubric={brief.rubric} choices={choicesIn(rubric)} override={brief.complexity.override} />
            <div className="space-y-7 pt-2">{rubric.map(field)}</div>
          </Section>
        )}
        <FormActions sticky>
          <ButtonLink variant="primary" href={next.href} iconAfter="arrow-right">Next: {next.label}</ButtonLink>
          <ButtonLink href={briefHref(head.id)} className="max-sm:hidden">All sections</ButtonLink>
        </FormActions>
      </div>
    </Autosave>
  );
}
