"use server";

import { action } from "@/lib/http/action";
import { formAction } from "@/lib/http/form";
import { editItemCondition } from "./commands/conditions";
import { consentToPolicy } from "./commands/consent";
import { beginPolicyDraft, discardPolicyDraft, publishPolicy, savePolicyDraft } from "./commands/policies";
import { beginTemplateDraft, discardTemplateDraft, editTemplate, publishTemplate } from "./commands/templates";
import { pageOf } from "./fields/policy-form";
import { getDraftSays } from "./queries/templates";
import {
  beginPolicyDraftInput, consentToPolicyInput, discardPolicyDraftInput, editItemConditionInput, publishPolicyInput, savePolicyDraftInput,
  beginTemplateDraftInput, discardTemplateDraftInput, draftSaysInput, editTemplateInput, moveInTemplateInput, publishTemplateInput,
} from "./schema";

export const beginTemplateDraftAction = formAction(beginTemplateDraftInput, beginTemplateDraft, { to: ({ teamId }) => `/admin/templates/${teamId}` });
/** Stays where it is: order, conditions, sections. */
export const editTemplateAction = formAction(editTemplateInput, editTemplate);
export const moveInTemplateAction = formAction(moveInTemplateInput, editTemplate);
/** A field is saved, added or taken out: back to the template, at the field. */
export const saveTemplateFieldAction = formAction(editTemplateInput, editTemplate, {
  to: ({ teamId, field }) => `/admin/templates/${teamId}${field === null ? "" : `#${field}`}`,
});
/** Reads only: for a form whose draft somebody else has changed meanwhile. */
export const draftSaysAction = action(draftSaysInput, getDraftSays, { refresh: false });
export const discardTemplateDraftAction = formAction(discardTemplateDraftInput, discardTemplateDraft, { to: ({ teamId }) => `/admin/templates/${teamId}` });
export const publishTemplateAction = formAction(publishTemplateInput, publishTemplate, { to: ({ teamId }) => `/admin/templates/${teamId}` });

/** Stays where it is, for the next line. */
export const editItemConditionAction = formAction(editItemConditionInput, editItemCondition);

export const beginPolicyDraftAction = formAction(beginPolicyDraftInput, beginPolicyDraft, { to: (one) => `/policies/${pageOf(one)}/edit` });
/** Stays with what was typed where something is wrong; else it is looked over. */
export const savePolicyDraftAction = formAction(savePolicyDraftInput, savePolicyDraft, { to: (one) => `/policies/${pageOf(one)}` });
export const discardPolicyDraftAction = formAction(discardPolicyDraftInput, discardPolicyDraft, { to: (one) => `/policies/${pageOf(one)}` });
export const publishPolicyAction = formAction(publishPolicyInput, publishPolicy, { to: (one) => `/policies/${pageOf(one)}` });
export const consentToPolicyAction = formAction(consentToPolicyInput, consentToPolicy);
