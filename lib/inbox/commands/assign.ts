import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { reassignLead, reassignPm } from "@/lib/handovers/commands/people";
import { scope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { ItemResult } from "../format";
import type { assignKeysInput } from "../schema";
import { eachKey } from "./each";

/**
 * Gives keys to another PM or lead, by a manager of their team (P1.6): each by the command that re-assigns one, with its refusals.
 */
export const assignKeys = async (ctx: Ctx, { keys, userId, reason }: z.output<typeof assignKeysInput>): Promise<{ results: ItemResult[] }> => ({
  results: await eachKey(ctx, keys, async ({ id, keyId }) => {
    const key = await db(ctx).handoverKey.findFirst({ where: { id: keyId, handover: { AND: [{ id }, scope(ctx.actor)] } }, select: { role: true, teamId: true } });
    if (!key) throw new AppError("NOT_FOUND");
    if (key.role === "PM") return reassignPm(ctx, { id, pmId: userId, reason });
    return reassignLead(ctx, { id, teamId: key.teamId ?? "", leadId: userId, reason });
  }),
});
