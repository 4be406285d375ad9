"use server";

import { formAction } from "@/lib/http/form";
import { requestTrial } from "./commands/request";
import { approveTrial, cancelTrial, declineTrial, evaluateTrial, extendTrial } from "./commands/review";
import { deliverTrial, recordTrialHours, startTrial } from "./commands/run";
import {
  approveTrialInput, cancelTrialInput, declineTrialInput, deliverTrialInput, evaluateTrialInput, extendTrialInput, recordTrialHoursInput,
  requestTrialInput, startTrialInput,
} from "./schema";

export const requestTrialAction = formAction(requestTrialInput, requestTrial, { to: ({ dealId }) => `/deals/${dealId}/involvement` });
export const cancelTrialAction = formAction(cancelTrialInput, cancelTrial);

/** What decides goes back to the list, which opens the next one. */
const next = () => "/asked";
export const approveTrialAction = formAction(approveTrialInput, approveTrial, { to: next });
export const declineTrialAction = formAction(declineTrialInput, declineTrial, { to: next });
export const deliverTrialAction = formAction(deliverTrialInput, deliverTrial, { to: next });
export const evaluateTrialAction = formAction(evaluateTrialInput, evaluateTrial, { to: next });
export const startTrialAction = formAction(startTrialInput, startTrial);
export const extendTrialAction = formAction(extendTrialInput, extendTrial);
export const recordTrialHoursAction = formAction(recordTrialHoursInput, recordTrialHours);
