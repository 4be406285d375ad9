import type { Browser } from "@playwright/test";
import pg from "pg";
import { BrowserWorld, openProfiles, type Stage } from "@/tests/support/sync/browser-world";
import { type Chosen, chooseInterleavings, REPLAYED } from "@/tests/support/sync/chosen";
import { said } from "@/tests/support/sync/commands";
import { expect, test } from "./fixtures";
import { be, freshHandover } from "./handover";

// Interleavings of the model of sync.test.ts, in two real browsers against the portal: the same commands, the same account of
// who typed and saw what, the same questions. What is seen is the form, the device's storage, and what the database holds.
test.describe.configure({ mode: "parallel" });

const PEOPLE = ["sam", "sue", "zoe"];

/** A brief that three people write, their sessions, and two browsers' profiles. */
async function setStage(browser: Browser, baseUrl: string): Promise<Stage & { close: () => Promise<void> }> {
  const { id, seller } = await freshHandover(11, "draft");
  const database = new pg.Client({ connectionString: `${process.env.E2E_OWNER_DATABASE_URL ?? ""}_sample` });
  await database.connect();
  const profiles = await openProfiles(browser, baseUrl);
  const names = [seller, ...["Zoë van Dijk", "Tomás Figueiredo", "Jonas Weidner"].filter((name) => name !== seller)];
  const people: [string, Stage["people"] extends ReadonlyMap<string, infer P> ? P : never][] = [];
  const tab = await profiles[0].context.newPage();
  for (const [index, who] of PEOPLE.entries()) {
    const { rows } = await database.query<{ id: string }>(
      `WITH "invited" AS (INSERT INTO "DealCollaborator" ("dealId", "userId") SELECT "dealId", u.id FROM "Handover" h, "User" u WHERE h.id = $1 AND u.name = $2 ON CONFLICT DO NOTHING)
       SELECT id FROM "User" WHERE name = $2`, [id, names[index]]);
    await be(tab, names[index] ?? "");
    people.push([who, { id: rows[0]?.id ?? "", cookies: await tab.context().cookies() }]);
  }
  await tab.close();
  const close = async () => {
    for (const { context } of profiles) await context.close();
    await database.end();
  };
  return { baseUrl, handoverId: id, database, people: new Map(people), profiles, close };
}

/** Plays one to its end; what goes wrong is told with all that led there. */
async function replay(stage: Stage, { owners, commands }: Chosen): Promise<void> {
  const world = new BrowserWorld(stage, owners);
  await world.begin();
  const done: string[] = [];
  try {
    for (const command of commands) {
      done.push(said(command));
      await world.play(command);
      expect(await world.findings(() => world.problems())).toEqual([]);
    }
    done.push("everybody is back, and chooses");
    await world.playToTheEnd();
    expect(await world.findings(() => world.left())).toEqual([]);
  } catch (error) {
    throw new Error(`${String(error)}\nin an interleaving of ${owners.join(" and ")}:\n${done.join("\n")}`, { cause: error });
  } finally {
    await world.close();
  }
}

for (const [half, whose] of ["two people", "one person on two devices"].entries()) {
  test(`P1.3 ten interleavings of ${whose} in a real browser lose nothing, write over nothing unseen, and end settled`, async ({ browser, quietly }, { project }) => {
    quietly(/40[13]|503|ERR_/); // what the interleavings do to network and sessions
    test.setTimeout(300_000);
    const stage = await setStage(browser, project.use.baseURL ?? "");
    try {
      for (const [index, chosen] of chooseInterleavings(REPLAYED.count, REPLAYED).entries())
        if (index % 2 === half) await test.step(`interleaving ${String(index)} of seed ${String(REPLAYED.seed)}`, () => replay(stage, chosen));
    } finally {
      await stage.close();
    }
  });
}
