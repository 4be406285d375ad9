import "server-only";
import { dayOf } from "@/lib/deals/format";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { type Calendar, calendarOf } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { dayIn } from "@/lib/platform/time";
import { policyInForce } from "@/lib/policies/queries";
import { parking } from "../rules/parking";
import { type Grant, INVOLVEMENTS, type InvolvementKind, isInForce, traction, type Traction } from "../rules/traction";

export type GrantRow = Grant & {
  id: string; reason: string; score: number; needed: number; grantedAt: Date;
  grantedById: string; by: string; revokedById: string | null; revokedBy: string | null; revokedReason: string; isInForce: boolean;
};
export type TractionNow = Traction & {
  /** By which version of the rubric (B6, B7). */
  policyVersion: number;
  /** All that were ever given, the newest first; `grantFor` says which holds. */
  grants: GrantRow[];
  /** How far the deal is from being parked (P5.6). */
  parking: ReturnType<typeof parking> & { after: number };
};

/** The traction of a deal at this moment, by the rubric in force. No authorisation here; NOT_FOUND where there is no such deal. */
export async function tractionOf(db: Db, dealId: string, now: Date): Promise<TractionNow> {
  const deal = await db.deal.findUnique({
    where: { id: dealId },
    select: {
      createdAt: true, contactOwnerId: true, stage: true, revivedAt: true,
      evidence: { where: { withdrawnAt: null }, select: { kind: true, happenedOn: true } },
      grants: { orderBy: [{ grantedAt: "desc" }, { id: "desc" }], include: { grantedBy: { select: { name: true } }, revokedBy: { select: { name: true } } } },
    },
  });
  if (!deal) throw new AppError("NOT_FOUND");
  const [{ version, content: rubric }, calendar] = await Promise.all([policyInForce(db, "TRACTION_RUBRIC"), ownerCalendar(db, deal.contactOwnerId)]);
  const evidence = deal.evidence.map(({ kind, happenedOn }) => ({ kind, happenedOn: dayOf(happenedOn) }));
  const newest = evidence.map(({ happenedOn }) => happenedOn).sort().at(-1) ?? null;
  const after = rubric.parkAfterBusinessDays;
  return {
    ...traction({ evidence, since: dayIn(calendar.zone, deal.createdAt), calendar }, rubric, now),
    policyVersion: version,
    grants: deal.grants.flatMap(({ allows, grantedBy, revokedBy, dealId: _, ...grant }) =>
      isKind(allows) ? [{ ...grant, allows, by: grantedBy.name, revokedBy: revokedBy?.name ?? null, isInForce: isInForce(grant, now) }] : []),
    parking: { ...parking({ ...deal, heardOn: newest, calendar }, after, now), after },
  };
}

/** When the contact owner works: the business days of a deal's traction are theirs. */
export const ownerCalendar = async (db: Db, contactOwnerId: string): Promise<Calendar> =>
  (await calendarsOf(db, [contactOwnerId])).get(contactOwnerId) ?? calendarOf({ zone: "UTC" });

const isKind = (text: string): text is InvolvementKind => (INVOLVEMENTS as readonly string[]).includes(text);
