import type pg from "pg";
import { seedSample } from "@/lib/sample/seed";

/** Who is used: a PM with 60 keys to turn, a PM whose thousands of keys are turned one by one, and a manager. */
export type Seeded = { inboxPm: string; acceptingPm: string; manager: string; review: string; keys: { id: string; keyId: string }[] };

const TOTAL = 10_000;
const INBOX_KEYS = 60;
/** The rest of the 10,000, in a mix that a busy agency has after some years. */
const OTHERS = [
  ["DRAFT", 700], ["RETURNED", 300], ["ACCEPTED", 800], ["IN_DELIVERY", 1_500], ["CLOSED", 2_400], ["WITHDRAWN", 240],
] as const;

/**
 * The sample organisation, and 10,000 more handovers as copies of one that is really submitted: clients, deals, teams,
 * keys and intervals for all, the brief and its frozen version for those that are reviewed.
 */
export async function seed(owner: pg.Client, ownerUrl: string): Promise<Seeded> {
  await seedSample(ownerUrl);
  const person = async (name: string) =>
    (await owner.query<{ id: string }>(`SELECT id FROM "User" WHERE name LIKE $1 || '%'`, [name])).rows[0]?.id ?? "";
  const [inboxPm, acceptingPm, manager] = [await person("Rui"), await person("Hannah"), await person("Katar")];
  const { rows: [source] } = await owner.query<{ id: string; dealId: string; clientId: string }>(
    `SELECT h.id, h."dealId", d."clientId" FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId"
     WHERE h.status = 'SUBMITTED' AND (SELECT count(*) FROM "HandoverKey" k WHERE k."handoverId" = h.id) = 1 LIMIT 1`);
  if (!source) throw new Error("The sample holds no submitted handover with one key.");

  await owner.query("SET session_replication_role = replica"); // the copies were never moved, so no trigger has a say
  const copies = TOTAL - OTHERS.reduce((sum, [, count]) => sum + count, 0);
  await copy(owner, source, { status: "SUBMITTED", count: INBOX_KEYS, pm: inboxPm });
  await copy(owner, source, { status: "SUBMITTED", count: copies - INBOX_KEYS, pm: acceptingPm });
  for (const [status, count] of OTHERS) await copy(owner, source, { status, count, pm: inboxPm });
  await owner.query("SET session_replication_role = origin");
  await owner.query("ANALYZE");

  const { rows: keys } = await owner.query<{ id: string; keyId: string }>(
    `SELECT h.id, k.id AS "keyId" FROM "Handover" h JOIN "HandoverKey" k ON k."handoverId" = h.id
     WHERE h.status = 'SUBMITTED' AND k."holderId" = $1 AND h.id <> $2 ORDER BY h.id`, [acceptingPm, source.id]);
  const { rows: [first] } = await owner.query<{ id: string }>(
    `SELECT h.id FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId"
     WHERE k."holderId" = $1 AND k.state = 'OPEN' AND h.status = 'SUBMITTED' ORDER BY k."dueAt", k.id LIMIT 1`, [inboxPm]);
  return { inboxPm, acceptingPm, manager, review: first?.id ?? "", keys };
}

type Source = { id: string; dealId: string; clientId: string };

async function copy(owner: pg.Client, source: Source, { status, count, pm }: { status: string; count: number; pm: string }): Promise<void> {
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
    id: "f.handover", dealId: "f.deal", status: `'${status}'`, pmId: `'${pm}'`, statusSince: "f.since", submittedAt: "f.since", headSeq: "0", headHash: "''",
    accountableId: isAfter ? `'${pm}'` : `s."contactOwnerId"`, ...(isAfter && { acceptedAt: "f.since", decidedAt: "f.since" }),
    firstSubmitAt: status === "DRAFT" ? "NULL" : "f.since - interval '1 day'",
  });
  await like("HandoverTeam", `"handoverId" = '${source.id}'`, { handoverId: "f.handover" });
  await like("HandoverKey", `"handoverId" = '${source.id}'`, {
    id: "gen_random_uuid()", handoverId: "f.handover", holderId: `'${pm}'`, dueAt: "f.since + interval '2 days'", handoverStatus: `'${status}'`, statusSince: "f.since",
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
