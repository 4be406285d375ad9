import "server-only";
import { actorText, type Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { latestEvent } from "@/lib/events/latest";
import type { Payload } from "@/lib/events/registry";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce, type Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { LIFECYCLE, type MoveName, refusal } from "../lifecycle";
import { factsOf, type Loaded } from "./change";

type Change<M extends MoveName> = {
  payload: Payload<(typeof LIFECYCLE)[M]["event"]>;
  data?: Prisma.HandoverUncheckedUpdateManyInput;
  /** What the person saw; left out where a key was turned first, which checks the brief's version instead. */
  revision?: number;
};

/** How a handover stands: the answer to every move. */
export type Standing = Pick<Loaded, "id" | "status" | "revision">;
export const standing = ({ id, status, revision }: Loaded): Standing => ({ id, status, revision });

/** The only writer of Handover.status (B1): refuse, write if nobody moved first, record the event. */
export async function move<M extends MoveName>(
  tx: Db, ctx: Ctx, name: M, handover: Loaded, { payload, data, revision }: Change<M>,
): Promise<Standing> {
  const { to, event } = LIFECYCLE[name];
  const seen = revision ?? handover.revision;
  if (await isRepeat(tx, ctx, name, handover, seen)) return standing(handover);
  await permit(tx, ctx, name, handover);

  const { count } = await tx.handover.updateMany({
    where: { id: handover.id, status: handover.status, revision: seen },
    data: { ...data, status: to, revision: { increment: 1 }, updatedAt: ctx.now },
  });
  if (count === 0) throw await conflict(tx, handover.id);
  await appendEvent(tx, ctx, { stream: handover.id, type: event, payload });
  return { id: handover.id, status: to, revision: seen + 1 };
}

/** The same move by the same person, on what was seen before it: it has one effect, and is no error (P1.9). */
export async function isRepeat(tx: Db, ctx: Ctx, name: MoveName, handover: Loaded, seen: number): Promise<boolean> {
  const { to, event } = LIFECYCLE[name];
  if (handover.revision !== seen + 1 || handover.status !== to) return false;
  const latest = await latestEvent(tx, handover.id);
  return latest?.type === event && latest.actor === actorText(ctx.actor);
}

/** Throws where the lifecycle refuses; a conflict tells who did what. */
export async function permit(tx: Db, ctx: Ctx, move: MoveName, handover: Loaded): Promise<void> {
  const refused = refusal(ctx.actor, move, factsOf(handover));
  if (refused?.code === "CONFLICT") throw await conflict(tx, handover.id, refused);
  enforce(refused);
}

/** Whoever comes second is told who did what, and when (P1.9). */
export async function conflict(tx: Db, id: string, refused?: Refusal): Promise<AppError> {
  const latest = await latestEvent(tx, id);
  const reason = [refused?.reason ?? "This has changed since you read it.", latest?.story].filter(Boolean).join(" ");
  return new AppError("CONFLICT", { rule: refused?.rule ?? "P1.9", reason });
}
