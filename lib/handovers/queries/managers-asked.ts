import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db, type Db } from "@/lib/platform/db";
import { HANDOVER_EVENTS } from "../events";
import type { HandoverHead } from "./handover";

export type ManagersAsked = Awaited<ReturnType<typeof listManagersAsked>>[number];

/** For which reasons the managers were asked to help with this handover, the latest first (P1.10). No authorisation here. */
export async function listManagersAsked(tx: Db, handoverId: string) {
  const rows = await tx.event.findMany({ where: { stream: handoverId, type: "handover.managersAsked" }, orderBy: { seq: "desc" }, select: { payload: true, at: true } });
  return rows.map(({ payload, at }) => ({ ...HANDOVER_EVENTS["handover.managersAsked"].payload.parse(JSON.parse(payload ?? "{}")), at: at.toISOString() }));
}

/** The same for a page: only as long as the brief goes back and forth, and nothing is asked before a second return. */
export const findManagersAsked = async (ctx: Ctx, { id, status, rounds }: Pick<HandoverHead, "id" | "status" | "rounds">): Promise<ManagersAsked[]> =>
  rounds > 1 && (status === "SUBMITTED" || status === "RETURNED") ? listManagersAsked(db(ctx), id) : [];
