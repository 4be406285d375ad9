import * as z from "zod";
import { defineEvent, type EventDefinition } from "@/lib/events/define";
import { ERASURES } from "./format";
import { ERASURE_REASONS } from "./schema";

const client = { clientId: z.uuid(), client: z.string() };
const contact = { clientId: z.uuid(), contactId: z.uuid() };
const named = z.strictObject({ ...contact, name: z.string() });

/** What happens to clients. An event that names a person carries their id as subject, so that erasing redacts it. */
export const CLIENT_EVENTS = {
  "client.created": defineEvent({
    stream: "ORGANISATION",
    payload: z.strictObject({ ...client, despite: z.array(z.string()) }),
    sentence: (p) => `added the client ${p.client}${p.despite.length > 0 ? `, although it looks like ${p.despite.join(" and ")}` : ""}`,
    audience: [],
  }),
  "client.updated": defineEvent({
    stream: "ORGANISATION",
    payload: z.strictObject({ ...client, changed: z.array(z.string()) }),
    sentence: (p) => `changed the client ${p.client}: ${p.changed.join(", ")}`,
    audience: [],
  }),
  "contact.added": defineEvent({
    stream: "ORGANISATION",
    payload: named,
    sentence: (p) => `added the contact ${p.name}`,
    audience: [],
  }),
  "contact.updated": defineEvent({
    stream: "ORGANISATION",
    payload: named.extend({ changed: z.array(z.string()) }),
    sentence: (p) => `changed the contact ${p.name}: ${p.changed.join(", ")}`,
    audience: [],
  }),
  "contact.erased": defineEvent({
    stream: "ORGANISATION",
    payload: z.strictObject({ ...contact, reason: z.enum(ERASURE_REASONS) }),
    sentence: (p) => `erased a contact. ${ERASURES[p.reason]}`,
    audience: [],
  }),
} satisfies Record<string, EventDefinition>;
