import * as z from "zod";
import { currency, organisationName } from "@/lib/organisation/schema";
import { emailAddress, newPassword, personName } from "@/lib/people/schema";
import { text } from "@/lib/platform/text";
import { zone } from "@/lib/platform/zones";

/** The first visit: the organisation and its first admin. The token comes from the log of the start. */
export const setUpInput = z.strictObject({
  token: text(200), organisation: organisationName, zone, currency,
  name: personName, email: emailAddress, password: newPassword,
});
