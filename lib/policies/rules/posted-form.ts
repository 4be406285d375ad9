import { at, type FormKind, formOf, nameOf, type PolicyInput, type PolicyList } from "../fields/policy-form";

type Form = Record<string, unknown>;

/** What the form of a policy posts when nobody has typed anything. */
export function postedForm(kind: FormKind, content: unknown): Form {
  const form: Form = {};
  for (const { inputs = [], rows } of formOf(kind)) {
    for (const one of inputs) put(form, one, content);
    if (rows) form[nameOf([rows.list])] = rowsOf(rows, content);
  }
  return form;
}

const rowsOf = (list: PolicyList, content: unknown): Form[] => ((at(content, [list.list]) ?? []) as object[]).map((row, index) => {
  const form: Form = { place: String(index + 1), id: String(list.id ? at(row, [list.id]) : index) };
  for (const one of list.inputs) put(form, one, row);
  if (list.nested) form[nameOf([list.nested.list])] = rowsOf(list.nested, row);
  return form;
});

function put(form: Form, one: PolicyInput, content: unknown): void {
  const value = at(content, one.path);
  if (one.type === "yesNo" && value !== true) return;
  const words = Array.isArray(value) ? value.join("\n") : value === undefined ? "" : String(value);
  const path = nameOf(one.path).split(".");
  let inner = form;
  for (const key of path.slice(0, -1)) inner = (inner[key] ??= {}) as Form;
  inner[path.at(-1) ?? ""] = words;
}
