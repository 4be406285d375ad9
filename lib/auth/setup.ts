import "server-only";
import { timingSafeEqual } from "node:crypto";
import { prisma } from "@/lib/platform/db";
import { type Ctx, mint } from "./ctx";
import { hashToken } from "./secret-link";

/** Has this installation no people yet? */
export async function isEmptyInstallation(): Promise<boolean> {
  return (await prisma.user.findFirst({ select: { id: true } })) === null;
}

/** Who holds the token of the log may set up, while nobody exists. Null otherwise. */
export async function setUpCtx(token: string, { now, requestId }: { now: Date; requestId: string }): Promise<Ctx | null> {
  if (!(await isEmptyInstallation())) return null;
  const kept = await prisma.setupToken.findUnique({ where: { id: 1 } });
  if (!kept || !isEqual(kept.tokenHash, hashToken(token))) return null;
  return mint({ actor: { type: "system", job: "set-up" }, now, requestId });
}

const isEqual = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
