import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { policiesInForce } from "@/lib/policies/queries";
import { POWERS } from "../policy";
import type { addAttendeeInput, endExceptionInput, waiveAttendeeInput } from "../schema";
import { change, factsOf, type Loaded, salesTeamsOf } from "./change";
import { type Standing, standing } from "./move";

/** Adds somebody whom the rules keep out of the first call: with a reason, at a price in person-minutes (P2.5). */
export const addAttendee = (ctx: Ctx, { id, userId, reason }: z.output<typeof addAttendeeInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.addAttendee(ctx.actor, factsOf(handover)));
    const person = await colleague(tx, userId);
    if (await hasException(tx, { id, userId, kind: "ADDITION" })) return standing(handover);
    const { attendees } = await policiesInForce(tx);
    await keep(tx, ctx, { handover, userId, reason, kind: "ADDITION" });
    await appendEvent(tx, ctx, {
      stream: id, type: "attendee.added",
      payload: { person: person.name, userId, reason, personMinutes: attendees.content.minutes },
    });
    return standing(handover);
  });

/** Lets a required person be missing from the first call: a manager's decision (P2.5). */
export const waiveAttendee = (ctx: Ctx, { id, userId, reason }: z.output<typeof waiveAttendeeInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.waiveAttendee(ctx.actor, factsOf(handover, await salesTeamsOf(tx, handover))));
    const person = await colleague(tx, userId);
    if (await hasException(tx, { id, userId, kind: "WAIVER" })) return standing(handover);
    await keep(tx, ctx, { handover, userId, reason, kind: "WAIVER" });
    await appendEvent(tx, ctx, { stream: id, type: "attendee.waived", payload: { person: person.name, userId, reason } });
    return standing(handover);
  });

/** Ends an exception; the rules apply again. By whoever may make one of its kind. */
export const endException = (ctx: Ctx, { id, exceptionId }: z.output<typeof endExceptionInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    const exception = await tx.attendeeException.findFirst({ where: { id: exceptionId, handoverId: id } });
    if (!exception) throw new AppError("NOT_FOUND");
    const facts = factsOf(handover, await salesTeamsOf(tx, handover));
    enforce(exception.kind === "ADDITION" ? POWERS.addAttendee(ctx.actor, facts) : POWERS.waiveAttendee(ctx.actor, facts));
    const { count } = await tx.attendeeException.updateMany({ where: { id: exceptionId, endedAt: null }, data: { endedAt: ctx.now } });
    if (count === 0) return standing(handover);
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: exception.userId }, select: { name: true } });
    await appendEvent(tx, ctx, { stream: id, type: "attendee.exceptionEnded", payload: { person: name } });
    return standing(handover);
  });

type Kind = "ADDITION" | "WAIVER";

const hasException = async (tx: Db, { id, userId, kind }: { id: string; userId: string; kind: Kind }) =>
  (await tx.attendeeException.count({ where: { handoverId: id, userId, kind, endedAt: null } })) > 0;

const keep = (tx: Db, ctx: Ctx, { handover, userId, reason, kind }: { handover: Loaded; userId: string; reason: string; kind: Kind }) =>
  tx.attendeeException.create({
    data: { id: newId(), handoverId: handover.id, userId, kind, reason, byId: personOf(ctx.actor) ?? userId, createdAt: ctx.now },
    select: { id: true },
  });

async function colleague(tx: Db, userId: string) {
  const user = await tx.user.findFirst({ where: { id: userId, active: true }, select: { name: true } });
  if (!user) throw new AppError("INVALID", { rule: "P2.5", reason: "Choose somebody who works here." });
  return user;
}
