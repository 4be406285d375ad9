import { zoneOf } from "@/lib/auth/ctx";
import { answer } from "@/lib/http/endpoint";
import { dayIn } from "@/lib/platform/time";
import { exportFigure } from "@/lib/reports/queries/export";
import { figureParams, reportParams } from "@/lib/reports/schema";

/** The list behind a figure as a file: the same rows, filters and scope, piece by piece. */
export const GET = (request: Request): Promise<Response> =>
  answer(async (ctx) => {
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const part = figureParams.parse(search);
    const params = reportParams.parse(search);
    const pieces = await exportFigure(ctx, { params, part });
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => void (await pieces.return(undefined)),
    });
    const name = `${part.figure}-${params.asOf ?? dayIn(zoneOf(ctx), ctx.now)}.csv`;
    return new Response(body, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  });
