"use server";

import { formAction } from "@/lib/http/form";
import { approveEstimates, askApproval, declineApproval } from "./commands/approvals";
import { estimatePhase, takeFromRateCard } from "./commands/estimates";
import { addOption, archiveOption, editOption, moveOption, restoreOption } from "./commands/options";
import { addPhase, changePhase, movePhase, removePhase } from "./commands/phases";
import { addRateCardItem, retireRateCardItem } from "./commands/rate-card";
import {
  addOptionInput, addPhaseInput, addRateCardItemInput, approveEstimatesInput, archiveOptionInput, askApprovalInput, changeOptionInput, changePhaseInput, declineApprovalInput, estimatePhaseInput,
  moveOptionInput, movePhaseInput, removePhaseInput, restoreOptionInput, retireRateCardItemInput, takeFromRateCardInput,
} from "./schema";

export const addOptionAction = formAction(addOptionInput, addOption, { keepsTyped: true, to: ({ dealId, id }) => `/deals/${dealId}/options/${id}#phases` });
export const editOptionAction = formAction(changeOptionInput, editOption, { keepsTyped: true });
export const moveOptionAction = formAction(moveOptionInput, moveOption);
export const archiveOptionAction = formAction(archiveOptionInput, archiveOption, { to: ({ dealId }) => `/deals/${dealId}/options` });
export const restoreOptionAction = formAction(restoreOptionInput, restoreOption);

export const addPhaseAction = formAction(addPhaseInput, addPhase);
export const changePhaseAction = formAction(changePhaseInput, changePhase);
export const movePhaseAction = formAction(movePhaseInput, movePhase);
export const removePhaseAction = formAction(removePhaseInput, removePhase);

export const estimatePhaseAction = formAction(estimatePhaseInput, estimatePhase, { keepsTyped: true });
export const takeFromRateCardAction = formAction(takeFromRateCardInput, takeFromRateCard);

export const askApprovalAction = formAction(askApprovalInput, askApproval);
/** What decides goes back to the list, which opens the next one. */
const next = () => "/asked";
export const approveEstimatesAction = formAction(approveEstimatesInput, approveEstimates, { lists: ["estimateIds"], to: next });
export const declineApprovalAction = formAction(declineApprovalInput, declineApproval, { to: next });

export const addRateCardItemAction = formAction(addRateCardItemInput, addRateCardItem);
export const retireRateCardItemAction = formAction(retireRateCardItemInput, retireRateCardItem);
