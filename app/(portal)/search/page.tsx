import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { SearchResults } from "@/components/search/results";
import { SearchFilters, searchPath } from "@/components/search/search-filters";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { pageCtx } from "@/lib/http/page";
import { search } from "@/lib/search/queries";
import { searchParams as paramsSchema } from "@/lib/search/schema";

export const metadata: Metadata = { title: "Search" };

export default portalPage(async function SearchPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [ctx, params] = await Promise.all([pageCtx(), searchParams]);
  const { q, kind, status, after } = paramsSchema.parse(params);
  const results = await search(ctx, { q, kind, status, after });
  const found = results.handovers.length + results.deals.length + results.clients.length;
  const isAsked = q.trim() !== "";
  return (
    <>
      <PageHeader title="Search" />
      <form action="/search" method="get" role="search" aria-label="Everything" className="mb-6 flex max-w-reading gap-2">
        {kind !== "all" && <input type="hidden" name="kind" value={kind} />}
        <SearchField label="Words of a brief, a client, HO-12 or D-3" name="q" defaultValue={q} className="flex-1 sm:!w-full" autoFocus={!isAsked} />
        <Button type="submit">Search</Button>
      </form>
      {isAsked && <SearchFilters q={q} kind={kind} status={status} />}
      <p role="status" className="sr-only">{isAsked && `${found} found`}</p>
      {found > 0 && <SearchResults results={results} />}
      {found === 0 && isAsked && (
        <EmptyState icon="search">Nothing that you can see matches “{q}”. Try fewer words, a part of the client&apos;s name, or a number such as HO-12.</EmptyState>
      )}
      <Pagination previous={after ? searchPath({ q, kind, status }) : null} next={results.next === null ? null : searchPath({ q, kind, status, after: String(results.next) })} />
    </>
  );
});
