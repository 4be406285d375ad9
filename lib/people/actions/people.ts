"use server";

import { formAction } from "@/lib/http/form";
import { createLink, invitePerson, revokeLinks } from "../commands/invitations";
import { deactivatePerson, reactivatePerson, setRoles, updatePerson } from "../commands/people";
import { invitePersonInput, personInput, setRolesInput, updatePersonInput } from "../schema";

export const invitePersonAction = formAction(invitePersonInput, invitePerson, { lists: ["roles"], checks: ["isAdmin"] });
export const createLinkAction = formAction(personInput, createLink);
export const revokeLinksAction = formAction(personInput, revokeLinks);
export const updatePersonAction = formAction(updatePersonInput, updatePerson);
export const setRolesAction = formAction(setRolesInput, setRoles, { lists: ["roles"], checks: ["isAdmin"] });
export const deactivatePersonAction = formAction(personInput, deactivatePerson);
export const reactivatePersonAction = formAction(personInput, reactivatePerson);
