import "server-only";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { WorkingHours } from "../format";

/**
 * The person, locked until commit: naming somebody anywhere waits for this lock, so that what they hold stays true.
 * Throws NOT_FOUND.
 */
export async function lockPerson(tx: Db, userId: string) {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
  const person = await tx.user.findUnique({
    where: { id: userId },
    include: { memberships: { include: { team: { select: { name: true, kind: true } } } }, backup: { select: { name: true } } },
  });
  if (!person) throw new AppError("NOT_FOUND");
  return { ...person, workingHours: person.workingHours as unknown as WorkingHours };
}

/**
 * Before somebody is named anywhere: waits for a deactivation of theirs that is under way, so that "active" is true when
 * it is asked next, and stays true until commit (P1.6).
 */
export async function holdActive(tx: Db, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR KEY SHARE`;
}

/** Was it changed since it was read? The counter that was seen must still stand (P1.9). */
export function requireRevision(seen: number, now: number, what: string): void {
  if (seen !== now) throw new AppError("CONFLICT", { rule: "P1.9", reason: `${what} has changed since you read it. Reload and look again.` });
}

/** A mail address belongs to one account, however it is written. */
export async function requireFreeAddress(tx: Db, email: string, exceptId: string): Promise<void> {
  const [other] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM "User" WHERE lower(email) = lower(${email}) AND id <> ${exceptId}::uuid`;
  if (!other) return;
  const reason = `${other.name} already uses this mail address.`;
  throw new AppError("INVALID", { reason, fields: { email: [reason] } });
}

/** A backup is an active colleague, and not the person. Returns the name. */
export async function requireBackup(tx: Db, userId: string, backupId: string | null): Promise<string> {
  if (backupId === null) return "";
  const backup = await tx.user.findFirst({ where: { id: backupId, active: true, NOT: { id: userId } }, select: { name: true } });
  if (backup) return backup.name;
  const reason = "Choose an active colleague as the backup.";
  throw new AppError("INVALID", { reason, rule: "P2.4", fields: { backupId: [reason] } });
}
