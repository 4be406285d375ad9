import "server-only";
import { prisma } from "@/lib/platform/db";
import { type Ctx, mint } from "./ctx";
import { hashToken } from "./secret-link";

/**
 * Whoever holds an open link acts as the person it was made for, in this one matter: without roles. Null when it was
 * used, has expired or was revoked, or the person was deactivated; which of these is nobody's business.
 */
export async function linkCtx(token: string, { now, requestId }: { now: Date; requestId: string }) {
  const link = await prisma.invitation.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!link || link.usedAt || link.revokedAt || link.expiresAt <= now) return null;
  const user = await prisma.user.findFirst({ where: { id: link.userId, active: true }, select: { id: true, name: true, email: true } });
  if (!user) return null;
  const ctx: Ctx = mint({ actor: { type: "user", id: user.id, name: user.name, isAdmin: false, memberships: [] }, now, requestId });
  return { ctx, purpose: link.purpose, name: user.name, email: user.email };
}
