import type { Metadata } from "next";
import { ReviewAside } from "@/components/handovers/review/aside";
import { BriefReading } from "@/components/handovers/review/brief-reading";
import { ChangedSince } from "@/components/handovers/review/changed";
import { DecideBar } from "@/components/handovers/review/decide-bar";
import { AskedNote, CoversNote, decideProps, ReviewNotice, UninvolvedNote } from "@/components/handovers/review/standing";
import { AttendeeList } from "@/components/handovers/people/attendee-list";
import { ChecklistPreview } from "@/components/handovers/checklist/preview";
import { HandoverHeader } from "@/components/handovers/overview/header";
import { ManagersAskedNote } from "@/components/handovers/overview/managers-asked-note";
import { ThreadActions } from "@/components/handovers/reading/thread-actions";
import { portalPage } from "@/components/layout/portal-page";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { Section } from "@/components/ui/section";
import { Static } from "@/components/ui/static";
import { zoneOf } from "@/lib/auth/ctx";
import { findManagersAsked } from "@/lib/handovers/queries/managers-asked";
import { getReviewPage } from "@/lib/handovers/queries/review-page";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Review" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ key?: string }> };

export default portalPage(async function ReviewPage({ params, searchParams }: Props) {
  const [ctx, { id }, { key }] = await Promise.all([pageCtx(), params, searchParams]);
  const review = await getReviewPage(ctx, { id, keyId: key });
  const { head, frozen, sections, changed, promises, topThree, threads, outcomes, parts, changedAt, asked: askedAgain } = review;
  const decide = decideProps(review, ctx.viewer?.singleKeys ?? false);
  const asked = await findManagersAsked(ctx, head);
  const when = { now: ctx.now, zone: zoneOf(ctx) };
  return (
    <>
      <HandoverHeader here head={head} crumbs={review.key ? [{ href: "/inbox", label: "Inbox" }] : undefined} />
      <ManagersAskedNote head={head} asked={asked} />
      <ReviewNotice review={review} {...when} />
      <CoversNote covers={decide?.covers} />
      <AskedNote asked={askedAgain} />
      <UninvolvedNote sentence={review.uninvolved} />
      <ReadingLayout
        label="Sections of the brief"
        parts={[
          ...(changed ? [{ href: "#changed", label: `Changed since version ${changed.version}` }] : []),
          ...parts.map((part) => ({ href: part.id === "topThree" ? "#field-delivery.topThree" : `#section-${part.id}`, label: part.label, ...(decide && part.isRead && { icon: "check" as const, iconLabel: "read" }) })),
          { href: "#section-attendees", label: "First call" },
          { href: "#section-checklist", label: "What follows" },
        ]}
        aside={<Static className="space-y-6"><ReviewAside review={review} {...when} /></Static>}
      >
        <div className="space-y-10">
          <Static className="space-y-10">
            {changed && <ChangedSince changed={changed} />}
            <BriefReading
              sections={sections} topThree={topThree} promises={promises} folded={parts.filter((part) => !part.isCovered).map((part) => part.id)}
              talk={{ threads, outcomes, changedAt, mayComment: decide ? review.decidedFields : undefined, canAnswer: head.viewer.powers.discuss === null, isSeller: head.viewer.isWriter }}
            />
            <Section title="First call" id="section-attendees" description="Who is needed, who may come and who is kept out, by the brief as it was submitted.">
              <AttendeeList attendees={frozen.content.attendees} version={review.versions.attendees} />
            </Section>
            <ChecklistPreview items={frozen.content.checklist} version={review.versions.checklist} />
          </Static>
        </div>
      </ReadingLayout>
      <ThreadActions id={head.id} />
      {decide && <DecideBar key={`${decide.keyId} ${decide.briefVersion} ${decide.mode}`} {...decide} />}
    </>
  );
});
