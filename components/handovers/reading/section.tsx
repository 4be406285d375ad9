import { Badge } from "@/components/ui/badge";
import { Quotation } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { dayText, RETURN_REASONS } from "@/lib/handovers/format";
import type { ShownPoint } from "@/lib/handovers/queries/review";
import type { ReadField, ReadSection } from "@/lib/handovers/rules/reading";
import { listOf } from "@/lib/handovers/rules/comments";
import { blockOf, ChangedMark, CommentButton, type Talk } from "./block";
import { Document } from "./document";
import { Rows } from "./rows";
import { Suggested, Threads } from "./threads";

type Reading = { talk?: Talk };

/** The client's own words, set as a quotation. */
const QUOTED = new Set(["purpose.goals", "purpose.problem"]);
/** Shown by a component of its own. */
type Skip = { skip?: (id: string) => boolean };

/** One section of a brief as it is read: answers, then rows, then what was left empty, by name. */
export function ReadingSection({ section, ...rest }: { section: ReadSection } & Reading & Skip) {
  return <Section title={section.label} id={`section-${section.id}`}><SectionBody section={section} {...rest} /></Section>;
}

/** The same on demand: what somebody may read and need not decide. */
export function FoldedSection({ section, why, ...rest }: { section: ReadSection; why: string } & Reading & Skip) {
  return (
    <details id={`section-${section.id}`} className="disclosure border-y border-line py-3">
      <summary className="flex min-h-8 flex-wrap items-center gap-x-2 pointer-coarse:min-h-11">
        <Icon name="chevron-right" className="chevron" />
        <h2 className="text-lg font-semibold">{section.label}</h2>
        <span className="text-sm text-ink-2">{why}</span>
      </summary>
      <div className="space-y-3 pt-3"><SectionBody section={section} {...rest} /></div>
    </details>
  );
}

function SectionBody({ section, skip = () => false, talk }: { section: ReadSection } & Reading & Skip) {
  const fields = section.fields.filter(({ id }) => !skip(id));
  const groups = section.groups.filter(({ id, rows }) => !skip(id) && (rows.length > 0 || talk?.threads.some((one) => listOf(one.field) === id)));
  const discussed = section.empty.map((one) => ({ ...one, threads: talk?.threads.filter(({ field, rowId }) => field === one.id && rowId === null) ?? [] })).filter(({ threads }) => threads.length > 0);
  const isSilent = section.fields.length === 0 && section.groups.every(({ rows }) => rows.length === 0) && discussed.length === 0;
  return (
    <>
      {isSilent && <p className="text-ink-2">Nothing was written here.</p>}
      {/* Short answers stand side by side, so that dates and choices are taken in at a glance. */}
      <div className="grid max-w-reading gap-x-8 gap-y-5 sm:grid-cols-2">
        {fields.map((field) => <FieldBlock key={field.id} field={field} talk={talk} />)}
        {talk && discussed.map(({ id, label, threads }) => (
          <div key={id} {...blockOf(id, { label, talk })} className="min-w-0 scroll-mt-20 rounded-sm sm:col-span-2">
            <div className="flex min-h-6 items-center justify-between gap-2">
              <h3 className="text-sm font-medium text-ink-2">{label}</h3>
              {talk.mayComment?.has(id) && <CommentButton label={label} />}
            </div>
            <p className="text-ink-2">Not answered</p>
            <Threads {...talk} threads={threads} />
          </div>
        ))}
        {groups.map((group) => <Rows key={group.id} group={group} talk={talk} />)}
      </div>
      {section.empty.length > 0 && (
        <details className="disclosure no-print text-ink-2">
          <summary className="inline-flex min-h-6 items-center gap-1 text-sm hover:text-ink">
            <Icon name="chevron-right" size={14} className="chevron" />
            {section.empty.length} not answered
          </summary>
          <p className="mt-1 ps-5 text-sm">{section.empty.map((one) => one.label).join(" · ")}</p>
        </details>
      )}
    </>
  );
}

/** One answer: its label, its words, and what was said about it. */
export function FieldBlock({ field, talk }: { field: ReadField } & Reading) {
  return (
    <div {...blockOf(field.id, { label: field.label, talk, isWording: field.isWording })} className={cx("min-w-0 scroll-mt-20 rounded-sm", (field.isLong || field.unknown) && "sm:col-span-2")}>
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-ink-2">{field.label}{talk?.changedAt?.has(field.id) && <ChangedMark />}</h3>
        {talk?.mayComment?.has(field.id) && <CommentButton label={field.label} />}
      </div>
      <Answer field={field} />
      {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.field === field.id && one.rowId === null)} />}
    </div>
  );
}

function Answer({ field: { id, text, isLong, href, pin, unknown } }: { field: ReadField }) {
  if (unknown)
    return (
      <p className="text-md">
        <Badge tone="warning" icon="help-circle">Not known yet</Badge>{" "}
        {[unknown.owner && `${unknown.owner} finds out`, unknown.due && `by ${dayText(unknown.due)}`].filter(Boolean).join(" ")}
        {unknown.risk && <span className="block text-ink-2">Risk meanwhile: {unknown.risk}</span>}
      </p>
    );
  if (href) return <p className="text-md"><Document href={href} text={text} pin={pin} /></p>;
  if (QUOTED.has(id)) return <Quotation><span data-words="">{text}</span></Quotation>;
  return <p data-words="" className={isLong ? "text-md whitespace-pre-line [overflow-wrap:anywhere]" : "text-md [overflow-wrap:anywhere]"}>{text}</p>;
}

/** What a reviewer asked about one field: why, what is needed, and wording that would do (P1.8). */
export function PointNote({ point }: { point: ShownPoint }) {
  return (
    <div className="border-s-2 border-warning-line ps-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="warning" icon="corner-up-left">{RETURN_REASONS[point.reason]}</Badge>
        <span className="text-sm text-ink-2">{point.by}, on version {point.version}</span>
      </p>
      <p className="whitespace-pre-line">{point.needed}</p>
      {point.suggestion && <Suggested text={point.suggestion} />}
    </div>
  );
}
