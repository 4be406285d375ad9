import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requireCtx } from "@/lib/auth/session";
import { ERRORS } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { asAppError, parseInput } from "./make-action";

type RouteContext<P> = { params: Promise<P> };

/**
 * A door for requests with a JSON body: authenticate, parse body and path together, run one command, answer with its
 * DTO. Failures are `{ code, message, rule?, fields?, requestId }` with the status of the error table.
 */
export const endpoint =
  <S extends z.ZodType, T, P extends Record<string, string>>(schema: S, run: (ctx: Ctx, input: z.output<S>) => Promise<T>) =>
  async (request: Request, { params }: RouteContext<P>): Promise<Response> =>
    answer(async (ctx) => {
      const body: unknown = request.method === "GET" ? {} : await request.json().catch(() => null);
      const input = body !== null && typeof body === "object" && !Array.isArray(body) ? { ...body, ...(await params) } : null;
      return Response.json(await run(ctx, parseInput(schema, input)));
    });

/** Run with the signed-in person's Ctx, and translate a failure. */
export async function answer(run: (ctx: Ctx) => Promise<Response>): Promise<Response> {
  let requestId: string | undefined;
  try {
    const ctx = await requireCtx();
    requestId = ctx.requestId;
    return await run(ctx);
  } catch (error) {
    const { code, message, rule, fields } = asAppError(error, (unknown) =>
      logger.error({ err: unknown, requestId }, "a request failed"),
    );
    return Response.json({ code, message, rule, fields, requestId }, { status: ERRORS[code].http });
  }
}
