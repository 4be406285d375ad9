import { zoneOf } from "@/lib/auth/ctx";
import { csvResponse } from "@/lib/http/csv-response";
import { answer } from "@/lib/http/endpoint";
import { parseInput } from "@/lib/http/make-action";
import { exportInbox } from "@/lib/inbox/queries/export";
import { exportParams } from "@/lib/inbox/schema";
import { dayIn } from "@/lib/platform/time";

/** The rows of a view as a file: all of them with its filters, or those that were selected. */
export const GET = (request: Request): Promise<Response> =>
  answer(async (ctx) => {
    const search = new URL(request.url).searchParams;
    const { keys, ...filters } = parseInput(exportParams, { ...Object.fromEntries(search), keys: search.getAll("key") });
    const pieces = await exportInbox(ctx, { filters, keys });
    return csvResponse(pieces, `inbox-${filters.view}-${dayIn(zoneOf(ctx), ctx.now)}`);
  });
