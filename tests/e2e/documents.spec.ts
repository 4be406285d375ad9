import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover } from "./handover";

const PDF = Buffer.concat([Buffer.from("%PDF-1.4\n%\u00e2\u00e3\n", "latin1"), Buffer.alloc(1_500_000, 65)]);

async function openSection(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
}

test("P1.3, B4 a document is uploaded, survives a lost connection, is pinned by the version and downloaded by the PM", async ({ page, expectAccessible, quietly }) => {
  test.slow();
  quietly(/ERR_FAILED|422/);
  const { id, seller, pm } = await freshHandover(9, "draft");
  await be(page, seller);
  await openSection(page, `/handovers/${id}/brief/delivery`);
  await page.getByRole("button", { name: "Add a document" }).click();
  const row = page.locator("[data-new-rows=documents] [data-group-row]");
  const choose = (name: string, buffer: Buffer) => row.locator("[data-file-input]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

  await page.route("**/api/documents?*", (route) => route.abort());
  await choose("Annex Größe.pdf", PDF);
  await expect(row.getByRole("status")).toContainText("The portal cannot be reached. The file is still chosen here.");
  await page.unroute("**/api/documents?*");
  await row.getByRole("button", { name: "Try again" }).click();
  await expect(row.getByRole("status")).toContainText("Version 1 was uploaded.");
  await expect(row.getByLabel("Document", { exact: true })).toHaveValue("Annex Größe");
  await choose("page.txt", Buffer.from("<html><script>alert(1)</script>"));
  await expect(row.getByRole("status")).toContainText("Web pages, drawings in SVG and scripts cannot be uploaded.");
  await expect(row.getByRole("button", { name: "Try again" })).toBeHidden(); // the same file would be refused again
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  await expectAccessible(page);

  await openSection(page, `/handovers/${id}/brief/delivery`);
  await expect(page.getByRole("link", { name: "Annex Größe.pdf" })).toBeVisible();
  await page.goto(`/handovers/${id}/check`);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page).toHaveURL(/submitted/);

  await be(page, pm);
  await page.goto(`/handovers/${id}/versions/1`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Annex Größe\.pdf, version 1/ }).click()]);
  expect(download.suggestedFilename()).toBe("Annex Größe.pdf");
  expect(readFileSync(await download.path()).equals(PDF)).toBe(true);
  const [paper] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "PDF", exact: true }).click()]);
  expect(readFileSync(await paper.path()).subarray(0, 5).toString()).toBe("%PDF-");
  const address = (await page.getByRole("link", { name: /^Annex Größe/ }).getAttribute("href")) ?? "";
  const { headers, status } = await page.request.get(address).then((answer) => ({ headers: answer.headers(), status: answer.status() }));
  expect([status, headers["content-security-policy"], headers["x-content-type-options"]]).toEqual([200, "default-src 'none'; frame-ancestors 'none'; sandbox", "nosniff"]);
  await be(page, "Priscila Araújo"); // a seller of another team
  expect((await page.request.get(address)).status()).toBe(404);
});

test("P1.4 the seller checks every answer, sees the brief as the PM will, and changes it where it stands", async ({ page, expectAccessible }) => {
  test.slow();
  const { id, seller } = await freshHandover(9, "draft");
  await be(page, seller);
  await page.goto(`/handovers/${id}/check`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["check", "preview"]) {
    await page.goto(`/handovers/${id}/${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  await expect(page.getByText("A preview: this is what the PM will read.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Accept|Return)/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(`/handovers/${id}/check`);
  await page.getByRole("link", { name: "Change: Goals, in the client's words" }).click();
  await expect(page).toHaveURL(/brief\/purpose#purpose\.goals$/);
  await expect(page.getByLabel("Goals, in the client's words", { exact: true })).toBeInViewport();
});
