import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import { appendEvent } from "@/lib/events/append";
import { enforceAt } from "@/lib/involvement/commands/change";
import { keepHours, wasRecorded } from "@/lib/involvement/commands/hours";
import { entryProblem } from "@/lib/involvement/rules/hours";
import type { Db } from "@/lib/platform/db";
import { policyInForce } from "@/lib/policies/queries";
import { enforce } from "@/lib/platform/errors";
import { dayIn } from "@/lib/platform/time";
import { TRIAL_STATES } from "../format";
import { runningRefusal, stoppedRefusal } from "../lifecycle";
import type { deliverTrialInput, recordTrialHoursInput, startTrialInput } from "../schema";
import { changeTrial, type LoadedTrial, moveTrial, workersOf } from "./change";

/** P6.5: the developer starts it, and says with it that the entry criteria are met. Three at most run at once, whoever starts them when. */
export const startTrial = (ctx: Ctx, { id }: z.output<typeof startTrialInput>) =>
  changeTrial(ctx, { id, power: "start" }, async (tx, row) => {
    if (row.state === "RUNNING") return { id };
    if (!isOpen(row.deal.stage)) throw await conflict(tx, row.dealId, `The deal is ${STAGES[row.deal.stage].label.toLowerCase()}: no trial task starts any more.`);
    await holdRunning(tx, row);
    enforce(runningRefusal(await tx.trialTask.count({ where: { developerId: row.developerId, state: "RUNNING" } }), row.developer.name, (await policyInForce(tx, "TRACTION_RUBRIC")).content.caps));
    await moveTrial(tx, ctx, { row, move: "start", data: { startedAt: ctx.now } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "trial.started", payload: { trialId: id } });
    return { id };
  });

/** Who starts at once waits here, in the order that the trigger guard_trial keeps as well. */
const holdRunning = (tx: Db, { developerId }: LoadedTrial) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('trials of ' || ${developerId}::uuid, 0))::text`;

/** P5.5, P6.5: time spent on it. What passes the cap is kept, and stops the task until its lead approves more. */
export const recordTrialHours = (ctx: Ctx, input: z.output<typeof recordTrialHoursInput>) =>
  changeTrial(ctx, { id: input.id, power: "record" }, async (tx, row) => {
    const { id, dealId, capMinutes } = row;
    if (await wasRecorded(tx, input, { trialTaskId: id })) return { id };
    if (row.state !== "RUNNING") throw await conflict(tx, dealId, `Time is recorded while the trial task runs, and it is ${TRIAL_STATES[row.state].label.toLowerCase()}.`);
    if (row.stoppedAt !== null) enforce(stoppedRefusal());
    enforceAt(entryProblem(input, { today: dayIn(row.developer.zone, ctx.now), since: dayIn(row.developer.zone, row.startedAt ?? row.createdAt) }));
    await keepHours(tx, ctx, { dealId, personId: row.developerId, trialTaskId: id }, input);
    const spent = row.spentMinutes + input.minutes;
    await appendEvent(tx, ctx, { stream: dealId, type: "trial.hoursRecorded", payload: { trialId: id, minutes: input.minutes, spent, cap: capMinutes } });
    if (spent > capMinutes) await appendEvent(tx, ctx, { stream: dealId, type: "trial.stopped", payload: { trialId: id, userIds: [row.leadId], spent, cap: capMinutes } });
    return { id };
  });

/** The developer delivers the result in writing; what the exit criteria say of it is the lead's to evaluate. */
export const deliverTrial = (ctx: Ctx, { id, result }: z.output<typeof deliverTrialInput>) =>
  changeTrial(ctx, { id, power: "deliver" }, async (tx, row) => {
    if (row.state === "DELIVERED" && row.result === result && personOf(ctx.actor) === row.developerId) return { id };
    await moveTrial(tx, ctx, { row, move: "deliver", data: { result, deliveredAt: ctx.now } });
    await appendEvent(tx, ctx, { stream: row.dealId, type: "trial.delivered", payload: { trialId: id, userIds: workersOf(row), spent: row.spentMinutes } });
    return { id };
  });
