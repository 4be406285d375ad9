import "server-only";
import { addBusinessDays } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { contractOf } from "../rules/readiness";
import { checklist, type ChecklistItem, type ChecklistPerson } from "../rules/checklist";
import { promiseRows, unreconciledPromises } from "../rules/promises";
import { calendarsOf } from "./clocks";
import type { Computed } from "./computed";

/**
 * The checklist that follows from a brief (P2.12), with due dates counted from what has happened: `acceptedAt` and
 * `startedAt` where they have. Until the first call has a date, the end of its clock stands for it (B5).
 */
export async function previewChecklist(
  db: Db,
  { handover, policies, answers, complexity, teams, leads }: Computed,
  { now, acceptedAt = null }: { now: Date; acceptedAt?: Date | null },
): Promise<ChecklistItem[]> {
  const manager = await db.membership.findFirst({
    where: { role: "MANAGER", teamId: { in: teams.map(({ id }) => id) }, user: { active: true } },
    orderBy: [{ teamId: "asc" }, { userId: "asc" }],
    select: { user: { select: { id: true, name: true } } },
  });
  const taking = leads.filter(({ needed }) => needed).map(({ team }) => ({ team, lead: handover.teams.find(({ teamId }) => teamId === team.id)?.lead ?? null }));
  const ids = [handover.contactOwner, handover.pm, manager?.user, ...taking.map(({ lead }) => lead)].flatMap((one) => (one ? [one.id] : []));
  const calendars = await calendarsOf(db, ids);
  const person = (one: { id: string; name: string } | null | undefined): ChecklistPerson | null => {
    const calendar = one && calendars.get(one.id);
    return one && calendar ? { id: one.id, name: one.name, calendar } : null;
  };
  const contactOwner = person(handover.contactOwner);
  if (!contactOwner) throw new Error("The contact owner has no calendar.");
  const { clocks } = policies.clocks.content;
  const { wonAt, signedOn } = handover.deal;
  const heldBy = addBusinessDays(contactOwner.calendar, wonAt ?? now, clocks.wonToHeld.businessDays);
  const scheduledBy = addBusinessDays(contactOwner.calendar, acceptedAt ?? now, clocks.acceptedToScheduled.businessDays + 1);
  const conditions = handover.conditions.filter(({ state }) => state === "OPEN");
  return checklist(policies.checklist.content, {
    answers, complexity: complexity.class, contract: contractOf(answers), teams: teams.map(({ slug }) => slug),
    contactOwner, pm: person(handover.pm), manager: person(manager?.user),
    leads: taking.map(({ team, lead }) => ({ team, lead: person(lead) })),
    dates: {
      won: wonAt, submitted: handover.submittedAt ?? now, accepted: acceptedAt, started: null,
      firstCall: acceptedAt && (heldBy > scheduledBy ? heldBy : scheduledBy),
    },
    known: new Set([
      ...(signedOn ? (["contract.signed"] as const) : []),
      ...(unreconciledPromises(promiseRows(answers)).length === 0 ? (["promises.reconciled"] as const) : []),
      ...(acceptedAt ? (["handover.accepted"] as const) : []),
      ...(acceptedAt && conditions.length === 0 ? (["conditions.met"] as const) : []),
    ]),
  });
}
