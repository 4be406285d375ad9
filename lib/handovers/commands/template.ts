import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { AppError, enforce } from "@/lib/platform/errors";
import { POWERS } from "../policy";
import { briefFieldsOf } from "../queries/brief-fields";
import { offeredMoves } from "../queries/template-moves";
import type { moveUpTemplateInput } from "../schema";
import { change, factsOf } from "./change";
import { type Standing, standing } from "./move";

/**
 * Takes a draft to the version of a team's template that is in force (B6). No answer is touched: what is no longer asked
 * stays, and is shown as such. Throws CONFLICT when the handover moved, or when another version was published meanwhile.
 */
export const moveUpTemplate = (ctx: Ctx, { id, revision, teamId, from, to }: z.output<typeof moveUpTemplateInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    enforce(POWERS.moveUpTemplate(ctx.actor, factsOf(handover)));
    const team = handover.teams.find((one) => one.teamId === teamId);
    if (!team) throw new AppError("INVALID", { rule: "P1.13", reason: "That team is not part of this handover." });
    if (team.templateId === to) return standing(handover); // a repeat has one effect
    if (handover.revision !== revision) throw new AppError("CONFLICT", { rule: "P1.9", reason: "The handover has moved on since you read this. Reload and look again." });
    const offered = (await offeredMoves(tx, id)).find((one) => one.teamId === teamId);
    if (!offered || offered.from.id !== from || offered.to.id !== to)
      throw new AppError("CONFLICT", { rule: "P1.9", reason: `The template of ${team.team.name} has changed since you read this. Reload and look again.` });
    const before = new Set((await briefFieldsOf(tx, id)).map((field) => field.id));
    await tx.handoverTeam.update({ where: { handoverId_teamId: { handoverId: id, teamId } }, data: { templateId: to } });
    const after = new Set((await briefFieldsOf(tx, id)).map((field) => field.id));
    await appendEvent(tx, ctx, {
      stream: id, type: "handover.templateMoved",
      payload: { team: team.team.name, from: offered.from.version, to: offered.to.version, added: after.difference(before).size, removed: before.difference(after).size },
    });
    return standing(handover);
  });
