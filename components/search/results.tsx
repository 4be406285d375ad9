import type { ReactNode } from "react";
import { StageStatus } from "@/components/deals/deals-table";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dealNumber } from "@/lib/deals/format";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";

type Results = {
  handovers: readonly { id: string; number: number; status: HandoverStatus; deal: { name: string; client: { name: string } } }[];
  deals: readonly { id: string; number: number; name: string; stage: DealStage; signedOn: Date | null; client: { name: string } }[];
  clients: readonly { id: string; name: string; industry: string; country: string }[];
};

/** What was found, by kind. */
export function SearchResults({ results: { handovers, deals, clients } }: { results: Results }) {
  return (
    <div className="max-w-reading space-y-8">
      {handovers.length > 0 && (
        <Kind title="Handovers">
          {handovers.map(({ id, number, status, deal }) => (
            <Row key={id} href={`/handovers/${id}`} title={deal.name} detail={`${handoverNumber(number)} · ${deal.client.name}`}>
              <Status tone={STATUS_LOOK[status].tone} icon={STATUS_LOOK[status].icon}>{STATUS_LOOK[status].label}</Status>
            </Row>
          ))}
        </Kind>
      )}
      {deals.length > 0 && (
        <Kind title="Deals">
          {deals.map((deal) => (
            <Row key={deal.id} href={`/deals/${deal.id}`} title={deal.name} detail={`${dealNumber(deal.number)} · ${deal.client.name}`}><StageStatus deal={deal} /></Row>
          ))}
        </Kind>
      )}
      {clients.length > 0 && (
        <Kind title="Clients">
          {clients.map(({ id, name, industry, country }) => <Row key={id} href={`/clients/${id}`} title={name} detail={[industry, country].filter(Boolean).join(" · ")} />)}
        </Kind>
      )}
    </div>
  );
}

function Kind({ title, children }: { title: string; children: ReactNode }) {
  return <Section title={title}><ul className="divide-y divide-line border-y border-line">{children}</ul></Section>;
}

function Row({ href, title, detail, children }: { href: string; title: string; detail: string; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <TextLink href={href} className="font-medium">{title}</TextLink>
        {detail && <span className="block text-sm text-ink-2">{detail}</span>}
      </p>
      {children}
    </li>
  );
}
