import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { UNDO_SECONDS } from "@/lib/events/define";
import { type Db, inTx } from "@/lib/platform/db";
import type { ReturnReason, TeamKind } from "@/lib/platform/generated/enums";
import { enqueue } from "@/lib/platform/queue";
import { listManagersAsked } from "../queries/managers-asked";
import { repeatedReasons } from "../rules/repeated-returns";

/** After a return: once it can no longer be undone, the managers are asked if it is a second one for the same reason (P1.10). */
export async function watchReturns(tx: Db, handoverId: string): Promise<void> {
  if ((await newlyRepeated(tx, handoverId)).length > 0) await enqueue(tx, "askManagers", { handoverId }, UNDO_SECONDS);
}

/**
 * Brings both managers in, of the sales team and of the delivery teams, once for each reason (P1.10). Runs as a job after the
 * undo window, and waits for an undo that is under way (the lock). Answers for how many reasons they were asked.
 */
export const askManagers = (ctx: Ctx, { handoverId }: { handoverId: string }): Promise<number> =>
  inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${handoverId}::uuid FOR UPDATE`;
    const handover = await tx.handover.findUnique({
      where: { id: handoverId },
      select: { status: true, teams: { select: { teamId: true } }, contactOwner: { select: { memberships: { select: { teamId: true } } } } },
    });
    if (!handover || (handover.status !== "RETURNED" && handover.status !== "SUBMITTED")) return 0;
    const reasons = await newlyRepeated(tx, handoverId);
    if (reasons.length === 0) return 0;
    const sales = await managersOf(tx, handover.contactOwner.memberships.map(({ teamId }) => teamId), "SALES");
    const delivery = await managersOf(tx, handover.teams.map(({ teamId }) => teamId), "DELIVERY");
    for (const reason of reasons)
      await appendEvent(tx, { ...ctx, db: tx }, { stream: handoverId, type: "handover.managersAsked", payload: { reason, managers: [...new Set([...sales, ...delivery])] } });
    return reasons.length;
  });

async function newlyRepeated(tx: Db, handoverId: string): Promise<ReturnReason[]> {
  const points = await tx.returnPoint.findMany({ where: { handoverId }, select: { version: true, reason: true, undoneAt: true } });
  const repeated = repeatedReasons(points);
  if (repeated.length === 0) return [];
  const asked = new Set((await listManagersAsked(tx, handoverId)).map(({ reason }) => reason));
  return repeated.filter((reason) => !asked.has(reason));
}

async function managersOf(tx: Db, teamIds: readonly string[], kind: TeamKind): Promise<string[]> {
  const people = await tx.user.findMany({
    where: { active: true, memberships: { some: { role: "MANAGER", teamId: { in: [...teamIds] }, team: { kind } } } },
    select: { name: true }, orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return people.map(({ name }) => name);
}
