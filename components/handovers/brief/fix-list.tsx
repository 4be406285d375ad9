import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Brief, BriefField, ReturnPointDto } from "@/lib/handovers/queries/brief";
import { AnswerField } from "./answer-field";
import { Autosave } from "./autosave";
import { fieldHref } from "./anchor";
import { checkHref } from "./parts";
import { PointNote } from "./point-note";

/** What was returned, as one list by field, each editable right here (P1.8). It keeps itself like the brief does. */
export function FixList({ brief, zone }: { brief: Brief; zone: string }) {
  const { head, points, choices, names, userId, known } = brief;
  const groups = Map.groupBy(points, ({ field, rowId }) => `${field}:${rowId ?? ""}`);
  if (points.length === 0) return <EmptyState icon="circle-check">Nothing is waiting to be mended here.</EmptyState>;
  return (
    <Autosave handoverId={head.id} userId={userId} zone={zone} known={known}>
      <div className="space-y-10">
        {[...groups].map(([key, mine]) => <Fix key={key} points={mine} brief={brief} choices={choices} names={names} />)}
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <ButtonLink variant="primary" href={checkHref(head.id)} iconAfter="arrow-right">Check and resubmit</ButtonLink>
        </div>
      </div>
    </Autosave>
  );
}

type FixProps = { points: ReturnPointDto[]; brief: Brief } & Pick<Brief, "choices" | "names">;

/** One field or row with what was said about it. */
function Fix({ points, brief, choices, names }: FixProps) {
  const [point] = points;
  if (!point) return null;
  const fields = answersAt(brief, point);
  const section = brief.sections.find(({ id }) => id === point.section);
  return (
    <Section
      title={point.label} description={point.row ? `${section?.label ?? ""}: ${point.row}` : section?.label}
      actions={<ButtonLink size="sm" variant="ghost" href={fieldHref(brief.head.id, point.section, point.field, point.rowId)}>See it in its section</ButtonLink>}
    >
      <PointNote points={points} />
      <div className="grid gap-5">
        {fields.map((one) => <AnswerField key={one.field.id} one={{ ...one, isShown: true }} rowId={point.rowId} choices={choices} names={names} isCell={point.rowId !== null} />)}
      </div>
    </Section>
  );
}

/** The field, the cells of the row, or nothing where the point is about a list as a whole. */
function answersAt({ sections }: Brief, { field, rowId }: ReturnPointDto): BriefField[] {
  if (rowId === null) return sections.flatMap((section) => section.fields).filter((one) => one.field.id === field);
  const row = sections.flatMap(({ groups }) => groups).flatMap(({ rows }) => rows).find(({ id }) => id === rowId);
  const cell = row?.cells.filter((one) => one.field.id === field) ?? [];
  return cell.length > 0 ? cell : (row?.cells ?? []);
}
