import type { EventDefinition } from "@/lib/events/define";

export const TEAM_EVENTS = {} satisfies Record<string, EventDefinition>;
