import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { at, type FormChoices, type FormKind, formOf, type PolicyList } from "@/lib/policies/fields/policy-form";
import { inWords } from "@/lib/policies/rules/policy-changes";

/** A version of a policy as everybody reads it. */
export function PolicyReading({ kind, content, choices }: { kind: FormKind; content: unknown; choices: FormChoices }) {
  return formOf(kind, choices).map(({ label, description, inputs, rows }) => (
    <Section key={label} title={label} description={description}>
      {inputs && <DescriptionList items={inputs.map((one) => ({ key: one.path.join("."), term: one.label, detail: inWords(one, content) }))} />}
      {rows && <Rows list={rows} content={content} />}
    </Section>
  ));
}

function Rows({ list, content }: { list: PolicyList; content: unknown }) {
  const rows = (at(content, [list.list]) ?? []) as object[];
  return (
    <ol className="space-y-3">
      {rows.map((row, index) => (
        <li key={index} className="min-w-0 break-words">
          <p className="font-medium">{String(at(row, [list.title]) ?? "")}</p>
          <p className="text-sm text-ink-2">
            {list.inputs.filter((one) => one.path.join(".") !== list.title && !(one.optional && at(row, one.path) === undefined)).map((one) => `${one.label}: ${inWords(one, row)}`).join(" · ")}
          </p>
          {list.nested && <div className="mt-1 border-s-2 border-line ps-4"><Rows list={list.nested} content={row} /></div>}
        </li>
      ))}
    </ol>
  );
}
