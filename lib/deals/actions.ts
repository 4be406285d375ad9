"use server";

import { redirect } from "next/navigation";
import { type FormState, formAction } from "@/lib/http/form";
import { approveAtRiskStart, declineAtRiskStart, requestAtRiskStart } from "./commands/at-risk";
import { answerComplexity } from "./commands/answer-complexity";
import { consentToClass, declineClass, endClassOverride, overrideClass } from "./commands/class-override";
import { createDeal, createDealWithClient, type DealCreation } from "./commands/create";
import { setNextStep } from "./commands/next-step";
import { inviteColleague, reassignContactOwner, removeColleague } from "./commands/people";
import { moveDeal, signDeal, winDeal } from "./commands/stage";
import { updateDeal } from "./commands/update";
import {
  answerComplexityInput, approveAtRiskStartInput, colleagueInput, consentToClassInput, createDealInput, createDealWithClientInput, declineAtRiskStartInput,
  declineClassInput, endClassOverrideInput, moveDealInput, moveOnBoardInput, overrideClassInput, reassignContactOwnerInput, requestAtRiskStartInput,
  setNextStepInput, signDealInput, updateDealInput, winDealInput,
} from "./schema";

const createBoth = formAction(createDealWithClientInput, createDealWithClient, { lists: ["teamIds"] });

/** From nothing to the start of a handover; or stays with the clients that the new one looks like. */
export async function startWithDealAction(previous: FormState<DealCreation>, form: FormData): Promise<FormState<DealCreation>> {
  const result = await createBoth(previous, form);
  if (result?.ok && result.data.created) redirect(`/handovers/new?deal=${result.data.id}`);
  return result;
}

export const createDealAction = formAction(createDealInput, createDeal, { lists: ["teamIds"], to: ({ id }) => `/deals/${id}` });
export const updateDealAction = formAction(updateDealInput, updateDeal, { lists: ["teamIds"], to: ({ id }) => `/deals/${id}` });
export const moveDealAction = formAction(moveDealInput, moveDeal);
/** From a page of its own, back to the deal. */
export const moveDealOnPageAction = formAction(moveDealInput, moveDeal, { to: ({ id }) => `/deals/${id}` });
export const moveOnBoardAction = formAction(moveOnBoardInput, moveDeal);
export const setNextStepAction = formAction(setNextStepInput, setNextStep);
export const winDealAction = formAction(winDealInput, winDeal);
export const signDealAction = formAction(signDealInput, signDeal);
export const requestAtRiskStartAction = formAction(requestAtRiskStartInput, requestAtRiskStart);
export const approveAtRiskStartAction = formAction(approveAtRiskStartInput, approveAtRiskStart);
export const declineAtRiskStartAction = formAction(declineAtRiskStartInput, declineAtRiskStart);
export const reassignContactOwnerAction = formAction(reassignContactOwnerInput, reassignContactOwner);
export const inviteColleagueAction = formAction(colleagueInput, inviteColleague);
export const removeColleagueAction = formAction(colleagueInput, removeColleague);
export const overrideClassAction = formAction(overrideClassInput, overrideClass);
export const consentToClassAction = formAction(consentToClassInput, consentToClass);
export const declineClassAction = formAction(declineClassInput, declineClass);
export const endClassOverrideAction = formAction(endClassOverrideInput, endClassOverride);
export const answerComplexityAction = formAction(answerComplexityInput, answerComplexity);
