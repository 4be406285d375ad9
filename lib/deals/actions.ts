"use server";
import { action } from "@/lib/http/action";
import { approveAtRiskStart, declineAtRiskStart, requestAtRiskStart } from "./commands/at-risk";
import { createDeal, createDealWithClient } from "./commands/create";
import { inviteColleague, reassignContactOwner, removeColleague } from "./commands/people";
import { moveDeal, signDeal, winDeal } from "./commands/stage";
import { updateDeal } from "./commands/update";
import {
  approveAtRiskStartInput, colleagueInput, createDealInput, createDealWithClientInput, declineAtRiskStartInput, moveDealInput,
  reassignContactOwnerInput, requestAtRiskStartInput, signDealInput, updateDealInput, winDealInput,
} from "./schema";

export const createDealAction = action(createDealInput, createDeal);
export const createDealWithClientAction = action(createDealWithClientInput, createDealWithClient);
export const updateDealAction = action(updateDealInput, updateDeal);
export const moveDealAction = action(moveDealInput, moveDeal);
export const winDealAction = action(winDealInput, winDeal);
export const signDealAction = action(signDealInput, signDeal);
export const requestAtRiskStartAction = action(requestAtRiskStartInput, requestAtRiskStart);
export const approveAtRiskStartAction = action(approveAtRiskStartInput, approveAtRiskStart);
export const declineAtRiskStartAction = action(declineAtRiskStartInput, declineAtRiskStart);
export const reassignContactOwnerAction = action(reassignContactOwnerInput, reassignContactOwner);
export const inviteColleagueAction = action(colleagueInput, inviteColleague);
export const removeColleagueAction = action(colleagueInput, removeColleague);
