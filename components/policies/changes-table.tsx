import { Card } from "@/components/ui/section";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { PolicyChange } from "@/lib/policies/rules/policy-changes";

/** Two versions side by side: only what differs. */
export function ChangesTable({ changes, before, after }: { changes: readonly PolicyChange[]; before: string; after: string }) {
  if (changes.length === 0) return <EmptyState icon="layers">The two say the same.</EmptyState>;
  return (
    <Card flush>
      <DataTable
        caption={`${before} beside ${after}`} captionHidden rows={changes} rowKey={({ key }) => key}
        columns={[
          { key: "label", header: "What", cell: ({ label }) => <span className="inline-block break-words first-letter:uppercase">{label}</span> },
          { key: "before", header: before, cell: ({ before: was }) => <span className="break-words">{was ?? "Not there"}</span> },
          { key: "after", header: after, cell: ({ after: is }) => <span className="break-words">{is ?? "Taken out"}</span> },
        ]}
      />
    </Card>
  );
}
