import type { Db } from "@/lib/platform/db";

/** What a commit would do: the briefs that this transaction changed are read anew for the search. */
export async function settled(db: Db): Promise<void> {
  await db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
}
