import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { Diff } from "@/components/ui/diff";
import { EmptyState } from "@/components/ui/empty-state";
import { moneyText } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { getDeal } from "@/lib/deals/queries";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { getVersion } from "@/lib/presentations/queries/page";
import { presentedDifference } from "@/lib/presentations/rules/difference";

export const metadata: Metadata = { title: "Versions compared" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };
const versionOf = (text: unknown): number => (typeof text === "string" && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : nothingHere());

/** What the client is told differently by one version than by another (P7.5). */
export default portalPage(async function ComparePage({ params, searchParams }: Props) {
  const [ctx, { id }, { from, to }] = await Promise.all([pageCtx(), params, searchParams]);
  const deal = await getDeal(ctx, { id });
  const [before, after] = await Promise.all([getVersion(ctx, { id, version: versionOf(from) }), getVersion(ctx, { id, version: versionOf(to) })]);
  const changes = presentedDifference(before.view, after.view, moneyText);
  return (
    <>
      <PageHeader title={`Version ${after.version} against version ${before.version}`} crumbs={[{ href: "/deals", label: "Deals" }, { href: `/deals/${id}`, label: deal.name }, { href: `/deals/${id}/options`, label: "Options" }]} description="What the client is told differently." />
      {changes.length === 0 ? <EmptyState icon="compare">The two versions say the same.</EmptyState>
        : <Diff changes={changes.map(({ before: was, after: is, ...change }) => ({ ...change, before: was === "" ? null : was, after: is === "" ? null : is }))} />}
    </>
  );
});
