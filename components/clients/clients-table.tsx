import { Card } from "@/components/ui/section";
import { DataTable } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import { standingText } from "@/lib/clients/format";

type ClientRow = { id: string; name: string; industry: string; country: string; contacts: number; deals: number; isCustomer: boolean };

/** Clients, one per row. */
export function ClientsTable({ clients }: { clients: readonly ClientRow[] }) {
  return (
    <Card flush>
      <DataTable
        caption="Clients" captionHidden rows={clients} rowKey={({ id }) => id} rowHref={({ id }) => `/clients/${id}`}
        columns={[
          { key: "name", header: "Client", cell: ({ name }) => name },
          { key: "standing", header: "Standing", cell: ({ isCustomer }) => <Standing isCustomer={isCustomer} /> },
          { key: "industry", header: "Industry", cell: ({ industry }) => industry, hideOnPhone: true },
          { key: "country", header: "Country", cell: ({ country }) => country, hideOnPhone: true },
          { key: "contacts", header: "Contacts", cell: ({ contacts }) => contacts, numeric: true },
          { key: "deals", header: "Your deals", cell: ({ deals }) => deals, numeric: true },
        ]}
      />
    </Card>
  );
}

/** A prospect until its first signed deal. */
export function Standing({ isCustomer, look }: { isCustomer: boolean; look?: "plain" | "pill" }) {
  return <Status tone={isCustomer ? "success" : "neutral"} icon={isCustomer ? "handshake" : "circle-dashed"} look={look}>{standingText(isCustomer)}</Status>;
}
