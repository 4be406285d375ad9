import "server-only";
import { type Ctx, userIdOf } from "@/lib/auth/ctx";
import { readEvent } from "@/lib/events/registry";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { mayRead } from "../rules/comments";
import { briefFieldsOf } from "./brief-fields";
import type { HandoverHead } from "./handover";

/** One typo that a reviewer mended (P1.7), and in which version. */
export type MendLine = { version: number; field: string; label: string; before: string; after: string; by: string; at: string };

/** The typos that reviewers mended in this brief, the latest first, as far as this person may read the fields. */
export async function listMends(ctx: Ctx, { id, readable }: Pick<HandoverHead, "id" | "readable">): Promise<MendLine[]> {
  const rows = await db(ctx).event.findMany({ where: { stream: id, type: "brief.mended" }, orderBy: { seq: "desc" }, select: { type: true, payload: true, actor: true, at: true } });
  if (rows.length === 0) return [];
  const fields = await briefFieldsOf(db(ctx), id);
  const names = await namesOf(db(ctx), rows.map(({ actor }) => userIdOf(actor)));
  return rows.flatMap((row) => {
    const said = readEvent(row)?.data as { field: string; label: string; before: string; after: string; briefVersion: number } | undefined;
    if (!said || !mayRead(said.field, fields, new Set(readable))) return [];
    const { field, label, before, after, briefVersion: version } = said;
    return [{ field, label, before, after, version, by: names.get(userIdOf(row.actor) ?? "") ?? "", at: row.at.toISOString() }];
  });
}
