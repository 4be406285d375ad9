import { Badge } from "@/components/ui/badge";
import { Quotation } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { shortDigest, sizeText } from "@/lib/documents/format";
import { dayText, RETURN_REASONS } from "@/lib/handovers/format";
import type { ShownPoint } from "@/lib/handovers/queries/review";
import { coreField, GROUPS } from "@/lib/handovers/fields";
import type { ReadField, ReadGroup, ReadSection } from "@/lib/handovers/rules/reading";
import { Threads, type ThreadsShown } from "./threads";

/** What is said about a brief while it is read: comments at their fields, and what changed. */
export type Talk = ThreadsShown & {
  /** The fields and cells beside which "Comment" stands (P1.7); the decide bar listens for it. */
  mayComment?: ReadonlySet<string>;
  /** The fields and rows that changed since this person last decided. */
  changedAt?: ReadonlySet<string>;
};
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
  const groups = section.groups.filter(({ id, rows }) => rows.length > 0 && !skip(id));
  const isSilent = section.fields.length === 0 && section.groups.every(({ rows }) => rows.length === 0);
  return (
    <>
      {isSilent && <p className="text-ink-2">Nothing was written here.</p>}
      {/* Short answers stand side by side, so that dates and choices are taken in at a glance. */}
      <div className="grid max-w-reading gap-x-8 gap-y-5 sm:grid-cols-2">
        {fields.map((field) => <FieldBlock key={field.id} field={field} talk={talk} />)}
        {groups.map((group) => <Rows key={group.id} group={group} talk={talk} />)}
      </div>
      {section.empty.length > 0 && (
        <details className="disclosure no-print text-ink-2">
          <summary className="inline-flex min-h-6 items-center gap-1 text-sm hover:text-ink">
            <Icon name="chevron-right" size={14} className="chevron" />
            {section.empty.length} not answered
          </summary>
          <p className="mt-1 ps-5 text-sm">{section.empty.join(" · ")}</p>
        </details>
      )}
    </>
  );
}

/** Names one field or row in the page, for comments, keys and jumps: `data-field`, `data-row`, what it is called, and whether it changed. */
export const blockOf = (field: string, { rowId, label, talk, isWording }: { rowId?: string; label: string; talk?: Talk; isWording?: boolean }) => ({
  id: `field-${rowId ?? field}`, "data-field": field, "data-row": rowId, "data-label": label, "data-wording": isWording ? "" : undefined,
  "data-change": talk?.changedAt?.has(rowId ?? field) ? "" : undefined, tabIndex: talk ? -1 : undefined,
});

/** One answer: its label, its words, and what was said about it. */
export function FieldBlock({ field, talk }: { field: ReadField } & Reading) {
  return (
    <div {...blockOf(field.id, { label: field.label, talk, isWording: field.isWording })} className={cx("group/answer min-w-0 scroll-mt-20 rounded-sm", (field.isLong || field.unknown) && "sm:col-span-2")}>
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-ink-2">{field.label}{talk?.changedAt?.has(field.id) && <ChangedMark />}</h3>
        {talk?.mayComment?.has(field.id) && <CommentButton label={field.label} />}
      </div>
      <Answer field={field} />
      {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.field === field.id && one.rowId === null)} />}
    </div>
  );
}

export const ChangedMark = () => <span className="ms-2 inline-block"><Badge tone="info" icon="pencil">Changed</Badge></span>;

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

/** A link; of an uploaded document the size and the digest that pins it, too (B4). */
function Document({ href, text, pin }: Pick<ReadField, "text" | "pin"> & { href: string }) {
  if (!pin) return <TextLink href={href} external>{text}</TextLink>;
  return (
    <>
      <TextLink href={href}><bdi>{text}</bdi></TextLink>
      <span className="text-sm text-ink-2" title={`SHA-256 ${pin.sha256}`}> {sizeText(pin.size)} · SHA-256 {shortDigest(pin.sha256)}…</span>
    </>
  );
}

function Rows({ group, talk }: { group: ReadGroup } & Reading) {
  const title = GROUPS[group.id].title;
  const titleType = coreField(title)?.type;
  const isWording = titleType === "text" || titleType === "longText";
  return (
    <div className="min-w-0 sm:col-span-2">
      <h3 className="text-sm font-medium text-ink-2">{group.label}</h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {group.rows.map((row) => (
          <li key={row.rowId} {...blockOf(title, { rowId: row.rowId, label: `${group.label}: ${row.title.slice(0, 40)}`, talk, isWording })} className="group/answer scroll-mt-20 rounded-sm py-3">
            <div className="flex items-start justify-between gap-2">
              <p className="text-md font-medium whitespace-pre-line [overflow-wrap:anywhere]"><span data-words="">{row.title}</span>{talk?.changedAt?.has(row.rowId) && <ChangedMark />}</p>
              {talk?.mayComment?.has(title) && <CommentButton label={`${group.one} “${row.title.slice(0, 40)}”`} />}
            </div>
            {row.cells.length > 0 && (
              <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
                {row.cells.map((cell) => (
                  <div key={cell.id} className={cell.isLong ? "sm:col-span-2" : undefined}>
                    <dt className="inline text-ink-2">{cell.label}{cell.label.endsWith("?") ? " " : ": "}</dt>
                    <dd className="inline whitespace-pre-line [overflow-wrap:anywhere]">
                      {cell.href ? <Document href={cell.href} text={cell.text} pin={cell.pin} /> : cell.text}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.rowId === row.rowId)} />}
          </li>
        ))}
      </ul>
      {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.rowId === null && one.field.split(".")[0] === group.id)} />}
    </div>
  );
}

/** Heard by the decide bar, which opens a comment on the field or row around it. */
export function CommentButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      data-comment=""
      aria-label={`Comment: ${label}`}
      title="Comment"
      className="no-print inline-flex min-h-6 shrink-0 items-center gap-1 rounded-md px-1.5 text-sm text-ink-2 opacity-0 group-focus-within/answer:opacity-100 group-hover/answer:opacity-100 group-focus/answer:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-end pointer-coarse:opacity-100"
    >
      <Icon name="message-square" size={14} />
      <span className="pointer-coarse:sr-only">Comment</span>
    </button>
  );
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
      {point.suggestion && <p className="text-ink-2 whitespace-pre-line">Suggested wording: “{point.suggestion}”</p>}
    </div>
  );
}
