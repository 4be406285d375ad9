import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Card, Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { GroupId } from "@/lib/handovers/fields/types";
import type { BriefChoices, BriefField, BriefGroup, ReturnPointDto } from "@/lib/handovers/queries/brief";
import { anchorOf } from "./anchor";
import { AnswerField } from "./answer-field";
import type { Names } from "./answer-control";
import { BLANK_ROW } from "./blank-row";
import { PointNote } from "./point-note";

type GroupRowsProps = { list: BriefGroup; clientId: string; choices: BriefChoices; names: Names; /** Of an open return; those about this list and its rows are shown there. */ points?: readonly ReturnPointDto[] };

/** A list of the brief: its rows, each with its cells, and a way to add one. */
export function GroupRows({ list: { group, cells, rows, orderRevision }, clientId, choices, names, points = [] }: GroupRowsProps) {
  const blank = cells.map((field): BriefField => ({ field, answer: null, required: field.required === true ? field.why : null, isShown: true, team: null, source: null, offer: null }));
  const shared = { choices, names, one: capital(group.one), group: group.id };
  return (
    <Section title={group.label} id={group.id} description={group.why}>
      {points.some((point) => point.field === group.id && point.rowId === null) && <PointNote points={points.filter((point) => point.field === group.id && point.rowId === null)} />}
      <div data-rows={group.id} data-order={orderRevision} className="space-y-4">
        <div data-list-slot={group.id} className="empty:hidden" />
        <p data-empty={group.id} hidden={rows.length > 0} className="text-ink-2">None yet.</p>
        {rows.map((row, index) => <Row key={row.id} {...shared} rowId={row.id} number={index + 1} isLast={index === rows.length - 1} cells={row.cells} points={points.filter((point) => point.rowId === row.id)} />)}
        <div data-new-rows={group.id} className="space-y-4 empty:hidden" />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button icon="plus" data-action="add-row" data-group={group.id}>Add {article(group.one)} {group.one}</Button>
          {group.id === "contacts" && <span data-elsewhere className="text-ink-2">Somebody is missing? <TextLink href={`/clients/${clientId}/contacts/new`} external>Add them to the client</TextLink></span>}
        </p>
        <div data-blank={group.id} hidden><Row {...shared} rowId={BLANK_ROW} number={0} isLast cells={blank} /></div>
      </div>
    </Section>
  );
}

type RowProps = { one: string; group: GroupId; rowId: string; number: number; isLast: boolean; cells: BriefField[]; choices: BriefChoices; names: Names; points?: readonly ReturnPointDto[] };

/** The required cells first and in view; the others on demand, open where they hold something. */
function Row({ one, group, rowId, number, isLast, cells, choices, names, points = [] }: RowProps) {
  const [first, more] = [cells.slice(0, SHOWN[group]), cells.slice(SHOWN[group])];
  const title = `${group}-${rowId}`;
  const isSaid = more.some(({ answer, field }) => (answer !== null && answer.value !== null) || points.some((point) => point.field === field.id));
  const grid = (list: BriefField[]) => (
    <div className="grid gap-4 sm:grid-cols-2">
      {list.map((cell) => (
        <div key={cell.field.id} className={cell.field.type === "longText" || cell.field.type === "choices" || cell.field.type === "file" ? "sm:col-span-2" : undefined}>
          <AnswerField one={cell} rowId={rowId} choices={choices} names={names} isCell />
        </div>
      ))}
    </div>
  );
  return (
    <div data-group-row={rowId} data-group={group} data-one={one} role="group" aria-labelledby={title} id={anchorOf(group, rowId)} className="scroll-mt-28">
      <Card>
        <div className="mb-3 flex items-center justify-between gap-3">
          <h3 id={title} className="font-semibold">{one} <span data-number>{number}</span></h3>
          <div className="no-print flex items-center">
            <IconButton size="sm" icon="arrow-up" label="Move up" data-action="move-row" data-by="up" disabled={number === 1} />
            <IconButton size="sm" icon="arrow-down" label="Move down" data-action="move-row" data-by="down" disabled={isLast} />
            <Button size="sm" variant="ghost" icon="trash" data-action="remove-row" data-row={rowId}>Remove</Button>
          </div>
        </div>
        <div data-row-slot className="mb-4 empty:hidden" />
        {points.length > 0 && <PointNote points={points} />}
        {grid(first)}
        {more.length > 0 && (
          <details className="disclosure mt-3" open={isSaid}>
            <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11"><Icon name="chevron-right" size={14} className="chevron" />More about it</summary>
            <div className="mt-3">{grid(more)}</div>
          </details>
        )}
      </Card>
    </div>
  );
}

/** How many cells of a row are in view from the start. */
const SHOWN: Record<GroupId, number> = {
  contacts: 2, measures: 4, acceptance: 2, deliverables: 2, dependencies: 2, promises: 4, milestones: 3, integrations: 5, access: 5, estimates: 4, risks: 4, openItems: 4,
  ourPeople: 2, documents: 3,
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const article = (word: string) => (/^[aeiou]/.test(word) ? "an" : "a");
