// The bench: `npm run bench` builds and starts the portal on a database of its own, then runs this against it. Every
// figure stands beside a floor that was measured in the same run. `--quick` is for trying the bench itself.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tmpdir } from "node:os";
import pg from "pg";
import { sessionToken } from "@/lib/auth/session";
import { SESSION_COOKIE } from "@/lib/auth/cookie";
import { firstLoadScript, openBrowser, recordAcceptance, rowsShown } from "./browser";
import { captureAcceptance } from "./capture";
import { measureGrowth } from "./growth";
import { alternate, readFor, type Round, sendAll } from "./load";
import { type Line, report } from "./report";
import { grow, keysToTurn, seed } from "./seed";
import { buildBare, peakMemory, startBare } from "./servers";
import { timeStarts } from "./starts";

const { PUBLIC_URL = "", OWNER_DATABASE_URL = "" } = process.env;
const isQuick = process.argv.includes("--quick");
const ROUNDS = isQuick ? 1 : 3;
/** More than for a page alone: each side stands idle between its turns, and the two organisations differ by less than runs do. */
const GROWTH_ROUNDS = isQuick ? 1 : 5;
const SECONDS = isQuick ? 2 : 5;
const BATCH = isQuick ? 60 : 160;

async function main(): Promise<void> {
  const owner = new pg.Client({ connectionString: OWNER_DATABASE_URL });
  await owner.connect();
  console.log("Filling the database with 10,000 handovers.");
  const seeded = await seed(owner, OWNER_DATABASE_URL, 10_000);
  const { inboxPm, acceptingPm, manager, review } = seeded;
  const taken = (count: number) => keys.splice(0, count);
  const cookieOf = async (userId: string) => `${SESSION_COOKIE}=${await sessionToken({ userId, epoch: 0, sample: false })}`;
  const [asPm, asAccepting, asManager] = [await cookieOf(inboxPm), await cookieOf(acceptingPm), await cookieOf(manager)];

  const browser = await openBrowser();
  const contextOf = async (cookie: string) => {
    const context = await browser.newContext();
    const [name = "", ...value] = cookie.split("=");
    await context.addCookies([{ name, value: value.join("="), url: PUBLIC_URL }]);
    return context;
  };
  const [pm, accepting, managing] = [await contextOf(asPm), await contextOf(asAccepting), await contextOf(asManager)];
  const reviewPath = `/handovers/${review}/review`;
  const statements = path.join(tmpdir(), `portal-bench-${process.pid}.json`);
  writeFileSync(statements, "[]");
  const floorEnv = { BENCH_INBOX_PM: inboxPm, BENCH_REVIEW: review, BENCH_STATEMENTS: statements };
  const measure = async ([what, at, bareAt, cookie]: readonly [string, string, string, string], floorUrl: string) => {
    console.log(`${what}.`);
    const ours = () => readFor(PUBLIC_URL + at, { seconds: SECONDS, headers: { cookie } });
    const floor = () => readFor(floorUrl + bareAt, { seconds: SECONDS });
    await readFor(PUBLIC_URL + at, { seconds: 2, headers: { cookie } }); // warm, both
    await readFor(floorUrl + bareAt, { seconds: 2 });
    return alternate(ROUNDS, ours, floor);
  };
  const READS = [["Inbox, 25 rows", "/inbox", "/inbox", asPm], ["Review of one brief", reviewPath, "/review", asPm]] as const;
  const keys = await keysToTurn(owner, acceptingPm);
  const pipelineRows = await rowsShown(managing, `${PUBLIC_URL}/reports/pipeline`);

  const [one] = taken(1);
  writeFileSync(statements, JSON.stringify(one ? await captureAcceptance(acceptingPm, one) : []));
  buildBare();
  const bare = await startBare({ ...floorEnv, BENCH_PIPELINE_ROWS: String(pipelineRows) });

  const lines: Line[] = [];
  const compare = (what: string, [ours, floor]: [Round, Round], target?: number) => lines.push({ what, ours, floor, ...(target !== undefined && { target }) });
  const [inbox, reviewed] = READS;
  compare(inbox[0], await measure(inbox, bare.url), 0.55);
  compare(reviewed[0], await measure(reviewed, bare.url));
  const pipeline = [`Pipeline, ${pipelineRows} rows`, "/reports/pipeline", "/pipeline", asManager] as const;
  compare(pipeline[0], await measure(pipeline, bare.url));

  console.log("Acceptances.");
  const [tried] = taken(1);
  if (!tried) throw new Error("There is nothing to accept.");
  const page = await accepting.newPage();
  const call = await recordAcceptance(page, `${PUBLIC_URL}/handovers/${tried.id}/review`);
  await page.close();
  const action = ({ id, keyId }: { id: string; keyId: string }) => ({
    path: `/handovers/${id}/review`,
    headers: { ...call.headers, cookie: asAccepting, origin: PUBLIC_URL },
    body: call.body.replaceAll(tried.id, id).replaceAll(tried.keyId, keyId),
  });
  const accept = () => sendAll(PUBLIC_URL, taken(BATCH).map(action), { isGood: (body) => body.includes('"ok":true') });
  const acceptAndRender = () => sendAll(PUBLIC_URL, taken(BATCH).map(action), {
    isGood: (body) => body.includes('"ok":true'), then: { path: "/inbox", method: "GET", headers: { cookie: asAccepting, rsc: "1" } },
  });
  const bareAccept = () => sendAll(bare.url, taken(BATCH).map((key) => ({ path: "/accept", headers: { "content-type": "application/json" }, body: JSON.stringify(key) })), {
    isGood: (body) => body.includes('"ok":true'),
  });
  await sendAll(PUBLIC_URL, taken(60).map(action), { isGood: () => true });
  await sendAll(bare.url, taken(60).map((key) => ({ path: "/accept", headers: { "content-type": "application/json" }, body: JSON.stringify(key) })), { isGood: () => true });
  compare("Acceptances, answer only", await alternate(ROUNDS, accept, bareAccept), 0.4);
  compare("Acceptances, and the inbox rendered again", await alternate(ROUNDS, acceptAndRender, bareAccept));

  console.log("JavaScript of the first load.");
  const plain = await browser.newContext();
  const floorScript = await firstLoadScript(plain, `${bare.url}/inbox`);
  const scripts: [string, number][] = [];
  for (const [what, context, at] of [["Inbox", pm, "/inbox"], ["Review", pm, reviewPath], ["Pipeline", managing, "/reports/pipeline"]] as const)
    scripts.push([what, await firstLoadScript(context, PUBLIC_URL + at)]);
  const seller = await contextOf(await cookieOf(await sellerOfADraft()));
  const draft = await draftPath();
  if (draft) scripts.push(["Brief, one section", await firstLoadScript(seller, PUBLIC_URL + draft)]);
  const memory = peakMemory(PUBLIC_URL);
  await browser.close();
  console.log("100,000 handovers. This takes some minutes.");
  await grow(owner, { from: 10_000, to: 100_000, inboxPm, acceptingPm });
  await owner.end();
  const growth = await measureGrowth({ url: PUBLIC_URL, floor: bare.url, seeded }, { rounds: GROWTH_ROUNDS, seconds: SECONDS, cookieOf });
  bare.stop();

  console.log("Starts.");
  const starts = isQuick ? null : await timeStarts();
  const text = report({ lines, growth, floorScript, scripts, memory, starts, conditions: { rounds: ROUNDS, growthRounds: GROWTH_ROUNDS, seconds: SECONDS, batch: BATCH, isQuick } });
  console.log(text);
  if (!isQuick) {
    const folder = path.resolve(import.meta.dirname, "../../docs/evidence");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "bench.md"), text);
  }
}

/** The sample's own draft, whose sections are the ones that a seller fills. */
async function draftRow(): Promise<{ id: string; seller: string } | undefined> {
  const owner = new pg.Client({ connectionString: OWNER_DATABASE_URL });
  await owner.connect();
  const { rows } = await owner.query<{ id: string; seller: string }>(
    `SELECT h.id, h."contactOwnerId" AS seller FROM "Handover" h WHERE h.status = 'DRAFT' AND EXISTS (SELECT FROM "BriefAnswer" a WHERE a."handoverId" = h.id) LIMIT 1`);
  await owner.end();
  return rows[0];
}
const sellerOfADraft = async () => (await draftRow())?.seller ?? "";
const draftPath = async () => {
  const draft = await draftRow();
  return draft && `/handovers/${draft.id}/brief/purpose`;
};

main().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1); });
