import { detailOf } from "@/components/documents/shown";
import { FileLink } from "@/components/form/file-link";
import { ButtonLink } from "@/components/ui/button";
import { CompletenessLine } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import type { DealBrief } from "@/lib/handovers/queries/deal-brief";

/** P1.2: how much of the brief is there already, and the way to go on; or to begin it. */
export function BriefToBe({ handoverId, brief, beginHref }: { handoverId: string | null; brief: DealBrief | null; /** Null where the reader does not begin it. */ beginHref: string | null }) {
  if (handoverId !== null && brief?.progress)
    return (
      <Section title="The brief so far" id="brief" actions={brief.mayGoOn && <ButtonLink href={`/handovers/${handoverId}/brief`} size="sm" icon="pencil">Go on</ButtonLink>}>
        <CompletenessLine required={brief.progress.required} quality={brief.progress.quality} />
      </Section>
    );
  if (beginHref === null) return null;
  return (
    <Section title="The brief so far" id="brief" actions={<ButtonLink href={beginHref} size="sm" icon="pencil">Begin the brief</ButtonLink>}>
      <p className="text-ink-2">Not begun. What this deal knows is filled in when it begins, and nobody types it twice (P1.2).</p>
    </Section>
  );
}

/** What the brief names and this reader may read; uploads are downloaded, links lead to where the document is kept. */
export function DealDocuments({ documents }: { documents: DealBrief["documents"] }) {
  return (
    <Section title="Documents" id="documents">
      {documents.length === 0 ? <p className="text-ink-2">The brief names no document yet.</p> : (
        <ul className="divide-y divide-line border-y border-line">
          {documents.map(({ key, label, name, href, upload }) => (
            <li key={key} className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <span className="text-ink-2">{label}</span>
              <FileLink href={href} title={name} detail={upload ? detailOf(upload) : undefined} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
