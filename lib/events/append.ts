import "server-only";
import { actorText, type Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { UNDO_SECONDS, type EventDefinition } from "./define";
import { EVENTS, type EventType, type Payload } from "./registry";

/**
 * Record a fact in the caller's transaction: history, timeline, and the job that will tell the world (B3).
 * `subjectId` is the client's person it tells about, whose erasure redacts the payload.
 */
export async function appendEvent<T extends EventType>(
  tx: Db,
  ctx: Ctx,
  { stream, type, payload, subjectId }: { stream: string; type: T; payload: Payload<T>; subjectId?: string },
): Promise<void> {
  const definition = EVENTS[type] as EventDefinition;
  const { id } = await tx.event.create({
    data: {
      stream,
      streamKind: definition.stream,
      type,
      actor: actorText(ctx.actor),
      payload: JSON.stringify(definition.payload.parse(payload)),
      ...(subjectId && { subjectId }),
    },
    select: { id: true },
  });
  if (definition.audience.length > 0) await enqueue(tx, "announce", { eventId: id }, UNDO_SECONDS);
}
