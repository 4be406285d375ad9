import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { ownOrAdminRefusal } from "@/lib/auth/policy";
import { countTry, forgetTry } from "@/lib/auth/throttle";
import { changesBetween } from "@/lib/events/changes";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { addTimeOffInput, changePasswordInput, removeTimeOffInput, updateProfileInput } from "../schema";
import { lockPerson, requireBackup, requireRevision } from "./load";
import { PERSON_FIELDS } from "./people";

/** One's own zone, hours, backup and preferences. Throws CONFLICT when an admin, or another tab, edited first. */
export const updateProfile = (ctx: Ctx, { revision, singleKeys, ...data }: z.output<typeof updateProfileInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    const me = await lockPerson(tx, ownId(ctx));
    requireRevision(revision, me.revision, "Your profile");
    const backup = await requireBackup(tx, me.id, data.backupId);
    const changes = changesBetween(PERSON_FIELDS, { ...me, backup: me.backup?.name ?? "" }, { ...data, backup });
    if (changes.length === 0 && me.singleKeys === singleKeys) return { revision };

    await tx.user.update({ where: { id: me.id }, data: { ...data, singleKeys, revision: { increment: 1 } } });
    if (changes.length > 0) await record("person.changed", { userId: me.id, name: me.name, changes }); // keys on or off are nobody's history
    return { revision: revision + 1 };
  });

/**
 * A new password, for who knows the present one; every session ends, and one may be opened in the epoch returned.
 * Guesses are counted as at the sign-in. Throws INVALID for a wrong one.
 */
export async function changePassword(ctx: Ctx, input: z.output<typeof changePasswordInput> & { address: string }) {
  const me = await db(ctx).user.findUniqueOrThrow({ where: { id: ownId(ctx) }, select: { email: true, passwordHash: true } });
  const tried = { email: me.email, address: input.address };
  await countTry(tried);
  if (!(await verifyPassword(me.passwordHash, input.current))) {
    const reason = "That is not your present password.";
    throw new AppError("INVALID", { reason, fields: { current: [reason] } });
  }
  await forgetTry(tried);
  const passwordHash = await hashPassword(input.password);
  return changeOrganisation(ctx, async (tx, record) => {
    const { id: userId, name, sessionEpoch } = await tx.user.update({
      where: { id: ownId(ctx) }, data: { passwordHash, sessionEpoch: { increment: 1 } },
    });
    await record("password.changed", { userId, name });
    return { userId, epoch: sessionEpoch };
  });
}

/** Every session of this person ends, this one too. */
export const signOutEverywhere = (ctx: Ctx) =>
  changeOrganisation(ctx, async (tx, record) => {
    const { id: userId, name } = await tx.user.update({ where: { id: ownId(ctx) }, data: { sessionEpoch: { increment: 1 } } });
    await record("session.endedEverywhere", { userId, name });
  });

/** Days away, both included: one's own, or entered by an admin. Throws CONFLICT when some of them are entered already. */
export const addTimeOff = (ctx: Ctx, { userId, from, to, note }: z.output<typeof addTimeOffInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(ownOrAdminRefusal(ctx.actor, userId));
    const { name } = await lockPerson(tx, userId);
    const days = { from: new Date(from), to: new Date(to) };
    const other = await tx.timeOff.findFirst({ where: { userId, from: { lte: days.to }, to: { gte: days.from } } });
    if (other) throw new AppError("CONFLICT", { reason: `Time off from ${isoDay(other.from)} to ${isoDay(other.to)} is entered already.` });
    const id = newId();
    await tx.timeOff.create({ data: { id, userId, ...days, note } });
    await record("timeOff.added", { userId, name, from, to });
    return { id };
  });

/** Back after all. Throws NOT_FOUND when it was removed before. */
export const removeTimeOff = (ctx: Ctx, { id }: z.output<typeof removeTimeOffInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    const entry = await tx.timeOff.findUnique({ where: { id }, include: { user: { select: { name: true } } } });
    if (!entry) throw new AppError("NOT_FOUND");
    enforce(ownOrAdminRefusal(ctx.actor, entry.userId));
    await tx.timeOff.delete({ where: { id } });
    await record("timeOff.removed", { userId: entry.userId, name: entry.user.name, from: isoDay(entry.from), to: isoDay(entry.to) });
    return { id };
  });

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/** The system has no profile. */
function ownId(ctx: Ctx): string {
  const id = personOf(ctx.actor);
  if (!id) throw new AppError("FORBIDDEN");
  return id;
}
