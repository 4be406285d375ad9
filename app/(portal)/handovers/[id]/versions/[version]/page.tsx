import type { Metadata } from "next";
import { HandoverHeader } from "@/components/handovers/overview/header";
import { BriefTab } from "@/components/handovers/reading/brief-tab";
import { portalPage } from "@/components/layout/portal-page";
import { zoneOf } from "@/lib/auth/ctx";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listThreads } from "@/lib/handovers/queries/threads";
import { getReading } from "@/lib/handovers/queries/reading";
import { nothingHere, pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Version" };

type Props = { params: Promise<{ id: string; version: string }> };

export default portalPage(async function VersionPage({ params }: Props) {
  const [ctx, { id, version }] = await Promise.all([pageCtx(), params]);
  if (!/^[1-9]\d{0,5}$/.test(version)) nothingHere();
  const head = await getHandover(ctx, id);
  const reading = await getReading(ctx, head, { version: Number(version) });
  return (
    <>
      <HandoverHeader head={head} crumbs={[{ href: `/handovers/${id}`, label: head.client.name }, { href: `/handovers/${id}/versions`, label: "Versions" }]} />
      <BriefTab head={head} reading={reading} threads={await listThreads(ctx, head, reading.known)} now={ctx.now} zone={zoneOf(ctx)} />
    </>
  );
});
