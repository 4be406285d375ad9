import "server-only";
import { type Ctx } from "@/lib/auth/ctx";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { type PowerFacts, scope } from "../policy";

/** A handover with all that lifecycle and powers ask about. */
export const LOADED = {
  keys: { include: { holder: { select: { name: true } } }, orderBy: { id: "asc" } },
  teams: { include: { team: { select: { id: true, name: true, slug: true, technical: true } } }, orderBy: { teamId: "asc" } },
  deal: {
    select: {
      id: true, number: true, name: true, stage: true, signedOn: true, signedEvidence: true, atRiskUntil: true, atRiskApprovedAt: true,
      collaborators: { select: { userId: true } },
    },
  },
} as const satisfies Prisma.HandoverInclude;

export type Loaded = Prisma.HandoverGetPayload<{ include: typeof LOADED }> & { soloMode: boolean };

/**
 * One transaction around one handover. Its row is locked before anything is read, so that what is read stays true
 * until commit: without it two last keys each see the other still open. Out of scope it is NOT_FOUND.
 */
export function change<T>(ctx: Ctx, id: string, fn: (tx: Db, handover: Loaded) => Promise<T>): Promise<T> {
  return inTx(ctx, async (tx) => {
    const [row] = await tx.$queryRaw<{ soloMode: boolean | null }[]>`
      SELECT (SELECT "soloMode" FROM "Organisation") AS "soloMode" FROM "Handover" h WHERE h.id = ${id}::uuid FOR UPDATE OF h`;
    const handover = row && (await tx.handover.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [{ id }, scope(ctx.actor)] },
      include: LOADED,
    }));
    if (!handover) throw new AppError("NOT_FOUND");
    return fn(tx, { ...handover, soloMode: row.soloMode ?? false });
  });
}

/** The facts of a loaded handover. `salesTeamIds` only where a sales manager's power is asked about. */
export const factsOf = (handover: Loaded, salesTeamIds: readonly string[] = []): PowerFacts => ({
  ...handover,
  collaboratorIds: handover.deal.collaborators.map(({ userId }) => userId),
  salesTeamIds,
});

/** The name of a key's team; null for the PM's. */
export const teamName = (handover: Loaded, teamId: string | null): string | null =>
  handover.teams.find((team) => team.teamId === teamId)?.team.name ?? null;

/** The sales teams of contact owner and deal owner, whose managers may decide. */
export async function salesTeamsOf(tx: Db, handover: { contactOwnerId: string; dealOwnerId: string }): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { userId: { in: [handover.contactOwnerId, handover.dealOwnerId] }, team: { kind: "SALES" } },
    select: { teamId: true },
  });
  return rows.map(({ teamId }) => teamId);
}
