import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { EventType, Payload } from "@/lib/events/registry";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";

export type Record = <T extends EventType>(type: T, payload: Payload<T>) => Promise<void>;

/**
 * One transaction around people, teams or the organisation, whose row is locked before anything is read: such changes
 * are rare, and "the last admin" is only true while nobody else changes one. `record` writes to the organisation's
 * history (B3).
 */
export const changeOrganisation = <T>(ctx: Ctx, fn: (tx: Db, record: Record) => Promise<T>): Promise<T> =>
  inTx(ctx, async (tx) => {
    const [organisation] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Organisation" FOR UPDATE`;
    if (!organisation) throw new AppError("CONFLICT", { reason: "The organisation is not set up yet." });
    return fn(tx, (type, payload) => appendEvent(tx, ctx, { stream: organisation.id, type, payload }));
  });
