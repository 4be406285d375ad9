import { zoneOf } from "@/lib/auth/ctx";
import { csvResponse } from "@/lib/http/csv-response";
import { answer } from "@/lib/http/endpoint";
import { dayIn } from "@/lib/platform/time";
import { exportBeforeContract } from "@/lib/reports/queries/before-contract";
import { earlyParams, reportParams } from "@/lib/reports/schema";

/** The list behind a figure of R4 as a file: the same rows, filters and scope. */
export const GET = (request: Request): Promise<Response> =>
  answer(async (ctx) => {
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const [params, part] = [reportParams.parse(search), earlyParams.parse(search)];
    return csvResponse(await exportBeforeContract(ctx, { params, part }), `before-contract-${part.figure}-${params.asOf ?? dayIn(zoneOf(ctx), ctx.now)}`);
  });
