import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { createClient } from "@/lib/clients/commands";
import { clientScope } from "@/lib/clients/policy";
import type { LikelyDuplicateRow } from "@/lib/clients/queries/duplicates";
import { appendEvent } from "@/lib/events/append";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { createDealRefusal, dealScope } from "../policy";
import type { CreateDealInput, createDealWithClientInput } from "../schema";
import { requireDeliveryTeams, requireSeller } from "./change";

/** A deal with a client that exists. Whoever creates it is contact owner and owner, unless somebody else is named. */
export const createDeal = (ctx: Ctx, input: CreateDealInput) =>
  inTx(ctx, async (tx) => {
    enforce(createDealRefusal(ctx.actor));
    return insertDeal(tx, ctx, input);
  });

/** Created, or first the clients that the new one looks like. */
export type DealCreation = { created: true; id: string; clientId: string } | { created: false; duplicates: LikelyDuplicateRow[] };

/** From nothing: client and deal in one transaction, so that neither is left without the other (P1.2). */
export const createDealWithClient = (ctx: Ctx, { client, ...deal }: z.output<typeof createDealWithClientInput>): Promise<DealCreation> =>
  inTx(ctx, async (tx) => {
    enforce(createDealRefusal(ctx.actor));
    if (client.kind === "existing") {
      const { id } = await insertDeal(tx, ctx, { ...deal, clientId: client.id });
      return { created: true, id, clientId: client.id };
    }
    const { kind: _, ...content } = client;
    const made = await createClient({ ...ctx, db: tx }, content);
    if (!made.created) return made;
    const { id } = await insertDeal(tx, ctx, { ...deal, clientId: made.id });
    return { created: true, id, clientId: made.id };
  });

async function insertDeal(tx: Db, ctx: Ctx, { teamIds, expectedClose, ...deal }: CreateDealInput): Promise<{ id: string; number: number }> {
  const creator = personOf(ctx.actor);
  const contactOwnerId = deal.contactOwnerId ?? creator;
  if (contactOwnerId === null) throw new AppError("INVALID", { fields: { contactOwnerId: ["Choose the contact owner."] } });
  const ownerId = deal.ownerId ?? contactOwnerId;
  const client = await tx.client.findFirst({ where: { AND: [{ id: deal.clientId }, clientScope(ctx.actor)] }, select: { name: true } });
  if (!client) throw new AppError("INVALID", { reason: "Choose a client.", fields: { clientId: ["Choose a client."] } });
  const contactOwner = await requireSeller(tx, contactOwnerId, "contactOwnerId");
  const owner = await requireSeller(tx, ownerId, "ownerId");
  await requireDeliveryTeams(tx, teamIds);

  const { id, number } = await tx.deal.create({
    data: {
      ...deal, id: newId(), contactOwnerId, ownerId, createdById: creator, createdAt: ctx.now,
      expectedClose: expectedClose === null ? null : new Date(expectedClose),
      teams: { create: teamIds.map((teamId) => ({ teamId })) },
    },
    select: { id: true, number: true },
  });
  if (!(await tx.deal.findFirst({ where: { AND: [{ id }, dealScope(ctx.actor)] }, select: { id: true } }))) {
    const reason = "Be contact owner or owner yourself, or name somebody of a team that you manage.";
    throw new AppError("INVALID", { rule: "P1.2", reason, fields: { contactOwnerId: [reason] } });
  }
  const payload = { deal: deal.name, client: client.name, contactOwner: contactOwner.name, owner: owner.name };
  await appendEvent(tx, ctx, { stream: id, type: "deal.created", payload });
  return { id, number };
}
