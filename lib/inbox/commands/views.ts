import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { deleteRefusal, shareRefusal, viewScope } from "../policy";
import type { deleteViewInput, saveViewInput, shareViewInput } from "../schema";

/** So many views somebody keeps at most. */
const AT_MOST = 50;

/** Keeps the filters of an inbox under a name: for oneself, or shared with a team that one is in. */
export const saveView = (ctx: Ctx, { name, filters, teamId }: z.output<typeof saveViewInput>): Promise<{ id: string }> =>
  inTx(ctx, async (tx) => {
    const ownerId = personOf(ctx.actor);
    if (ownerId === null) throw new AppError("FORBIDDEN");
    enforce(shareRefusal(ctx.actor, { ownerId }, teamId));
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${ownerId}::uuid FOR UPDATE`; // one at a time, so that names stay apart
    const standing = await tx.savedView.findMany({ where: { ownerId }, select: { name: true } });
    if (standing.some((one) => one.name.toLowerCase() === name.trim().toLowerCase()))
      throw new AppError("CONFLICT", { rule: "P1.7", reason: `You have a view with the name “${name.trim()}”. Choose another name.`, fields: { name: ["Choose another name."] } });
    if (standing.length >= AT_MOST) throw new AppError("CONFLICT", { rule: "P1.7", reason: `You keep ${AT_MOST} views. Delete one first.` });
    return tx.savedView.create({ data: { id: newId(), ownerId, teamId, name: name.trim(), filters, createdAt: ctx.now }, select: { id: true } });
  });

/** Shares a view with a team, or takes it back to oneself (`teamId` null). */
export const shareView = (ctx: Ctx, { id, teamId }: z.output<typeof shareViewInput>): Promise<{ id: string }> =>
  inTx(ctx, async (tx) => {
    const view = await found(tx, ctx, id);
    enforce(shareRefusal(ctx.actor, view, teamId));
    const { count } = await tx.savedView.updateMany({ where: { id }, data: { teamId } });
    if (count === 0) throw new AppError("CONFLICT", { reason: "The view was deleted meanwhile." });
    return { id };
  });

/** Deletes a view: its owner, or a manager of the team that it is shared with. */
export const deleteView = (ctx: Ctx, { id }: z.output<typeof deleteViewInput>): Promise<{ id: string }> =>
  inTx(ctx, async (tx) => {
    enforce(deleteRefusal(ctx.actor, await found(tx, ctx, id)));
    await tx.savedView.deleteMany({ where: { id } });
    return { id };
  });

async function found(tx: Db, ctx: Ctx, id: string) {
  const view = await tx.savedView.findFirst({ where: { AND: [{ id }, viewScope(ctx.actor)] }, select: { id: true, ownerId: true, teamId: true } });
  if (!view) throw new AppError("NOT_FOUND");
  return view;
}
