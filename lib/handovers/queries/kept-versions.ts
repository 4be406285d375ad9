import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { policiesInForce, type PoliciesInForce } from "@/lib/policies/queries";
import { keptPolicies } from "./snapshot";

/** By which version of each policy something was computed (B6, B7). */
export type PolicyVersions = Record<keyof PoliciesInForce, number>;

export const versionsOf = ({ rubric, checklist, attendees, clocks }: PoliciesInForce): PolicyVersions =>
  ({ rubric: rubric.version, checklist: checklist.version, attendees: attendees.version, clocks: clocks.version });

/** Those that the version of a brief keeps; before the first is submitted, those in force. The handover was found in scope. */
export async function keptVersions(ctx: Ctx, { id, briefVersion }: { id: string; briefVersion: number }): Promise<PolicyVersions> {
  const kept = await keptPolicies(db(ctx), id, briefVersion);
  return versionsOf(await policiesInForce(db(ctx), kept ? [kept.rubric, kept.checklist, kept.attendees, kept.clocks] : undefined));
}
