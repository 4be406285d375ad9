import { Checkbox } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { at, type FormChoices, type FormKind, formOf, nameOf, type PolicyInput, type PolicyList } from "@/lib/policies/fields/policy-form";

type Place = { /** What the names of the controls begin with. */ prefix: string; content: unknown };

/** Every control of a policy, part by part, filled in from its draft. Rows are moved by their place and taken out by a tick. */
export function PolicyControls({ kind, content, choices }: { kind: FormKind; content: unknown; choices: FormChoices }) {
  return formOf(kind, choices).map(({ label, description, inputs, rows }) => (
    <Section key={label} title={label} description={description}>
      {inputs && <div className="space-y-5">{inputs.map((one) => <Control key={one.path.join(".")} one={one} prefix="content." content={content} />)}</div>}
      {rows && <Rows list={rows} prefix="content." content={content} />}
    </Section>
  ));
}

function Rows({ list, prefix, content }: Place & { list: PolicyList }) {
  const rows = (at(content, [list.list]) ?? []) as object[];
  const name = (index: number) => `${prefix}${nameOf([list.list])}.${index}.`;
  return (
    <div className="divide-y divide-line border-y border-line">
      {rows.map((row, index) => (
        <details key={String(list.id ? at(row, [list.id]) : index)} className="disclosure py-2">
          <summary className="flex min-h-8 items-center gap-2 rounded-sm font-medium hover:text-accent-ink pointer-coarse:min-h-11"><Icon name="chevron-right" className="chevron" />{String(at(row, [list.title]) ?? "")}</summary>
          <Row list={list} prefix={name(index)} content={row} id={String(list.id ? at(row, [list.id]) : index)} place={index + 1} />
        </details>
      ))}
      <details className="disclosure py-2">
        <summary className="flex min-h-8 items-center gap-2 rounded-sm text-accent-ink pointer-coarse:min-h-11"><Icon name="plus" />Add {/^[aeiou]/.test(list.one) ? "an" : "a"} {list.one}</summary>
        <Row list={list} prefix={name(rows.length)} content={{}} id={null} place={rows.length + 1} />
      </details>
    </div>
  );
}

function Row({ list, prefix, content, id, place }: Place & { list: PolicyList; id: string | null; place: number }) {
  return (
    <div className="space-y-5 border-s-2 border-line py-3 ps-4">
      {id !== null && <input type="hidden" name={`${prefix}id`} value={id} />}
      {list.inputs.map((one) => <Control key={one.path.join(".")} one={one} prefix={prefix} content={content} id={id} />)}
      {list.nested && <Rows list={list.nested} prefix={prefix} content={content} />}
      {list.nested && id === null && <p className="text-ink-2">It needs two {list.nested.one}s at least: save the first, and add the next.</p>}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field id={`${prefix}place`} label="Place">{(control) => <NumberInput {...control} name={`${prefix}place`} defaultValue={place} />}</Field>
        {id !== null && <Checkbox name={`${prefix}remove`} label={`Take this ${list.one} out`} />}
      </div>
    </div>
  );
}

/** When a row applies: said here, and changed on a page of its own, as a condition is several choices. */
function Applies({ words, id }: { words: string; id?: string | null }) {
  return (
    <p className="max-w-reading">
      <span className="font-medium">Applies</span> {words}.{" "}
      {id ? <TextLink href={`/policies/checklist/edit/${id}`}>Change when it applies<span className="sr-only"> to {id}</span></TextLink> : <span className="text-ink-2">Save it first, and choose then when it applies.</span>}
    </p>
  );
}

function Control({ one, prefix, content, id }: Place & { one: PolicyInput; id?: string | null }) {
  const name = `${prefix}${nameOf(one.path)}`;
  const value = at(content, one.path);
  if (one.type === "condition") return <Applies words={one.say?.(value) ?? ""} id={id} />;
  if (one.type === "yesNo") return <Checkbox name={name} label={one.label} defaultChecked={value === true} />;
  const words = Array.isArray(value) ? value.join("\n") : value === undefined ? "" : String(value);
  return (
    <Field id={name} label={one.label} optional={one.optional}>
      {(control) => {
        switch (one.type) {
          case "number": return <NumberInput {...control} name={name} unit={one.unit} defaultValue={words} />;
          case "choice": return <Select {...control} name={name} options={one.options ?? []} placeholder={one.optional ? "Nothing" : one.from ? "Choose one" : undefined} defaultValue={words} />;
          case "text": return <TextInput {...control} name={name} defaultValue={words} />;
          default: return <TextArea {...control} name={name} rows={2} className="!min-h-0" defaultValue={words} />;
        }
      }}
    </Field>
  );
}
