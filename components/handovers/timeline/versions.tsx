import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { Threads } from "@/components/handovers/reading/threads";
import { Button } from "@/components/ui/button";
import { Diff } from "@/components/ui/diff";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { effortWords } from "@/lib/handovers/format";
import type { Thread } from "@/lib/handovers/queries/threads";
import type { ShownChange, ShownChanges, VersionLine } from "@/lib/handovers/queries/versions";

type VersionsProps = { id: string; versions: readonly VersionLine[]; from: number; to: number; comparison: ShownChanges | null; /** What was said about what differs. */ threads: readonly Thread[]; now: Date; zone: string };

/** Every version that was submitted, and any two of them field by field (B4). */
export function Versions({ id, versions, from, to, comparison, threads, now, zone }: VersionsProps) {
  if (versions.length === 0) return <EmptyState icon="layers">Each submission freezes a version of the brief. There is none yet.</EmptyState>;
  const said = threads.filter(({ isPending, version }) => !isPending && version !== null && version >= Math.min(from, to) && version <= Math.max(from, to));
  const options = versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` }));
  return (
    <div className="max-w-reading space-y-10">
      <Section title="Versions">
        <ul className="divide-y divide-line border-y border-line">
          {versions.map(({ version, at, by, digest, effort, mends }) => (
            <li key={version} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span>
                <TextLink href={`/handovers/${id}/versions/${version}`}>Version {version}</TextLink>
                <span className="text-ink-2">, {mends === null ? "submitted" : `version ${mends} with a typo mended`} by {by} <RelativeTime at={at} now={now} zone={zone} /></span>
                {effort && <span className="block text-sm text-ink-2">{effortWords(effort)}</span>}
              </span>
              <span className="flex flex-wrap items-center gap-x-3">
                <TextLink href={`/handovers/${id}/versions/${version}/pdf`} aria-label={`Version ${version} as a PDF`}>PDF</TextLink>
                <code title={`SHA-256 of what was submitted: ${digest}`} className="text-sm text-ink-2">{digest.slice(0, 12)}</code>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {versions.length > 1 && (
        <Section title="Compare">
          <form method="get" className="flex flex-wrap items-end gap-3">
            <Field id="from" label="From">{(control) => <Select {...control} name="from" options={options} defaultValue={String(from)} />}</Field>
            <Field id="to" label="To">{(control) => <Select {...control} name="to" options={options} defaultValue={String(to)} />}</Field>
            <Button type="submit" icon="compare">Compare</Button>
          </form>
          {comparison === null && <p className="text-ink-2">Choose two different versions.</p>}
          {comparison?.length === 0 && <p className="text-ink-2">No answer that you can read differs between version {from} and version {to}.</p>}
          {comparison?.map(({ section, changes }) => (
            <div key={section} className="pt-4">
              <h3 className="pb-1 text-sm font-medium text-ink-2">{section}</h3>
              <Diff changes={withThreads(changes, said)} />
            </div>
          ))}
        </Section>
      )}
    </div>
  );
}

/** Each change with what was said about its field or, once, about its row. */
const withThreads = (changes: readonly ShownChange[], threads: readonly Thread[]) =>
  changes.map((change, at) => {
    const { field, rowId } = change;
    const isFirst = rowId === null || changes.findIndex((one) => one.rowId === rowId) === at;
    const about = threads.filter((one) => one.rowId === rowId && (rowId === null ? one.field === field : isFirst));
    return { ...change, foot: about.length > 0 ? <Threads threads={about} /> : null };
  });
