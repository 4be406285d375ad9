import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { hashToken, newToken } from "@/lib/auth/secret-link";
import { changeDeal, conflict } from "@/lib/deals/commands/change";
import { endOfDay } from "@/lib/deals/rules/at-risk";
import { appendEvent } from "@/lib/events/append";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { newestPresentation } from "../queries/stored";
import { endRefusal, presentationState } from "../rules/choosing";
import type { createClientLinkInput, revokeClientLinkInput } from "../schema";

/** So many links of a deal are open at once, at most. */
export const OPEN_LINKS = 20;

/**
 * A link with which the client reads what was presented, and chooses, without a login (P7.5). Its address is in this answer and
 * kept nowhere: the database has the token's hash.
 */
export const createClientLink = (ctx: Ctx, { id, until, contactId }: z.output<typeof createClientLinkInput>) =>
  changeDeal(ctx, { id, power: "present" }, async (tx, deal) => {
    const newest = await newestPresentation(tx, id);
    if (!newest || presentationState({ ...newest, isNewest: true }, ctx.now) !== "current") throw await conflict(tx, id, "There is nothing to show yet: present the options first.");
    const expiresAt = endOfDay(until);
    const wrong = endRefusal(expiresAt, ctx.now);
    if (wrong) throw new AppError(wrong.code, { ...wrong, fields: { until: [wrong.reason] } });
    const contact = contactId === null ? null : await tx.contact.findFirst({ where: { id: contactId, clientId: deal.clientId, erasedAt: null }, select: { id: true } });
    if (contactId !== null && !contact) throw new AppError("INVALID", { rule: "P7.5", reason: "Choose somebody at the client.", fields: { contactId: ["Choose somebody at the client."] } });
    if ((await tx.clientLink.count({ where: { dealId: id, revokedAt: null, expiresAt: { gt: ctx.now } } })) >= OPEN_LINKS)
      throw await conflict(tx, id, `${OPEN_LINKS} links are open already. Revoke one first.`);
    const createdById = personOf(ctx.actor);
    if (createdById === null) throw new AppError("FORBIDDEN");
    const [linkId, token] = [newId(), newToken()];
    await tx.clientLink.create({ data: { id: linkId, dealId: id, tokenHash: hashToken(token), contactId, createdById, createdAt: ctx.now, expiresAt }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "clientLink.created", payload: { linkId, until } });
    return { id, linkId, url: new URL(`/o/${token}`, env.PUBLIC_URL).href };
  });

/** The link opens nothing from now on, also where it is open in a browser. The same again has one effect. */
export const revokeClientLink = (ctx: Ctx, { id, linkId }: z.output<typeof revokeClientLinkInput>) =>
  changeDeal(ctx, { id, power: "present" }, async (tx) => {
    const link = await tx.clientLink.findFirst({ where: { id: linkId, dealId: id }, select: { revokedAt: true, revokedById: true } });
    if (!link) throw new AppError("NOT_FOUND");
    const revokedById = personOf(ctx.actor);
    if (link.revokedAt !== null && link.revokedById === revokedById) return { id };
    if (link.revokedAt !== null) throw await conflict(tx, id, "This link is revoked already.");
    await tx.clientLink.update({ where: { id: linkId }, data: { revokedAt: ctx.now, revokedById }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: id, type: "clientLink.revoked", payload: { linkId } });
    return { id };
  });
