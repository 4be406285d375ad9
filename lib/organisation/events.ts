import * as z from "zod";
import { changesPayload, changesText } from "@/lib/events/changes";
import { defineEvent as define, type EventDefinition } from "@/lib/events/define";

const holiday = z.strictObject({ date: z.iso.date(), name: z.string() });

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string) =>
  define<P>({ stream: "ORGANISATION", payload, sentence, audience: [] } satisfies EventDefinition<P>);

/** What happens to the organisation as a whole. */
export const ORGANISATION_EVENTS = {
  "organisation.setUp": defineEvent(
    z.strictObject({ name: z.string(), zone: z.string(), currency: z.string(), admin: z.string(), policies: z.int() }),
    (p) => `set up ${p.name}, with ${p.admin} as the first admin and version 1 of ${p.policies} policies`,
  ),
  "organisation.changed": defineEvent(z.strictObject({ changes: changesPayload }), (p) => `changed the organisation: ${changesText(p.changes)}`),
  "holiday.added": defineEvent(holiday, (p) => `added the holiday ${p.name} on ${p.date}`),
  "holiday.removed": defineEvent(holiday, (p) => `removed the holiday ${p.name} on ${p.date}`),
};
