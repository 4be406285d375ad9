import type { Browser, Page } from "@playwright/test";
import { be, toast } from "./handover";
import { expect, test } from "./fixtures";

/** The sample's deal whose client has still to choose. */
const DEAL = "New website with appointment booking";
const [REPAIR, REBUILD] = ["Repair the present site", "Rebuild it around booking"];

async function optionsOf(page: Page): Promise<string> {
  await be(page, "Jonas Weidner");
  await page.goto(`/deals?search=${encodeURIComponent(DEAL)}`);
  await page.getByRole("row").getByRole("link", { name: DEAL }).click();
  await page.getByRole("link", { name: "Options", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Presented versions" })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function makeLink(page: Page, name: string): Promise<string> {
  await page.getByLabel("For whom").selectOption({ label: name });
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByText("The link is ready")).toBeVisible();
  return (await page.getByTitle("Copy the link").locator("span").first().textContent()) ?? "";
}

/** The client's own browser: it has never been signed in. */
async function theirs(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test("P7.5: the client reads the options by a link, chooses in two steps without a login or JavaScript, and a revoked link says so", async ({ page, browser, baseURL, expectAccessible, quietly }) => {
  quietly(/404/); // what a link that no longer works answers
  const path = await optionsOf(page);
  await expectAccessible(page);
  const url = await makeLink(page, "Friederike Osterholt");

  const client = await theirs(browser, { baseURL });
  const opened = await client.goto(url);
  expect(opened?.headers()).toMatchObject({ "x-robots-tag": expect.stringContaining("noindex"), "referrer-policy": "same-origin", "cache-control": expect.stringContaining("no-store") });
  expect(opened?.headers()["set-cookie"]).toBeUndefined();
  await expect(client.getByRole("heading", { level: 1, name: "Two ways to do it" })).toBeVisible();
  for (const internal of ["Grace Nakamura", "forms plugin is the one without", "D-", "Traction", "complexity"]) await expect(client.getByText(internal)).toHaveCount(0);
  await expectAccessible(client);
  await client.setViewportSize({ width: 320, height: 740 });
  expect(await isWithin(client)).toBe(true);
  await expectAccessible(client, ["light"]);

  await client.getByRole("link", { name: new RegExp(`Choose this (option|instead) ?: ${REPAIR}`) }).press("Enter");
  await expect(client.getByRole("heading", { level: 1, name: REPAIR })).toBeVisible();
  await expect(client.getByLabel("Your name")).toHaveValue("Friederike Osterholt");
  await expectAccessible(client);
  expect(await isWithin(client)).toBe(true);
  await client.getByLabel("Why this one?").fill("<b>Before Christmas</b> it has to work.");
  await client.getByRole("button", { name: `Confirm: ${REPAIR}` }).click();
  await expect(client.getByText("Thank you: your choice is recorded")).toBeVisible();
  expect(await client.context().cookies()).toEqual([]);
  await expectAccessible(client);

  // another browser, without JavaScript, changes its mind
  const plain = await theirs(browser, { baseURL, javaScriptEnabled: false, viewport: { width: 320, height: 740 } });
  await plain.goto(url);
  await plain.getByRole("link", { name: new RegExp(`Choose this instead ?: ${REBUILD}`) }).click();
  await expect(plain.getByText(`“${REPAIR}” is chosen at the moment.`)).toBeVisible();
  const late = await plain.context().newPage(); // the same page in a second tab, sent after the choice has changed
  await late.goto(plain.url());
  await plain.getByLabel("Why this one?").fill("The board wants it new.");
  await plain.getByRole("button", { name: `Confirm: ${REBUILD}` }).click();
  await expect(plain.getByText("Thank you: your choice is recorded")).toBeVisible();
  await late.getByLabel("Why this one?").fill("It is what the board asked for.");
  await late.getByRole("button", { name: `Confirm: ${REBUILD}` }).click();
  await expect(late.getByText(/Look again before you choose\./)).toBeVisible();
  await expect(late.getByLabel("Why this one?")).toHaveValue("It is what the board asked for.");

  // the first browser still shows the old choice: it is told, and nothing is overwritten
  await client.goBack();
  await client.getByLabel("Why this one?").fill("Mine.");
  await client.getByRole("button", { name: `Confirm: ${REPAIR}` }).click();
  await expect(client.getByText(/chose “Rebuild it around booking” on .* Look again before you choose\./)).toBeVisible();

  await page.goto(path);
  await expect(page.getByText(/Chosen by Friederike Osterholt/)).toBeVisible();
  await page.getByText("Earlier choice").click();
  await expect(page.getByText("<b>Before Christmas</b> it has to work.")).toBeVisible();
  await page.getByRole("row").filter({ hasText: "Friederike Osterholt" }).getByRole("button", { name: "Revoke" }).first().click();
  await expect(toast(page, "The link does not work any more")).toBeVisible();

  await client.getByRole("button", { name: `Confirm: ${REPAIR}` }).click();
  await expect(client.getByText("This link no longer works.", { exact: false })).toBeVisible();
  for (const one of [client, plain]) {
    expect((await one.goto(url))?.status()).toBe(404);
    await expect(one.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
  }
  await expectAccessible(client);
  await client.context().close();
  await plain.context().close();
});

test("P7.5: one version fills the screen while it is presented, prints, and comes as a PDF", async ({ page, expectAccessible }) => {
  const path = await optionsOf(page);
  await page.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two ways to do it" })).toBeVisible();
  await expectAccessible(page);
  const pdf = await page.request.get(`${path}/versions/1/pdf`);
  expect([pdf.status(), pdf.headers()["content-type"], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await isWithin(page)).toBe(true);
});
