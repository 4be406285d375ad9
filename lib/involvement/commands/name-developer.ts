import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { isOpen } from "@/lib/deals/lifecycle";
import { appendEvent } from "@/lib/events/append";
import { holdActive } from "@/lib/people/commands/load";
import { AppError } from "@/lib/platform/errors";
import type { nameDeveloperInput } from "../schema";
import { changeInvolvement } from "./change";

/** P6.2: a lead who is asked names a developer of the team, whom the seller may ask about this complex deal from then on. */
export const nameDeveloper = (ctx: Ctx, { id, developerId }: z.output<typeof nameDeveloperInput>) =>
  changeInvolvement(ctx, { id, power: "nameDeveloper" }, async (tx, row) => {
    const { dealId, teamId } = row;
    if (row.state === "DECLINED" || row.state === "WITHDRAWN" || !isOpen(row.deal.stage)) throw await conflict(tx, dealId, "Nobody is named any more: the request or its deal is closed.");
    await holdActive(tx, developerId);
    const developer = await tx.user.findFirst({ where: { id: developerId, active: true, memberships: { some: { teamId, role: "DEVELOPER" } } }, select: { name: true } });
    if (!developer) throw new AppError("INVALID", { rule: "P6.2", reason: "Choose a developer of your team.", fields: { developerId: ["Choose a developer of your team."] } });
    const namedById = personOf(ctx.actor);
    const { count } = await tx.namedDeveloper.createMany({ data: [{ dealId, userId: developerId, teamId, namedById: namedById ?? row.personId, createdAt: ctx.now }], skipDuplicates: true });
    if (count > 0)
      await appendEvent(tx, ctx, { stream: dealId, type: "involvement.developerNamed", payload: { involvementId: id, userId: row.requestedById, name: developer.name, developerId } });
    return { id };
  });
