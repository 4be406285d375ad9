import "server-only";
import { actorText, type Ctx, personOf } from "@/lib/auth/ctx";
import { latestEvent } from "@/lib/events/latest";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Readable } from "../queries/readable";
import { fieldOfComment } from "../rules/comments";
import { decides, outsideRefusal } from "../rules/covers";
import { undoRefusal } from "../rules/undo";
import { type Loaded, teamName } from "./change";
import { conflict } from "./move";

type Key = Loaded["keys"][number];

/** A key is one named person's, never "any PM's" (P1.7). */
export function heldKey(ctx: Ctx, handover: Loaded, keyId: string): Key {
  const key = handover.keys.find(({ id }) => id === keyId);
  if (!key) throw new AppError("NOT_FOUND");
  if (key.holderId !== personOf(ctx.actor))
    throw new AppError("FORBIDDEN", { rule: "P1.7", reason: `Only ${key.holder.name}, who holds this key, decides on it.` });
  return key;
}

/** What events keep of a key. */
export const keyPayload = (handover: Loaded, key: Key, briefVersion: number) => ({
  keyId: key.id, role: key.role, team: teamName(handover, key.teamId), briefVersion,
});

/** Refuses what is about something that this key does not decide on (P1.7). */
export function refuseOutside(handover: Loaded, { role, teamId }: Key, { fields, answers }: Readable, about: readonly string[]): void {
  const team = handover.teams.find((one) => one.teamId === teamId)?.team ?? null;
  const decided = decides({ role, team }, { fields, answers });
  for (const id of about) {
    const field = fieldOfComment(id, fields);
    if (field) enforce(outsideRefusal(decided, field));
  }
}

/** Turn an open key, if the brief is still the version that was read. */
export async function turn(
  tx: Db, key: Key, briefVersion: number, data: Prisma.HandoverKeyUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.handoverKey.updateMany({ where: { id: key.id, state: "OPEN", handover: { briefVersion } }, data });
  if (count === 0) throw await conflict(tx, key.handoverId);
}

/** Take a decision back, within the window of B1: the key is open again, with the time it had. */
export async function reopen(tx: Db, ctx: Ctx, handover: Loaded, keyId: string, decision: readonly string[]) {
  const key = heldKey(ctx, handover, keyId);
  enforce(undoRefusal(actorText(ctx.actor), keyId, decision, await latestEvent(tx, handover.id)));
  await tx.handoverKey.update({ where: { id: keyId }, data: { state: "OPEN", acceptedVersion: null, decidedAt: null } });
  return keyPayload(handover, key, handover.briefVersion);
}
