import "server-only";
import { redirect } from "next/navigation";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { action } from "./action";
import type { ActionResult } from "./make-action";
import { type FormShape, readForm } from "./read-form";

/** What a form's action answers, and how it begins: nothing was sent yet. */
export type FormState<T = unknown> = (ActionResult<T> & { kept?: Record<string, string> }) | null;

type Options<T> = FormShape & {
  /** Where to go once it is done; without it the page stays, and is rendered again. */
  to?: (data: T) => string;
  /** A refusal brings back what was typed, so that nothing is lost where the form is drawn anew without JavaScript (P1.3). */
  keepsTyped?: boolean;
};

/**
 * A command behind a plain HTML form, for `useActionState`: works before and without JavaScript.
 * `export const renameTeamAction = formAction(renameTeamInput, renameTeam);`
 */
export function formAction<S extends z.ZodType, T>(schema: S, run: (ctx: Ctx, input: z.output<S>) => Promise<T>, { to, keepsTyped = false, ...shape }: Options<T> = {}) {
  const act = action(schema, run, { refresh: !to });
  return async (_previous: unknown, form: FormData): Promise<FormState<T>> => {
    const result = await act(readForm(form, shape) as z.input<S>);
    if (result.ok && to) redirect(to(result.data));
    return keepsTyped && !result.ok ? { ...result, kept: typedIn(form) } : result;
  };
}

/** The texts of a form, by name. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [])));
