import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/lib/auth/ctx";
import { dealNumber } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { type DealFacts, dealRefusal } from "@/lib/deals/policy";
import { handoverNumber } from "@/lib/handovers/format";
import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";
import { type DealTabPath, dealTabs } from "./deal-tabs";
import { StageStatus } from "./deals-table";

type Deal = {
  id: string; number: number; name: string; stage: DealStage; signedOn: Date | null;
  client: { id: string; name: string };
  handovers: readonly { id: string; number: number; status: HandoverStatus }[];
  hasLiveHandover: boolean; mayStart: boolean; facts: DealFacts;
};
type DealFrameProps = { deal: Deal; actor: Actor; tab: DealTabPath; children: ReactNode };

/** What every page of one deal has in common: its name and stage, the one thing to do next, and the tabs. */
export function DealFrame({ deal, actor, tab, children }: DealFrameProps) {
  const tabs = dealTabs(deal.id, { actor, deal }, tab);
  return (
    <>
      <PageHeader
        title={deal.name}
        crumbs={[{ href: "/deals", label: "Deals" }]}
        aside={<StageStatus deal={deal} look="pill" />}
        description={<><TextLink href={`/clients/${deal.client.id}`}>{deal.client.name}</TextLink> · {dealNumber(deal.number)}</>}
        actions={<>
          {dealRefusal(actor, "edit", deal.facts) === null && <ButtonLink href={`/deals/${deal.id}/edit`} icon="pencil">Edit</ButtonLink>}
          <HandoverAction deal={deal} />
        </>}
      />
      {tabs.length > 1 && <Tabs label="Pages of this deal" tabs={tabs} />}
      {children}
    </>
  );
}

/** Open the live handover, or start it. */
function HandoverAction({ deal }: { deal: Deal }) {
  const live = deal.handovers.find(({ status }) => status !== "WITHDRAWN" && status !== "CLOSED");
  if (live) return <ButtonLink href={`/handovers/${live.id}`} variant="primary" icon="handshake">Open {handoverNumber(live.number)}</ButtonLink>;
  if (!deal.mayStart || deal.hasLiveHandover || !(isOpen(deal.stage) || deal.stage === "WON")) return null;
  return <ButtonLink href={`/handovers/new?deal=${deal.id}`} variant="primary" icon="handshake">Start handover</ButtonLink>;
}
