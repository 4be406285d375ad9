import "server-only";
import type { Db } from "@/lib/platform/db";
import type { Snapshot } from "../rules/snapshot";

/** A frozen version of a brief, as submitting wrote it (B4); null where there is none. No authorisation here. */
export async function snapshotOf(db: Db, handoverId: string, version: number): Promise<Snapshot | null> {
  const row = await db.briefVersion.findUnique({ where: { handoverId_version: { handoverId, version } }, select: { content: true } });
  return row && (row.content as unknown as Snapshot);
}

/** Which policies and templates a frozen version keeps (B6), without the rest of it; null where there is none. */
export async function keptPolicies(db: Db, handoverId: string, version: number): Promise<Snapshot["policies"] | null> {
  const [row] = await db.$queryRaw<{ policies: Snapshot["policies"] }[]>`
    SELECT content -> 'policies' AS policies FROM "BriefVersion" WHERE "handoverId" = ${handoverId}::uuid AND version = ${version}`;
  return row?.policies ?? null;
}
