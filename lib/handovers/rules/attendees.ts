import { ROLES } from "@/lib/auth/roles";
import { dateText } from "./answers";
import type { LeadNeed } from "./lead-needed";

/** One of our people. `awayUntil` is set when time off takes the whole window of the call (yyyy-mm-dd, included). */
export type PersonFacts = {
  id: string;
  name: string;
  active: boolean;
  awayUntil: string | null;
  backup: { id: string; name: string; active: boolean; awayUntil: string | null } | null;
};

export type ContactFacts = {
  id: string;
  name: string;
  roles: readonly string[];
  /** What the brief says of the first call: true, false, or null where it says nothing. */
  invited: boolean | null;
};

/** An exception that was recorded (P2.5): somebody added against the rules, or a required person waived. */
export type ExceptionFacts = { kind: "ADDITION" | "WAIVER"; person: { id: string; name: string }; by: string; reason: string };

export type AttendeeFacts = {
  contactOwner: PersonFacts;
  pm: PersonFacts | null;
  /** Each team with its named lead; `conditional` when the lead accepted with technical conditions (P2.3). */
  leads: readonly { need: LeadNeed; lead: PersonFacts | null; conditional: boolean }[];
  developers: readonly (PersonFacts & { didTrial: boolean })[];
  contacts: readonly ContactFacts[];
  exceptions: readonly ExceptionFacts[];
  /** The length of the call, for its cost in person-minutes. */
  minutes: number;
};

export type Attendee = {
  /** The same place in every list: `contactOwner`, `pm`, `lead:<team>`, `developer:<id>`, `added:<id>`, `contact:<id>`, `client:...`. */
  key: string;
  /** Null where nobody is there: it blocks, and is never silently left out (P2.4). */
  person: { id: string; name: string } | null;
  /** Whose place a backup takes (P2.4). */
  insteadOf: { id: string; name: string } | null;
  side: "ours" | "client";
  as: string;
  presence: "required" | "optional" | "kept out";
  organiser: boolean;
  rule: "P2.1" | "P2.2" | "P2.3" | "P2.4" | "P2.5";
  reason: string;
  /** What must be done before the call can take place, as a sentence; null when nothing must (P2.4). */
  remedy: string | null;
};

/** Who belongs in the first call, who may come and who is kept out of it, each with the reason (P2.1 to P2.5). */
export function attendees(facts: AttendeeFacts): Attendee[] {
  const { contactOwner, pm, leads, developers, contacts, exceptions, minutes } = facts;
  const ours = [
    place("contactOwner", contactOwner, "contact owner", "required", "P2.1", "The contact owner hands over in person.", true),
    place("pm", pm, ROLES.PM.label, "required", "P2.1", "The PM is the one the client will talk to from now on."),
    ...leads.map(({ need, lead, conditional }) => leadPlace(need, lead, conditional)),
    ...developers.map((developer) =>
      developer.didTrial
        ? place(`developer:${developer.id}`, developer, ROLES.DEVELOPER.label, "optional", "P2.1", "Did the trial task, and may be asked about it.")
        : place(`developer:${developer.id}`, developer, ROLES.DEVELOPER.label, "kept out", "P2.1", "Developers are kept out of client calls.")),
  ];
  const excepted = ours.map((one) => withException(one, exceptions, minutes));
  const known = new Set(excepted.flatMap(({ person, insteadOf }) => [person?.id, insteadOf?.id]));
  const added = exceptions
    .filter(({ kind, person }) => kind === "ADDITION" && !known.has(person.id))
    .map(({ person, by, reason }) => attendee({
      key: `added:${person.id}`, person, as: "guest", presence: "optional", rule: "P2.5", reason: additionReason(by, reason, minutes),
    }));
  return [...excepted, ...added, ...clientSide(contacts)];
}

/** What keeps the call from taking place, as the exact remedies, in the order of the list (P2.4). */
export const missingAttendees = (list: readonly Attendee[]): string[] =>
  list.flatMap(({ remedy, presence }) => (presence === "required" && remedy !== null ? [remedy] : []));

/** What the call costs our side, in person-minutes: everybody who is not kept out (P2.5, P4.4). */
export const personMinutes = (list: readonly Attendee[], minutes: number): number =>
  new Set(list.filter(({ side, presence }) => side === "ours" && presence !== "kept out").map(({ person }) => person?.id ?? "nobody yet")).size * minutes;

export type AttendeeChange = { key: string; before: Attendee | null; after: Attendee | null; sentence: string };

/** How a change of the brief changed the list (P2.6): who came, who left, whose presence or person is another. */
export function attendeeChanges(before: readonly Attendee[], after: readonly Attendee[]): AttendeeChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const was = before.find((one) => one.key === key) ?? null;
    const is = after.find((one) => one.key === key) ?? null;
    const sentence = changeInWords(was, is);
    return sentence ? [{ key, before: was, after: is, sentence }] : [];
  });
}

function leadPlace(need: LeadNeed, lead: PersonFacts | null, conditional: boolean): Attendee {
  const as = `${need.team.name} ${ROLES.TEAM_LEAD.label}`;
  const key = `lead:${need.team.id}`;
  if (need.needed) return place(key, lead, as, "required", "P2.3", need.reason);
  if (conditional) return place(key, lead, as, "required", "P2.3", "Needed because the lead accepted with technical conditions.");
  return place(key, lead, as, "kept out", "P2.1", need.reason);
}

/** One of our people's places, with the backup where the person is away and the remedy where nobody can come (P2.4). */
function place(
  key: string, person: PersonFacts | null, as: string, presence: Attendee["presence"], rule: Attendee["rule"], reason: string, organiser = false,
): Attendee {
  const base = { key, as, presence, rule, reason, organiser };
  if (presence === "kept out") return attendee({ ...base, person: person && named(person) });
  if (!person) return attendee({ ...base, person: null, remedy: `Assign the ${as}.` });
  if (!person.active)
    return attendee({ ...base, person: null, insteadOf: named(person), remedy: `Assign another ${as}: ${person.name} is no longer here.` });
  if (person.awayUntil === null) return attendee({ ...base, person: named(person) });
  const { backup } = person;
  if (backup?.active && backup.awayUntil === null)
    return attendee({
      ...base, person: named(backup), insteadOf: named(person), rule: "P2.4",
      reason: `${reason} ${person.name} is away until ${dateText(person.awayUntil)}; ${backup.name} stands in.`,
    });
  const gap = backup ? `the backup, ${backup.name}, cannot come either` : "there is no backup";
  return attendee({
    ...base, person: null, insteadOf: named(person), rule: "P2.4",
    remedy: `Name a backup for ${person.name}, or choose a later window: away until ${dateText(person.awayUntil)}, and ${gap}.`,
  });
}

/** From the client: the decision maker or sponsor, and the day-to-day contact (P2.2). One person may be both. */
function clientSide(contacts: readonly ContactFacts[]): Attendee[] {
  const willing = contacts.filter(({ invited }) => invited !== false);
  const decides = best(willing, ["DECISION_MAKER", "SPONSOR"]);
  const daily = best(willing, ["DAY_TO_DAY"]);
  const people = contacts.map((contact) => {
    const reasons = [...(contact === decides ? ["decides"] : []), ...(contact === daily ? ["works with us from day to day"] : [])];
    const presence = reasons.length > 0 ? "required" : contact.invited === true ? "optional" : "kept out";
    const reason = reasons.length > 0 ? `Needed because this person ${reasons.join(", and ")}.`
      : presence === "optional" ? "Named in the brief for the first call." : "Not named in the brief for the first call.";
    return attendee({ key: `contact:${contact.id}`, person: { id: contact.id, name: contact.name }, side: "client", as: "client", presence, rule: "P2.2", reason });
  });
  const missing = (key: string, as: string, reason: string) =>
    attendee({ key, person: null, side: "client", as, presence: "required", rule: "P2.2", reason, remedy: `Name the ${as} among the people at the client.` });
  return [
    ...people,
    ...(decides ? [] : [missing("client:decision", "decision maker or sponsor", "Somebody who decides must hear what was agreed.")]),
    ...(daily ? [] : [missing("client:dayToDay", "day-to-day contact", "The PM meets the person of every day.")]),
  ];
}

/** Whoever is named for the call before the others, then by the order of roles, then of the brief. */
function best(contacts: readonly ContactFacts[], roles: readonly string[]): ContactFacts | undefined {
  const rank = ({ invited, roles: held }: ContactFacts) => (invited === true ? 0 : 10) + roles.findIndex((role) => held.includes(role));
  return contacts.filter((contact) => roles.some((role) => contact.roles.includes(role))).sort((a, b) => rank(a) - rank(b))[0];
}

function withException(one: Attendee, exceptions: readonly ExceptionFacts[], minutes: number): Attendee {
  const ids = [one.person?.id, one.insteadOf?.id];
  const found = exceptions.find(({ person, kind }) => ids.includes(person.id) && (kind === "WAIVER") === (one.presence === "required"));
  if (!found || one.presence === "optional") return one;
  return found.kind === "WAIVER"
    ? { ...one, presence: "kept out", rule: "P2.5", reason: `Waived by ${found.by}: ${found.reason}`, remedy: null }
    : { ...one, presence: "optional", rule: "P2.5", reason: additionReason(found.by, found.reason, minutes) };
}

const additionReason = (by: string, reason: string, minutes: number) =>
  `Added by ${by}, at a cost of ${minutes} person-minutes: ${reason}`;

function changeInWords(was: Attendee | null, is: Attendee | null): string | null {
  const who = (one: Attendee) => one.person?.name ?? `The ${one.as} (nobody yet)`;
  if (!was) return is ? `${who(is)} is new, ${is.presence}: ${is.reason}` : null;
  if (!is) return `${who(was)} is no longer on the list.`;
  if (was.presence !== is.presence) return `${who(is)} is now ${is.presence}, and was ${was.presence}: ${is.reason}`;
  if (was.person?.id !== is.person?.id) return `${who(is)} takes the place of ${who(was)} as ${is.as}.`;
  return null;
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

const attendee = (one: Pick<Attendee, "key" | "person" | "as" | "presence" | "rule" | "reason"> & Partial<Attendee>): Attendee => ({
  insteadOf: null, side: "ours", organiser: false, remedy: null, ...one,
});
