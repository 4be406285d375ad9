import { PersonStatus } from "@/components/people/person-status";
import { ButtonLink } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card } from "@/components/ui/section";
import { rolesText } from "@/lib/people/format";
import type { Role } from "@/lib/platform/generated/enums";

type Row = {
  id: string; name: string; email: string; active: boolean; isAdmin: boolean; hasJoined: boolean; lastSeenAt: Date | null;
  roles: { role: Role; team: string }[];
};

/** People, each row a link to the person. */
export function PeopleTable({ people, now, zone }: { people: Row[]; now: Date; zone: string }) {
  if (people.length === 0)
    return <EmptyState icon="users" action={<ButtonLink href="/admin/people">Clear filters</ButtonLink>}>Nobody matches these filters.</EmptyState>;
  const columns: Column<Row>[] = [
    { key: "name", header: "Name", cell: ({ name }) => name },
    { key: "email", header: "Mail address", cell: ({ email }) => <span className="[overflow-wrap:anywhere]">{email}</span>, hideOnPhone: true },
    { key: "roles", header: "Roles", cell: (row) => rolesText(row) },
    { key: "seen", header: "Last signed in", cell: ({ lastSeenAt }) => (lastSeenAt ? <RelativeTime at={lastSeenAt} now={now} zone={zone} focusable={false} /> : "Never") },
    { key: "status", header: "Status", cell: (row) => <PersonStatus {...row} /> },
  ];
  return (
    <Card flush>
      <DataTable caption="People" captionHidden columns={columns} rows={people} rowKey={({ id }) => id} rowHref={({ id }) => `/admin/people/${id}`} />
    </Card>
  );
}
