import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { appendEvent } from "@/lib/events/append";
import { normalised } from "@/lib/handovers/rules/filler";
import { enforceAt } from "@/lib/involvement/commands/change";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { PHASES_AT_MOST } from "../fields";
import { followProblem, freePlace, moved } from "../rules/phases";
import type { addPhaseInput, changePhaseInput, movePhaseInput, removePhaseInput } from "../schema";
import { changeOption, changePhaseOf, type LoadedOption, requireLive } from "./change";

type Phases = LoadedOption["phases"];

/** P7.1: a part of the option that is estimated by itself. Thirty at most; the same sent again has one effect. */
export const addPhase = (ctx: Ctx, { optionId, name, words, followsId }: z.output<typeof addPhaseInput>) =>
  changeOption(ctx, { id: optionId }, async (tx, option) => {
    const { dealId, phases } = option;
    requireLive(option);
    const same = phases.find((one) => one.name === name && one.words === words && one.followsId === followsId);
    if (same) return { id: same.id, optionId, dealId };
    requireFreeName(phases, { name });
    enforceAt(followProblem(phases, { id: null, followsId }));
    const position = freePlace(phases.map((one) => one.position), PHASES_AT_MOST);
    if (position === null) throw new AppError("CONFLICT", { rule: "P7.1", reason: `An option has at most ${PHASES_AT_MOST} phases. Put two of them together first.` });
    const id = newId();
    await tx.optionPhase.create({ data: { id, optionId, position, name, words, followsId, createdAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: dealId, type: "option.phaseAdded", payload: { optionId, name: option.name, phaseId: id, phase: name } });
    return { id, optionId, dealId };
  });

/** What a phase says. Another name or other words are other work: what was estimated before is estimated anew (P7.2). */
export const changePhase = (ctx: Ctx, { id, revision, name, words, followsId }: z.output<typeof changePhaseInput>) =>
  changePhaseOf(ctx, { id }, async (tx, phase, { id: optionId, dealId, name: option, phases }) => {
    const what = [
      ...(phase.name === name ? [] : ["the name"]), ...(phase.words === words ? [] : ["what it holds"]), ...(phase.followsId === followsId ? [] : ["what it follows"]),
    ];
    if (what.length === 0) return { id, optionId, dealId };
    if (phase.revision !== revision) throw await conflict(tx, dealId, "The phase has changed since you read it.");
    requireFreeName(phases, { name, except: id });
    enforceAt(followProblem(phases, { id, followsId }));
    const saysElse = phase.name !== name || phase.words !== words;
    const { count } = await tx.optionPhase.updateMany({ where: { id, revision, removedAt: null }, data: { name, words, followsId, ...(saysElse && { revision: { increment: 1 } }) } });
    if (count === 0) throw await conflict(tx, dealId);
    await appendEvent(tx, ctx, { stream: dealId, type: "option.phaseChanged", payload: { optionId, name: option, phaseId: id, phase: name, what } });
    return { id, optionId, dealId };
  });

/** One place up or down; at the end already, nothing happens. */
export const movePhase = (ctx: Ctx, { id, to }: z.output<typeof movePhaseInput>) =>
  changePhaseOf(ctx, { id }, async (tx, phase, { id: optionId, dealId, name, phases }) => {
    const order = moved(phases, { id, to });
    if (!order) return { id, optionId, dealId };
    const ids = order.map((row) => row.id);
    await tx.$executeRaw`UPDATE "OptionPhase" p SET position = w.place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS w(id, place) WHERE p.id = w.id`;
    await appendEvent(tx, ctx, { stream: dealId, type: "option.phaseMoved", payload: { optionId, name, phaseId: id, phase: phase.name, to } });
    return { id, optionId, dealId };
  });

/** Taken out of the option; what followed it follows the one before it. Its estimates are kept. */
export async function removePhase(ctx: Ctx, { id }: z.output<typeof removePhaseInput>) {
  return changePhaseOf(ctx, { id }, async (tx, phase, { id: optionId, dealId, name }) => {
    await tx.optionPhase.updateMany({ where: { optionId, followsId: id }, data: { followsId: phase.followsId } });
    const { count } = await tx.optionPhase.updateMany({ where: { id, removedAt: null }, data: { removedAt: ctx.now, position: null, followsId: null } });
    if (count === 0) throw await conflict(tx, dealId);
    await appendEvent(tx, ctx, { stream: dealId, type: "option.phaseRemoved", payload: { optionId, name, phaseId: id, phase: phase.name } });
    return { id, optionId, dealId };
  });
}

function requireFreeName(phases: Phases, { name, except }: { name: string; except?: string }): void {
  if (!phases.some((one) => one.id !== except && normalised(one.name) === normalised(name))) return;
  const reason = "Another phase of this option has this name.";
  throw new AppError("INVALID", { rule: "P7.1", reason, fields: { name: [reason] } });
}
