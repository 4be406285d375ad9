import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { businessMinutesBetween } from "@/lib/platform/business-time";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { Complexity, HandoverStatus, KeyRole, KeyState } from "@/lib/platform/generated/enums";
import { type Page, pageOf, readCursor } from "@/lib/platform/pagination";
import type { InboxView } from "../format";
import { calendarsOf } from "./clocks";

export type InboxKey = { role: KeyRole; team: string | null; holder: string; isMine: boolean; state: KeyState };

/** One row: of `to-review` one key that waits for me, elsewhere one handover whose key I hold. */
export type InboxRow = {
  id: string;
  /** My key: the one to turn in `to-review`, else the first of mine. */
  keyId: string;
  number: number;
  status: HandoverStatus;
  /** ISO: since when it is in this status. */
  statusSince: string;
  client: string;
  deal: string;
  contactOwner: string;
  pm: string | null;
  /** Null for a team lead, who decides on the technical side. */
  value: { minor: number; currency: string } | null;
  teams: string[];
  complexity: Complexity | null;
  briefVersion: number;
  rounds: number;
  requiredPercent: number;
  qualityPercent: number;
  role: KeyRole;
  team: string | null;
  keys: InboxKey[];
  /** ISO: when my time runs out, while the key is open. */
  dueAt: string | null;
  /** My business minutes until then (negative: over), and all that there were. */
  remaining: { minutes: number; of: number } | null;
};

type Stored = Omit<InboxRow, "dueAt" | "remaining" | "statusSince" | "value"> & {
  dueAt: Date | null; submittedAt: Date | null; statusSince: Date; valueMinor: bigint | null; currency: string;
};

const PAGE = 25;

/**
 * What waits for this person's key, by remaining time, and what became of the rest (P1.7). One statement for the rows and,
 * where time is shown, one for the calendar, whatever the number of handovers. Only keys that the person holds: always within scope.
 */
export async function listInbox(ctx: Ctx, { view, after }: { view: InboxView; after?: string }): Promise<Page<InboxRow>> {
  const me = personOf(ctx.actor);
  if (me === null) return { rows: [], next: null };
  const cursor = cursorOf(after);
  const [stored, calendars] = await Promise.all([
    db(ctx).$queryRaw<Stored[]>`
      SELECT h.id, picked."keyId", h.number, h.status, h."statusSince", h."submittedAt", h."briefVersion", h.rounds,
        h."requiredPercent", h."qualityPercent", h.complexity, k.role, k."dueAt", d.name AS deal, CASE WHEN h."pmId" = ${me}::uuid THEN d."valueMinor" END AS "valueMinor", d.currency,
        c.name AS client, o.name AS "contactOwner", p.name AS pm, t.name AS team,
        coalesce((SELECT json_agg(n.name ORDER BY n.name) FROM "HandoverTeam" ht JOIN "Team" n ON n.id = ht."teamId"
          WHERE ht."handoverId" = h.id), '[]') AS teams,
        (SELECT json_agg(json_build_object('role', ok.role, 'team', ot.name, 'holder', u.name,
            'isMine', ok."holderId" = ${me}::uuid, 'state', ok.state) ORDER BY ok.id)
          FROM "HandoverKey" ok JOIN "User" u ON u.id = ok."holderId" LEFT JOIN "Team" ot ON ot.id = ok."teamId"
          WHERE ok."handoverId" = h.id) AS keys
      FROM (${view === "to-review" ? openKeys(me, cursor) : myHandovers(me, view, cursor)}) picked
      JOIN "HandoverKey" k ON k.id = picked."keyId"
      JOIN "Handover" h ON h.id = k."handoverId"
      JOIN "Deal" d ON d.id = h."dealId"
      JOIN "Client" c ON c.id = d."clientId"
      JOIN "User" o ON o.id = h."contactOwnerId"
      LEFT JOIN "User" p ON p.id = h."pmId"
      LEFT JOIN "Team" t ON t.id = k."teamId"
      ORDER BY ${view === "to-review" ? Prisma.sql`coalesce(k."dueAt", 'infinity'), k.id` : Prisma.sql`h."statusSince" DESC, h.id DESC`}`,
    view === "to-review" ? calendarsOf(db(ctx), [me]) : null,
  ]);
  const calendar = calendars?.get(me);
  const page = pageOf(stored, (row) =>
    view === "to-review"
      ? { key: row.dueAt?.toISOString() ?? "infinity", id: row.keyId }
      : { key: row.statusSince.toISOString(), id: row.id }, PAGE);
  return {
    next: page.next,
    rows: page.rows.map(({ dueAt, submittedAt, statusSince, valueMinor, currency, ...row }) => ({
      ...row,
      statusSince: statusSince.toISOString(),
      value: valueMinor === null ? null : { minor: Number(valueMinor), currency },
      dueAt: view === "to-review" ? (dueAt?.toISOString() ?? null) : null,
      remaining: view === "to-review" && calendar && dueAt && submittedAt
        ? { minutes: businessMinutesBetween(calendar, ctx.now, dueAt), of: businessMinutesBetween(calendar, submittedAt, dueAt) }
        : null,
    })),
  };
}

/** What waits first for this person; null when nothing does. */
export async function nextOpenKey(ctx: Ctx): Promise<{ id: string; keyId: string } | null> {
  const me = personOf(ctx.actor);
  if (me === null) return null;
  const [next] = await db(ctx).$queryRaw<{ id: string; keyId: string }[]>`
    SELECT h.id, k.id AS "keyId" FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
    WHERE k."holderId" = ${me}::uuid AND k.state = 'OPEN' AND h.status = 'SUBMITTED'
    ORDER BY coalesce(k."dueAt", 'infinity'), k.id LIMIT 1`;
  return next ?? null;
}

type After = { key: string; id: string } | null;

/** Only what can be compared with a time: anybody can write an address. */
function cursorOf(after: string | undefined): After {
  const cursor = readCursor(after);
  return cursor && (cursor.key === "infinity" || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cursor.key)) ? cursor : null;
}

const openKeys = (me: string, after: After) => Prisma.sql`
  SELECT k.id AS "keyId" FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
  WHERE k."holderId" = ${me}::uuid AND k.state = 'OPEN' AND h.status = 'SUBMITTED'
    ${after ? Prisma.sql`AND (coalesce(k."dueAt", 'infinity'), k.id) > (${after.key}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
  ORDER BY coalesce(k."dueAt", 'infinity'), k.id LIMIT ${PAGE + 1}`;

/** Waiting: with the seller, or accepted by me while others still decide. */
const WHICH = {
  waiting: Prisma.sql`(h.status = 'RETURNED' OR (h.status = 'SUBMITTED' AND NOT EXISTS (
    SELECT FROM "HandoverKey" mine WHERE mine."handoverId" = h.id AND mine."holderId" = k."holderId" AND mine.state = 'OPEN')))`,
  accepted: Prisma.sql`h.status IN ('ACCEPTED', 'IN_DELIVERY')`,
  done: Prisma.sql`h.status IN ('CLOSED', 'WITHDRAWN')`,
};

const myHandovers = (me: string, view: Exclude<InboxView, "to-review">, after: After) => Prisma.sql`
  SELECT one."keyId" FROM (
    SELECT DISTINCT ON (h.id) k.id AS "keyId", h.id, h."statusSince"
    FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
    WHERE k."holderId" = ${me}::uuid AND ${WHICH[view]}
      ${after ? Prisma.sql`AND (h."statusSince", h.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY h.id, k.role, k.id
  ) one ORDER BY one."statusSince" DESC, one.id DESC LIMIT ${PAGE + 1}`;
