import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { changeDeal, conflict, type LoadedDeal } from "@/lib/deals/commands/change";
import { STAGES } from "@/lib/deals/format";
import { isOpen } from "@/lib/deals/lifecycle";
import type { DealPower } from "@/lib/deals/policy";
import { type Db, db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { optionScope } from "../policy";

const LOADED = { phases: { where: { removedAt: null }, orderBy: { position: "asc" } } } as const satisfies Prisma.DealOptionInclude;
export type LoadedOption = Prisma.DealOptionGetPayload<{ include: typeof LOADED }>;

/** One transaction around the options of one deal, behind its lock. Out of scope is NOT_FOUND, then the power is asked for; closed is CONFLICT. */
export const changeOptions = <T>(ctx: Ctx, { dealId, power = "writeOptions" }: { dealId: string; power?: DealPower }, fn: (tx: Db, deal: LoadedDeal) => Promise<T>): Promise<T> =>
  changeDeal(ctx, { id: dealId, power }, async (tx, deal) => {
    if (!isOpen(deal.stage)) throw await conflict(tx, dealId, `The deal is ${STAGES[deal.stage].label.toLowerCase()}: its options stay as they are.`);
    return fn(tx, deal);
  });

/** The same, found by an option of it. */
export async function changeOption<T>(ctx: Ctx, { id, power }: { id: string; power?: DealPower }, fn: (tx: Db, option: LoadedOption, deal: LoadedDeal) => Promise<T>): Promise<T> {
  const found = await db(ctx).dealOption.findFirst({ where: { AND: [{ id }, optionScope(ctx.actor)] }, select: { dealId: true } });
  if (!found) throw new AppError("NOT_FOUND");
  return changeOptions(ctx, { dealId: found.dealId, ...(power && { power }) }, async (tx, deal) => fn(tx, await loadOption(tx, id), deal));
}

/** The same, found by a phase of it, which is still there. */
export async function changePhaseOf<T>(ctx: Ctx, { id }: { id: string }, fn: (tx: Db, phase: LoadedOption["phases"][number], option: LoadedOption, deal: LoadedDeal) => Promise<T>): Promise<T> {
  const found = await db(ctx).optionPhase.findFirst({ where: { id, option: optionScope(ctx.actor) }, select: { optionId: true } });
  if (!found) throw new AppError("NOT_FOUND");
  return changeOption(ctx, { id: found.optionId }, async (tx, option, deal) => {
    requireLive(option);
    const phase = option.phases.find((one) => one.id === id);
    if (!phase) throw await conflict(tx, option.dealId, "The phase was taken out.");
    return fn(tx, phase, option, deal);
  });
}

export const loadOption = (tx: Db, id: string): Promise<LoadedOption> => tx.dealOption.findUniqueOrThrow({ where: { id }, include: LOADED });

/** What was put away is not changed. */
export function requireLive({ archivedAt, name }: Pick<LoadedOption, "archivedAt" | "name">): void {
  if (archivedAt !== null) throw new AppError("CONFLICT", { rule: "P7.1", reason: `The option “${name}” was put away. Take it up again first.` });
}
