import { Checklist } from "@/components/handovers/checklist/list";
import { Overview } from "@/components/handovers/overview/overview";
import { FirstCall } from "@/components/handovers/people/first-call";
import { ContractList } from "@/components/handovers/promises/contract-list";
import { Ledger } from "@/components/handovers/promises/ledger";
import { BriefTab } from "@/components/handovers/reading/brief-tab";
import { History } from "@/components/handovers/timeline/history";
import { FeedbackSection } from "@/components/ratings/feedback-section";
import { EmptyState } from "@/components/ui/empty-state";
import type { Ctx } from "@/lib/auth/ctx";
import type { HandoverTab } from "@/lib/handovers/format";
import { listAmendments } from "@/lib/handovers/queries/amendment";
import { getFirstCall } from "@/lib/handovers/queries/first-call";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import { keptVersions } from "@/lib/handovers/queries/kept-versions";
import { listChecklist, listConditions, listPromises } from "@/lib/handovers/queries/ledger";
import { listMends } from "@/lib/handovers/queries/mends";
import { getReading } from "@/lib/handovers/queries/reading";
import { readingFigures } from "@/lib/handovers/queries/reading-time";
import { listOpenPoints } from "@/lib/handovers/queries/review";
import { listThreads } from "@/lib/handovers/queries/threads";
import { listTimeline } from "@/lib/handovers/queries/timeline";
import { findFeedback } from "@/lib/ratings/queries/feedback";
import { isAfterAcceptance } from "@/lib/handovers/lifecycle";

type TabContentProps = { ctx: Ctx; head: HandoverHead; tab: HandoverTab; before: string | undefined; zone: string };

/** One view of a handover, with only the queries that it needs. */
export async function TabContent({ ctx, head, tab, before, zone }: TabContentProps) {
  const when = { now: ctx.now, zone };
  switch (tab) {
    case "overview": {
      const [conditions, points, threads, reading, mends, amendments, feedback, versions] = await Promise.all([
        listConditions(ctx, head), head.status === "RETURNED" ? listOpenPoints(ctx, head) : [], listThreads(ctx, head), readingFigures(ctx, head), listMends(ctx, head),
        isAfterAcceptance(head.status) ? listAmendments(ctx, head) : [], findFeedback(ctx, head), keptVersions(ctx, head),
      ]);
      const ratings = <FeedbackSection id={head.id} feedback={feedback} {...when} />;
      return <Overview head={head} versions={versions} amendments={amendments} conditions={conditions} points={points} threads={threads} reading={reading} mends={mends} feedback={ratings} {...when} />;
    }
    case "brief": {
      const reading = await getReading(ctx, head);
      return <BriefTab head={head} reading={reading} threads={await listThreads(ctx, head, reading.known)} {...when} />;
    }
    case "first-call":
      return <FirstCall head={head} call={await getFirstCall(ctx, head)} />;
    case "checklist":
      return <Checklist head={head} items={await listChecklist(ctx, head)} version={(await keptVersions(ctx, head)).checklist} {...when} />;
    case "promises": {
      if (isAfterAcceptance(head.status)) {
        const owners = [head.contactOwner, head.pm, ...head.keys.map(({ holder }) => holder)].filter((one) => one !== null);
        return <Ledger head={head} promises={await listPromises(ctx, head)} owners={[...new Map(owners.map((one) => [one.id, one])).values()]} />;
      }
      const { promises } = await getReading(ctx, head);
      return promises.length > 0 ? <ContractList promises={promises} /> : <EmptyState icon="handshake">The brief names no promise.</EmptyState>;
    }
    case "history": {
      const seq = Number(before);
      const isFirstPage = !Number.isInteger(seq) || seq < 1;
      return <History id={head.id} {...await listTimeline(ctx, head, isFirstPage ? {} : { before: seq })} isFirstPage={isFirstPage} {...when} />;
    }
  }
}
