import type { Metadata } from "next";
import { AskedScreen } from "@/components/involvement/asked-screen";
import { portalPage } from "@/components/layout/portal-page";
import { pageCtx } from "@/lib/http/page";
import { getAskedPage } from "./item";

export const metadata: Metadata = { title: "Asked of me" };

/** The list; where there is room, the first thing to decide is open beside it. */
export default portalPage(async function AskedPage() {
  const ctx = await pageCtx();
  const page = await getAskedPage(ctx, null);
  return <AskedScreen {...page} stands="list" />;
});
