import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover, toast } from "./handover";

/** From here on pages are seen, and their scripts only come once this is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((go) => { release = go; });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => { await held; await route.continue(); });
  return release;
}

test("P1.4 who presses Submit before the page's scripts are here has submitted once they are", async ({ page }) => {
  const { id, seller } = await freshHandover(11, "draft");
  await be(page, seller);
  const release = await holdScripts(page);
  await page.goto(`/handovers/${id}/check`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  release();
  await expect(page).toHaveURL(/submitted/);
});

test("B1 a reason typed and sent before the page's scripts are here is sent once, and stands in no address", async ({ page }) => {
  const { id, seller } = await freshHandover(11);
  await be(page, seller);
  const release = await holdScripts(page);
  const sent: string[] = [];
  page.on("request", (request) => { if (request.method() === "POST") sent.push(request.url()); });
  await page.goto(`/handovers/${id}`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog", { name: /^Withdraw HO-/ });
  await dialog.getByLabel("Reason").fill("The client has other plans.");
  await dialog.getByRole("button", { name: "Withdraw for good" }).click();
  await dialog.getByRole("button", { name: "Withdraw for good" }).click();
  expect(new URL(page.url()).search).toBe("");
  release();
  await expect(toast(page, "The handover is withdrawn.")).toBeVisible();
  expect(sent.filter((url) => url.includes(id))).toHaveLength(1);
  await page.goto(`/handovers/${id}?tab=history`);
  await expect(page.locator("#main")).toContainText("withdrew the handover: The client has other plans.");
});
