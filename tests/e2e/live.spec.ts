import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

/** Somebody else, in a browser of their own. */
async function another(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await be(page, name);
  return page;
}
/** Until this browser hears what happens. */
const hears = (page: Page) => page.waitForResponse((response) => new URL(response.url()).pathname === "/api/live");

test("P1.7 who reviews, and what somebody else decides, shows at once in the inbox, in the review and in the seller's work", async ({ page, browser, expectAccessible }) => {
  const fresh = await freshHandover(6);
  const lead = fresh.keys.find(({ role }) => role === "TEAM_LEAD")?.holder ?? "";
  const [seller, inbox] = [await another(browser, fresh.seller), await another(browser, fresh.pm)];
  for (const [one, path] of [[inbox, "/inbox"], [seller, `/handovers/${fresh.id}`]] as const) await Promise.all([hears(one), one.goto(path)]);
  const row = inbox.getByRole("row").filter({ hasText: fresh.deal });
  await be(page, lead);
  await openLive(page, `/handovers/${fresh.id}/review`);
  await expect(row).toContainText(`${lead} is reviewing`);
  await expect(seller.getByText(`${lead} is reviewing`)).toBeVisible();
  await expectAccessible(inbox);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(toast(page, "Your key is turned")).toBeVisible();
  await expect(seller.locator("#main")).toContainText(/Accepted\s*version 1/);

  await inbox.goto(`/handovers/${fresh.id}/review`);
  const other = await another(browser, fresh.pm);
  await Promise.all([hears(other), other.goto("/inbox")]);
  await expect(other.getByRole("row").filter({ hasText: fresh.deal })).toBeVisible();
  await inbox.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(toast(inbox, "the PM is accountable now")).toBeVisible();
  await expect(other.getByRole("row").filter({ hasText: fresh.deal })).toHaveCount(0); // without a reload
  await expect(seller.locator("#main")).toContainText(`${fresh.pm}`);
  const told = seller.getByRole("listitem").filter({ hasText: fresh.deal }).filter({ hasText: "the handover is accepted" });
  await expect(async () => { // the worker tells once nobody can undo it any more
    await seller.goto("/notifications");
    await expect(told).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  for (const one of [seller, inbox, other]) await one.context().close();
});

test("all from the keyboard: the palette goes to pages, finds briefs, and offers what the page does with its key", async ({ page, expectAccessible }) => {
  const fresh = await freshHandover(11);
  await be(page, fresh.pm);
  await openLive(page, "/inbox");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /A command/ });
  await expect(box).toBeFocused();
  await expectAccessible(page);
  await box.fill(`HO-${String(fresh.number)}`);
  await expect(page.getByRole("option").filter({ hasText: fresh.deal }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();

  await openLive(page, `/handovers/${fresh.id}/review`);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: "Return r" })).toBeVisible();
  await box.fill("accept with");
  await expect(page.getByRole("option", { name: /^Accept with conditions( w)?$/ }), "named as on the page").toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Accept with conditions" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await box.fill("notif");
  await expect(page.getByRole("option", { name: /Notifications/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/notifications/);
});

test("a word of a brief is found by its PM with the passage, past a typo in the client's name, and fits a phone", async ({ page, expectAccessible }) => {
  const fresh = await freshHandover(11);
  await be(page, fresh.pm);
  await page.goto(`/handovers/${fresh.id}`);
  const client = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.goto(`/search?${new URLSearchParams({ q: client.replace(/(.)(.)(.)/, "$1$3$2") })}`);
  await expect(page.getByRole("listitem").filter({ hasText: client }).first()).toBeVisible();
  await page.getByRole("searchbox", { name: /Words of a brief/ }).fill("shop");
  await page.getByRole("searchbox", { name: /Words of a brief/ }).press("Enter");
  await expect(page.locator("mark").first()).toHaveText(/shop/i);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Handovers", exact: true }).last().click();
  await expect(page).toHaveURL(/kind=handovers/);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
