import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { earlyHref } from "@/components/reports/before-contract";
import { EARLY_PATH } from "@/components/reports/report-tabs";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/section";
import { Static } from "@/components/ui/static";
import { pageCtx } from "@/lib/http/page";
import { reportHref } from "@/lib/reports/format";
import { reportRefusal } from "@/lib/reports/policy";
import { type EarlyRow, listBeforeContract } from "@/lib/reports/queries/before-contract";
import { EARLY_METRICS } from "@/lib/reports/rules/before-contract";
import { earlyParams, reportParams } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "The list behind a figure" };

export default portalPage(async function EarlyListPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const ctx = await pageCtx();
  const refused = reportRefusal(ctx.actor);
  if (refused) return <NoPermission title="Before the contract" reason={refused.reason} />;
  const search = await searchParams;
  const part = earlyParams.parse(search);
  const list = await listBeforeContract(ctx, { params: reportParams.parse(search), part });
  const back = reportHref(EARLY_PATH, list.filters);
  const given = Object.fromEntries(Object.entries(part).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return (
    <>
      <PageHeader
        title={list.title} crumbs={[{ href: back, label: "Before the contract" }]} description={EARLY_METRICS[part.figure].sentence}
        actions={<ButtonLink href={earlyHref("csv", list.filters, { ...given, figure: part.figure })} icon="download">Export as CSV</ButtonLink>}
      />
      <Static className="space-y-3">
        {list.rows.length === 0 ? <EmptyState icon="search" action={<ButtonLink href={back}>Back to the report</ButtonLink>}>Nothing is behind this figure.</EmptyState> : (
          <Card flush>
            <DataTable
              caption={list.title} captionHidden rows={list.rows.map((row, index) => ({ ...row, key: `${row.id} ${index}` }))} rowKey={({ key }) => key} rowHref={({ id }) => `/deals/${id}/involvement`}
              columns={list.columns.map((header, index) => ({ key: header, header, numeric: header === "Minutes" || header === "Entries", cell: ({ cells }: EarlyRow) => (index === 0 || UNBROKEN.has(header) ? <span className="whitespace-nowrap">{cells[index]}</span> : cells[index] ?? "") }))}
            />
          </Card>
        )}
        {list.isCut && <p className="text-ink-2">The first {list.rows.length} rows. The CSV holds all.</p>}
      </Static>
    </>
  );
});

/** Days stay on one line. */
const UNBROKEN = new Set(["When", "Won", "Asked for", "Answered"]);
