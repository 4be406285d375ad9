import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { RecordChoiceForm } from "@/components/presentations/presenting-forms";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { getPresenting, listChoosers } from "@/lib/presentations/queries/page";

export const metadata: Metadata = { title: "Record the choice" };

/** P7.5: what the client told the seller, of the version that is presented now. */
export default portalPage(async function RecordChoicePage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const [{ versions: [newest], choices }, contacts] = await Promise.all([getPresenting(ctx, { id }), listChoosers(ctx, { clientId: deal.client.id })]);
  const refused = dealRefusal(ctx.actor, "present", deal.facts)?.reason ?? (newest?.state === "current" ? null : "Nothing is presented at the moment: present the options first.");
  const standing = choices.find(({ replacedAt }) => replacedAt === null);
  return (
    <>
      <PageHeader title="Record the choice" crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/options`, label: "Options" }]} description={newest && `Of version ${newest.version}, as ${deal.client.name} told you.`} />
      {refused !== null || !newest ? <Banner tone="warning" title="Nothing can be recorded now" actions={<ButtonLink href={`/deals/${id}/options`}>Back to the options</ButtonLink>}>{refused}</Banner> : (
        <div className="max-w-form space-y-6">
          {standing && <Banner tone="info">“{standing.option}” is chosen at the moment. What you record replaces it; both are kept.</Banner>}
          <RecordChoiceForm id={id} presentationId={newest.id} standing={standing?.id ?? ""} options={newest.options} contacts={contacts} />
        </div>
      )}
    </>
  );
});
