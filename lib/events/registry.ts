import type * as z from "zod";
import { CLIENT_EVENTS } from "@/lib/clients/events";
import { DEAL_EVENTS } from "@/lib/deals/events";
import { DISCOVERY_EVENTS } from "@/lib/discovery/events";
import { DOCUMENT_EVENTS } from "@/lib/documents/events";
import { HANDOVER_EVENTS } from "@/lib/handovers/events";
import { INBOX_EVENTS } from "@/lib/inbox/events";
import { INVOLVEMENT_EVENTS } from "@/lib/involvement/events";
import { OPTION_EVENTS } from "@/lib/options/events";
import { ORGANISATION_EVENTS } from "@/lib/organisation/events";
import { PEOPLE_EVENTS } from "@/lib/people/events";
import { POLICY_EVENTS } from "@/lib/policies/events";
import { PRESENTATION_EVENTS } from "@/lib/presentations/events";
import { RATING_EVENTS } from "@/lib/ratings/events";
import { TEAM_EVENTS } from "@/lib/teams/events";
import { TRACTION_EVENTS } from "@/lib/traction/events";
import { TRIAL_EVENTS } from "@/lib/trials/events";
import type { EventDefinition } from "./define";

/** Every fact that the product records, from every feature. What is not here cannot be appended. */
export const EVENTS = {
  ...CLIENT_EVENTS,
  ...DEAL_EVENTS,
  ...DISCOVERY_EVENTS,
  ...DOCUMENT_EVENTS,
  ...HANDOVER_EVENTS,
  ...INBOX_EVENTS,
  ...INVOLVEMENT_EVENTS,
  ...OPTION_EVENTS,
  ...ORGANISATION_EVENTS,
  ...PEOPLE_EVENTS,
  ...POLICY_EVENTS,
  ...PRESENTATION_EVENTS,
  ...RATING_EVENTS,
  ...TEAM_EVENTS,
  ...TRACTION_EVENTS,
  ...TRIAL_EVENTS,
};

export type EventType = keyof typeof EVENTS;
export type Payload<T extends EventType> = z.output<(typeof EVENTS)[T]["payload"]>;

/** A stored event, read back: its definition and its sentence; null if its payload was erased. */
export function readEvent(row: { type: string; payload: string | null }) {
  const definition = EVENTS[row.type as EventType] as EventDefinition | undefined;
  if (row.payload === null || !definition) return null;
  const payload: unknown = definition.payload.parse(JSON.parse(row.payload));
  return { ...definition, data: payload, text: definition.sentence(payload) };
}
