import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { at, type FormChoices, type FormKind, formOf, type PolicyInput, type PolicyList } from "@/lib/policies/fields/policy-form";
import { inWords } from "@/lib/policies/rules/policy-changes";

/** A version of a policy as everybody reads it. */
export function PolicyReading({ kind, content, choices }: { kind: FormKind; content: unknown; choices: FormChoices }) {
  return formOf(kind, choices).map(({ label, description, inputs, rows }) => (
    <Section key={label} title={label} description={description}>
      {inputs && <DescriptionList items={inputs.map((one) => ({ key: one.path.join("."), term: one.label, detail: <Detail one={one} content={content} /> }))} />}
      {rows && <Rows list={rows} content={content} />}
    </Section>
  ));
}

/** Several sentences stand below each other. */
function Detail({ one, content }: { one: PolicyInput; content: unknown }) {
  const value = at(content, one.path);
  if (one.type !== "lines" || !Array.isArray(value)) return inWords(one, content);
  return <ul className="list-disc space-y-1 ps-4">{value.map((line) => <li key={String(line)}>{String(line)}</li>)}</ul>;
}

function Rows({ list, content }: { list: PolicyList; content: unknown }) {
  const rows = (at(content, [list.list]) ?? []) as object[];
  return (
    <ol className={list.nested ? "space-y-7" : "space-y-3"}>
      {rows.map((row, index) => (
        <li key={index} className="min-w-0 break-words">
          <p className="font-medium">{String(at(row, [list.title]) ?? "")}</p>
          <p className="text-sm text-ink-2">
            {list.inputs.filter((one) => one.path.join(".") !== list.title && !(one.optional && at(row, one.path) === undefined)).map((one) => `${one.label}: ${inWords(one, row).replace(/\.$/, "")}`).join(" · ")}
          </p>
          {list.nested && <div className="mt-2.5 border-s-2 border-line ps-4"><Rows list={list.nested} content={row} /></div>}
        </li>
      ))}
    </ol>
  );
}
