import "server-only";
import { redirect } from "next/navigation";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { action } from "./action";
import type { ActionResult } from "./make-action";

/** What a form's action answers, and how it begins: nothing was sent yet. */
export type FormState<T = unknown> = ActionResult<T> | null;

/** Which names of a form are not one text: several values, a box that is ticked or not, a whole number. */
export type FormShape = { lists?: readonly string[]; checks?: readonly string[]; numbers?: readonly string[] };

/** A form's fields as plain data, for a schema to judge. An empty number field is null. */
export function readForm(form: FormData, { lists = [], checks = [], numbers = [] }: FormShape = {}): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) if (!name.startsWith("$ACTION")) fields[name] = value;
  for (const name of lists) fields[name] = form.getAll(name);
  for (const name of checks) fields[name] = form.has(name);
  for (const name of numbers) fields[name] = form.get(name) === "" || !form.has(name) ? null : Number(form.get(name));
  return fields;
}

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
  return async (_previous: FormState<T>, form: FormData): Promise<FormState<T>> => {
    const result = await act(readForm(form, shape) as z.input<S>);
    if (result.ok && to) redirect(to(result.data));
    return result;
  };
}
