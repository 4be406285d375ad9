import "server-only";
import { type Ctx, zoneOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { TeamKind } from "@/lib/platform/generated/enums";
import { DAY } from "@/lib/platform/time";
import { type ReportScope, reportRefusal, reportScope } from "../policy";
import { endOfDayIn } from "../rules/week";
import type { ReportParams } from "../schema";

type Choice = { id: string; name: string };

/** What a reader may filter by: the teams and sellers of the reader's own scope. */
export type Choices = { teams: (Choice & { kind: TeamKind })[]; owners: Choice[] };

/** One question to the reports: whose figures, which of them, as of when, and since when for those of a period. */
export type Slice = {
  scope: ReportScope;
  /** The instant whose figures are wanted; `isNow` where the tables themselves hold them. */
  at: Date;
  isNow: boolean;
  /** The period's beginning; it ends at `at`. */
  from: Date;
  zone: string;
  team: { id: string; kind: TeamKind } | null;
  owner: string | null;
};

/** The slice that an address asks for. FORBIDDEN for who manages no team; a filter that is no choice of theirs is left out. */
export async function readSlice(ctx: Ctx, params: ReportParams): Promise<{ slice: Slice; choices: Choices }> {
  enforce(reportRefusal(ctx.actor));
  if (ctx.actor.type !== "user") throw new AppError("FORBIDDEN");
  const scope = reportScope(ctx.actor);
  const choices = await listChoices(ctx, scope);
  const zone = zoneOf(ctx);
  const asOf = params.asOf ? endOfDayIn(zone, params.asOf) : ctx.now;
  const isNow = asOf >= ctx.now;
  const at = isNow ? ctx.now : asOf;
  const slice: Slice = {
    scope, at, isNow, zone, from: new Date(at.getTime() - Number(params.period) * DAY),
    team: choices.teams.find(({ id }) => id === params.team) ?? null,
    owner: choices.owners.find(({ id }) => id === params.owner)?.id ?? null,
  };
  return { slice, choices };
}

/** A sales manager chooses among all delivery teams and the own sales teams and sellers, a delivery manager among the own teams and all sellers. */
async function listChoices(ctx: Ctx, { salesTeamIds, deliveryTeamIds }: ReportScope): Promise<Choices> {
  const [row] = await db(ctx).$queryRaw<Choices[]>`
    SELECT coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'kind', t.kind) ORDER BY t.kind DESC, t.name) FROM "Team" t
        WHERE t.active AND (t.id = ANY(${salesTeamIds}::uuid[]) OR t.id = ANY(${deliveryTeamIds}::uuid[])
          OR (t.kind = 'DELIVERY' AND ${salesTeamIds.length > 0}))), '[]') AS teams,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id) FROM "User" u
        WHERE EXISTS (SELECT FROM "Membership" m WHERE m."userId" = u.id AND m.role = 'SALES'
          AND (m."teamId" = ANY(${salesTeamIds}::uuid[]) OR ${deliveryTeamIds.length > 0}))), '[]') AS owners`;
  return row ?? { teams: [], owners: [] };
}
