import * as z from "zod";
import { defineEvent } from "@/lib/events/define";

/** What somebody does from the inbox that others are told of. Snoozes and saved views are one's own, and no history. */
export const INBOX_EVENTS = {
  "handover.reminded": defineEvent({
    stream: "HANDOVER",
    payload: z.strictObject({ to: z.string(), briefVersion: z.int() }),
    sentence: (p) => `reminded ${p.to} that version ${p.briefVersion} was returned and waits to be resubmitted`,
    audience: ["contactOwner"],
  }),
};
