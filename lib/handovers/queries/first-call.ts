import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { attendeeChanges, missingAttendees, personMinutes } from "../rules/attendees";
import { computeBrief } from "./computed";
import type { HandoverHead } from "./handover";
import { snapshotOf } from "./snapshot";

export type FirstCall = Awaited<ReturnType<typeof getFirstCall>>;

/**
 * Who belongs in the first call as things are now (P2.1 to P2.6): with time off, waivers and additions of today, what is
 * missing and how to mend it, what it costs, and how the list differs from the one that was submitted.
 */
export async function getFirstCall(ctx: Ctx, { id, briefVersion }: HandoverHead) {
  const database = db(ctx);
  const submitted = await snapshotOf(database, id, briefVersion);
  const computed = await computeBrief(database, id, { now: ctx.now, ...(submitted && { kept: submitted.policies }) });
  const minutes = computed.policies.attendees.content.minutes;
  const colleagues = await database.user.findMany({ where: { active: true }, orderBy: { name: "asc" }, select: { id: true, name: true } });
  const known = new Set(computed.attendees.filter(({ presence }) => presence !== "kept out").flatMap(({ person }) => (person ? [person.id] : [])));
  return {
    attendees: computed.attendees,
    missing: missingAttendees(computed.attendees),
    minutes,
    version: computed.policies.attendees.version,
    cost: personMinutes(computed.attendees, minutes),
    most: computed.policies.attendees.content.ourPeopleAtMost,
    exceptions: computed.handover.exceptions.map(({ id: exceptionId, userId, kind }) => ({ id: exceptionId, userId, kind })),
    /** Who could be added: everybody active who is not coming anyway. */
    addable: colleagues.filter((one) => !known.has(one.id)),
    changes: submitted ? attendeeChanges(submitted.attendees, computed.attendees).map(({ sentence }) => sentence) : [],
  };
}
