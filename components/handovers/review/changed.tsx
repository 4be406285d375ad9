import { PointNote } from "@/components/handovers/reading/section";
import { Diff } from "@/components/ui/diff";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import type { Review } from "@/lib/handovers/queries/review";

/** What changed since this person last decided (P1.8): what was asked, what the brief says now, and who comes to the call (P2.6). */
export function ChangedSince({ changed }: { changed: NonNullable<Review["changed"]> }) {
  const { version, asked, fields, attendees } = changed;
  const count = fields.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <Section
      title={`Changed since version ${version}`}
      id="changed"
      description={count === 0 ? "No answer that you can read has changed." : `${count} ${count === 1 ? "answer has" : "answers have"} changed since then.`}
    >
      {asked.length > 0 && (
        <details className="disclosure" open>
          <summary className="inline-flex min-h-6 items-center gap-1 font-medium">
            <Icon name="chevron-right" size={14} className="chevron" />
            What the return asked for
          </summary>
          <ul className="mt-2 space-y-3">
            {asked.map((point) => (
              <li key={point.id}>
                <p className="font-medium">{point.label}</p>
                <PointNote point={point} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {fields.map(({ section, changes }) => (
        <div key={section} className="pt-3">
          <h3 className="pb-1 text-sm font-medium text-ink-2">{section}</h3>
          <Diff changes={changes.map((change) => ({ ...change, href: `#field-${change.rowId ?? change.field}` }))} />
        </div>
      ))}
      {attendees.length > 0 && (
        <div className="pt-3">
          <h3 className="text-sm font-medium text-ink-2">First call</h3>
          <ul className="list-disc ps-5">{attendees.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </div>
      )}
    </Section>
  );
}
