import { expect, test } from "./fixtures";
import { beginDraft, openTemplate } from "./template";

test.use({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });

test("B6: at 320 px and without JavaScript a draft is begun, given a field and a condition, ordered and discarded", async ({ page }) => {
  test.slow();
  await page.goto("/sign-in");
  await page.getByRole("listitem").filter({ has: page.getByText("Katarína Novotná", { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
  await beginDraft(page, "Shopify");
  await page.getByRole("link", { name: "Add a field to Scope" }).click();
  await page.getByLabel("Label", { exact: true }).fill("Plan of the shop");
  await page.getByLabel("Why delivery asks").fill("It decides about the checkout.");
  await page.getByRole("button", { name: "Add the field" }).click();
  await expect(page.locator("#scope ol > li").last()).toContainText("Plan of the shop");
  await page.getByRole("button", { name: "Move up: Plan of the shop", exact: true }).click();
  await expect(page.locator("#scope ol > li").last()).not.toContainText("Plan of the shop");
  await expect(page.getByText("1 change against version 1.")).toBeVisible();
  await page.getByRole("link", { name: "Plan of the shop", exact: true }).click();
  await page.getByRole("link", { name: "Change when it is required" }).click();
  await page.getByRole("button", { name: "Always", exact: true }).click();
  await expect(page.getByText("Required.", { exact: true })).toBeVisible();
  await page.getByLabel("It asks about").selectOption({ label: "Complexity" });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("complex", { exact: true }).check();
  await page.getByRole("button", { name: "Add the line" }).click();
  await expect(page.getByText("Required when the work is complex.")).toBeVisible();
  await openTemplate(page, "Shopify");
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByText("Version 1 is in force.")).toBeVisible();
});
