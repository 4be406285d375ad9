import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be } from "./handover";


/** Figures of a past day stand still, whatever other tests do meanwhile. */
const YESTERDAY = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const MOST_LISTS = 6;

/** The rows of the list that is shown, counted by its own summary and by its rows. */
async function rowsOf(page: Page): Promise<number> {
  const said = Number((await page.getByRole("navigation", { name: "Pages" }).innerText()).match(/^(\d+) rows?/)?.[1]);
  expect(await page.locator("tbody tr").count()).toBe(Math.min(said, 50));
  return said;
}

test("R1: every number of the pipeline opens a list with as many rows", async ({ page }) => {
  await be(page, "Sofia Lindqvist");
  await page.goto(`/reports/pipeline?asOf=${YESTERDAY}`);
  await expect(page.getByRole("heading", { level: 1, name: "Pipeline" })).toBeVisible();
  const links = await page.getByRole("table", { name: "Handovers by state and age" }).locator("tbody td:not(:last-child):not(:nth-last-child(2)) a").evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute("href") ?? "", number: Number(link.textContent) })));
  expect(links.length).toBeGreaterThan(5);
  for (const { href, number } of links.slice(-MOST_LISTS)) {
    await page.goto(href);
    expect(await rowsOf(page), href).toBe(number);
  }
  await page.locator("tbody th a").first().click();
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}/);
});

test("R1: filters are the address: Back brings them back, and the list keeps them", async ({ page }) => {
  await be(page, "Sofia Lindqvist");
  await page.goto("/reports/pipeline");
  await page.getByRole("combobox", { name: "Contact owner" }).selectOption({ label: "Jonas Weidner" });
  await expect(page).toHaveURL(/owner=/);
  const filtered = page.getByRole("list", { name: "Filters in use" });
  await expect(filtered).toContainText("Jonas Weidner");
  await page.getByRole("table", { name: "Handovers by state and age" }).locator("tbody td a").first().click();
  await expect(page).toHaveURL(/\/list\?.*owner=/);
  await expect(filtered).toContainText("Jonas Weidner");
  for (const cell of await page.locator("tbody td[data-label='Contact owner']").all()) await expect(cell).toHaveText("Jonas Weidner");
  await page.goBack();
  await expect(page).toHaveURL(/pipeline\?.*owner=/);
  await expect(page.getByRole("combobox", { name: "Contact owner" })).toHaveValue(/.{36}/);
  await filtered.getByRole("link", { name: /Jonas Weidner/ }).click();
  await expect(page).not.toHaveURL(/owner=/);
});

test("R1: a past day shows what was then, and the chart's table shows its figures", async ({ page, expectAccessible }) => {
  await be(page, "Sofia Lindqvist");
  const before = new Date(Date.now() - 60 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await page.goto(`/reports/pipeline?asOf=${before}`);
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText("As of");
  await expect(page.getByText("Nothing was decided in this period.")).toBeVisible(); // before the sample's first day
  await page.goto("/reports/pipeline");
  await page.getByText("Show as table").click();
  await expect(page.getByRole("table", { name: "Time to decision" })).toBeVisible();
  await expectAccessible(page);
});

test("R1: the export is a file with the list's rows", async ({ page, expectAccessible }) => {
  await be(page, "Sofia Lindqvist");
  await page.goto(`/reports/pipeline/list?figure=handovers&state=SUBMITTED&asOf=${YESTERDAY}`);
  await expectAccessible(page);
  const rows = await rowsOf(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export as CSV" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^handovers-\d{4}-\d\d-\d\d\.csv$/);
  const text = await (await download.createReadStream()).toArray();
  const lines = Buffer.concat(text as Buffer[]).toString("utf8").trimEnd().split("\r\n");
  expect(lines[0]).toContain("Handover,Client,Deal,State");
  expect(lines).toHaveLength(rows + 1);
});

test("R1: who manages no team reads why, and gets no file", async ({ page, quietly }) => {
  quietly(/403/);
  await be(page, "Jonas Weidner");
  for (const path of ["/reports/pipeline", "/reports/pipeline/list?figure=handovers"]) {
    await page.goto(path);
    await expect(page.getByText("Reports are for managers of a team.")).toBeVisible();
  }
  expect((await page.request.get("/reports/pipeline/csv?figure=handovers")).status()).toBe(403);
});

test("R1: the pipeline fits a phone", async ({ page }) => {
  await be(page, "Katarína Novotná");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/reports/pipeline", "/reports/pipeline/list?figure=decisions"]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});
