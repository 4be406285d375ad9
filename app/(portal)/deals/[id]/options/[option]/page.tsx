import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { ApprovalSection } from "@/components/options/approval-section";
import { OptionForm } from "@/components/options/option-form";
import { OptionReading } from "@/components/options/option-reading";
import { PhasesSection } from "@/components/options/phases-section";
import { ActionButton } from "@/components/people/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { amountText } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { pageCtx } from "@/lib/http/page";
import { archiveOptionAction } from "@/lib/options/actions";
import { OPTION_TEXT_NAMES } from "@/lib/options/fields";
import { getOption } from "@/lib/options/queries/page";

export const metadata: Metadata = { title: "Option" };

/** One option: what it says, its phases with their estimates, and a lead's approval. */
export default portalPage(async function OptionPage({ params }: { params: Promise<{ id: string; option: string }> }) {
  const [ctx, { id, option: optionId }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const page = await getOption(ctx, { dealId: id, id: optionId });
  const { option, currency } = page;
  const may = (power: "writeOptions" | "askApproval" | "involve") => isOpen(deal.stage) && dealRefusal(ctx.actor, power, deal.facts) === null;
  const mayWrite = may("writeOptions");
  const values = {
    ...option, weeksLow: option.weeksLow === null ? "" : String(option.weeksLow), weeksHigh: option.weeksHigh === null ? "" : String(option.weeksHigh),
    price: option.priceMinor === null || option.currency !== currency ? "" : amountText(option.priceMinor, option.currency),
  };
  const texts = Object.fromEntries(OPTION_TEXT_NAMES.map((name) => [name, option[name]])) as Record<(typeof OPTION_TEXT_NAMES)[number], string>;
  return (
    <>
      <PageHeader
        title={option.name}
        crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/options`, label: "Options" }]}
        actions={mayWrite && <ActionButton action={archiveOptionAction} fields={{ id: option.id, revision: String(option.revision) }} variant="ghost" icon="archive">Put away</ActionButton>}
      />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
        <div className="min-w-0 space-y-10">
          <Section title="What it says" id="option" description={mayWrite ? "The client reads this: in plain words, and side by side with the other options." : undefined}>
            {mayWrite
              ? <OptionForm dealId={id} currency={currency} option={{ id: option.id, revision: option.revision }} values={{ ...texts, name: values.name, weeksLow: values.weeksLow, weeksHigh: values.weeksHigh, price: values.price }} />
              : <OptionReading option={option} />}
          </Section>
        </div>
        <div className="min-w-0 space-y-10">
          <PhasesSection dealId={id} {...page} mayWrite={mayWrite} mayAsk={may("involve")} />
          <ApprovalSection option={option} leads={page.leads} mayAsk={may("askApproval")} now={ctx.now} />
        </div>
      </div>
    </>
  );
});
