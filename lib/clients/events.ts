import type { EventDefinition } from "@/lib/events/define";

export const CLIENT_EVENTS = {} satisfies Record<string, EventDefinition>;
