import "server-only";
import { namesOf } from "@/lib/auth/names";
import { addBusinessDays, type Calendar, isAwayThroughout, timeOffAround } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { dayIn } from "@/lib/platform/time";
import { type PoliciesInForce, policiesInForce, templatesById } from "@/lib/policies/queries";
import { withOverride } from "@/lib/policies/rules/class-override";
import { complexity } from "@/lib/policies/rules/complexity";
import { GROUP_CELLS } from "../fields";
import type { Field } from "../fields/types";
import { listValueOf, rowsOf, textValueOf, valueOf } from "../rules/answers";
import { attendees, type ContactFacts, type PersonFacts } from "../rules/attendees";
import { leadsNeeded } from "../rules/lead-needed";
import { readiness } from "../rules/readiness";
import type { Snapshot } from "../rules/snapshot";
import { complexityChoices, fieldsInForce } from "../rules/template";
import { answersOf, type StoredAnswer } from "./answers";
import { keptOverride, standingOverride } from "./class-override";
import { calendarsOf } from "./clocks";
import { trialResultsOf } from "./trial-results";

const person = { select: { id: true, name: true, active: true, backup: { select: { id: true, name: true, active: true } } } } as const;
const FACTS = {
  contactOwner: person,
  pm: person,
  teams: { include: { team: true, lead: person }, orderBy: { teamId: "asc" } },
  deal: { include: { client: { include: { contacts: { orderBy: { id: "asc" } } } } } },
  keys: true,
  conditions: { where: { undoneAt: null } },
  exceptions: { where: { endedAt: null }, orderBy: { id: "asc" } },
} as const satisfies Prisma.HandoverInclude;

/** Everything that follows from a brief as it stands: fields, complexity, leads, attendees, readiness (B7, B8). */
export type Computed = Awaited<ReturnType<typeof computeBrief>>;

/**
 * Loads the facts of one handover and asks the rules. `answers` are the live ones unless given (a frozen version's), and
 * policies those in force, unless those that a version keeps are given (B6).
 * No authorisation here: callers have found the handover in scope.
 */
export async function computeBrief(
  db: Db, handoverId: string, { now, answers: given, kept }: { now: Date; answers?: StoredAnswer[]; kept?: Snapshot["policies"] },
) {
  const handover = await db.handover.findUniqueOrThrow({ relationLoadStrategy: "join", where: { id: handoverId }, include: FACTS });
  const policies = await policiesInForce(db, kept && [kept.rubric, kept.checklist, kept.attendees, kept.clocks]);
  const templateIds = kept?.templates ?? handover.teams.flatMap(({ templateId }) => (templateId === null ? [] : [templateId]));
  const templates = templateIds.length > 0 ? await templatesById(db, templateIds) : [];
  const plain = fieldsInForce(templates, policies.rubric.content);
  const answers = given ?? (await answersOf(db, handoverId));
  const teams = handover.teams.map(({ team: { id, slug, name, technical } }) => ({ id, slug, name, technical }));

  const trials = await trialResultsOf(db, handover.dealId);
  const override = kept ? await keptOverride(db, kept.override ?? null) : await standingOverride(db, handover.dealId);
  const rubric = policies.rubric.content;
  const result = withOverride(rubric, complexity(rubric, complexityChoices(answers, rubric)), override);
  const leads = leadsNeeded({ answers, complexity: result.class, teams, trialTeams: trials.map(({ teamId }) => teamId) });
  const known = { answers, complexity: result.class, teams: teams.map(({ slug }) => slug) };
  const ready = readiness({ fields: plain, ...known });

  const developers = trials.length > 0 ? await db.user.findMany({ where: { id: { in: trials.map(({ developerId }) => developerId) } }, orderBy: { name: "asc" }, ...person }) : [];
  const people = [handover.contactOwner, handover.pm, ...handover.teams.map(({ lead }) => lead), ...developers].flatMap((one) => (one ? [one] : []));
  const calendars = await calendarsOf(db, people.flatMap(({ id, backup }) => [id, ...(backup ? [backup.id] : [])]));
  const facts = personFactsOf(calendars, { now, days: policies.attendees.content.searchBusinessDays });
  const by = await namesOf(db, handover.exceptions.flatMap(({ byId, userId }) => [byId, userId]));
  const list = attendees({
    contactOwner: facts(handover.contactOwner),
    pm: handover.pm && facts(handover.pm),
    leads: leads.map((need) => ({
      need,
      lead: leadOf(handover.teams, need.team.id, facts),
      conditional: handover.keys.some(({ id, role, teamId }) =>
        role === "TEAM_LEAD" && teamId === need.team.id && handover.conditions.some(({ keyId }) => keyId === id)),
    })),
    developers: developers.map((one) => ({ ...facts(one), didTrial: true })),
    contacts: contactsOf(answers, handover.deal.client.contacts),
    exceptions: handover.exceptions.map(({ kind, userId, byId, reason }) => ({
      kind, person: { id: userId, name: by.get(userId) ?? "" }, by: by.get(byId) ?? "", reason,
    })),
    minutes: policies.attendees.content.minutes,
  });

  return {
    handover, policies, templateIds, templates, answers, teams, complexity: result, overrideId: override?.id ?? null, leads, attendees: list, readiness: ready,
    fields: [...plain, ...GROUP_CELLS] as Field[],
  };
}

export type { PoliciesInForce };

type Colleague = { id: string; name: string; active: boolean; backup: { id: string; name: string; active: boolean } | null };

/** Whether somebody is away for the whole window in which the call can take place (P2.4). */
function personFactsOf(calendars: ReadonlyMap<string, Calendar>, { now, days }: { now: Date; days: number }) {
  const awayUntil = (id: string): string | null => {
    const calendar = calendars.get(id);
    if (!calendar) return null;
    const end = addBusinessDays({ ...calendar, timeOff: [] }, now, days);
    return isAwayThroughout(calendar, now, end) ? (timeOffAround(calendar, dayIn(calendar.zone, now))?.until ?? null) : null;
  };
  return ({ id, name, active, backup }: Colleague): PersonFacts => ({
    id, name, active, awayUntil: awayUntil(id), backup: backup && { ...backup, awayUntil: awayUntil(backup.id) },
  });
}

const leadOf = (
  teams: readonly { teamId: string; lead: Colleague | null }[], teamId: string, facts: (one: Colleague) => PersonFacts,
): PersonFacts | null => {
  const lead = teams.find((one) => one.teamId === teamId)?.lead;
  return lead ? facts(lead) : null;
};

/** The client's people as the brief names them, with their roles and whether they are wanted in the call (P2.2). */
function contactsOf(answers: readonly StoredAnswer[], known: readonly { id: string; name: string }[]): ContactFacts[] {
  return rowsOf(answers, "contacts").flatMap((row) => {
    const contact = known.find(({ id }) => id === textValueOf(answers, "contacts.contact", row));
    const invited = valueOf(answers, "contacts.firstCall", row);
    return contact
      ? [{ id: contact.id, name: contact.name, roles: listValueOf(answers, "contacts.roles", row), invited: typeof invited === "boolean" ? invited : null }]
      : [];
  });
}

/** Names for every id that answers can hold: colleagues, the client's people, delivery teams. */
export async function namesFor(db: Db, answers: readonly StoredAnswer[]): Promise<Map<string, string>> {
  const ids = [...new Set(answers.flatMap(({ value, unknown }) => [value, unknown?.ownerId ?? null].flat()).filter((one): one is string => typeof one === "string" && UUID.test(one)))];
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids } };
  const select = { id: true, name: true } as const;
  const found = [
    await db.user.findMany({ where, select }), await db.contact.findMany({ where, select }), await db.team.findMany({ where, select }),
  ];
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
