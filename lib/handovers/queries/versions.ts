import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { namesOf } from "@/lib/auth/names";
import { type Db, db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { SECTIONS, type Visibility } from "@/lib/policies/fields";
import { templatesById } from "@/lib/policies/queries";
import { complexityRubricSchema } from "@/lib/policies/schema";
import { GROUP_CELLS, GROUPS } from "../fields";
import { type Field, GROUP_IDS } from "../fields/types";
import { type Answers, type Names, rowsOf } from "../rules/answers";
import type { Effort } from "../rules/provenance";
import type { Snapshot } from "../rules/snapshot";
import { fieldsInForce } from "../rules/template";
import { changesBetween, changeTexts, rowTitle } from "../rules/versions";
import { forReader } from "../rules/visibility";
import type { HandoverHead } from "./handover";

export type FrozenVersion = { version: number; at: string; by: string; digest: string; mends: number | null; content: Snapshot };

/** One frozen version of a brief (B4); NOT_FOUND where there is none. The handover was found in scope by the caller. */
export async function getVersion(database: Db, handoverId: string, version: number): Promise<FrozenVersion> {
  const row = await database.briefVersion.findUnique({ where: { handoverId_version: { handoverId, version } } });
  if (!row) throw new AppError("NOT_FOUND");
  const by = await database.user.findUnique({ where: { id: row.createdById }, select: { name: true } });
  return { version, at: row.createdAt.toISOString(), by: by?.name ?? "", digest: row.digest, mends: row.mends, content: row.content as unknown as Snapshot };
}

/** The fields that a frozen version was asked by: those of its own templates and rubric, not of today's (B6). */
export async function fieldsOf(database: Db, { policies }: Snapshot): Promise<Field[]> {
  const [templates, rubric] = await Promise.all([
    templatesById(database, policies.templates),
    database.policyVersion.findUniqueOrThrow({ where: { id: policies.rubric }, select: { content: true } }),
  ]);
  return [...fieldsInForce(templates, complexityRubricSchema.parse(rubric.content)), ...GROUP_CELLS];
}

/** Names of the ids in some frozen versions, as they were; the newest last. */
export const namesIn = (...versions: readonly Snapshot[]): Names =>
  new Map(versions.flatMap(({ labels }) => Object.entries(labels)));

/** `effort` is for managers (P4.9), null for others and where it was not measured yet; `mends` is the version whose typo it mends (P1.7). */
export type VersionLine = { version: number; at: string; by: string; digest: string; effort: Effort | null; mends: number | null };

/** Every frozen version, the newest first. */
export async function listVersions(ctx: Ctx, { id, viewer }: HandoverHead): Promise<VersionLine[]> {
  const rows = await db(ctx).briefVersion.findMany({
    where: { handoverId: id },
    orderBy: { version: "desc" },
    select: { version: true, createdAt: true, createdById: true, digest: true, mends: true, prefilledStayed: true, prefilledChanged: true, typed: true },
  });
  const names = await namesOf(db(ctx), rows.map(({ createdById }) => createdById));
  return rows.map(({ version, createdAt, createdById, digest, mends, prefilledStayed, prefilledChanged, typed }) => ({
    version, digest, mends, effort: viewer.isManager && prefilledStayed !== null ? { prefilledStayed, prefilledChanged: prefilledChanged ?? 0, typed: typed ?? 0 } : null, at: createdAt.toISOString(), by: names.get(createdById) ?? "",
  }));
}

/** One difference as it is shown: a field's texts, or a cell's with the row that it stands in. */
export type ShownChange = {
  key: string; field: string; rowId: string | null; label: string; before: string | null; after: string | null;
  row: { /** Of this list, e.g. "Promises". */ list: string; title: string; kind: "added" | "removed" | "changed" } | null;
};
export type ShownChanges = { section: string; changes: ShownChange[] }[];

/** Two versions, field by field, and of lists row by row (B4): only what this person may read, by section. */
export async function compareVersions(
  ctx: Ctx, head: Pick<HandoverHead, "id" | "readable">, { from, to }: { from: number; to: number },
): Promise<ShownChanges> {
  const [before, after] = [await getVersion(db(ctx), head.id, from), await getVersion(db(ctx), head.id, to)];
  const fields = [...await fieldsOf(db(ctx), after.content), ...await fieldsOf(db(ctx), before.content)];
  return shownChanges({ before: before.content, after: after.content, fields, readable: head.readable });
}

/** The same of versions that are loaded already. */
export function shownChanges({ before, after, fields, readable }: {
  before: Snapshot; after: Snapshot; fields: readonly Field[]; readable: readonly Visibility[];
}): ShownChanges {
  const names = namesIn(before, after);
  const read = (answers: Answers) => forReader({ fields, answers }, new Set(readable)).answers;
  const [old, now] = [read(before.answers), read(after.answers)];
  const rows = new Map(GROUP_IDS.map((group) => [group as string, [...new Set([...rowsOf(now, group), ...rowsOf(old, group)])]]));
  const shown = changesBetween(old, now).flatMap((change) => {
    const at = fields.findIndex(({ id }) => id === change.field);
    const field = fields[at];
    if (!field) return [];
    const texts = changeTexts(change, field, names);
    if (texts.before.normalize() === texts.after.normalize()) return [];
    const { group } = field;
    const row = change.rowId && group
      ? { list: GROUPS[group].label, title: rowTitle(change.row === "removed" ? old : now, group, change.rowId, names), kind: change.row ?? ("changed" as const) }
      : null;
    const first = group ? fields.findIndex((one) => one.group === group) : at;
    return [{
      section: field.section, order: [first, rows.get(group ?? "")?.indexOf(change.rowId ?? "") ?? 0, at] as const,
      change: { key: `${change.field} ${change.rowId ?? ""}`, field: change.field, rowId: change.rowId, row, label: field.label, before: texts.before || null, after: texts.after || null },
    }];
  });
  const ordered = shown.sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]);
  return Object.entries(SECTIONS).flatMap(([id, { label }]) => {
    const changes = ordered.filter(({ section }) => section === id).map(({ change }) => change);
    return changes.length > 0 ? [{ section: label, changes }] : [];
  });
}
