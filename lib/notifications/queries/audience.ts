import "server-only";
import { otherActorName } from "@/lib/auth/ctx";
import type { Audience, EventDefinition } from "@/lib/events/define";
import { dealScope } from "@/lib/deals/policy";
import { dealNumber, handoverNumber } from "@/lib/deals/format";
import { scope as handoverScope } from "@/lib/handovers/policy";
import type { Db } from "@/lib/platform/db";
import type { StreamKind, TeamKind } from "@/lib/platform/generated/enums";

type EventRow = { stream: string; streamKind: StreamKind; type: string; actor: string; payload: string | null };
type Event = Pick<EventDefinition, "audience" | "asksNamed"> & { text: string };
export type Telling = { text: string; recipients: { userId: string; href: string }[] };

/** What the audience's words mean for one deal or handover. */
type Concerned = {
  /** "HO-12 New shop", before the sentence. */
  title: string;
  href: string;
  contactOwnerId: string | null;
  dealOwnerId: string | null;
  pmId: string | null;
  holderIds: readonly string[];
  teamIds: readonly string[];
};

const NOBODY = { contactOwnerId: null, dealOwnerId: null, pmId: null, holderIds: [], teamIds: [] };

/** Who is told of an event, in which words, and where it leads them: active people, never who did it. Null if nobody. */
export async function peopleToTell(tx: Db, { event, row }: { event: Event; row: EventRow }): Promise<Telling | null> {
  if (event.audience.length === 0) return null;
  const concerned = await concernedBy(tx, row);
  if (!concerned) return null;
  const wanted = new Set<string>();
  for (const audience of event.audience) for (const id of await idsOf(tx, audience, { concerned, row })) wanted.add(id);
  const actorId = /^user:(.+)$/.exec(row.actor)?.[1];
  if (actorId) wanted.delete(actorId);
  const people = (await tx.user.findMany({ where: { id: { in: [...wanted] }, active: true }, orderBy: { id: "asc" }, select: PERSON })).filter(await waitedFor(tx, row));
  if (people.length === 0) return null;
  const actor = actorId ? await tx.user.findUnique({ where: { id: actorId }, select: { name: true } }) : null;
  const recipients: Telling["recipients"] = [];
  const asked = event.asksNamed ? namedIn(row.payload) : [];
  for (const person of people)
    recipients.push({ userId: person.id, href: asked.includes(person.id) ? "/asked" : (await canOpen(tx, person, row)) ? concerned.href : "/notifications" });
  return { text: `${concerned.title}${actor?.name ?? otherActorName(row.actor)} ${event.text}`, recipients };
}

/** Of those who are asked for consent only whom the draft still waits for: it may have changed before anybody was told (B6). */
async function waitedFor(tx: Db, { type, payload }: EventRow): Promise<(person: { id: string }) => boolean> {
  if (type !== "policy.consentAsked" || payload === null) return () => true;
  const { policyId, revision } = JSON.parse(payload) as { policyId: string; revision: number };
  const draft = await tx.policyVersion.findFirst({ where: { id: policyId, revision, status: "DRAFT" }, select: { consents: { where: { revision }, select: { userId: true } } } });
  return ({ id }) => draft !== null && !draft.consents.some(({ userId }) => userId === id);
}

const PERSON = { id: true, name: true, isAdmin: true, memberships: { select: { teamId: true, role: true, team: { select: { kind: true } } } } } as const;

async function concernedBy(tx: Db, { stream, streamKind, type }: EventRow): Promise<Concerned | null> {
  if (streamKind === "ORGANISATION") return { ...NOBODY, title: "", href: type === "policy.consentAsked" ? "/policies/complexity" : "/profile" };
  if (streamKind === "HANDOVER") {
    const handover = await tx.handover.findUnique({
      where: { id: stream },
      select: {
        number: true, contactOwnerId: true, dealOwnerId: true, pmId: true, deal: { select: { name: true } },
        keys: { select: { holderId: true } }, teams: { select: { teamId: true } },
      },
    });
    return handover && {
      ...handover, title: `${handoverNumber(handover.number)} ${handover.deal.name}: `, href: `/handovers/${stream}`,
      holderIds: handover.keys.map(({ holderId }) => holderId), teamIds: handover.teams.map(({ teamId }) => teamId),
    };
  }
  const deal = await tx.deal.findUnique({ where: { id: stream }, select: { number: true, name: true, contactOwnerId: true, ownerId: true, teams: { select: { teamId: true } } } });
  return deal && {
    ...NOBODY, title: `${dealNumber(deal.number)} ${deal.name}: `, href: `/deals/${stream}${pageOf(type)}`,
    contactOwnerId: deal.contactOwnerId, dealOwnerId: deal.ownerId, teamIds: deal.teams.map(({ teamId }) => teamId),
  };
}

/** On which page of a deal one sees what happened. */
const pageOf = (type: string): string => (/^(involvement|trial)\./.test(type) ? "/involvement" : /^(presentation|clientLink|choice)\./.test(type) ? "/options" : "");

async function idsOf(tx: Db, audience: Audience, { concerned, row }: { concerned: Concerned; row: EventRow }): Promise<string[]> {
  switch (audience) {
    case "contactOwner": return some(concerned.contactOwnerId);
    case "dealOwner": return some(concerned.dealOwnerId);
    case "pm": return some(concerned.pmId);
    case "keyHolders": return [...concerned.holderIds];
    case "named": return namedIn(row.payload);
    case "deliveryManagers": return managersOf(tx, concerned.teamIds, "DELIVERY");
    case "salesManagers": return concerned.contactOwnerId === null ? [] : managersOf(tx, await teamsOf(tx, concerned.contactOwnerId), "SALES");
  }
}

const some = (id: string | null): string[] => (id === null ? [] : [id]);

function namedIn(payload: string | null): string[] {
  const read: unknown = payload === null ? null : JSON.parse(payload);
  if (read === null || typeof read !== "object") return [];
  const many = "userIds" in read && Array.isArray(read.userIds) ? read.userIds : [];
  return ["userId" in read ? read.userId : null, ...many].filter((one): one is string => typeof one === "string");
}

const teamsOf = async (tx: Db, userId: string): Promise<string[]> => (await tx.membership.findMany({ where: { userId }, select: { teamId: true } })).map(({ teamId }) => teamId);

const managersOf = async (tx: Db, teamIds: readonly string[], kind: TeamKind): Promise<string[]> =>
  (await tx.membership.findMany({ where: { teamId: { in: [...teamIds] }, role: "MANAGER", team: { kind } }, select: { userId: true } })).map(({ userId }) => userId);

type Person = { id: string; name: string; isAdmin: boolean; memberships: { teamId: string; role: "SALES" | "PM" | "TEAM_LEAD" | "DEVELOPER" | "MANAGER"; team: { kind: TeamKind } }[] };

/** A link that leads to "not found" is worse than none: somebody who was taken off reads the notice only. */
async function canOpen(tx: Db, person: Person, { stream, streamKind }: EventRow): Promise<boolean> {
  const actor = { ...person, type: "user" as const, memberships: person.memberships.map(({ teamId, role, team }) => ({ teamId, role, kind: team.kind })) };
  switch (streamKind) {
    case "ORGANISATION": return true;
    case "DEAL": return (await tx.deal.count({ where: { AND: [{ id: stream }, dealScope(actor)] } })) > 0;
    case "HANDOVER": return (await tx.handover.count({ where: { AND: [{ id: stream }, handoverScope(actor)] } })) > 0;
  }
}
