import "server-only";
import { type Db, prisma, samplePrisma } from "@/lib/platform/db";
import { type Ctx, mint } from "./ctx";
import { sampleStatus } from "./sample";
import { hashToken } from "./secret-link";
import { countOpening, forgetOpening } from "./throttle";

type Opening = { now: Date; requestId: string; address: string };

/**
 * Whoever holds a client's open link acts as the client of its deal, in this one matter (P7.5): not as a person, and without a
 * role. Null for a link that is unknown, has expired or was revoked; which of these is nobody's business. Every opening is counted
 * before it is judged; throws TOO_MANY.
 */
export async function clientLinkCtx(token: string, { now, requestId, address }: Opening): Promise<Ctx | null> {
  if (!TOKEN.test(token)) return null;
  await countOpening({ token, address });
  const link = await findLink(token);
  if (!link || link.revokedAt !== null || link.expiresAt <= now) return null;
  await forgetOpening(address);
  return mint({ actor: { type: "client", linkId: link.id, dealId: link.dealId }, now, requestId, ...(link.db !== prisma && { db: link.db }) });
}

/** As `newToken` makes them. */
const TOKEN = /^[\w-]{43}$/;

/** The sample's links live in the sample's own database. */
async function findLink(token: string) {
  const find = async (db: Db) => {
    const link = await db.clientLink.findUnique({ where: { tokenHash: hashToken(token) }, select: { id: true, dealId: true, expiresAt: true, revokedAt: true } });
    return link && { ...link, db };
  };
  return (await find(prisma)) ?? ((await sampleStatus()) === "ready" ? find(samplePrisma()) : null);
}
