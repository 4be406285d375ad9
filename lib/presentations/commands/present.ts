import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeDeal, conflict } from "@/lib/deals/commands/change";
import { dayOf } from "@/lib/deals/format";
import { endOfDay } from "@/lib/deals/rules/at-risk";
import { appendEvent } from "@/lib/events/append";
import { requirePresentable } from "@/lib/options/commands/require-presentable";
import { presentedOf } from "@/lib/options/rules/presented";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { digestOf, newestPresentation, readPresented } from "../queries/stored";
import { earliestEstimate } from "../rules/ending";
import { endRefusal } from "../rules/choosing";
import type { presentOptionsInput, withdrawPresentationInput } from "../schema";

/**
 * P7.5: freezes the options as a version that the client may see. The gates are asked here, behind the deal's lock (P7.1 to P7.3,
 * P6.6): an estimate that ran out since the page was read, a developer in the field of the presenter. What is presented is what the
 * page showed (`seen`), else CONFLICT. The same again has one effect.
 */
export const presentOptions = (ctx: Ctx, { id, presenterId, validUntil, seen }: z.output<typeof presentOptionsInput>) =>
  changeDeal(ctx, { id, power: "present" }, async (tx, deal) => {
    const found = await requirePresentable(tx, ctx, { dealId: id, presenterId });
    const presenter = await tx.user.findUniqueOrThrow({ where: { id: presenterId }, select: { name: true } });
    const organisation = await tx.organisation.findFirstOrThrow({ select: { name: true } });
    const expiresAt = endOfDay(validUntil);
    const wrong = endRefusal(expiresAt, ctx.now, earliestEstimate(found));
    if (wrong) throw new AppError(wrong.code, { ...wrong, fields: { validUntil: [wrong.reason] } });
    const view = presentedOf({ organisation: organisation.name, client: deal.client.name, presenter: presenter.name, day: dayOf(ctx.now), validUntil, options: found });
    if (digestOf(view.options) !== seen) throw await conflict(tx, id, "The options have changed since you looked at them. Look again, and present then.");

    const newest = await newestPresentation(tx, id);
    if (newest && newest.withdrawnAt === null && isSame(newest.content, view)) return { id, presentationId: newest.id, version: newest.version };
    const presentedById = personOf(ctx.actor);
    if (presentedById === null) throw new AppError("FORBIDDEN");
    const [presentationId, version, content] = [newId(), (newest?.version ?? 0) + 1, JSON.stringify(view)];
    await tx.optionPresentation.create({
      data: { id: presentationId, dealId: id, version, content, digest: digestOf(content), presenterId, presentedById, presentedAt: ctx.now, expiresAt }, select: { id: true },
    });
    await appendEvent(tx, ctx, { stream: id, type: "presentation.made", payload: { presentationId, version, options: view.options.map(({ name }) => name), presenter: presenter.name, until: validUntil } });
    return { id, presentationId, version };
  });

/** On another day, the same is the same: nobody reads a version that says nothing new. */
const isSame = (content: string, view: ReturnType<typeof readPresented>): boolean => JSON.stringify({ ...readPresented(content), day: view.day }) === JSON.stringify(view);

/** P7.5: nobody can choose from it any more, and the client's links show nothing until it is presented anew. The same again has one effect. */
export const withdrawPresentation = (ctx: Ctx, { id, presentationId, reason }: z.output<typeof withdrawPresentationInput>) =>
  changeDeal(ctx, { id, power: "present" }, async (tx) => {
    const found = await tx.optionPresentation.findFirst({ where: { id: presentationId, dealId: id } });
    if (!found) throw new AppError("NOT_FOUND");
    const withdrawnById = personOf(ctx.actor);
    if (found.withdrawnAt !== null && found.withdrawnById === withdrawnById) return { id };
    if (found.withdrawnAt !== null) throw await conflict(tx, id, `Version ${found.version} is withdrawn already.`);
    const newest = await newestPresentation(tx, id);
    if (newest?.id !== presentationId) throw await conflict(tx, id, `Version ${found.version} was replaced by a newer one: there is nothing to withdraw.`);
    await tx.optionPresentation.update({ where: { id: presentationId }, data: { withdrawnAt: ctx.now, withdrawnById, withdrawnReason: reason }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "presentation.withdrawn", payload: { presentationId, version: found.version, reason } });
    return { id };
  });
