import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { dealScope } from "@/lib/deals/policy";
import { appendEvent } from "@/lib/events/append";
import { inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { templatesInForce } from "@/lib/policies/queries";
import { isWriter } from "../lifecycle";
import { NO_ROW } from "../queries/answers";
import { briefFieldsOf } from "../queries/brief-fields";
import { prefillFacts } from "../queries/sources";
import { prefill } from "../rules/prefill";
import { takenOf } from "../rules/provenance";
import type { beginHandoverInput } from "../schema";

/**
 * Begins the draft of an open or won deal, filled in with what the portal knows (P1.2). A deal has one live handover:
 * where there is one already, that one is the answer.
 */
export const beginHandover = (ctx: Ctx, { dealId }: z.output<typeof beginHandoverInput>): Promise<{ id: string; number: number }> =>
  inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${dealId}::uuid FOR UPDATE`;
    const deal = await tx.deal.findFirst({
      where: { AND: [{ id: dealId }, dealScope(ctx.actor)] },
      include: {
        collaborators: { select: { userId: true } },
        teams: { select: { teamId: true } },
        handovers: { where: { status: { notIn: ["WITHDRAWN", "CLOSED"] } }, select: { id: true, number: true } },
      },
    });
    const person = personOf(ctx.actor);
    if (!deal || !person) throw new AppError("NOT_FOUND");
    const [live] = deal.handovers;
    if (live) return live;
    const people = { contactOwnerId: deal.contactOwnerId, dealOwnerId: deal.ownerId, collaboratorIds: deal.collaborators.map(({ userId }) => userId) };
    if (!isWriter(person, people))
      throw new AppError("FORBIDDEN", { rule: "P1.2", reason: "Only the contact owner, the deal owner and invited colleagues begin its handover." });
    if (deal.stage === "LOST" || deal.stage === "PARKED")
      throw new AppError("CONFLICT", { rule: "P1.2", reason: `The deal is ${deal.stage.toLowerCase()}: a handover begins from an open or won deal.` });

    const teamIds = deal.teams.map(({ teamId }) => teamId);
    const templates = await templatesInForce(tx, teamIds);
    const handover = await tx.handover.create({
      data: {
        id: newId(), dealId, contactOwnerId: deal.contactOwnerId, dealOwnerId: deal.ownerId, accountableId: deal.contactOwnerId,
        createdById: person, createdAt: ctx.now, updatedAt: ctx.now,
        teams: { create: teamIds.map((teamId) => ({ teamId, templateId: templates.get(teamId)?.id ?? null })) },
      },
      select: { id: true, number: true },
    });
    const rows = new Map<string, string>();
    const rowOf = (contactId: string) => { const row = rows.get(contactId) ?? newId(); rows.set(contactId, row); return row; };
    const answers = prefill(await briefFieldsOf(tx, handover.id), await prefillFacts(tx, ctx.actor, { dealId }), { now: ctx.now, rowOf });
    const places = answers.map(({ field, rowId }) => ({ handoverId: handover.id, field, rowId: rowId ?? NO_ROW }));
    const valueOf = ({ value }: (typeof answers)[number]) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));
    const stateOf = ({ state, reason }: (typeof answers)[number]) => ({ state: state ?? "VALUE", reason: state === "NOT_APPLICABLE" ? (reason ?? "") : null });
    await tx.briefAnswer.createMany({ data: answers.map((one, i) => ({ ...places[i]!, ...stateOf(one), value: valueOf(one), source: one.source, updatedAt: ctx.now })) });
    await tx.answerSource.createMany({
      data: answers.map((one, i) => ({ ...places[i]!, source: one.source, sourceId: one.sourceId, heldAt: one.heldAt, state: one.state ?? "VALUE", taken: takenOf(one) as Prisma.InputJsonValue })),
    });
    await appendEvent(tx, ctx, { stream: handover.id, type: "handover.begun", payload: { deal: deal.name } });
    return handover;
  });
