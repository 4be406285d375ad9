import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { HistoryList } from "@/components/admin/history-list";
import { NoPermission } from "@/components/layout/no-permission";
import { Select } from "@/components/form/select";
import { portalPage } from "@/components/layout/portal-page";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { zoneOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { listHistory, listHistoryAuthors } from "@/lib/organisation/queries";
import { HISTORY_KINDS, historyFilter } from "@/lib/organisation/schema";

export const metadata: Metadata = { title: "History" };

export default portalPage(async function HistoryPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="History" reason={refused.reason} />;
  const { before, ...filter } = historyFilter.parse(await searchParams);
  const [{ events, next }, authors] = await Promise.all([listHistory(ctx, { ...filter, before }), listHistoryAuthors(ctx)]);
  const kept = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const at = (more: [string, string][]) => `/admin/history?${new URLSearchParams([...kept, ...more])}`;
  return (
    <>
      <PageHeader title="History" description="Every change of people, access, teams and definitions. Nobody can change it afterwards." />
      <AdminTabs current="/admin/history" />
      <FilterBar
        action="/admin/history" keep={{ about: filter.about }} clearHref="/admin/history"
        active={filter.about ? [{ label: "About one person or team", removeHref: "/admin/history" }] : []}
      >
        <Select name="kind" aria-label="What" placeholder="Everything" options={HISTORY_KINDS.map((kind) => ({ value: kind, label: kind }))} defaultValue={filter.kind ?? ""} className="!w-auto" />
        <Select name="by" aria-label="Who" placeholder="By anybody" options={authors.map(({ id, name }) => ({ value: id, label: `By ${name}` }))} defaultValue={filter.by ?? ""} className="!w-auto" />
      </FilterBar>
      <HistoryList events={events} now={ctx.now} zone={zoneOf(ctx)} />
      <Pagination previous={before ? at([]) : null} next={next === null ? null : at([["before", String(next)]])} />
    </>
  );
});
