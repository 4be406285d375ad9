import * as z from "zod";
import { defineEvent } from "@/lib/events/define";

/** What happens to documents. The sentence names no file: a name can say what not everybody reads. */
export const DOCUMENT_EVENTS = {
  "document.added": defineEvent({
    stream: "HANDOVER",
    payload: z.strictObject({ documentId: z.uuid(), field: z.string(), version: z.int(), sha256: z.string(), size: z.int() }),
    sentence: ({ version }) => (version === 1 ? "uploaded a document" : `uploaded version ${version} of a document`),
    audience: [],
  }),
};
