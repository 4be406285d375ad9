import { zoneOf } from "@/lib/auth/ctx";
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
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => void (await pieces.return(undefined)),
    });
    const name = `inbox-${filters.view}-${dayIn(zoneOf(ctx), ctx.now)}.csv`;
    return new Response(body, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  });
