import "server-only";
import { namesOf } from "@/lib/auth/names";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ClassOverrideState } from "@/lib/platform/generated/enums";
import type { ClassOverride } from "@/lib/policies/rules/class-override";

/** An override of the class as it is kept, with the names of who asked and of the lead (P6.3). */
export type KeptOverride = ClassOverride & {
  id: string; state: ClassOverrideState; askedById: string; askedAt: Date; lead: { id: string; name: string } | null; decidedAt: Date | null; note: string;
};

/** The override that stands on a deal now, or null. No authorisation here. */
export const standingOverride = async (db: Db, dealId: string): Promise<KeptOverride | null> => (await overrides(db, { dealId, state: "STANDING" }))[0] ?? null;

/** The one that a frozen version was computed with, whatever became of it since. */
export const keptOverride = async (db: Db, id: string | null): Promise<KeptOverride | null> => (id === null ? null : ((await overrides(db, { id }))[0] ?? null));

/** All of a deal's, the newest first. */
export const overridesOf = (db: Db, dealId: string): Promise<KeptOverride[]> => overrides(db, { dealId });

async function overrides(db: Db, where: Prisma.ClassOverrideWhereInput): Promise<KeptOverride[]> {
  const rows = await db.classOverride.findMany({ where, orderBy: [{ askedAt: "desc" }, { id: "desc" }], take: 100 });
  if (rows.length === 0) return [];
  const names = await namesOf(db, rows.flatMap(({ askedById, leadId }) => [askedById, leadId]));
  const name = (id: string) => names.get(id) ?? "";
  return rows.map(({ id, from, class: wanted, reason, state, askedById, askedAt, leadId, decidedAt, note }) => ({
    id, from, class: wanted, reason, state, askedById, askedAt, decidedAt, note,
    by: name(askedById), lead: leadId === null ? null : { id: leadId, name: name(leadId) },
    consentBy: leadId !== null && (state === "STANDING" || state === "ENDED") && decidedAt !== null ? name(leadId) : null,
  }));
}
