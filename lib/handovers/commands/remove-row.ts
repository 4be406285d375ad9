import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { AppError } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { cellsOf, coreField, GROUPS } from "../fields";
import type { GroupId } from "../fields/types";
import { standingCells } from "../queries/standing";
import { isEmpty, removeCells } from "../rules/keep-answer";
import type { removeRowInput } from "../schema";
import { type CurrentAnswer, shown, writing } from "./answers";

/** What became of a row's removal: gone, with the revisions of its empty cells; or what it says that whoever removes it has not seen. */
export type RemovedRow = { savedAt: string } & (
  | { outcome: "removed"; revisions: Record<string, number>; /** Somebody else had removed it. */ wasGone: boolean }
  | { outcome: "conflict"; cells: { field: string; current: CurrentAnswer }[] }
);

/**
 * Takes one row of a list out of the brief, if it says nothing that the person has not seen (P1.3). Its cells stay,
 * empty and counted, those that were never answered too: what is typed in it elsewhere is a conflict, and kept.
 */
export const removeRow = (ctx: Ctx, { id, group, rowId, seen, mark, typedBy }: z.output<typeof removeRowInput>): Promise<RemovedRow> =>
  writing(ctx, { id, typedBy, isAlone: true }, async (tx): Promise<RemovedRow> => {
    if (!isGroup(group)) throw new AppError("INVALID", { reason: "There is no such list in the brief." });
    if (seen === undefined || mark === undefined) throw new AppError("CONFLICT", { rule: "P1.3", reason: "The portal was renewed meanwhile. Reload the page, then remove the row." });
    const savedAt = ctx.now.toISOString();
    const cells = await standingCells(tx, id, { group, rowId });
    const decided = removeCells(cells, { seen, mark });
    if (decided.outcome === "conflict")
      return { outcome: "conflict", savedAt, cells: decided.cells.flatMap((field) => { const cell = cells.get(field); return cell ? [{ field, current: shown(cell, coreField(field) ?? GROUPS[group], ctx) }] : []; }) };
    if (decided.outcome === "write") {
      const empty = {
        state: "VALUE" as const, value: Prisma.DbNull, unknownOwnerId: null, unknownDue: null, unknownRisk: null, reason: null,
        source: "typed", mark, updatedById: personOf(ctx.actor), updatedAt: ctx.now,
      };
      await tx.briefAnswer.updateMany({ where: { handoverId: id, rowId, field: { in: [...cells.keys()] } }, data: { ...empty, revision: { increment: 1 } } });
      const others = cellsOf(group).filter((cell) => !cells.has(cell.id));
      await tx.briefAnswer.createMany({ data: others.map((cell) => ({ handoverId: id, rowId, field: cell.id, ...empty })) });
    }
    const gone = await standingCells(tx, id, { group, rowId });
    return { outcome: "removed", savedAt, wasGone: decided.outcome === "saved" && decided.wasGone, revisions: Object.fromEntries([...gone].filter(([, cell]) => isEmpty(cell)).map(([field, { revision }]) => [field, revision])) };
  });

const isGroup = (group: string): group is GroupId => group in GROUPS;
