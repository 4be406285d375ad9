"use client";

import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { NumberInput } from "@/components/form/number-input";
import { Combobox, Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Section } from "@/components/ui/section";
import { savePersonAction } from "@/lib/people/actions/people";
import { MEETING_PREFERENCES, type WorkingHours } from "@/lib/people/format";
import { updatePersonInput } from "@/lib/people/schema";
import type { MeetingPreference, Role, TeamKind } from "@/lib/platform/generated/enums";
import { FormProblems } from "./form-problems";
import { HoursFields } from "./hours-fields";
import { RolesFields } from "./roles-fields";
import { useCheckedForm } from "./use-checked-form";

type PersonFormProps = {
  person: {
    id: string; revision: number; name: string; email: string; zone: string; workingHours: WorkingHours; backupId: string | null;
    meetingPreference: MeetingPreference; loadCap: number; skills: string[]; isAdmin: boolean; memberships: { teamId: string; role: Role }[];
  };
  teams: { id: string; name: string; kind: TeamKind }[];
  colleagues: { id: string; name: string }[];
  zones: readonly string[];
};

/** What is known about a person and which roles they hold, for an admin, saved at once; checked by the action's own schema before it is sent. */
export function PersonForm({ person, teams, colleagues, zones }: PersonFormProps) {
  const { form, pending, problems, errorOf, register } = useCheckedForm(savePersonAction, {
    schema: updatePersonInput.omit({ userId: true, revision: true, workingHours: true }),
    done: "Saved",
    defaultValues: {
      name: person.name, email: person.email, zone: person.zone, backupId: person.backupId ?? "", skills: person.skills.join(", "),
      meetingPreference: person.meetingPreference, loadCap: String(person.loadCap),
    },
  });
  return (
    <form {...form} className="max-w-form space-y-10">
      <FormProblems problems={problems} />
      <input type="hidden" name="userId" value={person.id} />
      <input type="hidden" name="revision" value={person.revision} />
      <Section title="Settings"><div className="space-y-5">
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
      </div></Section>
      <Section title="Roles" id="roles" description="Held per team, several at once. A change counts from this person's next request on."><RolesFields teams={teams} held={person.memberships} isAdmin={person.isAdmin} /></Section>
      <FormActions><SubmitButton pending={pending}>Save</SubmitButton></FormActions>
    </form>
  );
}
