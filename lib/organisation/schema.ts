import * as z from "zod";
import { text } from "@/lib/platform/text";
import { zone } from "@/lib/platform/zones";

export const organisationName = text(120).refine((value) => value.trim() !== "", "Enter the organisation's name.");
export const currency = z.string().regex(/^[A-Z]{3}$/, "Enter a currency by its three letters, like EUR.")
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "Enter a currency by its three letters, like EUR.");

export const updateOrganisationInput = z.strictObject({ name: organisationName, zone, currency, soloMode: z.boolean() });

export const addHolidayInput = z.strictObject({ date: z.iso.date("Enter the day."), name: text(120).refine((value) => value.trim() !== "", "Enter the name of the holiday.") });
export const removeHolidayInput = z.strictObject({ id: z.uuid() });

export const HISTORY_KINDS = ["people", "teams", "policies", "organisation"] as const;
export const historyFilter = z.object({
  kind: z.enum(HISTORY_KINDS).optional().catch(undefined),
  by: z.uuid().optional().catch(undefined),
  about: z.uuid().optional().catch(undefined),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
});
export type HistoryFilter = z.infer<typeof historyFilter>;
