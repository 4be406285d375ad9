"use client";

import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { setRolesAction } from "@/lib/people/actions/people";
import type { Role, TeamKind } from "@/lib/platform/generated/enums";
import { FormProblems } from "./form-problems";
import { RolesFields } from "./roles-fields";
import { useFormAction } from "./use-form-action";

type RolesFormProps = {
  person: { id: string; revision: number; isAdmin: boolean; memberships: { teamId: string; role: Role }[] };
  teams: { id: string; name: string; kind: TeamKind }[];
};

/** The roles of one person, as a whole; effective on their next request. */
export function RolesForm({ person, teams }: RolesFormProps) {
  const { form, pending, problems } = useFormAction(setRolesAction, { done: "Roles saved", prefix: "roles-" });
  return (
    <form {...form} className="max-w-form space-y-5">
      <FormProblems problems={problems} />
      <input type="hidden" name="userId" value={person.id} />
      <input type="hidden" name="revision" value={person.revision} />
      <RolesFields teams={teams} held={person.memberships} isAdmin={person.isAdmin} />
      <FormActions><SubmitButton pending={pending}>Save roles</SubmitButton></FormActions>
    </form>
  );
}
