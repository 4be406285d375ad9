import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Card } from "@/components/ui/section";
import { dealNumber } from "@/lib/deals/format";
import type { DealStage } from "@/lib/platform/generated/enums";
import { StageStatus } from "./deals-table";

type Startable = { id: string; number: number; name: string; stage: DealStage; signedOn: Date | null; client: { name: string } };

/** The open and won deals of the reader without a live handover; each leads to the start of its own (P1.2). */
export function StartList({ deals }: { deals: readonly Startable[] }) {
  if (deals.length === 0) return <EmptyState icon="briefcase">None of your open or won deals waits for a handover.</EmptyState>;
  return (
    <Card flush>
      <DataTable
        caption="Deals to hand over" captionHidden rows={deals} rowKey={({ id }) => id} rowHref={({ id }) => `/handovers/new?deal=${id}`}
        columns={[
          { key: "name", header: "Deal", cell: ({ name, number }) => <>{name} <span className="font-normal whitespace-nowrap text-ink-3">{dealNumber(number)}</span></> },
          { key: "client", header: "Client", cell: ({ client }) => client.name },
          { key: "stage", header: "Stage", cell: (deal) => <StageStatus deal={deal} /> },
        ]}
      />
    </Card>
  );
}
