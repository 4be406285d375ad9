"use server";

import { formAction } from "@/lib/http/form";
import { addHoliday, removeHoliday, updateOrganisation } from "./commands/settings";
import { addHolidayInput, removeHolidayInput, updateOrganisationInput } from "./schema";

export const updateOrganisationAction = formAction(updateOrganisationInput, updateOrganisation, { checks: ["soloMode"] });
export const addHolidayAction = formAction(addHolidayInput, addHoliday);
export const removeHolidayAction = formAction(removeHolidayInput, removeHoliday);
