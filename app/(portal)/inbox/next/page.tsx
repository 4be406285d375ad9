import { redirect } from "next/navigation";
import { portalPage } from "@/components/layout/portal-page";
import { nextOpenKey } from "@/lib/handovers/queries/inbox";
import { pageCtx } from "@/lib/http/page";
import { reviewPath } from "@/lib/handovers/format";

/** Goes to what waits next; back to the inbox when nothing does. */
export default portalPage(async function NextPage() {
  const next = await nextOpenKey(await pageCtx());
  redirect(next ? reviewPath(next.id, next.keyId) : "/inbox");
});
