"use client";

import { Checkbox } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import type { TeamKind } from "@/lib/platform/generated/enums";
import { updateTeamAction } from "@/lib/teams/actions";

type TeamFormProps = {
  team: { id: string; revision: number; name: string; kind: TeamKind; technical: boolean; active: boolean; defaultPmId: string | null };
  /** Active PMs of this team. */
  pms: { id: string; name: string }[];
};

/** Name, flags and default PM of a team. */
export function TeamForm({ team, pms }: TeamFormProps) {
  const { form, pending, problems, errorOf } = useFormAction(updateTeamAction, { done: "Saved" });
  const isDelivery = team.kind === "DELIVERY";
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="teamId" value={team.id} />
      <input type="hidden" name="revision" value={team.revision} />
      <Field id="name" label="Name" error={errorOf("name")}>{(control) => <TextInput {...control} name="name" defaultValue={team.name} required />}</Field>
      {isDelivery && (
        <Field id="defaultPmId" label="Default PM" hint="Suggested first, when load and skills say nothing else." optional error={errorOf("defaultPmId")}>
          {(control) => <Select {...control} name="defaultPmId" placeholder="Nobody" options={pms.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={team.defaultPmId ?? ""} />}
        </Field>
      )}
      {!isDelivery && <input type="hidden" name="defaultPmId" value="" />}
      {isDelivery && <Checkbox name="technical" label="A technical team" hint="Complex work needs the acceptance of every technical team's lead." defaultChecked={team.technical} />}
      <Checkbox name="active" label="Active" hint="An inactive team gets no new handover." defaultChecked={team.active} />
      <FormActions><SubmitButton pending={pending}>Save</SubmitButton></FormActions>
    </form>
  );
}
