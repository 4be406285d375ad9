import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { startTemporaryCluster, type TemporaryCluster } from "@/scripts/cluster";
import { withClient } from "@/scripts/database";
import { fillSample, type Portal, startPortal } from "@/scripts/test-portal";
import { expect, test as base } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

const NAME = "restarted";
const LOG = resolve(import.meta.dirname, "../../test-results", `portal-${NAME}.log`);

type Own = { postgres: TemporaryCluster; portal: Portal };

/** A portal with web, worker and sample on a Postgres of its own, which only this file stops under it. */
const test = base.extend<object, { own: Own }>({
  own: [async ({}, provide) => {
    const postgres = await startTemporaryCluster();
    const portal = await startPortal(postgres, NAME);
    await fillSample(portal);
    await provide({ postgres, portal });
    await portal.stop();
    await postgres.stop();
  }, { scope: "worker", timeout: 240_000 }],
  baseURL: async ({ own }, provide) => provide(own.portal.url),
});

const goals = (page: Page) => page.getByLabel("Goals, in the client's words", { exact: true });
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible({ timeout: 45_000 });
const unsaved = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")));

/** How many connections of the sample's database listen for what is told live. */
const listening = ({ portal }: Own) => withClient(`${portal.ownerUrl}_sample`, async (client) =>
  (await client.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'portal live' AND datname = current_database()")).rowCount);

test("P1.3: Postgres stops and starts under open pages: nothing typed is lost, pages say so, and live updates, worker and sessions go on", async ({ page, context, browser, own, baseURL, quietly }) => {
  test.slow();
  quietly(/50[03]|React error #441/); // pages and saves that could not be answered meanwhile
  const draft = await freshHandover(11, "draft", own.portal.ownerUrl);
  const waiting = await freshHandover(11, "submitted", own.portal.ownerUrl);
  await be(page, draft.seller);
  await page.goto(`/handovers/${draft.id}/brief/purpose`);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
  const [watching, other] = [await context.newPage(), await context.newPage()];
  await watching.goto(`/handovers/${waiting.id}`);
  await expect.poll(() => listening(own)).toBe(1);
  await goals(page).fill("Typed before the database went");
  await saved(page);

  await own.postgres.halt();
  await goals(page).pressSequentially(", while it was away");
  await expect(page.getByText("Not saved, retrying")).toBeVisible();
  await other.goto("/deals");
  await expect(other.getByRole("heading", { name: "The portal cannot reach its database" })).toBeVisible();
  await expect(other.getByText("Nothing that was saved is lost.")).toBeVisible();
  expect((await page.request.get("/api/health/ready")).status()).toBe(503);
  await goals(page).pressSequentially(", and still");

  await own.postgres.resume();
  await goals(page).pressSequentially(", and as it came back");
  await saved(page);
  await expect.poll(() => unsaved(page)).toEqual([]);
  await expect(other.getByRole("heading", { name: "Deals", exact: true }), "the page came by itself").toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(goals(page)).toHaveValue("Typed before the database went, while it was away, and still, and as it came back");

  // the page that was open all the time hears of what happens now, and the worker tells of it
  await expect.poll(() => listening(own), { timeout: 30_000 }).toBe(1);
  const elsewhere = await (await browser.newContext({ baseURL })).newPage();
  await be(elsewhere, waiting.pm);
  await openLive(elsewhere, `/handovers/${waiting.id}/review`);
  await elsewhere.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(toast(elsewhere, "the PM is accountable now")).toBeVisible();
  await elsewhere.context().close();
  await expect(watching.locator("#main")).toContainText(`${waiting.pm} is accountable for the client from now on.`);
  await expect(async () => {
    await other.goto("/notifications");
    await expect(other.getByRole("listitem").filter({ hasText: waiting.deal }).filter({ hasText: "the handover is accepted" })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  expect(readFileSync(LOG, "utf8"), "no process ended, they waited").not.toMatch(/process ended/);
});
