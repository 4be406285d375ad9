import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

/** Moves down with `j` until the row of this deal has the focus. */
async function goTo(page: Page, deal: string) {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("j");
    const focused = page.locator("tr:has(:focus)");
    await expect(focused).toHaveCount(1);
    if ((await focused.innerText()).includes(deal)) return;
  }
  throw new Error(`The row of ${deal} was not reached.`);
}

test("B1 P1.7 a PM accepts from the inbox with the keyboard, and takes it back with z", async ({ page }) => {
  const { deal, pm, id } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, "/inbox");
  const row = page.getByRole("row").filter({ hasText: deal });
  await expect(row).toContainText("left");
  await goTo(page, deal);
  await page.keyboard.press("a");
  await expect(toast(page, "the PM is accountable now")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(toast(page, "Taken back")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/handovers/${id}/review`));
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toBeVisible();
  await page.goto("/inbox");
  await expect(row).toHaveCount(1);
});

test("Enter opens the row, a accepts there, and what waits next opens", async ({ page }) => {
  const [first, second] = [await freshHandover(11), await freshHandover(11)];
  await be(page, first.pm);
  await openLive(page, "/inbox");
  await goTo(page, first.deal);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/handovers/${first.id}/review`));
  await expect(page.getByRole("heading", { name: "The top three things to know" })).toBeVisible();
  await expect(page.locator("html[data-answers=true]")).toBeAttached();
  await page.keyboard.press("a");
  await expect(toast(page, "Accepted")).toBeVisible();
  await expect(page).toHaveURL(/\/handovers\/(?!.*review#).*\/review/);
  await expect(page).not.toHaveURL(new RegExp(first.id));
  await page.goto(`/handovers/${second.id}`);
  await expect(page.getByRole("heading", { name: "Decide as PM" })).toBeVisible();
  await page.goto("/inbox?view=accepted");
  await expect(page.getByRole("row").filter({ hasText: first.deal })).toContainText("Accepted");
});

test("r opens the return of the chosen row, and a field takes every key as text", async ({ page }) => {
  const { deal, pm, id } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, "/inbox");
  await goTo(page, deal);
  await page.keyboard.press("r");
  await expect(page).toHaveURL(new RegExp(`/handovers/${id}/review`));
  const dialog = page.getByRole("dialog", { name: "Return the brief" });
  await dialog.getByLabel("What is needed").fill("");
  await dialog.getByLabel("What is needed").press("a");
  await expect(dialog.getByLabel("What is needed")).toHaveValue("a");
  await expect(page.locator(".toast")).toHaveCount(0);
});

test("the inbox in every view, in both themes and on a phone", async ({ page, expectAccessible }) => {
  await be(page, "Ananya Iyer");
  for (const view of ["", "?view=waiting", "?view=accepted", "?view=done"]) {
    await page.goto(`/inbox${view}`);
    await expect(page.getByRole("navigation", { name: "Views of the inbox" }).locator("[aria-current]")).toHaveCount(1);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/inbox");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
