import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { dayIn } from "@/lib/platform/time";
import { INVOLVEMENT_STATES } from "../format";
import { capRefusal, entryProblem } from "../rules/hours";
import type { recordHoursInput } from "../schema";
import { changeInvolvement, enforceAt } from "./change";

type Entry = z.output<typeof recordHoursInput>;

/**
 * P5.5: time that the person spent on it, once accepted and for as long as the agreed time lasts; the entry that passes the cap is
 * kept whole, and is the last. The same entry sent again has one effect.
 */
export const recordHours = (ctx: Ctx, input: Entry) =>
  changeInvolvement(ctx, { id: input.id, power: "record" }, async (tx, row) => {
    if (await wasRecorded(tx, input, { involvementId: row.id })) return { id: row.id };
    if (row.state !== "ACCEPTED" && row.state !== "ANSWERED")
      throw await conflict(tx, row.dealId, `Time is recorded once the request is accepted, and it is ${INVOLVEMENT_STATES[row.state].label.toLowerCase()}.`);
    enforceAt(entryProblem(input, { today: dayIn(row.person.zone, ctx.now), since: dayIn(row.person.zone, row.createdAt) }));
    const atCap = capRefusal(row);
    if (atCap) throw await conflict(tx, row.dealId, atCap.reason);
    await keepHours(tx, ctx, { dealId: row.dealId, personId: row.personId, involvementId: row.id }, input);
    await appendEvent(tx, ctx, {
      stream: row.dealId, type: "involvement.hoursRecorded",
      payload: { involvementId: row.id, kind: row.kind, minutes: input.minutes, spent: row.spentMinutes + input.minutes, cap: row.capMinutes },
    });
    return { id: row.id };
  });

/** Whether this very entry is there already. */
export const wasRecorded = async (tx: Db, { entryId, minutes }: Entry, of: { involvementId: string } | { trialTaskId: string }): Promise<boolean> =>
  (await tx.dealHours.count({ where: { id: entryId, minutes, ...of } })) === 1;

type Of = { dealId: string; personId: string } & ({ involvementId: string } | { trialTaskId: string });

/** The row; the database adds it to the sum, and stops a trial task that it takes over its cap. */
export const keepHours = (tx: Db, ctx: Ctx, of: Of, { entryId, minutes, workedOn, note }: Entry) =>
  tx.dealHours.create({ data: { id: entryId, ...of, minutes, workedOn: new Date(workedOn), note, createdAt: ctx.now }, select: { id: true } });
