import { PrintButton } from "@/components/documents/print-button";
import { PrintHead } from "@/components/documents/print-head";
import { BriefReading } from "@/components/handovers/review/brief-reading";
import { ThreadActions } from "./thread-actions";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Static } from "@/components/ui/static";
import { Notice } from "@/components/ui/banner";
import { absoluteTime } from "@/components/ui/time-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { handoverNumber } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { Thread } from "@/lib/handovers/queries/threads";
import type { BriefReadingDto } from "@/lib/handovers/queries/reading";

type BriefTabProps = { head: HandoverHead; reading: BriefReadingDto; /** What was said about it and sent. */ threads: readonly Thread[]; now: Date; zone: string };

/** The brief to read, and to change for those who may (P1.2, P3.1). */
export function BriefTab({ head, reading: { frozen, sections, topThree, promises }, threads, now, zone }: BriefTabProps) {
  const { edit, answer, discuss } = head.viewer.powers;
  const said = threads.filter(({ isPending, version }) => !isPending && (frozen === null || (version ?? 0) <= frozen.version));
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
        {/* On paper stands the brief alone: what was said about it is no part of the version. */}
        <Static className="space-y-10 print:[&_[data-threads]]:hidden">
          <BriefReading sections={sections} topThree={topThree} promises={promises} talk={said.length > 0 ? { threads: said, canAnswer: discuss === null, isSeller: head.viewer.isWriter } : undefined} />
        </Static>
        {said.length > 0 && <ThreadActions id={head.id} />}
      </div>
    </ReadingLayout>
  );
}
