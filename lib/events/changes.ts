import * as z from "zod";

/** What an edit changed: the field in the words of the screen, and its value before and after, as people read it. */
export const changesPayload = z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })).min(1);
export type Changes = z.infer<typeof changesPayload>;

/** `the zone from Europe/Berlin to Asia/Tokyo, the load cap from 6 to 4`. */
export const changesText = (changes: Changes): string =>
  changes.map(({ field, from, to }) => `the ${field} from ${from || "nothing"} to ${to || "nothing"}`).join(", ");

type Described<T> = { [K in keyof T]?: { label: string; text: (value: T[K]) => string } };

/** Which of the described fields differ, in words. Fields that `after` does not have are left alone. */
export function changesBetween<T extends object>(fields: Described<T>, before: T, after: Partial<T>): Changes {
  const changes: Changes = [];
  for (const name of Object.keys(fields) as (keyof T)[]) {
    const field = fields[name];
    const value = after[name];
    if (!field || value === undefined) continue;
    const [from, to] = [field.text(before[name]), field.text(value as T[keyof T])];
    if (from !== to) changes.push({ field: field.label, from, to });
  }
  return changes;
}
