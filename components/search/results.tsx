import type { ReactNode } from "react";
import { StageStatus } from "@/components/deals/deals-table";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dealNumber } from "@/lib/deals/format";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";
import type { Passage } from "@/lib/search/rules/passage";

export type ShownBrief = {
  id: string; number: number; status: HandoverStatus; deal: string; client: string; contactOwner: string; pm: string | null;
  passage: Passage | null; isSimilar: boolean;
};
type Results = {
  handovers: readonly ShownBrief[];
  deals: readonly { id: string; number: number; name: string; stage: DealStage; signedOn: Date | null; client: { name: string } }[];
  clients: readonly { id: string; name: string; industry: string; country: string }[];
};

/** What was found, by kind: handovers with the passage of the brief where the words stand. */
export function SearchResults({ results: { handovers, deals, clients } }: { results: Results }) {
  const [exact, similar] = [handovers.filter(({ isSimilar }) => !isSimilar), handovers.filter(({ isSimilar }) => isSimilar)];
  return (
    <div className="max-w-reading space-y-8">
      {exact.length > 0 && <Kind title="Handovers">{exact.map((one) => <Brief key={one.id} brief={one} />)}</Kind>}
      {similar.length > 0 && <Kind title={exact.length > 0 ? "Handovers with a similar name" : "Nothing exactly, but similar names"}>{similar.map((one) => <Brief key={one.id} brief={one} />)}</Kind>}
      {deals.length > 0 && (
        <Kind title="Deals">
          {deals.map((deal) => (
            <Row key={deal.id} href={`/deals/${deal.id}`} title={deal.name} detail={`${dealNumber(deal.number)} · ${deal.client.name}`} status={<StageStatus deal={deal} />} />
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

function Brief({ brief: { id, number, status, deal, client, contactOwner, pm, passage } }: { brief: ShownBrief }) {
  const { tone, icon, label } = STATUS_LOOK[status];
  return (
    <Row
      href={passage && /^[a-z]\w*\.\w/.test(passage.field) ? `/handovers/${id}?tab=brief#field-${passage.field}` : `/handovers/${id}`}
      title={deal} detail={[handoverNumber(number), client, contactOwner, pm].filter(Boolean).join(" · ")}
      status={<Status tone={tone} icon={icon}>{label}</Status>}
    >
      {passage && passage.field.includes(".") && passage.field !== "client.legalName" && (
        <p className="mt-1 text-sm text-ink-2 [overflow-wrap:anywhere]">
          <span className="text-ink-3">{passage.label}: </span>
          {passage.pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index} className="rounded-sm bg-accent-soft px-px font-medium text-ink">{text}</mark> : text))}
        </p>
      )}
    </Row>
  );
}

function Kind({ title, children }: { title: string; children: ReactNode }) {
  return <Section title={title}><ul className="divide-y divide-line border-y border-line">{children}</ul></Section>;
}

function Row({ href, title, detail, status, children }: { href: string; title: string; detail: string; status?: ReactNode; children?: ReactNode }) {
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 [overflow-wrap:anywhere]">
          <TextLink href={href} className="font-medium">{title}</TextLink>
          {detail && <span className="block text-sm text-ink-2">{detail}</span>}
        </p>
        {status}
      </div>
      {children}
    </li>
  );
}
