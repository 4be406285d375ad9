import * as z from "zod";
import { changesPayload, changesText } from "@/lib/events/changes";
import { defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { TeamKind } from "@/lib/platform/generated/enums";

const team = z.strictObject({ teamId: z.uuid(), name: z.string() });

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string) =>
  define<P>({ stream: "ORGANISATION", payload, sentence, audience: [] } satisfies EventDefinition<P>);

/** What happens to teams; who holds which role in them is the people's. */
export const TEAM_EVENTS = {
  "team.created": defineEvent(
    team.extend({ kind: z.enum(TeamKind) }),
    (p) => `created the ${p.kind === "SALES" ? "sales" : "delivery"} team ${p.name}`,
  ),
  "team.changed": defineEvent(team.extend({ changes: changesPayload }), (p) => `changed the team ${p.name}: ${changesText(p.changes)}`),
};
