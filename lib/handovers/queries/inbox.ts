import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { type InboxFilters, isOpenView } from "@/lib/inbox/format";
import { businessMinutesBetween } from "@/lib/platform/business-time";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { Complexity, HandoverStatus, KeyRole, KeyState } from "@/lib/platform/generated/enums";
import { type Page, pageOf } from "@/lib/platform/pagination";
import { calendarsOf } from "./clocks";
import { keysIn, pageOfKeys, sortedForwards } from "./inbox-slice";

export type InboxKey = { role: KeyRole; team: string | null; holder: string; isMine: boolean; state: KeyState };

/** One row: in the open views one key that waits, elsewhere one handover whose key I hold. */
export type InboxRow = {
  id: string;
  /** The key that waits, else the first of mine. */
  keyId: string;
  number: number;
  status: HandoverStatus;
  /** ISO: since when it is in this status. */
  statusSince: string;
  client: string;
  deal: string;
  contactOwner: string;
  pm: string | null;
  /** Null for who decides on the technical side, and in the list of a team. */
  value: { minor: number; currency: string } | null;
  teams: string[];
  complexity: Complexity | null;
  briefVersion: number;
  rounds: number;
  requiredPercent: number;
  qualityPercent: number;
  role: KeyRole;
  team: string | null;
  holder: string;
  /** All keys of the handover, where the view shows who else decides. */
  keys: InboxKey[];
  /** ISO: when the holder's time runs out, while the key is open. */
  dueAt: string | null;
  /** The holder's business minutes until then (negative: over), and all that there were. */
  remaining: { minutes: number; of: number } | null;
  /** ISO: when it comes back, while it is snoozed. */
  snoozedUntil: string | null;
};

type Stored = Omit<InboxRow, "dueAt" | "remaining" | "statusSince" | "value" | "snoozedUntil" | "keys"> & {
  keys: InboxKey[] | null; holderId: string; dueAt: Date | null; submittedAt: Date | null; statusSince: Date; valueMinor: bigint | null; currency: string;
  /** Null for a key without an end, which is sorted last. */
  sorted: Date | null;
};

const PAGE = 25;

type Options = { after?: string; size?: number; /** Of these keys alone: what somebody selected. */ only?: readonly string[] };

/**
 * What waits for this person's key, by remaining time, and what became of the rest (P1.7). One statement for the rows and,
 * where time is shown, one for the calendars, whatever the number of handovers. Only keys that the person holds, or whose
 * team they manage: always within scope.
 */
export async function listInbox(ctx: Ctx, filters: InboxFilters, { after, size = PAGE, only }: Options = {}): Promise<Page<InboxRow>> {
  const me = personOf(ctx.actor);
  if (me === null) return { rows: [], next: null };
  const { view } = filters;
  const isOpen = isOpenView(view);
  const direction = sortedForwards(view) ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const ofMe = isOpen && view !== "team" ? calendarsOf(db(ctx), [me]) : null;
  const stored = await db(ctx).$queryRaw<Stored[]>`
    SELECT h.id, k.id AS "keyId", h.number, h.status, h."statusSince", h."submittedAt", h."briefVersion", h.rounds,
      h."requiredPercent", h."qualityPercent", h.complexity, k.role, k."dueAt", k."holderId", d.name AS deal, d.currency,
      CASE WHEN h."pmId" = ${me}::uuid THEN d."valueMinor" END AS "valueMinor",
      c.name AS client, o.name AS "contactOwner", p.name AS pm, t.name AS team, w.name AS holder,
      nullif(picked.sorted, 'infinity') AS sorted,
      coalesce((SELECT json_agg(n.name ORDER BY n.name) FROM "HandoverTeam" ht JOIN "Team" n ON n.id = ht."teamId"
        WHERE ht."handoverId" = h.id), '[]') AS teams,
      ${isOpen ? Prisma.sql`NULL` : keysOfHandover(me)} AS keys
    FROM (${pageOfKeys(ctx, filters, { after, take: size + 1, only })}) picked
    JOIN "HandoverKey" k ON k.id = picked.id
    JOIN "Handover" h ON h.id = k."handoverId"
    JOIN "Deal" d ON d.id = h."dealId"
    JOIN "Client" c ON c.id = d."clientId"
    JOIN "User" o ON o.id = h."contactOwnerId"
    JOIN "User" w ON w.id = k."holderId"
    LEFT JOIN "User" p ON p.id = h."pmId"
    LEFT JOIN "Team" t ON t.id = k."teamId"
    ORDER BY picked.sorted ${direction}, k.id ${direction}`;
  const page = pageOf(stored, (row) => ({ key: row.sorted?.toISOString() ?? "infinity", id: row.keyId }), size);
  const calendars = await (view === "team" ? calendarsOf(db(ctx), page.rows.map(({ holderId }) => holderId)) : ofMe);
  return {
    next: page.next,
    rows: page.rows.map(({ dueAt, submittedAt, statusSince, valueMinor, currency, keys, holderId, sorted, ...row }) => {
      const calendar = calendars?.get(holderId);
      return {
        ...row,
        keys: keys ?? [],
        statusSince: statusSince.toISOString(),
        value: valueMinor === null ? null : { minor: Number(valueMinor), currency },
        dueAt: isOpen ? (dueAt?.toISOString() ?? null) : null,
        remaining: calendar && dueAt && submittedAt
          ? { minutes: businessMinutesBetween(calendar, ctx.now, dueAt), of: businessMinutesBetween(calendar, submittedAt, dueAt) }
          : null,
        snoozedUntil: view === "snoozed" ? (sorted?.toISOString() ?? null) : null,
      };
    }),
  };
}

const keysOfHandover = (me: string) => Prisma.sql`(
  SELECT json_agg(json_build_object('role', ok.role, 'team', ot.name, 'holder', u.name, 'isMine', ok."holderId" = ${me}::uuid, 'state', ok.state) ORDER BY ok.id)
  FROM "HandoverKey" ok JOIN "User" u ON u.id = ok."holderId" LEFT JOIN "Team" ot ON ot.id = ok."teamId" WHERE ok."handoverId" = h.id)`;

/** What waits first for this person and is not snoozed; null when nothing is. */
export async function nextOpenKey(ctx: Ctx): Promise<{ id: string; keyId: string } | null> {
  const me = personOf(ctx.actor);
  if (me === null) return null;
  const [next] = await db(ctx).$queryRaw<{ id: string; keyId: string }[]>`
    SELECT k."handoverId" AS id, k.id AS "keyId" FROM "HandoverKey" k WHERE ${keysIn(ctx, "to-review", me)}
    ORDER BY coalesce(k."dueAt", 'infinity'), k.id LIMIT 1`;
  return next ?? null;
}
