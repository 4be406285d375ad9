import * as z from "zod";
import { changesPayload, changesText } from "@/lib/events/changes";
import { defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { InvitationPurpose, Role } from "@/lib/platform/generated/enums";
import { ROLES } from "@/lib/auth/roles";

const person = z.strictObject({ userId: z.uuid(), name: z.string() });
const inTeam = person.extend({ teamId: z.uuid(), team: z.string(), role: z.enum(Role) });
const period = person.extend({ from: z.iso.date(), to: z.iso.date() });

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string) =>
  define<P>({ stream: "ORGANISATION", payload, sentence, audience: [] } satisfies EventDefinition<P>);

/** What happens to people and their access. */
export const PEOPLE_EVENTS = {
  "person.invited": defineEvent(person.extend({ email: z.string() }), (p) => `invited ${p.name} (${p.email})`),
  "person.joined": defineEvent(person, () => "joined, by the link of the invitation"),
  "person.changed": defineEvent(person.extend({ changes: changesPayload }), (p) => `changed ${p.name}: ${changesText(p.changes)}`),
  "person.deactivated": defineEvent(
    person.extend({ noLongerBackupOf: z.array(z.string()) }),
    (p) => `deactivated ${p.name}${p.noLongerBackupOf.length > 0 ? `, who was the backup of ${p.noLongerBackupOf.join(", ")}` : ""}`,
  ),
  "person.reactivated": defineEvent(person, (p) => `reactivated ${p.name}`),
  "role.granted": defineEvent(inTeam, (p) => `made ${p.name} ${ROLES[p.role].label} in ${p.team}`),
  "role.revoked": defineEvent(inTeam, (p) => `took the role ${ROLES[p.role].label} in ${p.team} from ${p.name}`),
  "admin.granted": defineEvent(person, (p) => `made ${p.name} an admin`),
  "admin.revoked": defineEvent(person, (p) => `took the admin role from ${p.name}`),
  "link.created": defineEvent(
    person.extend({ purpose: z.enum(InvitationPurpose), expiresAt: z.iso.datetime() }),
    (p) => `made a link for ${p.name} to ${p.purpose === "RESET" ? "choose a new password" : "join"}`,
  ),
  "link.revoked": defineEvent(person, (p) => `revoked the open link of ${p.name}`),
  "password.reset": defineEvent(person, () => "chose a new password, by a link"),
  "password.changed": defineEvent(person, () => "changed their password"),
  "session.endedEverywhere": defineEvent(person, () => "signed out everywhere"),
  "timeOff.added": defineEvent(period, (p) => `entered time off for ${p.name}, ${p.from} to ${p.to}`),
  "timeOff.removed": defineEvent(period, (p) => `removed the time off of ${p.name}, ${p.from} to ${p.to}`),
};
