import type { Metadata } from "next";
import { HandoverHeader } from "@/components/handovers/overview/header";
import { HandoverTabs } from "@/components/handovers/overview/tabs";
import { Versions } from "@/components/handovers/timeline/versions";
import { portalPage } from "@/components/layout/portal-page";
import { zoneOf } from "@/lib/auth/ctx";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listThreads } from "@/lib/handovers/queries/threads";
import { compareVersions, listVersions } from "@/lib/handovers/queries/versions";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Versions" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ from?: string; to?: string }> };

export default portalPage(async function VersionsPage({ params, searchParams }: Props) {
  const [ctx, { id }, search] = await Promise.all([pageCtx(), params, searchParams]);
  const head = await getHandover(ctx, id);
  const versions = await listVersions(ctx, head);
  const pick = (text: string | undefined, otherwise: number) => versions.find(({ version }) => version === Number(text))?.version ?? otherwise;
  const to = pick(search.to, head.briefVersion);
  const from = pick(search.from, Math.max(1, to - 1));
  const threads = versions.length > 1 ? await listThreads(ctx, head) : [];
  const comparison = versions.length > 1 && from !== to ? await compareVersions(ctx, head, { from, to }) : null;
  return (
    <>
      <HandoverHeader head={head} />
      <HandoverTabs head={head} current="versions" />
      <Versions id={id} versions={versions} from={from} to={to} comparison={comparison} threads={threads} now={ctx.now} zone={zoneOf(ctx)} />
    </>
  );
});
