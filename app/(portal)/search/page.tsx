import type { Metadata } from "next";
import { SearchResults } from "@/components/search/results";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { pageCtx } from "@/lib/http/page";
import { search } from "@/lib/search/queries";
import { searchParams as paramsSchema } from "@/lib/search/schema";

export const metadata: Metadata = { title: "Search" };

export default async function SearchPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [ctx, params] = await Promise.all([pageCtx(), searchParams]);
  const { q } = paramsSchema.parse(params);
  const results = await search(ctx, { q });
  const found = results.handovers.length + results.deals.length + results.clients.length;
  return (
    <>
      <PageHeader title="Search" />
      <form action="/search" method="get" role="search" aria-label="Everything" className="mb-8 flex max-w-reading gap-2">
        <SearchField label="Client, deal, HO-12 or D-3" name="q" defaultValue={q} className="flex-1" autoFocus={q === ""} />
        <Button type="submit">Search</Button>
      </form>
      <p role="status" className="sr-only">{q && `${found} found`}</p>
      {found > 0 && <SearchResults results={results} />}
      {found === 0 && q.trim() !== "" && <EmptyState icon="search">Nothing that you can see matches “{q}”. Try a part of the client&apos;s name, or a number such as HO-12.</EmptyState>}
    </>
  );
}
