import { BriefReading } from "@/components/handovers/review/brief-reading";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/banner";
import { RelativeTime } from "@/components/ui/relative-time";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { BriefReadingDto } from "@/lib/handovers/queries/reading";

type BriefTabProps = { head: HandoverHead; reading: BriefReadingDto; now: Date; zone: string };

/** The brief to read, and to change for those who may (P1.2, P3.1). */
export function BriefTab({ head, reading: { frozen, sections, topThree, promises }, now, zone }: BriefTabProps) {
  const { edit, answer } = head.viewer.powers;
  return (
    <ReadingLayout
      label="Sections of the brief"
      parts={sections.map((section) => ({ href: `#section-${section.id}`, label: section.label }))}
    >
      <div className="space-y-10">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Notice icon={frozen ? "lock" : "pencil"}>
            {frozen
              ? <>Version {frozen.version}, as {frozen.by} submitted it <RelativeTime at={frozen.at} now={now} zone={zone} />.{head.viewer.isWriter && edit ? ` ${edit.reason}` : ""}</>
              : "What is written so far. It is frozen when it is submitted."}
          </Notice>
          {answer === null && <ButtonLink href={`/handovers/${head.id}/brief`} icon="pencil" size="sm">{edit === null ? "Edit" : "Amend"}</ButtonLink>}
        </div>
        <BriefReading sections={sections} topThree={topThree} promises={promises} />
      </div>
    </ReadingLayout>
  );
}
