import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { addBusinessDays, calendarOf } from "@/lib/platform/business-time";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/generated/enums";
import { textValueOf } from "../rules/answers";
import { type Candidate, suggestions, type SuggestionFacts, type Suggestion, whyNot } from "../rules/suggestions";
import { answersOf } from "./answers";
import { calendarsOf } from "./clocks";
import type { HandoverHead } from "./handover";

/** Who could hold one key: the best fit first, and who cannot, with the reason (P1.6, B7). */
export type Suggested = { list: Suggestion[]; not: string[] };
export type SuggestedPeople = {
  /** Every active delivery team, to choose from (P1.13). */
  teams: { id: string; name: string; isChosen: boolean }[];
  pm: Suggested;
  leads: ({ teamId: string; team: string } & Suggested)[];
};

const WINDOW_BUSINESS_DAYS = 10;

/**
 * The PM and the leads that the portal would name (P1.6): by team, skill, present load, the client's working day and time
 * off. The seller confirms; nobody is named by this alone.
 */
export async function suggestPeople(ctx: Ctx, { id, teams, soloMode, facts }: HandoverHead): Promise<SuggestedPeople> {
  const database = db(ctx);
  const all = await database.team.findMany({ where: { kind: "DELIVERY", active: true }, select: { id: true, name: true }, orderBy: { name: "asc" } });
  const members = await database.membership.findMany({
    relationLoadStrategy: "join",
    where: { teamId: { in: teams.map((team) => team.id) }, role: { in: ["PM", "TEAM_LEAD"] } },
    select: { teamId: true, role: true, user: { select: { id: true, name: true, active: true, skills: true, loadCap: true } } },
    orderBy: { userId: "asc" },
  });
  const people = [...new Map(members.map(({ user }) => [user.id, user])).values()];
  const [calendars, loads, client] = [await calendarsOf(database, people.map((one) => one.id)), await loadsOf(ctx, people.map((one) => one.id)), await clientCalendar(ctx, id)];
  const candidates = (role: Role, teamIds: readonly string[]): Candidate[] => {
    const inTeam = new Set(members.filter((one) => one.role === role && teamIds.includes(one.teamId)).map(({ user }) => user.id));
    return people.flatMap(({ loadCap, ...one }) => {
      const calendar = calendars.get(one.id);
      return inTeam.has(one.id) && calendar ? [{ ...one, inTeam: true, load: loads.get(one.id) ?? 0, cap: loadCap, calendar }] : [];
    });
  };
  const known: Omit<SuggestionFacts, "candidates" | "skills"> = {
    client, soloMode,
    window: { from: ctx.now, to: addBusinessDays(client, ctx.now, WINDOW_BUSINESS_DAYS) },
    writers: [facts.contactOwnerId, ...(facts.writerId ? [facts.writerId] : [])],
  };
  const suggested = (role: Role, wanted: readonly { id: string; name: string }[]): Suggested => {
    const those = candidates(role, wanted.map((team) => team.id));
    const asked: SuggestionFacts = { ...known, skills: skillsAmong(those, wanted), candidates: those };
    return { list: suggestions(asked), not: asked.candidates.flatMap((one) => whyNot(one, asked) ?? []) };
  };
  return {
    teams: all.map((team) => ({ ...team, isChosen: teams.some((one) => one.id === team.id) })),
    pm: suggested("PM", teams),
    leads: teams.map((team) => ({ teamId: team.id, team: team.name, ...suggested("TEAM_LEAD", [team]) })),
  };
}

/** The teams' names are the skills asked for, as far as anybody here records them: what all lack tells nobody apart. */
const skillsAmong = (people: readonly Candidate[], teams: readonly { name: string }[]): string[] =>
  teams.map(({ name }) => name).filter((name) => people.some(({ skills }) => skills.some((own) => own.toLowerCase() === name.toLowerCase())));

/** Live handovers that each person holds as PM or lead (P4.8). */
async function loadsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db(ctx).$queryRaw<{ id: string; load: number }[]>`
    SELECT k."holderId" AS id, count(DISTINCT h.id)::int AS load
    FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
    WHERE k."holderId" = ANY(${[...ids]}::uuid[]) AND h.status NOT IN ('CLOSED', 'WITHDRAWN') GROUP BY k."holderId"`;
  return new Map(rows.map(({ id, load }) => [id, load]));
}

/** The client's working day: the zone that the brief names, else the client's own. */
async function clientCalendar(ctx: Ctx, handoverId: string) {
  const [answers, { deal }] = [
    await answersOf(db(ctx), handoverId, "client."),
    await db(ctx).handover.findUniqueOrThrow({ where: { id: handoverId }, select: { deal: { select: { client: { select: { zone: true } } } } } }),
  ];
  return calendarOf({ zone: textValueOf(answers, "client.zone") ?? deal.client.zone });
}
