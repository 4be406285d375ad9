import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal } from "@/lib/deals/commands/change";
import { dayOf } from "@/lib/deals/format";
import { appendEvent } from "@/lib/events/append";
import { holdActive } from "@/lib/people/commands/load";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { askFactsOf } from "../queries/ask-facts";
import { contractReviewRefusal } from "../rules/contract-review";
import { askRefusal, isRefusal, mayAsk } from "../rules/may-ask";
import { callRefusal } from "../rules/meeting-cost";
import { awayProblem, requestProblem } from "../rules/request";
import type { requestInvolvementInput } from "../schema";
import { enforceAt } from "./change";

/**
 * P6.4: asks one named person of the deal's teams for help before the contract. Refused, with the reason and the remedy, where
 * traction (P5.2, P5.3), complexity (P6.2), an earlier decline (P5.4) or the request itself (P4.4) says so. The same request sent
 * again has one effect.
 */
export const requestInvolvement = (ctx: Ctx, input: z.output<typeof requestInvolvementInput>) =>
  changeDeal(ctx, { id: input.dealId, power: "involve" }, async (tx, deal) => {
    const { kind, personId, minutes, neededBy, asked, suggestion } = input;
    await holdActive(tx, personId);
    const { candidates, callMinutes, caps, ...facts } = await askFactsOf(tx, deal.id, ctx.now);
    enforce(askRefusal(kind, facts));
    const person = candidates.find(({ id }) => id === personId);
    if (!person) throw new AppError("INVALID", { rule: "P6.4", reason: "Choose one person of the deal's teams.", fields: { personId: ["Choose one person of the deal's teams."] } });

    const isCall = kind === "CALL";
    const call = { minutes, withClient: isCall && input.withClient, whyCall: isCall ? input.whyCall : "" };
    enforceAt(contractReviewRefusal({ annex: input.annex, asked, suggestion, whyCall: call.whyCall }));
    if (isCall) enforceAt(callRefusal(call, { name: person.name, preference: person.preference, callMinutes }));
    enforceAt(requestProblem({ kind, asked, suggestion, minutes, neededBy, whyCall: call.whyCall }, { today: person.today, caps }));

    const open = await tx.involvement.findFirst({
      where: { dealId: deal.id, personId, kind, state: { in: ["REQUESTED", "ACCEPTED"] } },
      select: { id: true, asked: true, suggestion: true, neededBy: true, requestedById: true },
    });
    const author = personOf(ctx.actor);
    if (open && open.asked === asked && open.suggestion === suggestion && dayOf(open.neededBy) === neededBy && open.requestedById === author) return { id: open.id, dealId: deal.id };
    if (open) throw new AppError("CONFLICT", { rule: "P6.4", reason: `${person.name} has an open request of this kind for this deal already. Wait for the answer, or withdraw it first.` });

    const allowed = mayAsk(kind, { ...facts, person, declined: person.declined });
    if (isRefusal(allowed)) throw new AppError(allowed.code, allowed);
    enforceAt(awayProblem(person.name, { awayUntil: person.awayUntil, neededBy }));
    if (author === null) throw new AppError("FORBIDDEN", { rule: "P6.4", reason: "Only a person asks another." });

    const id = newId();
    const { role, teamId, why, grantId } = allowed;
    await tx.involvement.create({
      data: {
        id, dealId: deal.id, kind, personId, role, teamId, requestedById: author, asked, suggestion, annex: input.annex.trim(), capMinutes: minutes,
        neededBy: new Date(neededBy), why, grantId, createdAt: ctx.now, whyCall: call.whyCall, withClient: call.withClient,
      },
      select: { id: true },
    });
    await appendEvent(tx, ctx, {
      stream: deal.id, type: "involvement.requested",
      payload: { involvementId: id, kind, userId: personId, name: person.name, minutes, neededBy, why, granted: grantId !== null },
    });
    return { id, dealId: deal.id };
  });
