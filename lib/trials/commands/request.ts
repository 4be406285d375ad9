import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal } from "@/lib/deals/commands/change";
import { dayOf } from "@/lib/deals/format";
import { appendEvent } from "@/lib/events/append";
import { enforceAt } from "@/lib/involvement/commands/change";
import { askFactsOf, type Candidate } from "@/lib/involvement/queries/ask-facts";
import { contractReviewRefusal } from "@/lib/involvement/rules/contract-review";
import { askRefusal, isRefusal, mayAsk } from "@/lib/involvement/rules/may-ask";
import { holdActive } from "@/lib/people/commands/load";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { trialProblem, usualDue } from "../rules/trial";
import type { requestTrialInput } from "../schema";

/**
 * P6.5: asks for a trial task: a developer of one of the deal's teams, reviewed by a lead of the same team, who approves it first.
 * Traction and complexity decide as for every involvement (P5.3, P6.2). The same task asked for again has one effect.
 */
export const requestTrial = (ctx: Ctx, input: z.output<typeof requestTrialInput>) =>
  changeDeal(ctx, { id: input.dealId, power: "involve" }, async (tx, deal) => {
    const { developerId, leadId, purpose, scope, entryCriteria, exitCriteria, capMinutes, priceMinor, currency } = input;
    for (const id of [developerId, leadId].sort()) await holdActive(tx, id);
    const { candidates, callMinutes: _, caps, ...facts } = await askFactsOf(tx, deal.id, ctx.now);
    enforce(askRefusal("TRIAL", facts));
    const author = personOf(ctx.actor);
    if (author === null) throw new AppError("FORBIDDEN", { rule: "P6.5", reason: "Only a person asks another." });
    const [developer, lead] = [candidates.find(({ id }) => id === developerId), candidates.find(({ id }) => id === leadId)];
    const teamId = developer && lead ? commonTeam(developer, lead) : undefined;
    if (!developer || !lead || teamId === undefined) throw refusedPeople();
    if (!lead.active) throw refusedAt("leadId", `${lead.name} is no longer here. Choose another lead of the team.`);
    if (facts.sellerIds.includes(leadId)) throw refusedAt("leadId", `${lead.name} sells this deal, and does not review its trial task.`);
    const allowed = mayAsk("TRIAL", { ...facts, person: developer, declined: developer.declined });
    if (isRefusal(allowed)) throw new AppError(allowed.code, allowed);

    const dueOn = input.dueOn ?? usualDue(developer.calendar, ctx.now, caps);
    enforceAt(contractReviewRefusal({ annex: "", purpose, scope, entryCriteria, exitCriteria }));
    enforceAt(trialProblem({ purpose, scope, entryCriteria, exitCriteria, capMinutes, dueOn }, { calendar: developer.calendar, now: ctx.now, caps }));
    const same = await tx.trialTask.findFirst({
      where: { dealId: deal.id, developerId, leadId, requestedById: author, state: "REQUESTED", purpose, scope }, select: { id: true, dueOn: true },
    });
    if (same && dayOf(same.dueOn) === dueOn) return { id: same.id, dealId: deal.id };

    const id = newId();
    await tx.trialTask.create({
      data: {
        id, dealId: deal.id, teamId, developerId, leadId, requestedById: author, purpose, scope, entryCriteria, exitCriteria, capMinutes,
        priceMinor: BigInt(priceMinor), currency, dueOn: new Date(dueOn), why: allowed.why, grantId: allowed.grantId, createdAt: ctx.now,
      },
      select: { id: true },
    });
    await appendEvent(tx, ctx, {
      stream: deal.id, type: "trial.requested",
      payload: { trialId: id, userIds: [leadId], developer: developer.name, lead: lead.name, minutes: capMinutes, dueOn, why: allowed.why, granted: allowed.grantId !== null },
    });
    return { id, dealId: deal.id };
  });

/** The team in which the one develops and the other leads; nobody reviews themselves. */
const commonTeam = (developer: Candidate, lead: Candidate): string | undefined =>
  developer.id === lead.id ? undefined
    : developer.roles.find(({ role, teamId }) => role === "DEVELOPER" && lead.roles.some((one) => one.role === "TEAM_LEAD" && one.teamId === teamId))?.teamId;

const refusedAt = (field: string, reason: string) => new AppError("INVALID", { rule: "P6.5", reason, fields: { [field]: [reason] } });
const refusedPeople = () => refusedAt("leadId", "Choose a developer, and a lead of the same team: one of the deal's teams.");
