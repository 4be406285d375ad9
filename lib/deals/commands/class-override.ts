import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { holdActive } from "@/lib/people/commands/load";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { needsConsent, overrideRefusal } from "@/lib/policies/rules/class-override";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import { consentRefusal } from "../policy";
import { classLeadsOf, complexityOf, type DealComplexity } from "../queries/complexity";
import type { consentToClassInput, declineClassInput, endClassOverrideInput, overrideClassInput } from "../schema";
import { changeDeal, conflict } from "./change";

/**
 * P6.3: another class than the rubric's, with a reason. A higher one counts at once; a lower one waits for the consent of the
 * lead who is named, and takes the place of one that waited before. Throws CONFLICT where the rubric's class is another by now
 * than the one that was seen (`from`), or the brief is not open.
 */
export const overrideClass = (ctx: Ctx, { id, from, class: wanted, reason, leadId }: z.output<typeof overrideClassInput>) =>
  changeDeal(ctx, { id, power: "override" }, async (tx) => {
    const now = await complexityOf(tx, id);
    await requireOpen(tx, id, now);
    const computed = now.computed.class;
    enforce(overrideRefusal(computed, { class: wanted, reason, leadId }));
    if (computed === null || computed !== from) throw await conflict(tx, id, `The rubric says ${computed ? COMPLEXITY_WORDS[computed] : "nothing"} by now.`);
    const lead = needsConsent(computed, wanted) ? await requireLead(tx, ctx, { dealId: id, handoverId: now.handover?.id ?? null, leadId }) : null;
    const state = lead ? "ASKED" : "STANDING";
    await end(tx, ctx, { dealId: id, states: lead ? ["ASKED"] : ["ASKED", "STANDING"] });
    const overrideId = newId();
    await tx.classOverride.create({
      data: {
        id: overrideId, dealId: id, rubricId: now.rubric.id, from: computed, class: wanted, reason, state, leadId: lead?.id ?? null,
        askedById: personOf(ctx.actor) ?? "", askedAt: ctx.now,
      },
    });
    const told = { from: computed, to: wanted, reason, rubric: now.rubric.version };
    if (lead) await appendEvent(tx, ctx, { stream: id, type: "deal.lowerClassAsked", payload: { ...told, lead: lead.name, userId: lead.id } });
    else await appendEvent(tx, ctx, { stream: id, type: "deal.classOverridden", payload: told });
    return { id, overrideId };
  });

/** The lead who was named consents, and the lower class counts from now on (P6.3). Consented twice is consented once. */
export const consentToClass = (ctx: Ctx, { id, overrideId }: z.output<typeof consentToClassInput>) =>
  changeDeal(ctx, { id }, async (tx) => {
    const asked = await askedOf(tx, ctx, { dealId: id, overrideId });
    if (asked.state === "STANDING") return { id, overrideId };
    const now = await complexityOf(tx, id);
    await requireOpen(tx, id, now);
    if (now.computed.class !== asked.from)
      throw await conflict(tx, id, `You were asked about ${COMPLEXITY_WORDS[asked.from]} work, and the answers have changed since: the rubric says ${now.computed.class ? COMPLEXITY_WORDS[now.computed.class] : "nothing"} now.`);
    await end(tx, ctx, { dealId: id, states: ["STANDING"] });
    await decide(tx, ctx, { dealId: id, overrideId, state: "STANDING", note: "" });
    await appendEvent(tx, ctx, { stream: id, type: "deal.lowerClassConsented", payload: { from: asked.from, to: asked.class, reason: asked.reason, userId: asked.askedById } });
    return { id, overrideId };
  });

/** The lead does not consent, and says why; the class stays. */
export const declineClass = (ctx: Ctx, { id, overrideId, reason }: z.output<typeof declineClassInput>) =>
  changeDeal(ctx, { id }, async (tx) => {
    const asked = await askedOf(tx, ctx, { dealId: id, overrideId });
    if (asked.state === "STANDING") throw await conflict(tx, id, "This was decided already.");
    await decide(tx, ctx, { dealId: id, overrideId, state: "DECLINED", note: reason });
    await appendEvent(tx, ctx, { stream: id, type: "deal.lowerClassDeclined", payload: { from: asked.from, to: asked.class, reason, userId: asked.askedById } });
    return { id, overrideId };
  });

/** Takes a wish or an override back: the rubric's class counts again. */
export const endClassOverride = (ctx: Ctx, { id, overrideId }: z.output<typeof endClassOverrideInput>) =>
  changeDeal(ctx, { id, power: "override" }, async (tx) => {
    const found = await tx.classOverride.findFirst({ where: { id: overrideId, dealId: id } });
    if (!found) throw new AppError("NOT_FOUND");
    if (found.state === "ENDED") return { id, overrideId };
    if (found.state === "DECLINED") throw await conflict(tx, id, "This was declined already.");
    if (found.state === "STANDING") await requireOpen(tx, id, await complexityOf(tx, id));
    await tx.classOverride.updateMany({ where: { id: overrideId, state: found.state }, data: { state: "ENDED", endedAt: ctx.now, endedById: personOf(ctx.actor) } });
    await appendEvent(tx, ctx, { stream: id, type: "deal.classOverrideEnded", payload: { class: found.class, wasAsked: found.state === "ASKED" } });
    return { id, overrideId };
  });

/** B4: what was submitted keeps its class. */
async function requireOpen(tx: Db, dealId: string, { isOpen }: DealComplexity): Promise<void> {
  if (!isOpen) throw await conflict(tx, dealId, "The brief is not open: its class stays as it was submitted.");
}

/** The wish that this lead was asked about, or NOT_FOUND; FORBIDDEN for anybody else. */
async function askedOf(tx: Db, ctx: Ctx, { dealId, overrideId }: { dealId: string; overrideId: string }) {
  const asked = await tx.classOverride.findFirst({ where: { id: overrideId, dealId } });
  if (!asked) throw new AppError("NOT_FOUND");
  enforce(consentRefusal(ctx.actor, asked));
  if (asked.state === "DECLINED" || asked.state === "ENDED") throw await conflict(tx, dealId, "Nobody waits for this any more.");
  return asked;
}

async function decide(tx: Db, ctx: Ctx, { dealId, overrideId, state, note }: { dealId: string; overrideId: string; state: "STANDING" | "DECLINED"; note: string }): Promise<void> {
  const { count } = await tx.classOverride.updateMany({ where: { id: overrideId, dealId, state: "ASKED" }, data: { state, note, decidedAt: ctx.now } });
  if (count === 0) throw await conflict(tx, dealId);
}

const end = (tx: Db, ctx: Ctx, { dealId, states }: { dealId: string; states: ("ASKED" | "STANDING")[] }) =>
  tx.classOverride.updateMany({ where: { dealId, state: { in: states } }, data: { state: "ENDED", endedAt: ctx.now, endedById: personOf(ctx.actor) } });

/** An active lead of one of the deal's teams, and another person than who asks (P6.3); in solo mode it may be the same. */
async function requireLead(tx: Db, ctx: Ctx, { dealId, handoverId, leadId }: { dealId: string; handoverId: string | null; leadId: string | null }) {
  const invalid = (reason: string) => new AppError("INVALID", { rule: "P6.3", reason, fields: { leadId: [reason] } });
  const lead = (await classLeadsOf(tx, { dealId, handoverId })).find((one) => one.id === leadId);
  if (!lead) throw invalid("Choose a lead of one of the deal's delivery teams.");
  await holdActive(tx, lead.id);
  const organisation = await tx.organisation.findFirst({ select: { soloMode: true } });
  if (lead.id === personOf(ctx.actor) && !organisation?.soloMode) throw invalid("Ask another lead: nobody consents to their own wish.");
  return lead;
}
