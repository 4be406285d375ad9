import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";

/** How many keys wait for this person: the badge of the inbox. */
export async function countInbox(ctx: Ctx): Promise<number> {
  const me = personOf(ctx.actor);
  if (me === null) return 0;
  const [row] = await db(ctx).$queryRaw<{ open: number }[]>`
    SELECT count(*)::int AS open FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
    WHERE k."holderId" = ${me}::uuid AND k.state = 'OPEN' AND h.status = 'SUBMITTED'`;
  return row?.open ?? 0;
}
