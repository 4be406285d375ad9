import type { EventDefinition } from "@/lib/events/define";

export const PEOPLE_EVENTS = {} satisfies Record<string, EventDefinition>;
