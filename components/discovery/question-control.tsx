import { CheckboxGroup, RadioGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { MoneyInput, NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { DateInput, TextArea, TextInput } from "@/components/form/text-input";
import { CURRENCIES } from "@/lib/deals/format";
import type { DiscoveryQuestion } from "@/lib/discovery/queries/discovery";
import type { Typed } from "@/lib/discovery/rules/typed";

type AskedField = NonNullable<DiscoveryQuestion["field"]>;
type QuestionControlProps = { id: string; field: AskedField; typed: Typed; error?: string };

/** So many options stand in view; more are a list to choose from. */
const IN_VIEW = 4;
const YES_NO = [{ value: "true", label: "Yes" }, { value: "false", label: "No" }];

/** The native control of one answer, under the name of its field of the brief. */
export function QuestionControl({ id, field: { label, type, options, example }, typed, error }: QuestionControlProps) {
  const words = { id, label, error, example: example ?? undefined };
  if (type === "yesNo") return <RadioGroup {...words} name="value" look="inline" options={YES_NO} defaultValue={typed.value} />;
  if (type === "choices") return <CheckboxGroup {...words} name="values" look="inline" options={options} defaultValue={typed.values} />;
  if (type === "choice" && options.length <= IN_VIEW) return <RadioGroup {...words} name="value" look="inline" options={options} defaultValue={typed.value} />;
  return (
    <Field {...words}>
      {(control) => {
        switch (type) {
          case "choice": return <Select {...control} name="value" options={options} placeholder="" defaultValue={typed.value} className="max-w-md" />;
          case "longText": return <TextArea {...control} name="value" rows={3} defaultValue={typed.value} />;
          case "number": return <NumberInput {...control} name="value" defaultValue={typed.value} />;
          case "money": return <MoneyInput {...control} name="value" currencyName="currency" currency={typed.currency} currencies={[...new Set([typed.currency, ...CURRENCIES])]} defaultValue={typed.value} />;
          case "date": return <DateInput {...control} name="value" defaultValue={typed.value} />;
          case "url": return <TextInput {...control} name="value" type="text" inputMode="url" placeholder="https://" defaultValue={typed.value} />;
          default: return <TextInput {...control} name="value" defaultValue={typed.value} />;
        }
      }}
    </Field>
  );
}
