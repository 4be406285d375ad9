/** Which names of a form are not one text: several values, or a box that is ticked or not. */
export type FormShape = { lists?: readonly string[]; checks?: readonly string[] };

/**
 * A form's fields as plain data, for a schema to judge. A dotted name is nested (`workingHours.0.1`). Names that do not
 * look like ours are left out.
 */
export function readForm(form: FormData, { lists = [], checks = [] }: FormShape = {}): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) if (NAME.test(name)) put(fields, name.split("."), value);
  for (const name of lists) fields[name] = form.getAll(name);
  for (const name of checks) fields[name] = form.has(name);
  return fields;
}

const NAME = /^[a-z][a-zA-Z0-9]*(\.([a-z][a-zA-Z0-9]*|\d{1,2}))*$/;

function put(into: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = Object.hasOwn(into, key) ? into[key] : (into[key] = /^\d/.test(rest[0] ?? "") ? [] : {});
  if (inner !== null && typeof inner === "object") put(inner as Record<string, unknown>, rest, value);
}
