import { ContractStatus } from "@/components/handovers/promises/contract-list";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { dayText } from "@/lib/handovers/format";
import type { Check } from "@/lib/handovers/queries/check";
import type { ReadField, ReadGroup, ReadSection } from "@/lib/handovers/rules/reading";
import { fieldHref } from "./anchor";
import { sectionHref } from "./parts";

type CheckAnswersProps = { id: string; reading: Check["reading"]; blockers: Check["readiness"]["blockers"] };

/** Every answer as it will be read, top three first, each with the way to change it; what blocks stands where it is missing (P1.4). */
export function CheckAnswers({ id, reading: { sections, promises }, blockers }: CheckAnswersProps) {
  const topThree = sections.flatMap(({ fields }) => fields).find((field) => field.id === TOP_THREE);
  return (
    <div className="space-y-10">
      {topThree && <Section title="The top three things to know" level={2} id="check-top-three"><dl><Row id={id} section="delivery" field={topThree} /></dl></Section>}
      {sections.map((section) => (
        <OneSection key={section.id} id={id} section={section} promises={section.id === "promises" ? promises : []} blockers={blockers.filter((one) => one.section === section.id)} />
      ))}
    </div>
  );
}

const TOP_THREE = "delivery.topThree";

type OneSectionProps = { id: string; section: ReadSection; promises: Check["reading"]["promises"]; blockers: CheckAnswersProps["blockers"] };

function OneSection({ id, section, promises, blockers }: OneSectionProps) {
  const fields = section.fields.filter((field) => field.id !== TOP_THREE);
  const groups = section.groups.filter(({ rows }) => rows.length > 0);
  const contract = new Map(promises.map((promise) => [promise.rowId, promise.contract]));
  return (
    <Section
      title={section.label} id={`check-${section.id}`}
      actions={<ButtonLink size="sm" href={sectionHref(id, section.id)} aria-label={`Change: ${section.label}`}>Change</ButtonLink>}
    >
      {blockers.length > 0 && (
        <ul className="space-y-1">
          {blockers.map(({ field, rowId, sentence }) => (
            <li key={`${field}:${rowId}:${sentence}`} className="flex items-start gap-2">
              <Icon name="alert-circle" className="mt-[0.1875rem] text-danger-ink" />
              <a href={fieldHref(id, section.id, field, rowId)} className="link text-danger-ink">{sentence}</a>
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && <dl className="divide-y divide-line border-y border-line">{fields.map((field) => <Row key={field.id} id={id} section={section.id} field={field} />)}</dl>}
      {groups.map((group) => (
        <div key={group.id}>
          <h3 className="text-sm font-medium text-ink-2">{group.label}</h3>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {group.rows.map((row) => (
              <li key={row.rowId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2.5">
                <div className="min-w-0 space-y-1">
                  <p className="font-medium whitespace-pre-line [overflow-wrap:anywhere]">{row.title}</p>
                  {contract.has(row.rowId) && <ContractStatus contract={contract.get(row.rowId) ?? null} />}
                  <p className="text-ink-2 [overflow-wrap:anywhere]">{cellsInWords(row)}</p>
                </div>
                <Change href={fieldHref(id, section.id, group.id, row.rowId)} label={`${group.one} “${row.title.slice(0, 40)}”`} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {fields.length === 0 && groups.length === 0 && blockers.length === 0 && <p className="text-ink-2">Nothing was written here.</p>}
      {section.empty.length > 0 && (
        <details className="disclosure text-ink-2">
          <summary className="inline-flex min-h-6 items-center gap-1 text-sm hover:text-ink pointer-coarse:min-h-11"><Icon name="chevron-right" size={14} className="chevron" />{section.empty.length} not answered</summary>
          <p className="mt-1 ps-5 text-sm">{section.empty.map((one) => one.label).join(" · ")}</p>
        </details>
      )}
    </Section>
  );
}

/** One question: its label, its answer, and the way to change it. */
function Row({ id, section, field }: { id: string; section: ReadSection["id"]; field: ReadField }) {
  const { label, text, unknown, isLong } = field;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[13rem_minmax(0,1fr)_auto]">
      <dt className="text-ink-2 max-sm:col-start-1">{label}</dt>
      <dd className={`min-w-0 [overflow-wrap:anywhere] max-sm:col-start-1 ${isLong ? "whitespace-pre-line" : ""}`}>
        {unknown
          ? <><Badge tone="warning" icon="help-circle">Not known yet</Badge> {[unknown.owner && `${unknown.owner} finds out`, unknown.due && `by ${dayText(unknown.due)}`].filter(Boolean).join(" ")}{unknown.risk && <span className="block text-ink-2">Risk meanwhile: {unknown.risk}</span>}</>
          : <bdi>{text}</bdi>}
      </dd>
      <dd className="max-sm:col-start-2 max-sm:row-start-1"><Change href={fieldHref(id, section, field.id, null)} label={label} /></dd>
    </div>
  );
}

function Change({ href, label }: { href: string; label: string }) {
  return <a href={href} className="no-print link inline-flex min-h-6 items-center self-start pointer-coarse:min-h-11" aria-label={`Change: ${label}`}>Change</a>;
}

const cellsInWords = ({ cells }: ReadGroup["rows"][number]): string =>
  cells.map(({ label, text }) => `${label}${label.endsWith("?") ? "" : ":"} ${text}`).join(" · ");
