import { hashPassword } from "@/lib/auth/password";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { aPerson } from "./agency";

export const PASSWORD = "correct horse battery staple";
let kept: Promise<string> | undefined;

/** Somebody who can sign in with PASSWORD, under an address of their own. */
export async function aMember(db: Db, name = "Mia", more: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const passwordHash = await (kept ??= hashPassword(PASSWORD));
  const email = `${name.toLowerCase()}.${newId()}@agency.example`;
  return { id: await aPerson(db, name, [], { email, passwordHash, ...more }), email };
}

/** An address of the network that nobody else in these tests comes from. */
export const anAddress = (): string => `test-${newId()}`;
