import type { UserActor } from "@/lib/auth/ctx";
import type { Membership } from "@/lib/auth/roles";
import { dealFacts, LOADED as DEAL } from "@/lib/deals/commands/change";
import { DEAL_POWER_NAMES, dealRefusal, dealScope, moneyScope } from "@/lib/deals/policy";
import { factsOf, LOADED as HANDOVER } from "@/lib/handovers/commands/change";
import { MOVES, refusal } from "@/lib/handovers/lifecycle";
import { POWERS, scope } from "@/lib/handovers/policy";
import { INVOLVEMENT_POWER_NAMES, involvementRefusal, involvementScope } from "@/lib/involvement/policy";
import type { Db } from "@/lib/platform/db";
import { type HandoverStatus, type InvolvementState, type Role, type TrialState } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { approvalRefusal, approvalScope, optionScope } from "@/lib/options/policy";
import { TRIAL_POWER_NAMES, trialRefusal, trialScope } from "@/lib/trials/policy";
import { expect, NOW, test } from "../support/db";
import { anOrganisation, aTeam, OFFICE_HOURS } from "../support/factories/agency";
import { aClient } from "../support/factories/deals";

const [ACTORS, DEALS] = [350, 300];

/** The same numbers each time: a linear congruential generator. */
function dice(seed: number) {
  let state = seed;
  const roll = (sides: number) => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return Math.floor((state / 2 ** 32) * sides); };
  return { roll, of: <T>(list: readonly T[]): T => { const found = list[roll(list.length)]; if (found === undefined) throw new Error("nothing to choose from"); return found; }, chance: (percent: number) => roll(100) < percent };
}

/** 350 people with any roles in eight teams; 300 deals with sellers, teams, requests and trial tasks; a handover for most. */
async function aWorld(db: Db) {
  const { of, chance, roll } = dice(20_300_102);
  await anOrganisation(db);
  const teams: { id: string; kind: "SALES" | "DELIVERY" }[] = [];
  for (let i = 0; i < 8; i++) teams.push({ id: await aTeam(db, `Team ${i}`, i < 4 ? "SALES" : "DELIVERY"), kind: i < 4 ? "SALES" : "DELIVERY" });
  const roles = { SALES: ["SALES", "MANAGER"], DELIVERY: ["PM", "TEAM_LEAD", "DEVELOPER", "MANAGER"] } as const;
  const actors = Array.from({ length: ACTORS }, (_, i): UserActor => {
    const held = new Map<string, Membership>();
    for (let n = roll(4); n > 0; n--) { const team = of(teams); const role: Role = of<Role>(roles[team.kind]); held.set(`${team.id} ${role}`, { teamId: team.id, kind: team.kind, role }); }
    return { type: "user", id: newId(), name: `Person ${i}`, isAdmin: chance(5), memberships: [...held.values()] };
  });
  await db.user.createMany({ data: actors.map(({ id, name, isAdmin }) => ({ id, name, isAdmin, email: `${id}@agency.example`, zone: "UTC", workingHours: OFFICE_HOURS })) });
  await db.membership.createMany({ data: actors.flatMap(({ id, memberships }) => memberships.map(({ teamId, role }) => ({ userId: id, teamId, role }))) });

  const person = () => of(actors).id;
  const delivery = teams.filter(({ kind }) => kind === "DELIVERY");
  const { id: clientId } = await aClient(db);
  const deals = Array.from({ length: DEALS }, (_, i) => ({ id: newId(), clientId, name: `Deal ${i}`, currency: "EUR", contactOwnerId: person(), ownerId: person(), createdById: person(), stage: of(["PROSPECT", "PROPOSAL", "WON", "LOST"] as const) }));
  await db.deal.createMany({ data: deals });
  await db.dealCollaborator.createMany({ data: deals.filter(() => chance(40)).map(({ id }) => ({ dealId: id, userId: person() })) });
  const dealTeams = deals.map(({ id }) => ({ dealId: id, teamId: of(delivery).id }));
  await db.dealTeam.createMany({ data: dealTeams });

  const involvements = deals.flatMap(({ id, contactOwnerId }) => Array.from({ length: roll(3) }, () => ({
    id: newId(), dealId: id, kind: of(["WRITTEN", "CALL", "ESTIMATE"] as const), personId: person(), role: of(["PM", "TEAM_LEAD", "DEVELOPER"] as const), teamId: of(delivery).id,
    requestedById: contactOwnerId, asked: "Can it?", suggestion: "Yes.", whyCall: "To draw", capMinutes: 60, neededBy: NOW, why: "",
  })));
  await db.involvement.createMany({ data: involvements, skipDuplicates: true });
  for (const state of ["ACCEPTED", "ANSWERED", "DECLINED", "WITHDRAWN"] satisfies InvolvementState[])
    await db.involvement.updateMany({ where: { id: { in: involvements.filter(() => chance(20)).map(({ id }) => id) }, state: "REQUESTED" }, data: { state, answer: "Yes.", declineReason: state === "DECLINED" ? "NO_TIME" : null } });
  const trials = deals.filter(() => chance(50)).flatMap(({ id, contactOwnerId }) => {
    const [developerId, leadId] = [person(), person()];
    return developerId === leadId ? [] : [{ id: newId(), dealId: id, teamId: of(delivery).id, developerId, leadId, requestedById: contactOwnerId, purpose: "a", scope: "b", entryCriteria: "c", exitCriteria: "d", capMinutes: 60, currency: "EUR", dueOn: NOW, why: "" }];
  });
  await db.trialTask.createMany({ data: trials });
  for (const state of ["APPROVED", "DECLINED", "CANCELLED"] satisfies TrialState[])
    await db.trialTask.updateMany({ where: { id: { in: trials.filter(() => chance(20)).map(({ id }) => id) }, state: "REQUESTED" }, data: { state, ...(state === "DECLINED" && { declineReason: "NO_TIME", declinedById: person() }) } });

  const options = deals.filter(() => chance(60)).map(({ id, contactOwnerId }) => ({ id: newId(), dealId: id, position: 1, name: "Repair", currency: "EUR", createdById: contactOwnerId, changedById: contactOwnerId }));
  await db.dealOption.createMany({ data: options });
  const approvals = options.filter(() => chance(70)).map(({ id, dealId }) => ({ id: newId(), dealId, optionId: id, leadId: person(), why: "It is above.", askedById: person() }));
  await db.estimateApproval.createMany({ data: approvals });
  for (const state of ["DECLINED", "ENDED"] as const)
    await db.estimateApproval.updateMany({ where: { id: { in: approvals.filter(() => chance(25)).map(({ id }) => id) }, state: "ASKED" }, data: { state, ...(state === "DECLINED" && { note: "Too low", decidedAt: NOW }) } });

  const handovers = deals.filter(() => chance(85)).map(({ id, contactOwnerId, ownerId }) => ({ id: newId(), dealId: id, contactOwnerId, dealOwnerId: ownerId, accountableId: contactOwnerId, createdById: contactOwnerId, writerId: contactOwnerId, pmId: person() }));
  await db.handover.createMany({ data: handovers });
  await db.handoverTeam.createMany({ data: handovers.map(({ id }) => ({ handoverId: id, teamId: of(delivery).id, leadId: person() })) });
  const submitted = handovers.filter(() => chance(70));
  await db.handoverKey.createMany({ data: submitted.map(({ id, pmId }) => ({ id: newId(), handoverId: id, role: "PM" as const, holderId: pmId, state: "ACCEPTED" as const })) });
  const move = async (list: { id: string }[], status: HandoverStatus, data = {}) => db.handover.updateMany({ where: { id: { in: list.map(({ id }) => id) } }, data: { status, ...data } });
  await move(submitted, "SUBMITTED", { firstSubmitAt: NOW });
  const [accepted, rest] = [submitted.filter((_, i) => i % 3 === 0), submitted.filter((_, i) => i % 3 !== 0)];
  await move(accepted, "ACCEPTED");
  await move(rest.filter((_, i) => i % 3 === 0), "RETURNED");
  await move(accepted.filter((_, i) => i % 2 === 0), "CLOSED");
  await move(handovers.filter((one) => !submitted.includes(one) && chance(20)), "WITHDRAWN");
  return { actors };
}

const teamsOf = (actor: UserActor, role: Role, kind: "SALES" | "DELIVERY") => actor.memberships.filter((one) => one.role === role && one.kind === kind).map(({ teamId }) => teamId);
const meets = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));

test("scope and refusal agree on 100,000 pairs: what exists for somebody is what the words say, and whoever may do something to it can see it", { timeout: 120_000 }, async ({ db }) => {
  const { actors } = await aWorld(db);
  const include = { ...DEAL, collaborators: { select: { userId: true } }, involvements: true, trialTasks: true, options: true, estimateApprovals: true } as const;
  const deals = (await db.deal.findMany({ include: { ...include, handovers: { include: { ...HANDOVER, contactOwner: DEAL.contactOwner, dealOwner: DEAL.owner } } } })).map((deal) => ({
    ...deal, facts: dealFacts(deal), sellers: [deal.contactOwnerId, deal.ownerId, ...deal.collaborators.map(({ userId }) => userId)],
    handovers: deal.handovers.map((one) => ({ ...one, sales: [...one.contactOwner.memberships, ...one.dealOwner.memberships].map(({ teamId }) => teamId) })),
  }));
  let pairs = 0;
  const seen = { deals: 0, handovers: 0, involvements: 0, trials: 0, options: 0, approvals: 0, allowed: 0 };
  for (const actor of actors) {
    const ids = async (rows: Promise<{ id: string }[]>) => new Set((await rows).map(({ id }) => id));
    const select = { id: true } as const;
    const [found, paid, briefs, requests, trials, options, approvals] = [
      await ids(db.deal.findMany({ where: dealScope(actor), select })), await ids(db.deal.findMany({ where: moneyScope(actor), select })), await ids(db.handover.findMany({ where: scope(actor), select })),
      await ids(db.involvement.findMany({ where: involvementScope(actor), select })), await ids(db.trialTask.findMany({ where: trialScope(actor), select })),
      await ids(db.dealOption.findMany({ where: optionScope(actor), select })), await ids(db.estimateApproval.findMany({ where: approvalScope(actor), select })),
    ];
    const [managesSales, managesDelivery] = [teamsOf(actor, "MANAGER", "SALES"), teamsOf(actor, "MANAGER", "DELIVERY")];
    const is = (role: Role) => actor.memberships.some((one) => one.role === role);
    const told: string[] = [];
    const same = (what: string, says: boolean, does: boolean) => { if (says !== does) told.push(`${what}: ${actor.name} ${does ? "sees" : "does not see"} it`); };
    const may = (what: string, refused: unknown, sees: boolean) => { if (refused === null) { seen.allowed += 1; if (!sees) told.push(`${what}: ${actor.name} may, and does not see it`); } };
    for (const deal of deals) {
      pairs += 1 + deal.handovers.length;
      const sells = deal.sellers.includes(actor.id) || meets(managesSales, deal.facts.sellerTeamIds);
      const named = (alsoAsLead: boolean) => deal.handovers.some(({ firstSubmitAt, pmId, teams }) => firstSubmitAt !== null && (pmId === actor.id || (alsoAsLead && teams.some(({ leadId }) => leadId === actor.id)) || meets(managesDelivery, teams.map(({ teamId }) => teamId))));
      const isAsked = deal.involvements.some(({ personId, role, state, teamId }) => managesDelivery.includes(teamId) || (personId === actor.id && role !== "DEVELOPER" && (is("PM") || is("TEAM_LEAD")) && state !== "DECLINED" && state !== "WITHDRAWN"))
        || deal.trialTasks.some(({ leadId, state, teamId }) => managesDelivery.includes(teamId) || (leadId === actor.id && is("TEAM_LEAD") && state !== "DECLINED" && state !== "CANCELLED"))
        || deal.estimateApprovals.some(({ leadId, state }) => leadId === actor.id && is("TEAM_LEAD") && (state === "ASKED" || state === "APPROVED"));
      const estimates = deal.involvements.some(({ personId, kind, state }) => personId === actor.id && kind === "ESTIMATE" && state !== "DECLINED" && state !== "WITHDRAWN");
      same(deal.name, sells || named(true) || isAsked, found.has(deal.id));
      same(`the money of ${deal.name}`, sells || named(false), paid.has(deal.id));
      for (const power of DEAL_POWER_NAMES) may(`${power} ${deal.name}`, dealRefusal(actor, power, deal.facts), found.has(deal.id));
      if (found.has(deal.id)) seen.deals += 1;
      for (const request of deal.involvements) {
        same(`a request of ${deal.name}`, request.personId === actor.id || sells || named(true) || managesDelivery.includes(request.teamId), requests.has(request.id));
        for (const power of INVOLVEMENT_POWER_NAMES) may(`${power} a request`, involvementRefusal(actor, power, { ...request, sellerIds: deal.sellers }), requests.has(request.id));
        if (requests.has(request.id)) seen.involvements += 1;
      }
      for (const trial of deal.trialTasks) {
        same(`a trial task of ${deal.name}`, trial.developerId === actor.id || trial.leadId === actor.id || sells || named(true) || managesDelivery.includes(trial.teamId), trials.has(trial.id));
        for (const power of TRIAL_POWER_NAMES) may(`${power} a trial task`, trialRefusal(actor, power, { ...trial, sellerIds: deal.sellers }), trials.has(trial.id));
        if (trials.has(trial.id)) seen.trials += 1;
      }
      for (const option of deal.options) {
        same(`an option of ${deal.name}`, sells || named(true) || isAsked || estimates, options.has(option.id));
        if (options.has(option.id)) seen.options += 1;
      }
      for (const approval of deal.estimateApprovals) {
        same(`an approval of ${deal.name}`, approval.leadId === actor.id || sells || named(true), approvals.has(approval.id));
        may(`decide an approval of ${deal.name}`, approvalRefusal(actor, approval), approvals.has(approval.id));
        if (approvals.has(approval.id)) seen.approvals += 1;
      }
      for (const handover of deal.handovers) {
        const facts = factsOf({ ...handover, soloMode: false }, handover.sales);
        const exists = deal.sellers.includes(actor.id) || meets(managesSales, handover.sales) || (handover.firstSubmitAt !== null
          && (handover.pmId === actor.id || handover.teams.some(({ leadId }) => leadId === actor.id) || meets(managesDelivery, handover.teams.map(({ teamId }) => teamId))));
        same(`the handover of ${deal.name}`, exists, briefs.has(handover.id));
        for (const move of MOVES) may(`${move} the handover of ${deal.name}`, refusal(actor, move, facts), briefs.has(handover.id));
        for (const power of ["edit", "reassign", "lead", "discuss", "answer", "addAttendee", "waiveAttendee"] as const) may(`${power} the handover of ${deal.name}`, POWERS[power](actor, facts), briefs.has(handover.id));
        if (briefs.has(handover.id)) seen.handovers += 1;
      }
    }
    expect(told).toEqual([]);
  }
  expect(pairs).toBeGreaterThan(100_000);
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(300);
});
