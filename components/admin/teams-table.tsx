import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Card } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { TeamKind } from "@/lib/platform/generated/enums";

export type TeamLine = {
  id: string; name: string; kind: TeamKind; technical: boolean; active: boolean; managers: number;
  /** Sellers of a sales team. */
  sales: number; pms: number; leads: number; developers: number;
};

/** Teams of one kind, with how many people hold each role. */
export function TeamsTable({ kind, teams }: { kind: TeamKind; teams: TeamLine[] }) {
  const roles: Column<TeamLine>[] = kind === "SALES"
    ? [{ key: "sales", header: "Sales", numeric: true, cell: ({ sales }) => sales }]
    : [
        { key: "pms", header: "PMs", numeric: true, cell: ({ pms }) => pms },
        { key: "leads", header: "Team leads", numeric: true, cell: ({ leads }) => leads },
        { key: "developers", header: "Developers", numeric: true, cell: ({ developers }) => developers },
      ];
  const columns: Column<TeamLine>[] = [
    { key: "name", header: "Team", cell: ({ name }) => name },
    ...(kind === "DELIVERY" ? [{ key: "technical", header: "Kind", cell: ({ technical }: TeamLine) => (technical ? <Badge>technical</Badge> : "not technical") }] : []),
    { key: "managers", header: "Managers", numeric: true, cell: ({ managers }) => managers },
    ...roles,
    { key: "status", header: "Status", cell: ({ active }) => (active ? <Status tone="success" icon="circle-check">Active</Status> : <Status tone="neutral" icon="ban">Inactive</Status>) },
  ];
  return (
    <Card flush>
      <DataTable caption={kind === "SALES" ? "Sales teams" : "Delivery teams"} columns={columns} rows={teams} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/teams/${id}`} />
    </Card>
  );
}
