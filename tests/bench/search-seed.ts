import type pg from "pg";
import type { UserActor } from "@/lib/auth/ctx";
import type { Membership } from "@/lib/auth/roles";

export type Filled = {
  people: { called: string; actor: UserActor }[];
  terms: { called: string; words: string[]; briefs: number; isSelective: boolean }[];
  /** The members of the sales teams that somebody manages. */
  ownersOf: (actor: UserActor) => string[];
};

const WORDS = 200_000;
const [SELLERS, PMS, LEADS, DELIVERY_TEAMS, SALES_TEAMS] = [400, 100, 60, 10, 10];

/** One word of the vocabulary by its rank, in SQL; the letters of a digest, so that no two begin alike. */
const wordOf = (rank: string) => `left(translate(md5((${rank})::text), '0123456789', 'ghijklmnop'), 9)`;
/** A rank drawn so that the n-th is n times rarer than the first. */
const DRAWN = `floor(exp(random() * ln(${WORDS})))::int`;
/** The n-th person of a kind. */
const id = (kind: number, n: string) => `('0000000${kind}-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** Clients, deals, handovers and their search documents, written past the triggers in the shape in which they write them. */
export async function fillSearch(owner: pg.Client, briefs: number): Promise<Filled> {
  await owner.query(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off; SELECT setseed(0.42)`);
  const hours = `'[[["09:00","17:00"]],[["09:00","17:00"]],[["09:00","17:00"]],[["09:00","17:00"]],[["09:00","17:00"]],[],[]]'`;
  const people = (kind: number, count: number, called: string) => owner.query(
    `INSERT INTO "User" (id, name, email, zone, "workingHours") SELECT ${id(kind, "n")}, '${called} ' || n, '${called.toLowerCase()}.' || n || '@agency.example', 'Europe/Berlin', ${hours} FROM generate_series(1, ${count}) n`);
  await people(1, SELLERS, "Seller");
  await people(2, PMS, "Project");
  await people(3, LEADS, "Leader");
  await people(4, 2, "Manager");
  await owner.query(`INSERT INTO "Team" (id, slug, name, kind) SELECT ${id(5, "n")}, 'delivery-' || n, 'Delivery ' || n, 'DELIVERY' FROM generate_series(1, ${DELIVERY_TEAMS}) n`);
  await owner.query(`INSERT INTO "Team" (id, slug, name, kind) SELECT ${id(6, "n")}, 'sales-' || n, 'Sales ' || n, 'SALES' FROM generate_series(1, ${SALES_TEAMS}) n`);
  await owner.query(`INSERT INTO "Membership" SELECT ${id(1, "n")}, ${id(6, `n % ${SALES_TEAMS} + 1`)}, 'SALES' FROM generate_series(1, ${SELLERS}) n`);
  const clients = Math.ceil(briefs / 5);
  await owner.query(`INSERT INTO "Client" (id, name) SELECT ${id(7, "n")}, initcap(${wordOf(`${WORDS} + n`)}) || ' ' || initcap(${wordOf(DRAWN)}) FROM generate_series(1, ${clients}) n`);
  await owner.query(`INSERT INTO "Contact" (id, "clientId", name) SELECT gen_random_uuid(), ${id(7, "n / 2 + 1")}, initcap(${wordOf(`random() * 5000`)}) || ' ' || initcap(${wordOf(`random() * 60000`)}) FROM generate_series(1, ${clients * 2 - 2}) n`);

  const seller = id(1, `n % ${SELLERS} + 1`);
  const pm = id(2, `n / 7 % ${PMS} + 1`);
  const team = id(5, `n / 3 % ${DELIVERY_TEAMS} + 1`);
  const lead = `CASE WHEN n % 5 < 2 THEN ${id(3, `n / 11 % ${LEADS} + 1`)} END`;
  await owner.query(`INSERT INTO "Deal" (id, number, "clientId", name, stage, currency, "contactOwnerId", "ownerId")
    SELECT ${id(8, "n")}, n, ${id(7, `n % ${clients} + 1`)}, initcap(${wordOf(DRAWN)}) || ' ' || ${wordOf(DRAWN)}, 'WON', 'EUR', ${seller}, ${seller} FROM generate_series(1, ${briefs}) n`);
  await owner.query(`INSERT INTO "Handover" (id, number, "dealId", status, "briefVersion", "contactOwnerId", "dealOwnerId", "pmId", "accountableId", "firstSubmitAt")
    SELECT ${id(9, "n")}, n, ${id(8, "n")}, 'CLOSED', 1, ${seller}, ${seller}, ${pm}, ${pm}, now() FROM generate_series(1, ${briefs}) n`);
  await owner.query(`INSERT INTO "HandoverTeam" SELECT ${id(9, "n")}, ${team}, ${lead}, NULL FROM generate_series(1, ${briefs}) n`);
  await owner.query(`DROP INDEX "BriefSearch_readers_document_idx"`);
  console.log("  their documents");
  await owner.query(`INSERT INTO "BriefSearch" ("handoverId", source, number, readers, document, texts)
    SELECT ${id(9, "n")}, 'FROZEN', n,
      array_remove(ARRAY['w' || ${seller}, 'o' || ${seller}, 'p' || ${pm}, 't' || ${team}, 'l' || (${lead})::text], NULL),
      array_to_tsvector(ARRAY(SELECT substr('aaaaaaiict', (random() * 9)::int + 1, 1) || ${wordOf(DRAWN)} FROM generate_series(1, 60 + n * 0))
        || ARRAY['@' || ${id(7, `n % ${clients} + 1`)}, '@' || ${seller}, '@' || ${pm}]),
      jsonb_build_array(jsonb_build_array('all', 'scope.inScope', 'In scope', ${wordOf(DRAWN)} || ' ' || ${wordOf(DRAWN)} || ' ' || ${wordOf(DRAWN)}))
    FROM generate_series(1, ${briefs}) n`);
  console.log("  their index");
  await owner.query(`CREATE INDEX "BriefSearch_readers_document_idx" ON "BriefSearch" USING GIN (readers, document)`);
  await owner.query(`ALTER INDEX "BriefSearch_readers_document_idx" SET (gin_pending_list_limit = 256)`);
  await owner.query("SET session_replication_role = origin");
  await owner.query("VACUUM ANALYZE");
  return { people: actors(), terms: await chosen(owner), ownersOf: (actor) => (actor.memberships.some(({ kind }) => kind === "SALES") && actor.memberships.some(({ role }) => role === "MANAGER") ? ownersIn(1) : []) };
}

const text = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;
/** The sellers of one sales team. */
const ownersIn = (team: number) => Array.from({ length: SELLERS }, (_, index) => index + 1).filter((n) => (n % SALES_TEAMS) + 1 === team).map((n) => text(1, n));

function actors(): Filled["people"] {
  const actor = (userId: string, memberships: Membership[]): UserActor => ({ type: "user", id: userId, name: "", isAdmin: false, memberships });
  const delivery = (n: number, role: Membership["role"]): Membership => ({ teamId: text(5, n), kind: "DELIVERY", role });
  return [
    { called: "a PM (1 in 100 briefs)", actor: actor(text(2, 1), [delivery(1, "PM")]) },
    { called: "a team lead (1 in 150)", actor: actor(text(3, 1), [delivery(1, "TEAM_LEAD")]) },
    { called: "a seller (1 in 400)", actor: actor(text(1, 1), [{ teamId: text(6, 2), kind: "SALES", role: "SALES" }]) },
    { called: "a sales manager (1 in 10)", actor: actor(text(4, 1), [{ teamId: text(6, 1), kind: "SALES", role: "MANAGER" }]) },
    { called: "a delivery manager (half of all)", actor: actor(text(4, 2), [1, 2, 3, 4, 5].map((n) => delivery(n, "MANAGER"))) },
  ];
}

/** Words by how many briefs hold them. */
async function chosen(owner: pg.Client): Promise<Filled["terms"]> {
  const { rows: [drawn] } = await owner.query<Record<string, string>>(
    `SELECT ${[2, 20, 500, 550, 5_000, 5_100, 60_000, 60_001].map((rank) => `${wordOf(String(rank))} AS "${rank}"`).join(", ")}`);
  const word = (rank: number) => drawn?.[String(rank)] ?? "";
  const term = async (called: string, words: string[], isSelective: boolean) => {
    const all = words.map((one) => `(${["a", "i", "c", "t"].map((letter) => `'${letter}${one}':*`).join("|")})`).join("&");
    const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int FROM "BriefSearch" WHERE document @@ $1::tsquery`, [all]);
    return { called, words, isSelective, briefs: rows[0]?.count ?? 0 };
  };
  return [
    await term("a rare word", [word(60_000)], true),
    await term("a word that 1 in 1,000 briefs holds", [word(5_000)], true),
    await term("a word that 1 in 100 holds", [word(500)], true),
    await term("two of those", [word(500), word(550)], true),
    await term("a word that is nowhere", ["quittenbrotzeit"], true),
    await term("a frequent word", [word(20)], false),
    await term("the second most frequent word", [word(2)], false),
    await term("a frequent and a rare word", [word(2), word(60_001)], true),
  ];
}
