import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { OptionsView } from "@/components/presentations/options-view";
import { PresentForm } from "@/components/presentations/presenting-forms";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Static } from "@/components/ui/static";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal, listSellers } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { personOf } from "@/lib/auth/ctx";
import { findPreview, presentingRefusal } from "@/lib/presentations/queries/page";

export const metadata: Metadata = { title: "Present the options" };

/** What the client will see, whole, and who presents it until when (P7.5). */
export default portalPage(async function PresentPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const me = personOf(ctx.actor) ?? "";
  const sellers = await listSellers(ctx);
  const presenter = sellers.find((seller) => seller.id === me)?.name ?? deal.contactOwner.name;
  const refused = dealRefusal(ctx.actor, "present", deal.facts) ?? (await presentingRefusal(ctx, { id, presenterId: me }));
  const preview = refused ? null : await findPreview(ctx, { id, presenter });
  return (
    <>
      <PageHeader title="Present the options" crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/options`, label: "Options" }]} />
      {!preview ? (
        <Banner tone="warning" title="These options cannot be presented yet" actions={<ButtonLink href={`/deals/${id}/options`}>Back to the options</ButtonLink>}>{refused?.reason ?? "One of them is not complete."}</Banner>
      ) : (
        <div className="space-y-10">
          <PresentForm id={id} seen={preview.seen} me={me} sellers={sellers} usual={preview.usual} latest={preview.latest} />
          <Section title="What the client will see" description="Exactly this, and nothing else: no names of estimators, no notes, no margins. From then on it stays as it is; what you change later is a new version.">
            <Static><OptionsView view={preview.view} isPart /></Static>
          </Section>
        </div>
      )}
    </>
  );
});
