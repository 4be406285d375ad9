import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { placeOf, Threads } from "@/components/handovers/reading/threads";
import type { Thread } from "@/lib/handovers/queries/threads";
import type { Brief, BriefField, ReturnPointDto } from "@/lib/handovers/queries/brief";
import { isAboutCell } from "@/lib/handovers/rules/comments";
import { AnswerField } from "./answer-field";
import { Autosave } from "./autosave";
import { fieldHref } from "./anchor";
import { checkHref } from "./parts";
import { PointToMend } from "./point-to-mend";

/** What was returned, as one list by field, each editable right here (P1.8). It keeps itself like the brief does. */
export function FixList({ brief, threads, zone }: { brief: Brief; threads: readonly Thread[]; zone: string }) {
  const { head, points, choices, names, userId, known } = brief;
  const groups = Map.groupBy(points, ({ field, rowId }) => `${field}:${rowId ?? ""}`);
  const open = points.filter(({ id }) => threads.find(({ pointId }) => pointId === id)?.resolvedBy === null);
  const besides = threads.filter(({ pointId, isPending, version }) => pointId === null && !isPending && version === head.briefVersion);
  if (points.length === 0) return <EmptyState icon="circle-check">Nothing is waiting to be mended here.</EmptyState>;
  return (
    <Autosave handoverId={head.id} userId={userId} zone={zone} known={known}>
      <div className="space-y-10">
        <p className="relative z-20 -mt-9 min-h-9 content-center pe-32 text-ink-2" role="status">{open.length === 0 ? "Every point is marked as resolved." : `${open.length} of ${points.length} ${points.length === 1 ? "point" : "points"} still open`}</p>
        {[...groups].map(([key, mine]) => <Fix key={key} points={mine} brief={brief} threads={threads} choices={choices} names={names} />)}
        {besides.length > 0 && (
          <Section title="Comments besides" description="They came with a decision, and ask for no change.">
            <ul className="space-y-4">
              {besides.map((one) => <li key={one.id}><p className="font-medium">{placeOf(one)}</p><Threads threads={[one]} canAnswer isSeller /></li>)}
            </ul>
          </Section>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
          <ButtonLink variant="primary" href={checkHref(head.id)} iconAfter="arrow-right">Check and resubmit</ButtonLink>
          <p className="text-sm text-ink-2">The marks are for you and the reviewer; they block nothing.</p>
        </div>
      </div>
    </Autosave>
  );
}

type FixProps = { points: ReturnPointDto[]; brief: Brief; threads: readonly Thread[] } & Pick<Brief, "choices" | "names">;

/** One field or row with what was said about it. */
function Fix({ points, brief, threads, choices, names }: FixProps) {
  const [point] = points;
  if (!point) return null;
  const fields = answersAt(brief, point);
  const section = brief.sections.find(({ id }) => id === point.section);
  const isGone = point.rowId !== null && point.row === null;
  return (
    <Section
      title={point.label} description={point.row ? `${section?.label ?? ""}: ${point.row}` : isGone ? `${section?.label ?? ""}: the row was removed, and nothing is left to mend here` : section?.label}
      actions={!isGone && <ButtonLink size="sm" variant="ghost" className="-me-2.5" href={fieldHref(brief.head.id, point.section, point.field, point.rowId)}>See it in its section</ButtonLink>}
    >
      {points.map((one) => {
        const thread = threads.find(({ pointId }) => pointId === one.id);
        const isTaken = fields.some(({ answer }) => answer?.source === "suggestion" && answer.value === one.suggestion);
        return <PointToMend key={one.id} point={one} thread={thread} isTaken={isTaken} />;
      })}
      <div className="grid gap-5">
        {fields.map((one) => <AnswerField key={one.field.id} one={{ ...one, isShown: true }} rowId={point.rowId} choices={choices} names={names} isCell={point.rowId !== null} labelHidden={point.rowId === null} />)}
      </div>
    </Section>
  );
}

/** The field, the cells of the row, or nothing where the point is about a list as a whole. */
function answersAt({ sections }: Brief, { field, rowId }: ReturnPointDto): BriefField[] {
  if (rowId === null) return sections.flatMap((section) => section.fields).filter((one) => one.field.id === field);
  const row = sections.flatMap(({ groups }) => groups).flatMap(({ rows }) => rows).find(({ id }) => id === rowId);
  return row?.cells.filter((one) => !isAboutCell({ field, rowId }) || one.field.id === field) ?? [];
}
