import "server-only";
import { prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { verifyPassword } from "./password";
import { countTry, forgetTry } from "./throttle";

/** Whose session it is: the person, the epoch in which it was opened, and whether it is in the sample. */
export type Identity = { userId: string; epoch: number; sample: boolean };

export type Credentials = { email: string; password: string; address: string };

/**
 * Who this is. Throws UNAUTHENTICATED in one sentence and after the same work for a wrong password, an unknown or
 * deactivated account and one without a password; TOO_MANY after five failures for an account or twenty from an
 * address in a quarter of an hour.
 */
export async function signInWithPassword({ email, password, address }: Credentials): Promise<Identity> {
  await countTry({ email, address });
  const [user] = await prisma.$queryRaw<{ id: string; passwordHash: string | null; epoch: number; active: boolean }[]>`
    SELECT id, "passwordHash", "sessionEpoch" AS epoch, active FROM "User" WHERE lower(email) = lower(${email.trim()})`;
  const matches = await verifyPassword(user?.passwordHash, password);
  if (!user || !matches || !user.active)
    throw new AppError("UNAUTHENTICATED", { reason: "That mail address and password do not belong together." });
  await forgetTry({ email, address });
  await prisma.$executeRaw`UPDATE "User" SET "lastSeenAt" = now() WHERE id = ${user.id}::uuid`;
  return { userId: user.id, epoch: user.epoch, sample: false };
}
