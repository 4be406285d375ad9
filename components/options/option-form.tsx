"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Field, FieldGroup } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { MoneyInput, NumberInput } from "@/components/form/number-input";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea, TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { addOptionAction, editOptionAction } from "@/lib/options/actions";
import { OPTION_TEXT_NAMES, OPTION_TEXTS, type OptionTextName } from "@/lib/options/fields";
import { useMerged } from "./use-merged";

export type OptionValues = Record<OptionTextName, string> & { name: string; weeksLow: string; weeksHigh: string; price: string };
type OptionFormProps = { dealId: string; currency: string; values: OptionValues; /** Of the option that is edited; left out for a new one. */ option?: { id: string; revision: number } };

/**
 * P7.1: one option. What was typed stays whatever happens; where somebody else saved meanwhile, theirs stands beside it, and what
 * was not touched here is theirs (B3, P1.3).
 */
export function OptionForm({ dealId, currency, values, option }: OptionFormProps) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const [began] = useState(option?.revision ?? 0);
  const { form, pending, problems, errorOf, idOf, result, failure, typed } = useFormAction<{ dealId: string; id: string; revision?: number }>(option ? editOptionAction : addOptionAction, { done: option ? "Saved" : undefined });
  const isStale = failure?.code === "CONFLICT" && failure.fields !== undefined;
  useEffect(() => { if (isStale) router.refresh(); }, [isStale, failure, router]); // the next save goes over what was read just now
  useMerged({ form: element, revision: option?.revision ?? 0, values, isStale, saved: result?.ok ? (result.data.revision ?? null) : null });
  const start = (name: keyof OptionValues) => typed?.[name] ?? values[name];
  const [plain, ...lists] = OPTION_TEXT_NAMES;
  const text = (name: OptionTextName | undefined, rows: number) => name && (
    <Field key={name} id={idOf(name)} label={OPTION_TEXTS[name].label} hint={OPTION_TEXTS[name].help} error={errorOf(name)}>
      {(control) => <TextArea {...control} name={name} rows={rows} defaultValue={start(name)} />}
    </Field>
  );
  return (
    <form {...form} ref={element} className="max-w-form space-y-5">
      {isStale && <Banner tone="warning" live="alert">{failure.message}</Banner>}
      <FormProblems problems={problems} />
      {option ? <><input type="hidden" name="id" value={option.id} /><input type="hidden" name="revision" defaultValue={began} /></> : <input type="hidden" name="dealId" value={dealId} />}
      <input type="hidden" name="currency" value={currency} />
      <Field id={idOf("name")} label="Name" hint="As the client would call it: “Repair the site”, “Rebuild it”." error={errorOf("name")}>
        {(control) => <TextInput {...control} name="name" defaultValue={start("name")} required />}
      </Field>
      {text(plain, 4)}
      {lists.map((name) => text(name, 3))}
      <div className="grid gap-5">
        <FieldGroup id="duration" label="Duration" hint="From the first day to the last, in weeks." error={errorOf("weeksLow") ?? errorOf("weeksHigh")}>
          <div className="flex items-center gap-2">
            <NumberInput id={idOf("weeksLow")} name="weeksLow" aria-label="Shortest, in weeks" className="!w-16" defaultValue={start("weeksLow")} />
            <span className="text-ink-2">to</span>
            <NumberInput id={idOf("weeksHigh")} name="weeksHigh" aria-label="Longest, in weeks" className="!w-16" unit="weeks" defaultValue={start("weeksHigh")} />
          </div>
        </FieldGroup>
        <Field id={idOf("price")} label="Price" hint="Without tax." error={errorOf("price")}>
          {(control) => <MoneyInput {...control} name="price" currency={currency} defaultValue={start("price")} />}
        </Field>
      </div>
      <FormActions sticky>
        <SubmitButton pending={pending}>{option ? "Save" : "Add the option"}</SubmitButton>
        <ButtonLink href={`/deals/${dealId}/options`} variant="ghost">{option ? "Back to the options" : "Cancel"}</ButtonLink>
      </FormActions>
    </form>
  );
}
