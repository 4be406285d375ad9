import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { atRiskState, startRefusal } from "@/lib/deals/rules/at-risk";
import { db } from "@/lib/platform/db";
import { AppError, type Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Visibility } from "@/lib/policies/fields";
import { isAfterAcceptance, isWriter, type MoveName, MOVES, refusal } from "../lifecycle";
import { isDeliveryManagerOf, isSalesManagerOf, POWERS, scope } from "../policy";
import { roleCard } from "../rules/accountable";
import { readableBy } from "../rules/visibility";

const person = { select: { id: true, name: true } } as const;
const sales = { select: { id: true, name: true, memberships: { where: { team: { kind: "SALES" } }, select: { teamId: true } } } } as const;

const HEAD = {
  id: true, number: true, status: true, statusSince: true, revision: true, briefVersion: true, complexity: true, rounds: true,
  requiredPercent: true, qualityPercent: true, outcome: true, submittedAt: true, acceptedAt: true, writerId: true, pmId: true,
  contactOwnerId: true, dealOwnerId: true,
  contactOwner: sales, dealOwner: sales, pm: person,
  deal: {
    select: {
      id: true, number: true, name: true, valueMinor: true, currency: true, stage: true, signedOn: true, signedEvidence: true,
      atRiskUntil: true, atRiskApprovedAt: true,
      client: { select: { id: true, name: true } }, collaborators: { select: { user: person } },
    },
  },
  teams: { select: { teamId: true, leadId: true, team: { select: { name: true, slug: true } }, lead: person }, orderBy: { teamId: "asc" } },
  keys: {
    select: { id: true, role: true, teamId: true, holderId: true, state: true, acceptedVersion: true, dueAt: true, decidedAt: true, holder: person },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.HandoverSelect;

export type HandoverHead = Awaited<ReturnType<typeof getHandover>>;
export type HeadKey = HandoverHead["keys"][number];

/**
 * What every page about one handover begins with: how it stands, who is accountable, and what this person may do, each
 * with the refusal that the command would give. Out of scope is NOT_FOUND.
 */
export async function getHandover(ctx: Ctx, id: string) {
  if (!UUID.test(id)) throw new AppError("NOT_FOUND");
  const [row, organisation] = await Promise.all([
    db(ctx).handover.findFirst({ relationLoadStrategy: "join", where: { AND: [{ id }, scope(ctx.actor)] }, select: HEAD }),
    db(ctx).organisation.findFirst({ select: { soloMode: true, name: true } }),
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  const { contactOwner, dealOwner, deal, teams, keys, ...rest } = row;
  const leadIds = [...teams.map(({ leadId }) => leadId), ...keys.map(({ role, holderId }) => (role === "TEAM_LEAD" ? holderId : null))].filter((one) => one !== null);
  const me = personOf(ctx.actor);
  const facts = {
    ...rest, teams, keys,
    soloMode: organisation?.soloMode ?? false,
    collaboratorIds: deal.collaborators.map(({ user }) => user.id),
    salesTeamIds: [...contactOwner.memberships, ...dealOwner.memberships].map(({ teamId }) => teamId),
  };
  const memberships = ctx.actor.type === "user" ? ctx.actor.memberships : [];
  const isManager = isDeliveryManagerOf(memberships, teams.map(({ teamId }) => teamId)) || isSalesManagerOf(memberships, facts.salesTeamIds);
  const readable = readableBy(me, { ...facts, leadIds, isManager });
  const moves = Object.fromEntries(MOVES.map((move) => [move, refusal(ctx.actor, move, facts)])) as Record<MoveName, Refusal | null>;
  const teamName = (teamId: string | null) => teams.find((one) => one.teamId === teamId)?.team.name ?? null;
  const named = ({ id: userId, name }: { id: string; name: string }) => ({ id: userId, name });
  return {
    ...rest,
    statusSince: rest.statusSince.toISOString(),
    submittedAt: iso(rest.submittedAt),
    acceptedAt: iso(rest.acceptedAt),
    soloMode: facts.soloMode,
    client: deal.client,
    deal: {
      id: deal.id, number: deal.number, name: deal.name,
      value: readable.has("commercial") ? { minor: Number(deal.valueMinor), currency: deal.currency } : null,
      signedOn: iso(deal.signedOn)?.slice(0, 10) ?? null,
      atRiskUntil: iso(deal.atRiskUntil),
      atRisk: atRiskState(deal, ctx.now),
    },
    /** P1.1: why it can be neither submitted nor accepted now, whoever asks. */
    startRefusal: startRefusal(deal, ctx.now),
    contactOwner: named(contactOwner),
    dealOwner: named(dealOwner),
    teams: teams.map(({ teamId, team, lead }) => ({ id: teamId, name: team.name, slug: team.slug, lead })),
    keys: keys.map(({ dueAt, decidedAt, ...key }) => ({
      ...key, team: teamName(key.teamId), dueAt: iso(dueAt), decidedAt: iso(decidedAt), isMine: key.holderId === me,
      /** Only in solo mode (P1.7), and then the screens say so. */
      isWriters: key.holderId === row.contactOwnerId || key.holderId === row.writerId,
    })),
    card: roleCard({
      status: row.status, contactOwner: named(contactOwner), dealOwner: named(dealOwner), pm: row.pm,
      leads: keys.flatMap(({ role, holder, teamId }) => (role === "TEAM_LEAD" ? [{ ...named(holder), team: teamName(teamId) ?? "" }] : [])),
      others: deal.collaborators.map(({ user }) => user),
    }),
    readable: [...readable] as Visibility[],
    viewer: {
      id: me,
      isWriter: me !== null && isWriter(me, facts),
      isPm: me !== null && me === row.pmId,
      isManager,
      /** Sales after acceptance reads what it read before, and changes only what P3.1 lists. */
      isObserver: me !== null && isAfterAcceptance(row.status) && isWriter(me, facts) && me !== row.pmId,
      moves,
      powers: {
        edit: POWERS.edit(ctx.actor, facts),
        answer: POWERS.answer(ctx.actor, facts),
        moveUpTemplate: POWERS.moveUpTemplate(ctx.actor, facts),
        reassign: POWERS.reassign(ctx.actor, facts),
        lead: POWERS.lead(ctx.actor, facts),
        addAttendee: POWERS.addAttendee(ctx.actor, facts),
        waiveAttendee: POWERS.waiveAttendee(ctx.actor, facts),
        discuss: POWERS.discuss(ctx.actor, facts),
      },
    },
    facts,
  };
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
