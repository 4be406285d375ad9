import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { sweepFolder } from "@/lib/platform/incoming";
import { incomingFolder, storeFor } from "@/lib/platform/stores";
import { DAY } from "@/lib/platform/time";

/**
 * Removes what uploads left behind that never came to be a document: bytes that nothing names a day later, and pieces of a
 * broken upload. A run that broke off is continued by the next. Answers how many of each.
 */
export async function sweepDocuments(ctx: Ctx): Promise<{ files: number; pieces: number }> {
  const before = new Date(ctx.now.getTime() - DAY);
  await db(ctx).$executeRaw`
    UPDATE "StoredFile" s SET "isRemoving" = true
    WHERE "touchedAt" < ${before} AND NOT EXISTS (SELECT FROM "Document" d WHERE d.sha256 = s.sha256)`;
  const unwanted = await db(ctx).storedFile.findMany({ where: { isRemoving: true }, select: { sha256: true } });
  for (const { sha256 } of unwanted) {
    await storeFor(ctx).remove(sha256);
    await db(ctx).storedFile.deleteMany({ where: { sha256, isRemoving: true } });
  }
  return { files: unwanted.length, pieces: await sweepFolder(incomingFolder(), before) };
}
