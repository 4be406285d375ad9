import { PrintButton } from "@/components/documents/print-button";
import { PrintHead } from "@/components/documents/print-head";
import { BriefReading } from "@/components/handovers/review/brief-reading";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/banner";
import { absoluteTime } from "@/components/ui/time-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { handoverNumber } from "@/lib/handovers/format";
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
        {frozen && (
          <PrintHead
            number={handoverNumber(head.number)} client={head.client.name} version={frozen.version} digest={frozen.digest}
            submitted={`Version ${frozen.version}, as ${frozen.by} submitted it on ${absoluteTime(new Date(frozen.at), zone)}`}
          />
        )}
        <div className={cx("flex flex-wrap items-center justify-between gap-3", frozen && "no-print")}>
          <Notice icon={frozen ? "lock" : "pencil"}>
            {frozen
              ? <>Version {frozen.version}, as {frozen.by} submitted it <RelativeTime at={frozen.at} now={now} zone={zone} />.{head.viewer.isWriter && edit ? ` ${edit.reason}` : ""}</>
              : "What is written so far. It is frozen when it is submitted."}
          </Notice>
          <span className="no-print flex flex-wrap gap-2">
            {answer === null && <ButtonLink href={`/handovers/${head.id}/brief`} icon="pencil" size="sm">{edit === null ? "Edit" : "Amend"}</ButtonLink>}
            {frozen && <ButtonLink href={`/handovers/${head.id}/versions/${frozen.version}/pdf`} icon="download" size="sm">PDF</ButtonLink>}
            <PrintButton />
          </span>
        </div>
        <BriefReading sections={sections} topThree={topThree} promises={promises} />
      </div>
    </ReadingLayout>
  );
}
