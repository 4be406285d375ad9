import { CheckboxGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { MoneyInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { DateInput, TextInput } from "@/components/form/text-input";
import { CONTRACT_TYPES, CURRENCIES } from "@/lib/deals/format";
import type { ContractType } from "@/lib/platform/generated/enums";

export type DealValues = {
  name: string; amount: string; currency: string; source: string; expectedClose: string; contractType: ContractType | null; teamIds: readonly string[];
};

type DealFieldsProps = {
  deal: DealValues;
  teams: readonly { id: string; name: string }[];
  errorOf: (name: string) => string | undefined;
  idOf: (name: string) => string;
};

/** What a deal is about. Only the name is needed. */
export function DealFields({ deal, teams, errorOf, idOf }: DealFieldsProps) {
  const of = (name: string) => ({ id: idOf(name), error: errorOf(name) });
  const currencies = (CURRENCIES as readonly string[]).includes(deal.currency) ? CURRENCIES : [deal.currency, ...CURRENCIES];
  return (
    <>
      <Field {...of("name")} label="Deal" hint="What the client buys, in a few words.">
        {(control) => <TextInput {...control} name="name" defaultValue={deal.name} required />}
      </Field>
      <Field {...of("amount")} label="Value" hint="Without tax." optional>
        {(control) => <MoneyInput {...control} name="amount" defaultValue={deal.amount} currency={deal.currency} currencyName="currency" currencies={currencies} />}
      </Field>
      <CheckboxGroup
        {...of("teamIds")} name="teamIds" label="Delivery teams" hint="Who will do the work." look="inline" optional
        options={teams.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={deal.teamIds}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...of("contractType")} label="Contract type" optional>
          {(control) => <Select {...control} name="contractType" placeholder="Not known yet" defaultValue={deal.contractType ?? ""} options={Object.entries(CONTRACT_TYPES).map(([value, label]) => ({ value, label }))} />}
        </Field>
        <Field {...of("expectedClose")} label="Expected close" optional>
          {(control) => <DateInput {...control} name="expectedClose" defaultValue={deal.expectedClose} />}
        </Field>
      </div>
      <Field {...of("source")} label="Source" hint="How the client came to us." optional>
        {(control) => <TextInput {...control} name="source" defaultValue={deal.source} />}
      </Field>
    </>
  );
}
