import type { EventDefinition } from "@/lib/events/define";

export const DEAL_EVENTS = {} satisfies Record<string, EventDefinition>;
