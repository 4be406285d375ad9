import { DataTable } from "@/components/ui/data-table";
import { Card } from "@/components/ui/section";
import { minutesText } from "@/lib/involvement/format";

type Row = { id: string; name: string; minutes: number; entries: number };

/** P5.5: the time that delivery spent on a deal, by person. */
export function HoursTable({ hours }: { hours: readonly Row[] }) {
  const total = hours.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Card flush>
      <DataTable
        caption="Time spent before the contract" captionHidden rows={hours} rowKey={({ id }) => id}
        columns={[
          { key: "name", header: "Person", cell: ({ name }) => name },
          { key: "entries", header: "Entries", cell: ({ entries }) => entries, numeric: true },
          { key: "minutes", header: "Time", cell: ({ minutes }) => minutesText(minutes), numeric: true },
        ]}
        foot={["Together", hours.reduce((sum, { entries }) => sum + entries, 0), minutesText(total)]}
      />
    </Card>
  );
}
