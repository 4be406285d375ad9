import { zoneOf } from "@/lib/auth/ctx";
import { csvResponse } from "@/lib/http/csv-response";
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
    return csvResponse(pieces, `${part.figure}-${params.asOf ?? dayIn(zoneOf(ctx), ctx.now)}`);
  });
