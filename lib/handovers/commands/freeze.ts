import "server-only";
import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { previewChecklist } from "../queries/checklist-preview";
import { type Computed, namesFor } from "../queries/computed";
import type { Snapshot } from "../rules/snapshot";

/** What a version keeps for ever (B4): answers, people, policies, and what was computed from them. */
export async function freeze(tx: Db, ctx: Ctx, computed: Computed): Promise<Snapshot> {
  const { answers, teams, policies, complexity, attendees, readiness, templateIds, handover } = computed;
  const labels = await namesFor(tx, answers);
  for (const one of [handover.pm, ...handover.teams.map(({ lead }) => lead)]) if (one) labels.set(one.id, one.name);
  return {
    answers: answers.map(({ field, rowId, state, value, unknown, reason }) => ({
      field, rowId, state, value, ...(unknown && { unknown }), ...(reason !== undefined && { reason }),
    })),
    labels: Object.fromEntries(labels),
    people: {
      pmId: handover.pmId ?? "",
      leads: handover.teams.flatMap(({ teamId, leadId }) => (leadId === null ? [] : [{ teamId, leadId }])),
    },
    teams,
    policies: {
      rubric: policies.rubric.id, checklist: policies.checklist.id, attendees: policies.attendees.id, clocks: policies.clocks.id, templates: templateIds,
      override: computed.overrideId,
    },
    complexity: {
      class: complexity.class, score: complexity.score, max: complexity.max, reason: complexity.reason, consequences: complexity.consequences, computed: complexity.computed,
    },
    attendees,
    checklist: await previewChecklist(tx, computed, { now: ctx.now }),
    readiness: { requiredPercent: readiness.requiredPercent, qualityPercent: readiness.qualityPercent },
  };
}

/** The digest that a version, its event and whoever compares them later name it by. */
export const digestOf = (content: Snapshot): string => createHash("sha256").update(JSON.stringify(content)).digest("hex");

/** P1.4: every missing must-have, by its field; a cell of a row is `field@row`. */
export function refuseUnready({ readiness: { blockers } }: Computed): void {
  if (blockers.length === 0) return;
  const fields: Record<string, string[]> = {};
  for (const { field, rowId, sentence } of blockers) (fields[rowId ? `${field}@${rowId}` : field] ??= []).push(sentence);
  const many = blockers.length === 1 ? "One must-have is" : `${blockers.length} must-haves are`;
  throw new AppError("INVALID", { rule: "P1.4", fields, reason: `${many} missing. ${blockers[0]?.sentence ?? ""}`.trim() });
}
