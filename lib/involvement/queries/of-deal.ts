import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { ROLES } from "@/lib/auth/roles";
import { responsibleScope } from "@/lib/deals/policy";
import { db } from "@/lib/platform/db";
import { ASKING, type Asking } from "../format";
import { involvementScope } from "../policy";
import { askRefusal, isRefusal, mayAsk } from "../rules/may-ask";
import { PREFERENCE_WORDS } from "../rules/meeting-cost";
import { askFactsOf } from "./ask-facts";

const person = { select: { id: true, name: true } } as const;

/** The requests of a deal that this reader may see, the newest first. The deal was found in scope. */
export async function listRequests(ctx: Ctx, { dealId }: { dealId: string }) {
  const rows = await db(ctx).involvement.findMany({
    where: { AND: [{ dealId }, involvementScope(ctx.actor)] }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 200,
    select: {
      id: true, kind: true, state: true, role: true, asked: true, suggestion: true, annex: true, whyCall: true, withClient: true, capMinutes: true, spentMinutes: true,
      neededBy: true, why: true, grantId: true, answer: true, agreed: true, declineReason: true, note: true, createdAt: true, endedAt: true,
      person, requestedBy: person, team: { select: { name: true } },
    },
  });
  return rows;
}
export type DealRequest = Awaited<ReturnType<typeof listRequests>>[number];

/** P5.5: the time that delivery spent on a deal, by person; all of it for those who answer for the deal, one's own for who is asked. */
export async function listHours(ctx: Ctx, { dealId }: { dealId: string }) {
  const me = personOf(ctx.actor);
  const mayReadAll = (await db(ctx).deal.count({ where: { AND: [{ id: dealId }, responsibleScope(ctx.actor)] } })) > 0;
  const groups = await db(ctx).dealHours.groupBy({
    by: ["personId"], where: { dealId, ...(!mayReadAll && me !== null && { personId: me }) }, _sum: { minutes: true }, _count: true,
  });
  const people = await db(ctx).user.findMany({ where: { id: { in: groups.map(({ personId }) => personId) } }, orderBy: { name: "asc" }, select: { id: true, name: true } });
  return people.map(({ id, name }) => { const of = groups.find(({ personId }) => personId === id); return { id, name, minutes: of?._sum.minutes ?? 0, entries: of?._count ?? 0 }; });
}

/** A colleague of the deal's teams as the form offers them: how they like to be asked, and why they cannot be, if so. */
export type Choice = { id: string; name: string; as: string; preference: string; refusal: string | null; isDeveloper: boolean; leads: readonly string[]; develops: readonly string[] };

/** What may be asked for now, each with its refusal (B7), and of whom. The deal was found in scope. */
export async function getAsking(ctx: Ctx, { dealId }: { dealId: string }) {
  const { candidates, callMinutes, caps, ...facts } = await askFactsOf(db(ctx), dealId, ctx.now);
  const refusals = Object.fromEntries((Object.keys(ASKING) as Asking[]).map((asking) => [asking, askRefusal(asking, facts)])) as Record<Asking, ReturnType<typeof askRefusal>>;
  const allowed = (["WRITTEN", "CALL", "ESTIMATE"] as const).find((asking) => refusals[asking] === null);
  const teamName = (id: string) => facts.teams.find((team) => team.id === id)?.name ?? "";
  const choices = candidates.filter(({ active }) => active).map((one): Choice => {
    const answer = mayAsk(allowed ?? "WRITTEN", { ...facts, person: one, declined: one.declined });
    const held = (role: string) => one.roles.filter((of) => of.role === role).map(({ teamId }) => teamId);
    return {
      id: one.id, name: one.name, preference: PREFERENCE_WORDS[one.preference], refusal: isRefusal(answer) ? answer.reason : null,
      as: one.roles.map(({ role, teamId }) => `${ROLES[role].label} of ${teamName(teamId)}`).join(", "),
      isDeveloper: held("DEVELOPER").length > 0, leads: held("TEAM_LEAD"), develops: held("DEVELOPER"),
    };
  });
  return { refusals, choices, callMinutes, caps, complexity: facts.complexity, score: facts.traction.score, max: facts.traction.max, versions: facts.versions };
}
export type DealAsking = Awaited<ReturnType<typeof getAsking>>;
