"use server";

import { formAction } from "@/lib/http/form";
import { beginTemplateDraft, discardTemplateDraft, editTemplate, publishTemplate } from "./commands/templates";
import { beginTemplateDraftInput, discardTemplateDraftInput, editTemplateInput, moveInTemplateInput, publishTemplateInput } from "./schema";

export const beginTemplateDraftAction = formAction(beginTemplateDraftInput, beginTemplateDraft, { to: ({ teamId }) => `/admin/templates/${teamId}` });
/** Stays where it is: order, conditions, sections. */
export const editTemplateAction = formAction(editTemplateInput, editTemplate);
export const moveInTemplateAction = formAction(moveInTemplateInput, editTemplate);
/** A field is saved, added or taken out: back to the template, at the field. */
export const saveTemplateFieldAction = formAction(editTemplateInput, editTemplate, {
  to: ({ teamId, field }) => `/admin/templates/${teamId}${field === null ? "" : `#${field}`}`,
});
export const discardTemplateDraftAction = formAction(discardTemplateDraftInput, discardTemplateDraft, { to: ({ teamId }) => `/admin/templates/${teamId}` });
export const publishTemplateAction = formAction(publishTemplateInput, publishTemplate, { to: ({ teamId }) => `/admin/templates/${teamId}` });
