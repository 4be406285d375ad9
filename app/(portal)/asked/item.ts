import { type Ctx, zoneOf } from "@/lib/auth/ctx";
import { findAskedRequest, listAskedRequests } from "@/lib/involvement/queries/asked";
import { newId } from "@/lib/platform/ids";
import { findAskedTrial, listAskedTrials } from "@/lib/trials/queries/asked";

/** What is asked of the reader, and the one that is open: the named one, else the first to decide, else the first in work. */
export async function getAskedPage(ctx: Ctx, id: string | null) {
  const rows = [...(await listAskedRequests(ctx)), ...(await listAskedTrials(ctx))].sort((a, b) => (a.group === "done" || b.group === "done" ? 0 : a.due.getTime() - b.due.getTime()));
  const openId = id ?? (rows.find(({ group }) => group === "decide") ?? rows.find(({ group }) => group === "work"))?.id ?? null;
  const request = openId ? await findAskedRequest(ctx, { id: openId }) : null;
  const trial = openId && !request ? await findAskedTrial(ctx, { id: openId }) : null;
  return { rows, openId, request, trial, entryId: newId(), now: ctx.now, zone: zoneOf(ctx), singleKeys: ctx.viewer?.singleKeys ?? false };
}
