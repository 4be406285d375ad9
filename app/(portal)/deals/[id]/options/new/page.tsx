import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { OptionForm } from "@/components/options/option-form";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "New option" };

const EMPTY = { name: "", plainWords: "", benefits: "", risks: "", assumptions: "", exclusions: "", clientProvides: "", weeksLow: "", weeksHigh: "", price: "" };

export default portalPage(async function NewOptionPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const refused = dealRefusal(ctx.actor, "writeOptions", deal.facts)?.reason ?? (isOpen(deal.stage) ? null : `The deal is ${STAGES[deal.stage].label.toLowerCase()}: its options stay as they are.`);
  return (
    <>
      <PageHeader
        title="New option" description="Only the name is needed to begin; what is missing is listed before you present."
        crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/options`, label: "Options" }]}
      />
      {refused ? <Banner tone="warning">{refused}</Banner> : <OptionForm dealId={id} currency={deal.currency} values={EMPTY} />}
    </>
  );
});
