import "server-only";
import type * as z from "zod";
import { type Ctx, personOf, userIdOf } from "@/lib/auth/ctx";
import { startRefusal } from "@/lib/deals/rules/at-risk";
import { type Payload, readEvent } from "@/lib/events/registry";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { decisionDue } from "../queries/clocks";
import { computeBrief, type Computed } from "../queries/computed";
import { snapshotOf } from "../queries/snapshot";
import { sourceRecordsOf } from "../queries/sources";
import { keyProblems, keysReopened, requiredKeys } from "../rules/keys";
import { effortOf } from "../rules/provenance";
import type { Snapshot } from "../rules/snapshot";
import { changesBetween } from "../rules/versions";
import type { submitHandoverInput } from "../schema";
import { change, type Loaded, teamName } from "./change";
import { keepFirstClass } from "./first-class";
import { digestOf, freeze, refuseUnready } from "./freeze";
import { isRepeat, move, permit, type Standing, standing } from "./move";

/**
 * Freezes the next version for review (B4) and asks the keys: the named PM's, and a lead's per team where P2.3 applies.
 * Refused without a signed contract or an approved start at risk (P1.1), with a must-have missing (P1.4), or with nobody
 * named (P1.6). A key already given stays, unless a field that concerns it changed.
 */
export const submitHandover = (ctx: Ctx, { id, revision }: z.output<typeof submitHandoverInput>): Promise<Standing> =>
  change(ctx, id, async (tx, handover) => {
    if (await isRepeat(tx, ctx, "submit", handover, revision)) return standing(handover);
    await permit(tx, ctx, "submit", handover);
    const computed = await computeBrief(tx, id, { now: ctx.now });
    enforce(startRefusal(computed.handover.deal, ctx.now));
    refuseUnready(computed);
    const needed = refuseUnnamed(handover, computed, ctx);

    const briefVersion = handover.briefVersion + 1;
    const content = await freeze(tx, ctx, computed);
    const digest = digestOf(content);
    const previous = await snapshotOf(tx, id, handover.briefVersion);
    const stands = await askKeys(tx, ctx, { handover, computed, needed, previous });
    const { count: answered } = await tx.returnPoint.updateMany({
      where: { handoverId: id, resolvedAt: null, undoneAt: null }, data: { resolvedAt: ctx.now },
    });
    const writerId = personOf(ctx.actor) ?? handover.contactOwnerId;
    await keepFirstClass(tx, ctx, { handoverId: id, dealId: handover.dealId }); // what came filled in was never typed
    await tx.briefVersion.create({
      data: {
        handoverId: id, version: briefVersion, content: content as unknown as Prisma.InputJsonValue, digest, createdById: writerId, createdAt: ctx.now,
        ...effortOf(computed.answers, await sourceRecordsOf(tx, id)), // P4.9
      },
      select: { version: true },
    });
    return move(tx, ctx, "submit", handover, {
      revision,
      data: {
        briefVersion, submittedAt: ctx.now, complexity: computed.complexity.class, writerId: handover.writerId ?? writerId,
        firstSubmitAt: handover.firstSubmitAt ?? ctx.now, ...content.readiness,
      },
      payload: { briefVersion, digest, answered, standing: stands },
    });
  });

type Needed = ReturnType<typeof requiredKeys>;

/** P1.6, P1.7: a named, active holder for each key, who did not write the brief. */
function refuseUnnamed(handover: Loaded, { handover: { pm, teams }, leads }: Computed, ctx: Ctx): Needed {
  if (teams.length === 0) throw new AppError("INVALID", { rule: "P1.13", fields: { teams: ["Choose the delivery teams."] }, reason: "Choose the delivery teams." });
  const needed = requiredKeys({ pm, leads: leads.map((need) => ({ need, lead: teams.find(({ teamId }) => teamId === need.team.id)?.lead ?? null })) });
  const writers = [handover.contactOwnerId, handover.writerId ?? personOf(ctx.actor)].filter((one) => one !== null);
  const problems = keyProblems(needed, writers, handover.soloMode);
  const [first] = problems;
  if (first)
    throw new AppError("INVALID", {
      rule: first.rule, reason: problems.map(({ sentence }) => sentence).join(" "), fields: { people: problems.map(({ sentence }) => sentence) },
    });
  return needed;
}

/** Opens the keys that are to be turned, and says which of those given before stand (B4). */
async function askKeys(
  tx: Db, ctx: Ctx, { handover, computed, needed, previous }: { handover: Loaded; computed: Computed; needed: Needed; previous: Snapshot | null },
): Promise<string[]> {
  const existing = handover.keys.map((key) => ({ ...key, need: needed.find(({ role, team }) => role === key.role && (team?.id ?? null) === key.teamId) }));
  const given = existing.filter(({ state, need }) => state === "ACCEPTED" && need);
  const before = previous?.answers ?? [];
  const isClassOthers = previous !== null && (previous.policies.override ?? null) !== computed.overrideId; // P6.3: of another class, everybody looks again
  const reopened = isClassOthers ? given : keysReopened({
    given: given.map(({ id, role, need }) => ({ id, role, team: need?.team ?? null })), before, after: computed.answers, changes: changesBetween(before, computed.answers),
    fieldOf: (fieldId) => computed.fields.find(({ id }) => id === fieldId),
  });

  const acceptedBy = await whoAccepted(tx, handover.id); // the seller may have named somebody else since, who decides for themselves (P1.7)
  const standingKeys = given.filter((key) => !reopened.some(({ id }) => id === key.id) && acceptedBy.get(key.id) === key.holderId);
  const isNobodyAsked = standingKeys.length === needed.length; // then the PM decides: somebody returned it, after all
  const stand = isNobodyAsked ? standingKeys.filter(({ role }) => role !== "PM") : standingKeys;
  await tx.handoverKey.deleteMany({ where: { id: { in: existing.filter(({ need }) => !need).map(({ id }) => id) } } });
  for (const { role, team, holder } of needed) {
    const key = existing.find((one) => one.role === role && one.teamId === (team?.id ?? null));
    if (!holder || (key && stand.some(({ id }) => id === key.id))) continue;
    const asked = { state: "OPEN" as const, acceptedVersion: null, decidedAt: null, dueAt: await decisionDue(tx, holder.id, ctx.now) };
    if (key) await tx.handoverKey.update({ where: { id: key.id }, data: asked, select: { id: true } });
    else
      await tx.handoverKey.create({
        data: { id: newId(), handoverId: handover.id, role, teamId: team?.id ?? null, holderId: holder.id, ...asked }, select: { id: true },
      });
  }
  return stand.map(({ role, teamId }) => (role === "PM" ? "PM" : `${teamName(handover, teamId) ?? ""} team lead`));
}

/** Who accepted with each key last, by the history. */
async function whoAccepted(tx: Db, handoverId: string): Promise<Map<string, string | null>> {
  const events = await tx.event.findMany({ where: { stream: handoverId, type: "key.accepted" }, orderBy: { seq: "asc" }, select: { type: true, payload: true, actor: true } });
  return new Map(events.flatMap((event) => {
    const accepted = readEvent(event)?.data as Payload<"key.accepted"> | undefined;
    return accepted ? [[accepted.keyId, userIdOf(event.actor)] as const] : [];
  }));
}
