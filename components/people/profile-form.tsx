"use client";

import { Checkbox } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { FormActions } from "@/components/form/form-actions";
import { Combobox, Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { updateProfileAction } from "@/lib/people/actions/profile";
import { MEETING_PREFERENCES, type WorkingHours } from "@/lib/people/format";
import type { MeetingPreference } from "@/lib/platform/generated/enums";
import { FormProblems } from "./form-problems";
import { HoursFields } from "./hours-fields";
import { useFormAction } from "./use-form-action";

type ProfileFormProps = {
  profile: { revision: number; zone: string; workingHours: WorkingHours; backupId: string | null; meetingPreference: MeetingPreference; singleKeys: boolean };
  colleagues: { id: string; name: string }[];
  zones: readonly string[];
};

/** One's own settings. */
export function ProfileForm({ profile, colleagues, zones }: ProfileFormProps) {
  const { form, pending, problems, errorOf } = useFormAction(updateProfileAction, { done: "Saved" });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="revision" value={profile.revision} />
      <Field id="zone" label="Time zone" hint="Times are shown in it, and your working hours are meant in it." error={errorOf("zone")}>
        {(control) => <Combobox {...control} name="zone" options={zones} defaultValue={profile.zone} required />}
      </Field>
      <HoursFields hours={profile.workingHours} errorOf={errorOf} />
      <Field id="backupId" label="Backup" hint="Takes over your duties and calls while you are away." optional error={errorOf("backupId")}>
        {(control) => <Select {...control} name="backupId" placeholder="Nobody" options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={profile.backupId ?? ""} />}
      </Field>
      <Field id="meetingPreference" label="Preference for meetings" hint="Whoever asks for your time sees it." error={errorOf("meetingPreference")}>
        {(control) => (
          <Select {...control} name="meetingPreference" options={Object.entries(MEETING_PREFERENCES).map(([value, label]) => ({ value, label }))} defaultValue={profile.meetingPreference} />
        )}
      </Field>
      <Checkbox name="singleKeys" label="Single keys are shortcuts" hint="For example “a” to accept, in the inbox. Turn them off if you dictate or press keys by accident." defaultChecked={profile.singleKeys} />
      <FormActions><SubmitButton pending={pending}>Save</SubmitButton></FormActions>
    </form>
  );
}
