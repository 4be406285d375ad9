// The search at a million briefs: `npm run bench -- --search` starts a database of its own and runs this against it. The
// statements are those of the product, explained as the application's role. `--briefs 20000` is for trying the bench itself.
import { writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { type Ctx, mint, type UserActor } from "@/lib/auth/ctx";
import { briefsSql, searchBriefs } from "@/lib/search/queries/briefs";
import { frequentWords } from "@/lib/search/queries/frequencies";
import { prisma } from "@/lib/platform/db";
import type { Frequencies } from "@/lib/search/rules/question";
import { readingsOf } from "@/lib/search/rules/readers";
import { fillSearch, type Filled } from "./search-seed";

const { DATABASE_URL = "", OWNER_DATABASE_URL = "" } = process.env;
const given = process.argv.indexOf("--briefs");
const BRIEFS = given > 0 ? Number(process.argv[given + 1]) : 1_000_000;
const SHOWN = 20;
const RUNS = 5;
const TARGET = 50;

type Plan = { "Execution Time": number; "Planning Time": number; Plan: Node };
type Node = { "Node Type": string; "Index Name"?: string; "Actual Rows": number; Plans?: Node[] };

async function main(): Promise<void> {
  const owner = new pg.Client({ connectionString: OWNER_DATABASE_URL });
  await owner.connect();
  console.log(`Writing ${BRIEFS.toLocaleString("en-GB")} briefs.`);
  const filled = await fillSearch(owner, BRIEFS);
  const { rows: [size] } = await owner.query<{ table: string; index: string }>(
    `SELECT pg_size_pretty(pg_table_size('"BriefSearch"')) AS "table", pg_size_pretty(pg_relation_size('"BriefSearch_readers_document_idx"')) AS "index"`);
  await owner.end();

  const app = new pg.Client({ connectionString: DATABASE_URL });
  await app.connect();
  const frequencies = await frequentWords(prisma, new Date());
  const lines: string[] = [];
  let worst = 0;
  for (const person of filled.people)
    for (const term of filled.terms) {
      const { time, rows, how } = await explained(app, filled, person, { words: term.words, frequencies });
      if (term.isSelective) worst = Math.max(worst, time);
      lines.push(`| ${person.called} | ${term.called} | ${term.briefs.toLocaleString("en-GB")} | ${rows} | ${time.toFixed(1)} ms | ${how} |`);
      console.log(lines.at(-1));
    }
  const doors = await throughTheDoor(filled);
  await app.end();

  const text = [
    "# The search, measured", "",
    `Written by \`npm run bench -- --search\`: ${BRIEFS.toLocaleString("en-GB")} briefs of some sixty words each, drawn as words are in real texts (the`,
    "n-th most frequent word is n times rarer than the first, of 200,000), 200,000 clients with 400,000 people. The table is",
    `${size?.table} and its index ${size?.index}. Each line is EXPLAIN (ANALYZE) of the statement that the search sends, as the application's role,`,
    `the slowest of ${RUNS} runs after one that warms, planning included; a person whose relations read different fields sends two, and both are counted.`, "",
    "| who | looks for | briefs with it, in all | found (two pages are read) | in the database | how |", "| --- | --- | ---: | ---: | ---: | --- |", ...lines, "",
    `The slowest of the selective terms: **${worst.toFixed(1)} ms**; the target is under ${TARGET} ms.`, "",
    "The whole question through the code, with names, scope and passages, in one process:", "",
    "| who | looks for | found | median |", "| --- | --- | ---: | ---: |", ...doors, "",
  ].join("\n");
  console.log(text);
  if (BRIEFS >= 1_000_000) writeFileSync(path.resolve(import.meta.dirname, "../../docs/evidence/search.md"), text);
}

type Person = Filled["people"][number];

/** The slowest of several runs of all statements that this question sends. */
async function explained(app: pg.Client, { ownersOf }: Filled, person: Person, { words, frequencies }: { words: readonly string[]; frequencies: Frequencies }) {
  const statements = readingsOf(person.actor, ownersOf(person.actor)).map((reading) =>
    briefsSql({ ...reading, asked: words.map((word) => ({ word, ids: [] })), frequencies, after: null, limit: 2 * (SHOWN + 1) }));
  let slowest = { time: 0, rows: 0, how: "" };
  for (let run = 0; run <= RUNS; run++) {
    let [time, rows] = [0, 0];
    const how = new Set<string>();
    for (const { text, values } of statements) {
      const { rows: [explained] } = await app.query<{ "QUERY PLAN": Plan[] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      const [plan] = explained?.["QUERY PLAN"] ?? [];
      if (!plan) throw new Error("No plan.");
      time += plan["Execution Time"] + plan["Planning Time"];
      rows += plan.Plan["Actual Rows"];
      for (const name of indexesOf(plan.Plan)) how.add(name);
    }
    if (run > 0 && time > slowest.time) slowest = { time, rows, how: [...how].join(", ") };
  }
  return slowest;
}

/** How a plan finds its rows, in words. */
function indexesOf(node: Node): string[] {
  const name = node["Index Name"] ?? (node["Node Type"] === "Seq Scan" ? "every row" : undefined);
  const said = name === undefined ? [] : [name.includes("document") ? "words and readers" : name.includes("number") ? "newest first" : name];
  return [...said, ...(node.Plans ?? []).flatMap(indexesOf)];
}

async function throughTheDoor({ people, terms }: Filled): Promise<string[]> {
  const ctxOf = (actor: UserActor): Ctx => mint({ actor, now: new Date(), requestId: "bench" });
  const lines: string[] = [];
  for (const { called, actor } of people)
    for (const term of terms.filter(({ isSelective }) => isSelective)) {
      const times: number[] = [];
      let found = 0;
      for (let run = 0; run < RUNS; run++) {
        const start = performance.now();
        found = (await searchBriefs(ctxOf(actor), { q: term.words.join(" "), limit: SHOWN })).rows.length;
        times.push(performance.now() - start);
      }
      lines.push(`| ${called} | ${term.called} | ${found} | ${(times.sort((a, b) => a - b)[RUNS >> 1] ?? 0).toFixed(0)} ms |`);
    }
  return lines;
}

main().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1); });
