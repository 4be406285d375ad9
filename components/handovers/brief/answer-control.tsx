import type { ReactNode } from "react";
import { FileControl } from "@/components/documents/file-control";
import type { ControlProps } from "@/components/form/field";
import { NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { DateInput, TextArea, TextInput } from "@/components/form/text-input";
import { amountText, CURRENCIES } from "@/lib/deals/format";
import type { Field } from "@/lib/handovers/fields/types";
import { isMoney, type Json } from "@/lib/handovers/rules/answers";
import type { BriefChoices } from "@/lib/handovers/queries/brief";

type Option = { value: string; label: string };
export type Names = Readonly<Record<string, string>>;
type AnswerControlProps = { field: Field; value: Json; control: ControlProps; choices: BriefChoices; names: Names };

/** Are there several controls for one answer, so that its label must be a legend? */
export const isGroup = ({ type, options = [], id }: Field): boolean =>
  type === "yesNo" || type === "choices" || type === "people" || type === "teams" || type === "file" || isRadio({ type, options, id });

const isRadio = ({ type, options = [], id }: Pick<Field, "type" | "options" | "id">) => type === "choice" && (id.startsWith("complexity.") || options.length <= 3);

/** The native control of a field, as its type asks; `data-part` tells the autosave what is what. */
export function AnswerControl({ field, value, control, choices, names }: AnswerControlProps) {
  const text = typeof value === "string" ? value : "";
  const several = Array.isArray(value) ? value.map(String) : value === null ? [] : [String(value)];
  const name = control.id;
  switch (field.type) {
    case "longText": return <TextArea {...control} name={name} data-part="value" defaultValue={text} rows={field.group ? 2 : 4} />;
    case "number": return <NumberInput {...control} name={name} data-part="value" defaultValue={typeof value === "number" ? String(value) : text} />;
    case "date": return <DateInput {...control} name={name} data-part="value" defaultValue={text} />;
    case "url": return <TextInput {...control} name={name} data-part="value" type="url" inputMode="url" placeholder="https://" defaultValue={text} />;
    case "money": return <MoneyControl control={control} value={value} currency={choices.currency} />;
    case "file": return <FileControl name={name} value={value} />;
    case "yesNo": return <Boxes type="radio" name={name} options={[{ value: "true", label: "Yes" }, { value: "false", label: "No" }]} chosen={several} isInline />;
    case "choices": return <Boxes type="checkbox" name={name} options={field.options ?? []} chosen={several} isInline />;
    case "people": return <Boxes type="checkbox" name={name} options={withGone(choices.people, several, names)} chosen={several} isInline />;
    case "teams":
      return (
        <Boxes type="checkbox" name={name} options={withGone(choices.teams, several, names)} chosen={several} isInline>
          <Box type="checkbox" name={name} part="none" value="" label="None" isOn={Array.isArray(value) && value.length === 0} />
        </Boxes>
      );
    case "choice":
      return isRadio(field)
        ? <Boxes type="radio" name={name} options={field.options ?? []} chosen={several} isInline={!field.id.startsWith("complexity.")} />
        : <Pick control={control} options={field.options ?? []} value={text} />;
    case "person": return <Pick control={control} options={withGone(choices.people, several, names)} value={text} />;
    case "contact": return <Pick control={control} options={withGone(choices.contacts, several, names)} value={text} part="contact" />;
    case "team": return <Pick control={control} options={withGone(choices.teams, several, names)} value={text} />;
    default: return <TextInput {...control} name={name} data-part="value" defaultValue={text} />;
  }
}

function Pick({ control, options, value, part }: { control: ControlProps; options: readonly Option[]; value: string; part?: string }) {
  return <Select {...control} name={control.id} data-part="value" data-choice={part} options={options} placeholder="" defaultValue={value} className="max-w-md" />;
}

function Boxes({ type, name, options, chosen, isInline, children }: { type: "radio" | "checkbox"; name: string; options: readonly Option[]; chosen: readonly string[]; isInline?: boolean; children?: ReactNode }) {
  return (
    <div className={isInline ? "flex flex-wrap gap-x-6" : undefined}>
      {options.map(({ value, label }) => <Box key={value} type={type} name={name} part="value" value={value} label={label} isOn={chosen.includes(value)} />)}
      {children}
    </div>
  );
}

function Box({ type, name, part, value, label, isOn }: { type: "radio" | "checkbox"; name: string; part: string; value: string; label: string; isOn: boolean }) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5">
      <input type={type} name={name} data-part={part} value={value} defaultChecked={isOn} className="choice" />
      <span>{label}</span>
    </label>
  );
}

function MoneyControl({ control, value, currency }: { control: ControlProps; value: Json; currency: string }) {
  const money = isMoney(value) ? value : null;
  const codes = [...new Set([money?.currency ?? currency, ...CURRENCIES])];
  return (
    <span className="flex items-stretch">
      <select name={`${control.id}:currency`} data-part="currency" defaultValue={money?.currency ?? currency} aria-label="Currency" className="control !w-auto !rounded-e-none !border-e-0">
        {codes.map((code) => <option key={code}>{code}</option>)}
      </select>
      <input
        {...control} type="text" inputMode="decimal" name={control.id} data-part="value"
        defaultValue={money ? amountText(money.minor, money.currency) : ""} className="control !w-40 !rounded-s-none text-end tabular-nums"
      />
    </span>
  );
}

/** Those who can be chosen, and whoever was chosen and is none of them any more. */
function withGone(all: readonly { id: string; name: string; title?: string }[], chosen: readonly string[], names: Names): Option[] {
  const gone = chosen.filter((id) => id !== "" && !all.some((one) => one.id === id)).map((id) => ({ id, name: names[id] ?? "Somebody who is gone", title: undefined }));
  return [...all, ...gone].map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }));
}
