"use server";

import { formAction } from "@/lib/http/form";
import { moveUpTemplate } from "../commands/template";
import { moveUpTemplateInput } from "../schema";

export const moveUpTemplateAction = formAction(moveUpTemplateInput, moveUpTemplate);
