import type { Metadata } from "next";
import { AskedScreen } from "@/components/involvement/asked-screen";
import { portalPage } from "@/components/layout/portal-page";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { getAskedPage } from "../item";

export const metadata: Metadata = { title: "Asked of me" };

export default portalPage(async function AskedItemPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const page = await getAskedPage(ctx, id);
  if (!page.request && !page.trial && !page.approval) nothingHere();
  return <AskedScreen {...page} stands="item" />;
});
