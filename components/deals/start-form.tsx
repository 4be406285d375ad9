"use client";

import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { ClientFields } from "@/components/clients/client-fields";
import { DuplicatesWarning } from "@/components/clients/duplicates-warning";
import { FirstContact } from "@/components/clients/new-client-form";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { startWithDealAction } from "@/lib/deals/actions";
import { DealFields, type DealValues } from "./deal-fields";

type StartFormProps = { values: DealValues; teams: readonly { id: string; name: string }[]; zones: readonly string[] };

/** Starting from nothing (P1.2): client and deal are created on the way, and the handover begins from them. */
export function StartForm({ values, teams, zones }: StartFormProps) {
  const { form, pending, problems, errorOf, idOf, result } = useFormAction(startWithDealAction);
  const duplicates = result?.ok && !result.data.created ? result.data.duplicates : [];
  return (
    <form {...form} className="max-w-form space-y-8">
      <FormProblems problems={problems} />
      <input type="hidden" name="client.kind" value="new" />
      <Section title="The client" level={3}>
        <div className="space-y-5">
          <ClientFields part="client." zones={zones} errorOf={errorOf} idOf={idOf} />
          <FirstContact part="client.contact." errorOf={errorOf} idOf={idOf} />
        </div>
      </Section>
      <Section title="The deal" level={3}>
        <div className="space-y-5"><DealFields deal={values} teams={teams} errorOf={errorOf} idOf={idOf} /></div>
      </Section>
      <DuplicatesWarning duplicates={duplicates} />
      <FormActions>
        <SubmitButton pending={pending}>Create both and start the handover</SubmitButton>
        {duplicates.length > 0 && <Button type="submit" name="client.createAnyway" value="true" disabled={pending}>Create anyway</Button>}
      </FormActions>
    </form>
  );
}
