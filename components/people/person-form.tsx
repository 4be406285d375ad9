"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { NumberInput } from "@/components/form/number-input";
import { Combobox, Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { updatePersonAction } from "@/lib/people/actions/people";
import { MEETING_PREFERENCES, type WorkingHours } from "@/lib/people/format";
import { updatePersonInput } from "@/lib/people/schema";
import type { MeetingPreference } from "@/lib/platform/generated/enums";
import { FormProblems } from "./form-problems";
import { HoursFields } from "./hours-fields";
import { useCheckedForm } from "./use-checked-form";

type PersonFormProps = {
  person: {
    id: string; revision: number; name: string; email: string; zone: string; workingHours: WorkingHours; backupId: string | null;
    meetingPreference: MeetingPreference; loadCap: number; skills: string[];
  };
  colleagues: { id: string; name: string }[];
  zones: readonly string[];
};

/** What is known about a person, for an admin; checked by the action's own schema before it is sent. */
export function PersonForm({ person, colleagues, zones }: PersonFormProps) {
  const { form, pending, problems, errorOf, register } = useCheckedForm(updatePersonAction, {
    schema: updatePersonInput.omit({ userId: true, revision: true, workingHours: true }),
    done: "Saved",
    defaultValues: {
      name: person.name, email: person.email, zone: person.zone, backupId: person.backupId ?? "", skills: person.skills.join(", "),
      meetingPreference: person.meetingPreference, loadCap: String(person.loadCap),
    },
  });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="userId" value={person.id} />
      <input type="hidden" name="revision" value={person.revision} />
      <Field id="name" label="Name" error={errorOf("name")}>
        {(control) => <TextInput {...control} defaultValue={person.name} required {...register("name")} />}
      </Field>
      <Field id="email" label="Mail address" hint="They sign in with it." error={errorOf("email")}>
        {(control) => <TextInput {...control} type="email" defaultValue={person.email} required {...register("email")} />}
      </Field>
      <Field id="zone" label="Time zone" error={errorOf("zone")}>
        {(control) => <Combobox {...control} options={zones} defaultValue={person.zone} required {...register("zone")} />}
      </Field>
      <HoursFields hours={person.workingHours} errorOf={errorOf} />
      <Field id="backupId" label="Backup" hint="Takes over duties and calls while this person is away." optional error={errorOf("backupId")}>
        {(control) => <Select {...control} placeholder="Nobody" options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={person.backupId ?? ""} {...register("backupId")} />}
      </Field>
      <Field id="skills" label="Skills" hint="Divided by commas. They help to suggest a PM or team lead." optional error={errorOf("skills")}>
        {(control) => <TextInput {...control} defaultValue={person.skills.join(", ")} {...register("skills")} />}
      </Field>
      <Field id="meetingPreference" label="Preference for meetings" error={errorOf("meetingPreference")}>
        {(control) => (
          <Select {...control} options={Object.entries(MEETING_PREFERENCES).map(([value, label]) => ({ value, label }))} defaultValue={person.meetingPreference} {...register("meetingPreference")} />
        )}
      </Field>
      <Field id="loadCap" label="Load cap" hint="Live handovers this person should hold at most. Going over it needs a manager." error={errorOf("loadCap")}>
        {(control) => <NumberInput {...control} unit="handovers" defaultValue={person.loadCap} required {...register("loadCap")} />}
      </Field>
      <FormActions><SubmitButton pending={pending}>Save</SubmitButton></FormActions>
    </form>
  );
}
