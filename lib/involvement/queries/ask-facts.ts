import "server-only";
import { complexityOf } from "@/lib/deals/queries/complexity";
import { calendarsOf } from "@/lib/handovers/queries/clocks";
import { type Calendar, calendarOf, timeOffAround } from "@/lib/platform/business-time";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { MeetingPreference } from "@/lib/platform/generated/enums";
import { type Day, dayIn } from "@/lib/platform/time";
import type { InvolvementCaps } from "@/lib/policies/schema";
import { policyInForce } from "@/lib/policies/queries";
import { tractionOf } from "@/lib/traction/queries/traction";
import { isInForce } from "@/lib/traction/rules/traction";
import type { AskedPerson, AskFacts } from "../rules/may-ask";

/** Somebody of the deal's teams, with what the rules ask about them. */
export type Candidate = AskedPerson & {
  preference: MeetingPreference;
  calendar: Calendar;
  /** The day that it is where they work. */
  today: Day;
  /** The last day of the time off that they are in. */
  awayUntil: Day | null;
  declined: readonly string[];
};

export type DealAsk = Omit<AskFacts, "person" | "declined"> & { candidates: Candidate[]; callMinutes: number; /** By the traction rubric (B6). */ caps: InvolvementCaps; versions: { traction: number; complexity: number } };

const DELIVERY = ["PM", "TEAM_LEAD", "DEVELOPER"] as const;

/** What the rules of P5 and P6 ask about a deal and the people of its teams. No authorisation here. */
export async function askFactsOf(tx: Db, dealId: string, now: Date): Promise<DealAsk> {
  const deal = await tx.deal.findUnique({
    where: { id: dealId },
    select: {
      stage: true, contactOwnerId: true, ownerId: true, collaborators: { select: { userId: true } },
      teams: { where: { team: { active: true, kind: "DELIVERY" } }, select: { team: { select: { id: true, name: true } } }, orderBy: { team: { name: "asc" } } },
      grants: { select: { id: true, allows: true, until: true, revokedAt: true, grantedBy: { select: { name: true } } } },
      namedDevelopers: { select: { userId: true, namedById: true } },
    },
  });
  if (!deal) throw new AppError("NOT_FOUND");
  const [{ class: complexity, rubric: classes }, traction, rubric] = [await complexityOf(tx, dealId), await tractionOf(tx, dealId, now), await policyInForce(tx, "TRACTION_RUBRIC")];
  const teams = deal.teams.map(({ team }) => team);
  const kinds = new Set(traction.grants.map(({ allows }) => allows));
  return {
    /** By which versions of the two rubrics (B7). */
    versions: { traction: traction.policyVersion, complexity: classes.version },
    stage: deal.stage, complexity, traction, teams, callMinutes: rubric.content.callMinutes, caps: rubric.content.caps,
    sellerIds: [deal.contactOwnerId, deal.ownerId, ...deal.collaborators.map(({ userId }) => userId)],
    grants: deal.grants.filter((grant) => isInForce(grant, now)).flatMap(({ id, allows, grantedBy }) => [...kinds].filter((kind) => kind === allows).map((kind) => ({ id, allows: kind, by: grantedBy.name }))),
    candidates: await candidatesOf(tx, { dealId, teamIds: teams.map(({ id }) => id), named: deal.namedDevelopers, now }),
  };
}

type Named = readonly { userId: string; namedById: string }[];

/** The PMs, leads and developers of these teams, by name; the inactive too, so that the refusal can say who they were. */
async function candidatesOf(tx: Db, { dealId, teamIds, named, now }: { dealId: string; teamIds: string[]; named: Named; now: Date }): Promise<Candidate[]> {
  const people = await tx.user.findMany({
    where: { memberships: { some: { teamId: { in: teamIds }, role: { in: [...DELIVERY] } } } }, orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true, name: true, active: true, meetingPreference: true,
      memberships: { where: { teamId: { in: teamIds }, role: { in: [...DELIVERY] } }, select: { teamId: true, role: true }, orderBy: { teamId: "asc" } },
      involvements: { where: { dealId, state: "DECLINED" }, select: { declineReason: true } },
      trialTasks: { where: { dealId, state: "DECLINED" }, select: { declineReason: true, declinedById: true } },
    },
  });
  const calendars = await calendarsOf(tx, people.map(({ id }) => id));
  return people.map(({ id, name, active, meetingPreference, memberships, involvements, trialTasks }) => {
    const calendar = calendars.get(id) ?? calendarOf({ zone: "UTC" });
    const today = dayIn(calendar.zone, now);
    return {
      id, name, active, roles: memberships, preference: meetingPreference, calendar, today,
      namedBy: named.find(({ userId }) => userId === id)?.namedById ?? null,
      awayUntil: timeOffAround(calendar, today)?.until ?? null,
      declined: [...involvements, ...trialTasks.filter(({ declinedById }) => declinedById === id)].flatMap(({ declineReason }) => declineReason ?? []),
    };
  });
}
