import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { personOf } from "@/lib/auth/ctx";
import { hashPassword } from "@/lib/auth/password";
import { adminRefusal } from "@/lib/auth/policy";
import { hashToken, newToken } from "@/lib/auth/secret-link";
import { changeOrganisation, type Record } from "@/lib/organisation/commands/change";
import type { Db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { InvitationPurpose } from "@/lib/platform/generated/enums";
import { OFFICE_HOURS } from "../format";
import type { invitePersonInput, joinInput, personInput } from "../schema";
import { lockPerson, requireFreeAddress } from "./load";
import { teamFor } from "./people";

const HOUR = 60 * 60 * 1000;
/** How long a link waits: a week to join, a day for a new password. */
export const LINK_HOURS = { INVITE: 7 * 24, RESET: 24 } as const satisfies { [P in InvitationPurpose]: number };

/** A link to hand over. Its address is shown once and kept nowhere. */
export type Link = { userId: string; name: string; url: string; expiresAt: Date };

/** A new person, with roles, who joins by the link. Throws INVALID for an address that is taken. */
export const invitePerson = (ctx: Ctx, { roles, ...input }: z.output<typeof invitePersonInput>): Promise<Link> =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const userId = newId();
    const { name, email, isAdmin } = input;
    await requireFreeAddress(tx, email, userId);
    await tx.user.create({ data: { id: userId, ...input, workingHours: OFFICE_HOURS as unknown as string[][][] } });
    await record("person.invited", { userId, name, email });
    if (isAdmin) await record("admin.granted", { userId, name });
    const unique = roles.filter((role, i) => roles.findIndex((r) => r.teamId === role.teamId && r.role === role.role) === i);
    for (const { teamId, role } of unique) {
      const team = await teamFor(tx, teamId, role);
      await tx.membership.create({ data: { userId, teamId, role } });
      await record("role.granted", { userId, name, teamId, team, role });
    }
    return makeLink(tx, ctx, record, { userId, name, purpose: "INVITE" });
  });

/**
 * A fresh link for somebody who has not joined yet, or to choose a new password; earlier links stop working. Their
 * sessions end when the new password is chosen. Throws CONFLICT for somebody deactivated.
 */
export const createLink = (ctx: Ctx, { userId }: z.output<typeof personInput>): Promise<Link> =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const person = await lockPerson(tx, userId);
    if (!person.active) throw new AppError("CONFLICT", { rule: "Roles", reason: `${person.name} is deactivated. Reactivate them first.` });
    await revokeOpen(tx, ctx, userId);
    return makeLink(tx, ctx, record, { userId, name: person.name, purpose: person.passwordHash || person.lastSeenAt ? "RESET" : "INVITE" });
  });

/** Open links of this person stop working. Throws CONFLICT when there is none. */
export const revokeLinks = (ctx: Ctx, { userId }: z.output<typeof personInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const person = await lockPerson(tx, userId);
    if ((await revokeOpen(tx, ctx, userId)) === 0) throw new AppError("CONFLICT", { reason: "There is no open link." });
    await record("link.revoked", { userId, name: person.name });
    return { userId };
  });

/**
 * Use a link: choose the password. `ctx` is the person's own, from `linkCtx`. Of two at once one wins. Earlier
 * sessions end. Returns the epoch in which a session may now be opened.
 */
export async function redeemLink(ctx: Ctx, { token, password }: z.output<typeof joinInput>): Promise<{ userId: string; epoch: number }> {
  const passwordHash = await hashPassword(password); // before the lock: it takes its time
  return changeOrganisation(ctx, async (tx, record) => {
    const tokenHash = hashToken(token);
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash, userId: personOf(ctx.actor) ?? "", usedAt: null, revokedAt: null, expiresAt: { gt: ctx.now } },
      data: { usedAt: ctx.now },
    });
    if (count === 0) throw new AppError("CONFLICT", { reason: "This link was used, has expired or was revoked. Ask an admin for a new one." });
    const { userId, purpose } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash } });
    const { name, sessionEpoch } = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionEpoch: { increment: 1 }, lastSeenAt: ctx.now },
    });
    await record(purpose === "INVITE" ? "person.joined" : "password.reset", { userId, name });
    return { userId, epoch: sessionEpoch };
  });
}

async function makeLink(tx: Db, ctx: Ctx, record: Record, person: { userId: string; name: string; purpose: InvitationPurpose }): Promise<Link> {
  const { userId, purpose } = person;
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + LINK_HOURS[purpose] * HOUR);
  const createdBy = personOf(ctx.actor) ?? userId;
  await tx.invitation.create({ data: { id: newId(), purpose, tokenHash: hashToken(token), userId, createdBy, expiresAt } });
  await record("link.created", { ...person, expiresAt: expiresAt.toISOString() });
  return { userId, name: person.name, url: new URL(`/invitation/${token}`, env.PUBLIC_URL).href, expiresAt };
}

const revokeOpen = async (tx: Db, ctx: Ctx, userId: string): Promise<number> =>
  (await tx.invitation.updateMany({ where: { userId, usedAt: null, revokedAt: null, expiresAt: { gt: ctx.now } }, data: { revokedAt: ctx.now } })).count;
