import type { Metadata } from "next";
import { HandoverDialogs, MoreActions } from "@/components/handovers/overview/dialogs";
import { HandoverHeader } from "@/components/handovers/overview/header";
import { ManagersAskedNote } from "@/components/handovers/overview/managers-asked-note";
import { HandoverTabs } from "@/components/handovers/overview/tabs";
import { portalPage } from "@/components/layout/portal-page";
import { zoneOf } from "@/lib/auth/ctx";
import { findManagersAsked } from "@/lib/handovers/queries/managers-asked";
import { isHandoverTab } from "@/lib/handovers/format";
import { listCandidates } from "@/lib/handovers/queries/candidates";
import { getHandover } from "@/lib/handovers/queries/handover";
import { pageCtx } from "@/lib/http/page";
import { TabContent } from "./tab-content";

export const metadata: Metadata = { title: "Handover" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ tab?: string; before?: string }> };

export default portalPage(async function HandoverPage({ params, searchParams }: Props) {
  const [ctx, { id }, search] = await Promise.all([pageCtx(), params, searchParams]);
  const head = await getHandover(ctx, id);
  const tab = isHandoverTab(search.tab) ? search.tab : "overview";
  const candidates = head.viewer.powers.reassign === null ? await listCandidates(ctx, head) : null;
  const asked = await findManagersAsked(ctx, head);
  return (
    <>
      <HandoverHeader head={head} actions={<MoreActions head={head} />} />
      <HandoverTabs head={head} current={tab} />
      <ManagersAskedNote head={head} asked={asked} />
      <TabContent ctx={ctx} head={head} tab={tab} before={search.before} zone={zoneOf(ctx)} />
      <HandoverDialogs head={head} candidates={candidates} />
    </>
  );
});
