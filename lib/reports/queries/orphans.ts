import "server-only";
import type { Db } from "@/lib/platform/db";
import { dueOfWon } from "./clocks";
import { waitingDeals } from "./facts";
import type { Slice } from "./slice";

export type OrphanRow = {
  id: string; number: number; owner: string; since: Date; due: Date; minor: number; currency: string;
  client: string; dealName: string; ownerName: string; teams: string | null;
};

/** P1.11: won, not handed over, and past the clock; the longest late first. `orphans` of rules/pipeline.ts. */
export async function listOrphans(tx: Db, slice: Slice): Promise<OrphanRow[]> {
  const rows = await tx.$queryRaw<Omit<OrphanRow, "due">[]>`
    SELECT w.id, w.number, w.owner, w.since, w.minor::float8 AS minor, w.currency, c.name AS client, d.name AS "dealName", u.name AS "ownerName",
      (SELECT string_agg(t.name, ', ' ORDER BY t.name) FROM "DealTeam" x JOIN "Team" t ON t.id = x."teamId" WHERE x."dealId" = w.id) AS teams
    FROM (${waitingDeals(slice)}) w JOIN "Deal" d ON d.id = w.id JOIN "Client" c ON c.id = d."clientId" JOIN "User" u ON u.id = w.owner
    ORDER BY w.since, w.id`;
  const dueOf = await dueOfWon(tx, rows.map(({ owner }) => owner));
  return rows.map((row) => ({ ...row, due: dueOf(row.owner, row.since) })).filter(({ due }) => due <= slice.at)
    .sort((a, b) => a.due.getTime() - b.due.getTime() || (a.id < b.id ? -1 : 1));
}
