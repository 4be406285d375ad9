import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { isDatabaseDown } from "@/lib/platform/database-down";
import { AppError, type ErrorCode, type FieldErrors } from "@/lib/platform/errors";

export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode; message: string; rule?: string; fields?: FieldErrors };

/** What the outside lends to a door: who is signed in, Next's `unstable_rethrow` and `refresh`, the logger. */
export type Door = {
  requireCtx: () => Promise<Ctx>;
  rethrow: (error: unknown) => void;
  refresh: () => void;
  report: (error: unknown) => void;
};

/**
 * The browser's door: authenticate, parse, run one command, translate the failure. Rendering the page again is opt-in:
 * it costs more than half of the throughput, and most callers only need the answer. In a feature's actions.ts:
 * `export const acceptKeyAction = action(acceptKeyInput, acceptKey);`
 */
export const makeAction =
  (door: Door) =>
  <S extends z.ZodType, T>(
    schema: S,
    run: (ctx: Ctx, input: z.output<S>) => Promise<T>,
    { refresh = false } = {},
  ) =>
  async (raw: z.input<S>): Promise<ActionResult<T>> => {
    try {
      const ctx = await door.requireCtx();
      const data = await run(ctx, parseInput(schema, raw));
      if (refresh) door.refresh();
      return { ok: true, data };
    } catch (error) {
      door.rethrow(error);
      const { code, message, rule, fields } = asAppError(error, door.report);
      return { ok: false, code, message, rule, fields };
    }
  };

/** What came from outside, as the schema has it; INVALID with a sentence per field otherwise. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const { path, message } of parsed.error.issues) (fields[path.join(".")] ??= []).push(message);
  const [first] = parsed.error.issues;
  throw new AppError("INVALID", { fields, reason: first && `${first.message}` });
}

/** An expected failure as it is; a lost database as UNAVAILABLE; anything else reported and shown as INTERNAL. */
export function asAppError(error: unknown, report: (error: unknown) => void): AppError {
  if (error instanceof AppError) {
    if (error.cause !== undefined) report(error.cause);
    return error;
  }
  report(error);
  return new AppError(isDatabaseDown(error) ? "UNAVAILABLE" : "INTERNAL");
}
