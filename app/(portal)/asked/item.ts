import { type Ctx, zoneOf } from "@/lib/auth/ctx";
import { findAskedRequest, listAskedRequests } from "@/lib/involvement/queries/asked";
import { newId } from "@/lib/platform/ids";
import { findAskedApproval, findOptionsToEstimate, listAskedApprovals } from "@/lib/options/queries/asked";
import { findAskedTrial, listAskedTrials } from "@/lib/trials/queries/asked";

/** What is asked of the reader, and the one that is open: the named one, else the first to decide, else the first in work. */
export async function getAskedPage(ctx: Ctx, id: string | null) {
  const rows = [...(await listAskedApprovals(ctx)), ...(await listAskedRequests(ctx)), ...(await listAskedTrials(ctx))]
    .sort((a, b) => (a.group === "done" || b.group === "done" ? 0 : (a.due?.getTime() ?? 0) - (b.due?.getTime() ?? 0)));
  const openId = id ?? (rows.find(({ group }) => group === "decide") ?? rows.find(({ group }) => group === "work"))?.id ?? null;
  const request = openId ? await findAskedRequest(ctx, { id: openId }) : null;
  const trial = openId && !request ? await findAskedTrial(ctx, { id: openId }) : null;
  const approval = openId && !request && !trial ? await findAskedApproval(ctx, { id: openId }) : null;
  const options = request ? await findOptionsToEstimate(ctx, { involvementId: request.id }) : null;
  return { rows, openId, request, options, trial, approval, entryId: newId(), now: ctx.now, zone: zoneOf(ctx), singleKeys: ctx.viewer?.singleKeys ?? false };
}
