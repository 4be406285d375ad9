import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { readEvent } from "@/lib/events/registry";
import { notifyPeople } from "@/lib/notifications/commands";
import { peopleToTell } from "@/lib/notifications/queries/audience";
import { type Db, inTx } from "@/lib/platform/db";
import type { StreamKind } from "@/lib/platform/generated/enums";

/**
 * Tells the people concerned of one event. The job waits as long as an undo is possible, then for one that is under way
 * (the lock), and announces neither the decision taken back nor the undo (B1). Answers how many notices are new.
 */
export const announceEvent = (ctx: Ctx, { eventId }: { eventId: string }): Promise<number> =>
  inTx(ctx, async (tx) => {
    const row = await tx.event.findUnique({ where: { id: eventId } });
    if (!row) return 0;
    await waitForUndo(tx, row.streamKind, row.stream);
    const next = await tx.event.findUnique({ where: { stream_seq: { stream: row.stream, seq: row.seq + 1 } } });
    const event = readEvent(row);
    if (!event || event.undoes || (next && readEvent(next)?.undoes)) return 0;
    const tell = await peopleToTell(tx, { event, row });
    return tell === null ? 0 : notifyPeople({ ...ctx, db: tx }, { eventId, at: row.at, ...tell });
  });

/** Whoever takes a decision back holds the parent's row until they commit. */
async function waitForUndo(tx: Db, kind: StreamKind, id: string): Promise<void> {
  if (kind === "HANDOVER") await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${id}::uuid FOR SHARE`;
}
