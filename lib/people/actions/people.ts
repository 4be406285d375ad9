"use server";

import { formAction } from "@/lib/http/form";
import { createLink, invitePerson, revokeLinks } from "../commands/invitations";
import { deactivatePerson, reactivatePerson, savePerson } from "../commands/people";
import { invitePersonInput, personInput, savePersonInput } from "../schema";

export const invitePersonAction = formAction(invitePersonInput, invitePerson, { lists: ["roles"], checks: ["isAdmin"] });
export const createLinkAction = formAction(personInput, createLink);
export const revokeLinksAction = formAction(personInput, revokeLinks);
export const savePersonAction = formAction(savePersonInput, savePerson, { lists: ["roles"], checks: ["isAdmin"] });
export const deactivatePersonAction = formAction(personInput, deactivatePerson);
export const reactivatePersonAction = formAction(personInput, reactivatePerson);
