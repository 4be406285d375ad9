import type pg from "pg";
import { seedSample } from "@/lib/sample/seed";

/** Who is used: a PM with 60 keys to turn, a PM whose keys are turned one by one, and a manager. */
export type Seeded = { inboxPm: string; acceptingPm: string; manager: string; review: string };

const INBOX_KEYS = 60;
/** What a busy agency has after some years, of each 10,000; the rest waits for a review. */
const MIX = [
  ["DRAFT", 700], ["RETURNED", 300], ["ACCEPTED", 800], ["IN_DELIVERY", 1_500], ["CLOSED", 2_400], ["WITHDRAWN", 240],
] as const;
/** PMs who hold what lies beyond 10,000: an agency that large has more people, not people with more. */
const MORE_PMS = 200;

/**
 * The sample organisation, and so many more handovers as copies of one that is really submitted: clients, deals, teams,
 * keys and intervals for all, the brief and its frozen version for those that are reviewed.
 */
export async function seed(owner: pg.Client, ownerUrl: string, total: number): Promise<Seeded> {
  await seedSample(ownerUrl);
  const person = async (name: string) =>
    (await owner.query<{ id: string }>(`SELECT id FROM "User" WHERE name LIKE $1 || '%'`, [name])).rows[0]?.id ?? "";
  const [inboxPm, acceptingPm, manager] = [await person("Rui"), await person("Hannah"), await person("Katar")];
  const source = await sourceOf(owner);
  await untriggered(owner, () => copy(owner, source, { status: "SUBMITTED", count: INBOX_KEYS, pms: [inboxPm] }));
  await grow(owner, { from: INBOX_KEYS, to: total, inboxPm, acceptingPm });
  const { rows: [first] } = await owner.query<{ id: string }>(
    `SELECT h.id FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
     WHERE k."holderId" = $1 AND k.state = 'OPEN' AND h.status = 'SUBMITTED' ORDER BY k."dueAt", k.id LIMIT 1`, [inboxPm]);
  return { inboxPm, acceptingPm, manager, review: first?.id ?? "" };
}

/** More of the same mix. Up to 10,000 it belongs to the sample's PMs; beyond that to PMs of its own, and is mostly history. */
export async function grow(owner: pg.Client, { from, to, inboxPm, acceptingPm }: { from: number; to: number; inboxPm: string; acceptingPm: string }): Promise<void> {
  const source = await sourceOf(owner);
  const share = (count: number) => Math.round((count * (to - from)) / 10_000);
  const isLarge = to > 10_000;
  const pms = isLarge ? await morePms(owner, acceptingPm) : [inboxPm];
  const others = isLarge ? MIX.map(([status, count]) => [status, status === "CLOSED" ? count + 3_900 : count] as const) : MIX;
  const waiting = to - from - others.reduce((sum, [, count]) => sum + share(count), 0);
  await untriggered(owner, async () => {
    await copy(owner, source, { status: "SUBMITTED", count: waiting, pms: isLarge ? pms : [acceptingPm] });
    for (const [status, count] of others) await copy(owner, source, { status, count: share(count), pms });
  });
  await settle(owner);
}

/** What filling leaves to do later (cleaning, statistics, writing to the disk) is done now, and not while something is measured. */
async function settle(owner: pg.Client): Promise<void> {
  await owner.query("VACUUM ANALYZE");
  await owner.query("CHECKPOINT");
}

/** The keys that the accepting PM can turn one by one. */
export async function keysToTurn(owner: pg.Client, acceptingPm: string): Promise<{ id: string; keyId: string }[]> {
  const { id } = await sourceOf(owner);
  const { rows } = await owner.query<{ id: string; keyId: string }>(
    `SELECT h.id, k.id AS "keyId" FROM "Handover" h JOIN "HandoverKey" k ON k."handoverId" = h.id
     WHERE h.status = 'SUBMITTED' AND k."holderId" = $1 AND h.id <> $2 ORDER BY h.id`, [acceptingPm, id]);
  return rows;
}

/** The copies were never moved, so no trigger has a say. */
async function untriggered(owner: pg.Client, run: () => Promise<void>): Promise<void> {
  await owner.query("SET session_replication_role = replica");
  await run();
  await owner.query("SET session_replication_role = origin");
}

async function sourceOf(owner: pg.Client): Promise<Source> {
  const { rows: [source] } = await owner.query<Source>(
    `SELECT h.id, h."dealId", d."clientId" FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId"
     WHERE h.status = 'SUBMITTED' AND (SELECT count(*) FROM "HandoverKey" k WHERE k."handoverId" = h.id) = 1 ORDER BY h.number LIMIT 1`);
  if (!source) throw new Error("The sample holds no submitted handover with one key.");
  return source;
}

/** Copies of one PM, in the same teams. */
async function morePms(owner: pg.Client, like: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO "User" (id, name, email, zone, "workingHours")
     SELECT gen_random_uuid(), 'PM ' || n, 'pm' || n || '@many.example', u.zone, u."workingHours" FROM "User" u, generate_series(1, $2) n WHERE u.id = $1 RETURNING id`, [like, MORE_PMS]);
  const ids = rows.map(({ id }) => id);
  await owner.query(`INSERT INTO "Membership" ("userId", "teamId", role) SELECT p, m."teamId", m.role FROM "Membership" m, unnest($2::uuid[]) p WHERE m."userId" = $1`, [like, ids]);
  return ids;
}

type Source = { id: string; dealId: string; clientId: string };

async function copy(owner: pg.Client, source: Source, { status, count, pms }: { status: string; count: number; pms: readonly string[] }): Promise<void> {
  const pm = `(ARRAY['${pms.join("','")}']::uuid[])[1 + f.n % ${pms.length}]`;
  const isReviewed = status === "SUBMITTED"; // nothing waits for a review longer than two weeks
  await owner.query(`CREATE TEMP TABLE fresh AS SELECT n, gen_random_uuid() AS client, gen_random_uuid() AS deal, gen_random_uuid() AS handover,
    now() - (n % ${isReviewed ? 12 : 400}) * interval '1 day' AS since FROM generate_series(1, ${count}) n`);
  const like = async (table: string, id: string, changed: Record<string, string>) => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND NOT (column_name = ANY ($2))`,
      [table, ["number"]]);
    const names = rows.map(({ name }) => name);
    const values = names.map((name) => changed[name] ?? `s."${name}"`);
    await owner.query(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")})
      SELECT ${values.join(", ")} FROM fresh f CROSS JOIN "${table}" s WHERE s.${id}`);
  };
  const isAfter = ["ACCEPTED", "IN_DELIVERY", "CLOSED"].includes(status);
  await like("Client", `id = '${source.clientId}'`, { id: "f.client", name: `'Client ' || f.n || ' of ${status.toLowerCase()}'` });
  await like("Deal", `id = '${source.dealId}'`, {
    id: "f.deal", clientId: "f.client", name: `'Project ' || f.n`, valueMinor: "(100000 + f.n * 7919 % 9000000)", wonAt: "f.since - interval '2 days'",
    headSeq: "0", headHash: "''",
  });
  await like("DealTeam", `"dealId" = '${source.dealId}'`, { dealId: "f.deal" });
  await like("Handover", `id = '${source.id}'`, {
    id: "f.handover", dealId: "f.deal", status: `'${status}'`, pmId: pm, statusSince: "f.since", submittedAt: "f.since", headSeq: "0", headHash: "''",
    accountableId: isAfter ? pm : `s."contactOwnerId"`, ...(isAfter && { acceptedAt: "f.since", decidedAt: "f.since" }),
    firstSubmitAt: status === "DRAFT" ? "NULL" : "f.since - interval '1 day'",
  });
  await like("HandoverTeam", `"handoverId" = '${source.id}'`, { handoverId: "f.handover" });
  await like("HandoverKey", `"handoverId" = '${source.id}'`, {
    id: "gen_random_uuid()", handoverId: "f.handover", holderId: pm, dueAt: "f.since + interval '2 days'", handoverStatus: `'${status}'`, statusSince: "f.since",
    state: isAfter ? "'ACCEPTED'" : "'OPEN'",
  });
  if (isReviewed) {
    await like("BriefAnswer", `"handoverId" = '${source.id}'`, { handoverId: "f.handover" });
    await like("BriefVersion", `"handoverId" = '${source.id}'`, { handoverId: "f.handover" });
  }
  await owner.query(`INSERT INTO "Interval" (id, stream, kind, value, "from") SELECT gen_random_uuid(), f.handover, kind::"IntervalKind", value, f.since
    FROM fresh f JOIN "Handover" h ON h.id = f.handover
    CROSS JOIN LATERAL (VALUES ('STATUS', h.status::text), ('OWNER', h."contactOwnerId"::text), ('PM', h."pmId"::text)) AS kept (kind, value)`);
  await owner.query(`INSERT INTO "Interval" (id, stream, kind, value, "from") SELECT gen_random_uuid(), f.deal, kind::"IntervalKind", value, f.since
    FROM fresh f JOIN "Deal" d ON d.id = f.deal
    CROSS JOIN LATERAL (VALUES ('STAGE', d.stage::text), ('OWNER', d."contactOwnerId"::text), ('VALUE', d."valueMinor" || ' ' || d.currency)) AS kept (kind, value)`);
  await owner.query("DROP TABLE fresh");
}
