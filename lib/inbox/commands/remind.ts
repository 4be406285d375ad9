import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { change } from "@/lib/handovers/commands/change";
import { isDeliveryManagerOf } from "@/lib/handovers/policy";
import type { Db } from "@/lib/platform/db";
import { enforce } from "@/lib/platform/errors";
import type { ItemResult } from "../format";
import { remindRefusal } from "../rules/remind";
import type { remindInput } from "../schema";
import { eachKey } from "./each";

/** Reminds the contact owners of returned briefs, by a notice inside the portal; each is recorded, and at most one a day (P1.8). */
export const remind = async (ctx: Ctx, { keys }: z.output<typeof remindInput>): Promise<{ results: ItemResult[] }> => ({
  results: await eachKey(ctx, keys, ({ id }) => remindOne(ctx, id)),
});

const remindOne = (ctx: Ctx, id: string): Promise<void> =>
  change(ctx, id, async (tx, handover) => {
    const person = personOf(ctx.actor);
    const memberships = ctx.actor.type === "user" ? ctx.actor.memberships : [];
    const contactOwner = await tx.user.findUniqueOrThrow({ where: { id: handover.contactOwnerId }, select: { name: true, zone: true } });
    const isConcerned = handover.keys.some(({ holderId }) => holderId === person) || isDeliveryManagerOf(memberships, handover.teams.map(({ teamId }) => teamId));
    enforce(remindRefusal({ status: handover.status, contactOwner, isConcerned, last: await lastReminder(tx, id) }, ctx.now));
    await appendEvent(tx, ctx, { stream: id, type: "handover.reminded", payload: { to: contactOwner.name, briefVersion: handover.briefVersion } });
  });

/** When somebody last reminded, and who. */
async function lastReminder(tx: Db, stream: string): Promise<{ at: Date; by: string } | null> {
  const [last] = await tx.$queryRaw<{ at: Date; by: string }[]>`
    SELECT e.at, coalesce(u.name, 'The portal') AS by FROM "Event" e LEFT JOIN "User" u ON e.actor = 'user:' || u.id
    WHERE e.stream = ${stream}::uuid AND e.type = 'handover.reminded' ORDER BY e.seq DESC LIMIT 1`;
  return last ?? null;
}
