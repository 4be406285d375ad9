import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover } from "./handover";

const rows = (page: Page) => page.locator("[data-group-row]:not([data-blank] *):visible");
const said = (page: Page, row: number) => rows(page).nth(row).getByLabel("What was promised");
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible();
const leaveField = (page: Page) => page.getByRole("heading", { level: 1 }).click();
const openSection = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
};

test("P1.3: rows that two pages move, change and remove lose nothing, and a row removed offline stays removed though the tab was closed", async ({ page, context, quietly, expectAccessible }) => {
  quietly(/ERR_INTERNET_DISCONNECTED/);
  const { id, seller } = await freshHandover(11, "draft");
  await be(page, seller);
  const address = `/handovers/${id}/brief/promises`;
  await openSection(page, address);
  const before = await rows(page).count();
  for (const [index, text] of ["Ready for the trade fair", "Ten languages"].entries()) {
    await page.getByRole("button", { name: "Add a promise" }).click();
    await said(page, before + index).fill(text);
    await leaveField(page);
    await saved(page);
  }
  const [first, second] = [before, before + 1];
  const other = await context.newPage();
  await openSection(other, address);
  await rows(page).nth(second).getByRole("button", { name: "Move up" }).click();
  await leaveField(page);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")))).toEqual([]);
  await openSection(page, address);
  await expect(said(page, first)).toHaveValue("Ten languages");

  // one changes what the other removes
  await said(other, first).fill("Ready for the trade fair on 12 March");
  await leaveField(other);
  await saved(other);
  await rows(page).nth(second).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("group", { name: /^You changed this promise yourself at .*in another tab/ })).toContainText("Ready for the trade fair on 12 March");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep the promise" }).click();
  await expect(said(page, second)).toHaveValue("Ready for the trade fair on 12 March");

  // one types in what the other removed
  await rows(page).nth(second).getByRole("button", { name: "Remove" }).click();
  await saved(page);
  await said(other, first).fill("Ready for the fair, with the shop");
  await leaveField(other);
  await expect(other.getByRole("group", { name: /^You removed this promise yourself at/ })).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Keep the promise" }).click();
  await saved(other);
  await openSection(other, address);
  await expect(rows(other)).toHaveCount(before + 2);

  await openSection(page, address);
  await context.setOffline(true);
  await rows(page).nth(first).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Offline, kept on this device")).toBeVisible();
  await page.close();
  await context.setOffline(false);
  await other.close();
  const again = await context.newPage();
  await openSection(again, address);
  await expect.poll(() => again.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")))).toEqual([]);
  await openSection(again, address);
  await expect(rows(again)).toHaveCount(before + 1);
});

test("P1.3: what one person typed is neither sent nor shown once somebody else is signed in on the device, and kept until they are back", async ({ page, context, quietly, expectAccessible }) => {
  quietly(/401/);
  const { id, seller } = await freshHandover(11, "draft");
  await be(page, seller);
  const cookies = await context.cookies();
  await openSection(page, `/handovers/${id}/brief/purpose`);
  const goals = page.getByLabel("Goals, in the client's words", { exact: true });
  const elsewhere = await context.newPage();
  await be(elsewhere, seller === "Tomás Figueiredo" ? "Zoë van Dijk" : "Tomás Figueiredo");
  await goals.fill("Typed by who was signed in before");
  await expect(page.getByText("Somebody else is signed in on this device.")).toBeVisible();
  await expect(goals).toBeHidden();
  await expectAccessible(page);
  await context.clearCookies();
  await context.addCookies(cookies);
  await openSection(page, `/handovers/${id}/brief/purpose`);
  await expect(goals).toHaveValue("Typed by who was signed in before");
  await saved(page);
});
