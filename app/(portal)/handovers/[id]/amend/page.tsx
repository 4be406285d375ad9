import type { Metadata } from "next";
import { AmendPage } from "@/components/handovers/amend/amend-page";
import { briefHref } from "@/components/handovers/brief/parts";
import { Replay } from "@/components/handovers/brief/replay";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { handoverNumber } from "@/lib/handovers/format";
import { getAmendment } from "@/lib/handovers/queries/amendment";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Amend the brief" };

export default portalPage(async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const amendment = await getAmendment(await pageCtx(), id);
  const { head, refusal } = amendment;
  const crumbs = [{ href: "/handovers", label: "Handovers" }, { href: `/handovers/${id}`, label: handoverNumber(head.number) }, { href: briefHref(id), label: "Brief" }];
  return (
    <div className="max-w-form">
      <PageHeader title="Amend the brief" crumbs={crumbs} description={`${head.deal.name}, for ${head.client.name}. What changes here is a new version; the handover stays as it is.`} />
      {refusal
        ? <Banner tone="info" icon="lock" title={refusal.reason} actions={<ButtonLink href={`/handovers/${id}`}>Open the handover</ButtonLink>}>Rule {refusal.rule}</Banner>
        : <><Replay handoverId={id} userId={head.viewer.id ?? ""} /><AmendPage amendment={amendment} /></>}
    </div>
  );
});
