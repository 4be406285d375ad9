import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover } from "./handover";

// Each test works on a handover of its own.
test.describe.configure({ mode: "parallel" });

const openSection = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
};

test("P1.2: what the deal says later is offered at the field: taken by one click, or declined and not asked again", async ({ page, expectAccessible }) => {
  const { id, seller } = await freshHandover(7, "draft");
  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  const deal = await page.locator("main a[href^='/deals/']").first().getAttribute("href");
  const change = async (amount: string) => {
    await page.goto(`${deal ?? ""}/edit`);
    await page.getByLabel(/^Value/).fill(amount);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).not.toHaveURL(/edit$/);
    await openSection(page, `/handovers/${id}/brief/commercial`);
  };
  const value = page.locator("[data-answer='commercial.value']");
  await change("61000");
  await expect(value.getByText("The deal says now")).toBeVisible();
  await expectAccessible(page);
  await value.getByRole("button", { name: "Refresh" }).click();
  await expect(value.getByText("Taken from the deal.")).toBeVisible();
  await expect(value.locator("[data-part=value]")).toHaveValue("61000.00");
  await page.reload();
  await expect(value.getByText(/from the deal, today/)).toBeVisible();

  await change("62000");
  await value.getByRole("button", { name: "Keep mine" }).click();
  await expect(value.getByText("You kept yours.")).toBeVisible();
  await openSection(page, `/handovers/${id}/brief/commercial`);
  await expect(value.getByText("The deal says now")).toBeHidden();
  await expect(value.locator("[data-part=value]")).toHaveValue("61000.00");
});

test("P8.4: the PM rates the brief, and the seller reads neither name nor sentence", async ({ page, expectAccessible }) => {
  const { id, seller, pm } = await freshHandover(7, "accepted");
  await be(page, pm);
  await page.goto(`/handovers/${id}`);
  await page.getByRole("link", { name: "Rate the brief" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Give the rating" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Choose a number from 1 to 5.");
  await page.getByLabel("4 Good").check();
  await page.getByLabel(/^In a sentence/).fill("Clear, but the dates came late.");
  await page.getByRole("button", { name: "Give the rating" }).click();
  await expect(page.getByRole("button", { name: "Change the rating" })).toBeVisible();

  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  await expect(page.getByText("1 rating; an average is shown from two on")).toBeVisible();
  await expect(page.getByText("Clear, but the dates came late.")).toBeHidden();
});
