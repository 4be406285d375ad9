import type { Metadata } from "next";
import { HandoverHeader } from "@/components/handovers/overview/header";
import { HandoverTabs } from "@/components/handovers/overview/tabs";
import { portalPage } from "@/components/layout/portal-page";
import { CheckForm } from "@/components/ratings/check-form";
import { RatingForm } from "@/components/ratings/rating-form";
import { Results } from "@/components/ratings/results";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { zoneOf } from "@/lib/auth/ctx";
import { getHandover } from "@/lib/handovers/queries/handover";
import { pageCtx } from "@/lib/http/page";
import { findFeedback, listFieldChoices } from "@/lib/ratings/queries/feedback";

export const metadata: Metadata = { title: "Ratings" };

export default portalPage(async function FeedbackPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const head = await getHandover(ctx, id);
  const feedback = await findFeedback(ctx, head);
  const isSaid = feedback !== null && (feedback.sides.some(({ count }) => count > 0) || feedback.check?.verdict);
  const isAsked = feedback?.check && feedback.checkRefusal === null;
  return (
    <>
      <HandoverHeader head={head} />
      <HandoverTabs head={head} current="overview" />
      <div className="max-w-reading space-y-10">
        {!feedback && <EmptyState icon="star">A handover is rated once it is accepted.</EmptyState>}
        {feedback && isAsked && feedback.check && <CheckForm key={feedback.check.revision} id={id} check={feedback.check} choices={await listFieldChoices(ctx, head)} editDays={feedback.editDays} />}
        {feedback?.mine.map((mine) => <RatingForm key={`${mine.side} ${mine.revision}`} id={id} mine={mine} editDays={feedback.editDays} />)}
        {feedback && isSaid && <Section title="What was said"><Results feedback={feedback} now={ctx.now} zone={zoneOf(ctx)} /></Section>}
        {feedback && !isSaid && feedback.mine.length === 0 && <EmptyState icon="star">Nobody has rated this handover yet.</EmptyState>}
      </div>
    </>
  );
});
