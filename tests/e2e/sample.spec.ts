import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";


/** Be the first of the sample's people in this group. Returns the name. */
async function be(page: Page, group: string): Promise<string> {
  await page.goto("/sign-in");
  const first = page.getByRole("region", { name: group }).getByRole("listitem").first();
  const name = (await first.locator("span > span").first().textContent()) ?? "";
  await first.getByRole("button").click();
  await expect(page).toHaveURL("/");
  return name;
}

test("the sample's people are there by role, and one click is to be one of them", async ({ page, expectAccessible }) => {
  await page.goto("/sign-in");
  for (const group of ["Sales", "PMs", "Team leads", "Developers", "Managers", "Admin"]) await expect(page.getByRole("heading", { name: group, exact: true })).toBeVisible();
  await expectAccessible(page);
  const name = await be(page, "PMs");
  const banner = page.getByRole("region", { name: "Sample data" });
  await expect(banner).toContainText(name);
  await expect(banner.getByRole("button", { name: "Leave and delete the sample" })).toBeVisible();
  await page.goto("/profile");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Password" })).toHaveCount(0);
  await expectAccessible(page);
  await banner.getByRole("button", { name: "Switch person" }).click();
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
});

test("P1.6: who holds something stays, and the page says what it is", async ({ page, expectAccessible }) => {
  await be(page, "Admin");
  await page.goto("/admin/people?role=PM");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "Held now" }).getByRole("listitem").first()).toContainText(/PM of HO-\d+/i);
  await expect(page.getByRole("button", { name: "Deactivate" })).toHaveCount(0);
  await expectAccessible(page);
});

for (const path of ["/admin", "/admin/people", "/admin/teams", "/admin/holidays", "/admin/organisation", "/admin/history"])
  test(`${path} reads well for everybody, and fits a phone`, async ({ page, expectAccessible }) => {
    await be(page, "Admin");
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing sticks out sideways").toBeLessThanOrEqual(320);
  });
