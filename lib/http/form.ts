import "server-only";
import { redirect } from "next/navigation";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { action } from "./action";
import type { ActionResult } from "./make-action";
import { type FormShape, readForm } from "./read-form";

/** What a form's action answers, and how it begins: nothing was sent yet. */
export type FormState<T = unknown> = ActionResult<T> | null;

type Options<T> = FormShape & {
  /** Where to go once it is done; without it the page stays, and is rendered again. */
  to?: (data: T) => string;
};

/**
 * A command behind a plain HTML form, for `useActionState`: works before and without JavaScript.
 * `export const renameTeamAction = formAction(renameTeamInput, renameTeam);`
 */
export function formAction<S extends z.ZodType, T>(schema: S, run: (ctx: Ctx, input: z.output<S>) => Promise<T>, { to, ...shape }: Options<T> = {}) {
  const act = action(schema, run, { refresh: !to });
  return async (_previous: unknown, form: FormData): Promise<FormState<T>> => {
    const result = await act(readForm(form, shape) as z.input<S>);
    if (result.ok && to) redirect(to(result.data));
    return result;
  };
}
