import "server-only";
import type { Db } from "@/lib/platform/db";
import type { Field } from "../fields/types";
import { answerOf, type Answers, type Names, textOf } from "../rules/answers";
import { type Outcome, outcomeOf } from "../rules/comments";
import type { Snapshot } from "../rules/snapshot";
import { snapshotOf } from "./snapshot";
import type { Thread } from "./threads";

type Facts = { handoverId: string; version: number; content: Snapshot; fields: readonly Field[]; names: Names };

/** What became of the points of earlier versions in this one (P1.8), by the id of their thread. */
export async function outcomesOf(database: Db, threads: readonly Thread[], { handoverId, version, content, fields, names }: Facts): Promise<Map<string, Outcome>> {
  const asked = threads.filter((thread) => thread.reason !== null && thread.version !== null && thread.version < version);
  const before = new Map<number, Answers>();
  for (const one of new Set(asked.map((thread) => thread.version ?? 0))) before.set(one, (await snapshotOf(database, handoverId, one))?.answers ?? []);
  return new Map(asked.flatMap((thread) => {
    const field = fields.find(({ id }) => id === thread.field);
    if (!field) return [];
    const text = (answers: Answers) => textOf(field, answerOf(answers, thread.field, thread.rowId), names);
    const isGone = thread.row?.isGone ?? false;
    const was = before.get(thread.version ?? 0) ?? [];
    return [[thread.id, outcomeOf({ suggestion: thread.suggestion, before: text(was), after: isGone ? null : text(content.answers) })] as const];
  }));
}
