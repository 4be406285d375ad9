import type { Metadata } from "next";
import { CheckPage } from "@/components/handovers/brief/check-page";
import { briefHref } from "@/components/handovers/brief/parts";
import { Replay } from "@/components/handovers/brief/replay";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { handoverNumber } from "@/lib/handovers/format";
import { getCheck } from "@/lib/handovers/queries/check";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Check and submit" };

export default portalPage(async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const check = await getCheck(await pageCtx(), id);
  const { head, submitRefusal, mayEdit } = check;
  const crumbs = [{ href: "/handovers", label: "Handovers" }, { href: `/handovers/${id}`, label: handoverNumber(head.number) }, { href: briefHref(id), label: "Brief" }];
  return (
    <div className="max-w-form">
      <PageHeader title="Check and submit" crumbs={crumbs} description={`${head.deal.name}, for ${head.client.name}.`} />
      {mayEdit && head.viewer.id && <Replay handoverId={id} userId={head.viewer.id} />}
      {submitRefusal
        ? <Banner tone="info" icon="lock" title={submitRefusal.reason} actions={<ButtonLink href={`/handovers/${id}`}>Open the handover</ButtonLink>}>Rule {submitRefusal.rule}</Banner>
        : <CheckPage check={check} />}
    </div>
  );
});
