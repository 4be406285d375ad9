import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { amountText, CONTRACT_TYPES, dayOf } from "../format";
import { dealRefusal } from "../policy";
import type { updateDealInput } from "../schema";
import { changeDeal, dealFacts, isLive, type LoadedDeal, requireDeliveryTeams, requireSeller, writeDeal } from "./change";

/**
 * What the deal is about, its value, its teams, and its owner. One event says what changed, from what, to what. Refused
 * when somebody changed it since (`revision`).
 */
export const updateDeal = (ctx: Ctx, { id, revision, teamIds, ownerId, ...content }: z.output<typeof updateDealInput>) =>
  changeDeal(ctx, { id, power: "edit" }, async (tx, deal) => {
    const teams = await requireDeliveryTeams(tx, teamIds);
    const before = inWords({ ...deal, valueMinor: Number(deal.valueMinor), expectedClose: deal.expectedClose && dayOf(deal.expectedClose) }, deal.teams.map(({ team }) => team.name).sort());
    const after = inWords(content, teams);
    const changes = (Object.keys(after) as (keyof typeof after)[])
      .filter((what) => before[what] !== after[what])
      .map((what) => ({ what, from: before[what], to: after[what] }));
    const isNewOwner = ownerId !== deal.ownerId;
    if (isNewOwner) enforce(dealRefusal(ctx.actor, "invite", dealFacts(deal)));
    if (changes.length === 0 && !isNewOwner) return { id, revision: deal.revision };

    const { expectedClose, ...facts } = content;
    const written = await writeDeal(tx, { id, revision }, {
      ...facts, expectedClose: expectedClose === null ? null : new Date(expectedClose), ...(isNewOwner && { ownerId }), updatedAt: ctx.now,
    });
    await tx.dealTeam.deleteMany({ where: { dealId: id, teamId: { notIn: teamIds } } });
    await tx.dealTeam.createMany({ data: teamIds.map((teamId) => ({ dealId: id, teamId })), skipDuplicates: true });
    if (changes.length > 0) await appendEvent(tx, ctx, { stream: id, type: "deal.updated", payload: { changes } });
    if (isNewOwner) await passOn(tx, ctx, deal, ownerId);
    return written;
  });

/** The deal owner of a handover that is still being written changes with the deal's. */
async function passOn(tx: Db, ctx: Ctx, deal: LoadedDeal, ownerId: string): Promise<void> {
  const to = await requireSeller(tx, ownerId, "ownerId");
  const live = deal.handovers.find(isLive);
  if (live && (await tx.handoverKey.count({ where: { handoverId: live.id, holderId: ownerId } })) > 0)
    throw new AppError("INVALID", { rule: "P1.7", reason: `${to.name} holds a key of this handover and cannot own its deal.`, fields: { ownerId: ["Holds a key of this handover."] } });
  const payload = { from: deal.owner.name, to: to.name, userId: ownerId };
  if (live) {
    await tx.handover.update({ where: { id: live.id }, data: { dealOwnerId: ownerId }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: live.id, type: "handover.dealOwnerChanged", payload });
  }
  await appendEvent(tx, ctx, { stream: deal.id, type: "deal.ownerChanged", payload });
}

type Content = Pick<z.output<typeof updateDealInput>, "name" | "valueMinor" | "currency" | "source" | "expectedClose" | "contractType">;

/** Each fact under its name, as history tells it. */
const inWords = (deal: Content, teams: readonly string[]) => ({
  name: deal.name,
  value: `${amountText(deal.valueMinor, deal.currency)} ${deal.currency}`,
  source: deal.source,
  "expected close": deal.expectedClose ?? "",
  "contract type": deal.contractType === null ? "" : CONTRACT_TYPES[deal.contractType],
  teams: teams.join(", "),
});
