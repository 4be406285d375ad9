import type { Metadata } from "next";
import { MyWorkLists } from "@/components/handovers/brief/my-work";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { isAdmin, zoneOf } from "@/lib/auth/ctx";
import { getMyWork } from "@/lib/handovers/queries/my-work";
import { pageCtx } from "@/lib/http/page";
import { getShell } from "@/lib/people/queries/shell";

export const metadata: Metadata = { title: "My work" };

export default portalPage(async function MyWorkPage() {
  const ctx = await pageCtx();
  const work = await getMyWork(ctx);
  const { sales, delivery, isManager } = work;
  const { toAnswer } = sales || delivery ? { toAnswer: 0 } : await getShell(ctx);
  return (
    <>
      <PageHeader
        title="My work"
        actions={
          <>
            {isManager && <ButtonLink href="/reports/pipeline" icon="chart">Reports</ButtonLink>}
            {sales && <ButtonLink href="/handovers/new" variant="primary" icon="plus">New handover</ButtonLink>}
          </>
        }
      />
      {sales || delivery ? <MyWorkLists work={work} now={ctx.now} zone={zoneOf(ctx)} /> : isManager ? (
        <EmptyState icon="chart" action={<ButtonLink href="/handovers">See the handovers of your teams</ButtonLink>}>You lead; what your teams do is in the reports.</EmptyState>
      ) : isAdmin(ctx.actor) ? (
        <EmptyState icon="settings" action={<ButtonLink href="/admin">Open the administration</ButtonLink>}>You administer the portal, and take part in no handover.</EmptyState>
      ) : (
        <EmptyState icon="list-checks" action={toAnswer > 0 ? <ButtonLink href="/asked" variant="primary">Open what is asked of you</ButtonLink> : undefined}>
          {toAnswer > 0 ? `${toAnswer === 1 ? "One thing waits" : `${toAnswer} things wait`} for your decision before a contract.` : "Nothing is asked of you. You are told here and in the notifications when it is."}
        </EmptyState>
      )}
    </>
  );
});
