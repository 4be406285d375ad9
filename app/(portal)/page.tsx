import type { Metadata } from "next";
import { MyWorkLists } from "@/components/handovers/brief/my-work";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { isAdmin, zoneOf } from "@/lib/auth/ctx";
import { getMyWork } from "@/lib/handovers/queries/my-work";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "My work" };

export default async function MyWorkPage() {
  const ctx = await pageCtx();
  const work = await getMyWork(ctx);
  const { sales, delivery, isManager } = work;
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
        <EmptyState icon="list-checks">Nothing is asked of you. You are told here and in the notifications when it is.</EmptyState>
      )}
    </>
  );
}
