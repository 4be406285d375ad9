import "server-only";
import { dayOf } from "@/lib/deals/format";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { calendarOf } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { dayIn } from "@/lib/platform/time";
import { policyInForce } from "@/lib/policies/queries";
import { type Grant, INVOLVEMENTS, type InvolvementKind, traction, type Traction } from "../rules/traction";

export type TractionNow = Traction & {
  /** By which version of the rubric (B6, B7). */
  policyVersion: number;
  /** All that were ever given, the newest first; `grantFor` says which holds. */
  grants: (Grant & { id: string })[];
};

/** The traction of a deal at this moment, by the rubric in force. No authorisation here; NOT_FOUND where there is no such deal. */
export async function tractionOf(db: Db, dealId: string, now: Date): Promise<TractionNow> {
  const deal = await db.deal.findUnique({
    where: { id: dealId },
    select: {
      createdAt: true, contactOwnerId: true,
      evidence: { where: { withdrawnAt: null }, select: { kind: true, happenedOn: true } },
      grants: { orderBy: { grantedAt: "desc" }, select: { id: true, allows: true, until: true, revokedAt: true } },
    },
  });
  if (!deal) throw new AppError("NOT_FOUND");
  const [rubric, calendars] = await Promise.all([policyInForce(db, "TRACTION_RUBRIC"), calendarsOf(db, [deal.contactOwnerId])]);
  const calendar = calendars.get(deal.contactOwnerId) ?? calendarOf({ zone: "UTC" });
  const facts = {
    evidence: deal.evidence.map(({ kind, happenedOn }) => ({ kind, happenedOn: dayOf(happenedOn) })),
    since: dayIn(calendar.zone, deal.createdAt), calendar,
  };
  return {
    ...traction(facts, rubric.content, now),
    policyVersion: rubric.version,
    grants: deal.grants.flatMap(({ allows, ...grant }) => (isKind(allows) ? [{ ...grant, allows }] : [])),
  };
}

const isKind = (text: string): text is InvolvementKind => (INVOLVEMENTS as readonly string[]).includes(text);
