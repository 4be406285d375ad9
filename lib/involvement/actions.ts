"use server";

import { formAction } from "@/lib/http/form";
import { acceptInvolvement, agreeInvolvement, answerInvolvement, declineInvolvement, withdrawInvolvement } from "./commands/decide";
import { recordHours } from "./commands/hours";
import { nameDeveloper } from "./commands/name-developer";
import { requestInvolvement } from "./commands/request";
import {
  acceptInvolvementInput, agreeInvolvementInput, answerInvolvementInput, declineInvolvementInput, nameDeveloperInput, recordHoursInput,
  requestInvolvementInput, withdrawInvolvementInput,
} from "./schema";

export const requestInvolvementAction = formAction(requestInvolvementInput, requestInvolvement, { to: ({ dealId }) => `/deals/${dealId}/involvement` });
export const withdrawInvolvementAction = formAction(withdrawInvolvementInput, withdrawInvolvement);

/** What decides goes back to the list, which opens the next one. */
const next = () => "/asked";
export const agreeInvolvementAction = formAction(agreeInvolvementInput, agreeInvolvement, { to: next });
export const answerInvolvementAction = formAction(answerInvolvementInput, answerInvolvement, { to: next });
export const declineInvolvementAction = formAction(declineInvolvementInput, declineInvolvement, { to: next });
export const acceptInvolvementAction = formAction(acceptInvolvementInput, acceptInvolvement);
export const recordHoursAction = formAction(recordHoursInput, recordHours);
export const nameDeveloperAction = formAction(nameDeveloperInput, nameDeveloper);
