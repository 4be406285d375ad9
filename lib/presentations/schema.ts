import * as z from "zod";
import { requiredText } from "@/lib/platform/text";

const id = z.uuid("Choose one of the list.");
const day = z.iso.date("Enter a date that exists.");
/** A name, on one line. */
const name = requiredText(120).transform((typed) => typed.trim().replace(/\s+/g, " "));
/** The choice that stood when the page was read; empty where none did. */
const standing = z.union([z.literal(""), id]).default("").transform((typed) => (typed === "" ? null : typed));

/** `seen` is the digest of the options as the page showed them. Valid to the end of that day, UTC. */
export const presentOptionsInput = z.strictObject({ id, presenterId: id, validUntil: day, seen: z.string().regex(/^[0-9a-f]{64}$/, "Reload the page.") });
export const withdrawPresentationInput = z.strictObject({ id, presentationId: id, reason: requiredText(1_000) });

/** For somebody at the client, or for anybody there. */
export const createClientLinkInput = z.strictObject({
  id, until: day, contactId: z.union([z.literal(""), id]).default("").transform((typed) => (typed === "" ? null : typed)),
});
export const revokeClientLinkInput = z.strictObject({ id, linkId: id });

const choice = { presentationId: id, optionId: id, chosenBy: name, reason: requiredText(4_000), standing };
export const recordChoiceInput = z.strictObject({ id, ...choice });
/** As the client's page sends it; the link says of which deal. */
export const chooseByLinkInput = z.strictObject(choice);
export type Choosing = z.output<typeof chooseByLinkInput>;
