import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { COMPLEXITY_LOOK, handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import type { HandoverRow } from "@/lib/handovers/queries/list";

/** Handovers as rows that are links: what, for whom, how it stands, and who is named. */
export function HandoverTable({ rows, now, zone }: { rows: HandoverRow[]; now: Date; zone: string }) {
  return (
    <Card flush>
      <DataTable
        caption="Handovers" captionHidden rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/handovers/${id}`}
        columns={[
          { key: "deal", header: "Client and deal", cell: ({ client, deal, number }) => <>{client}<span className="block font-normal text-ink-2">{deal} <span className="text-ink-3">{handoverNumber(number)}</span></span></> },
          { key: "status", header: "Status", cell: ({ status }) => <Status tone={STATUS_LOOK[status].tone} icon={STATUS_LOOK[status].icon}>{STATUS_LOOK[status].label}</Status> },
          { key: "teams", header: "Teams", cell: ({ teams }) => teams.join(", "), hideOnPhone: true },
          { key: "class", header: "Complexity", cell: ({ complexity }) => complexity && <Badge tone={COMPLEXITY_LOOK[complexity].tone}>{COMPLEXITY_LOOK[complexity].label}</Badge>, hideOnPhone: true },
          { key: "owner", header: "Contact owner", cell: ({ contactOwner }) => contactOwner },
          { key: "pm", header: "PM", cell: ({ pm }) => pm ?? <span className="text-ink-2">Not named yet</span> },
          { key: "since", header: "Since", cell: ({ since }) => <RelativeTime at={since} now={now} zone={zone} focusable={false} tipAlign="end" /> },
        ]}
      />
    </Card>
  );
}
