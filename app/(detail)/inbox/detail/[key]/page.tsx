import type { Metadata } from "next";
import { Detail } from "@/components/inbox/detail";
import { zoneOf } from "@/lib/auth/ctx";
import { orNotFound, pageCtx } from "@/lib/http/page";
import { getInboxDetail } from "@/lib/inbox/queries/detail";

export const metadata: Metadata = { title: "Inbox" };

/** What the inbox fetches to open the next brief: the detail alone, without the frame around it and without the list. */
export default async function DetailPage({ params }: { params: Promise<{ key: string }> }) {
  const [ctx, { key }] = await Promise.all([pageCtx("/inbox"), params]);
  const detail = await orNotFound(getInboxDetail(ctx, { keyId: key }));
  return <main id="main"><Detail detail={detail} now={ctx.now} zone={zoneOf(ctx)} singleKeys={ctx.viewer?.singleKeys ?? false} /></main>;
}
