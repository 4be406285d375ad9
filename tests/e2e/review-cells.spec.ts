import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

test("P1.8 a comment on one cell of a row is shown at that row on review, brief and comparison", async ({ page }) => {
  test.slow();
  const { id, pm, seller } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  const row = page.locator('[data-field="promises.text"][data-row]').first();
  await row.scrollIntoViewIfNeeded();
  await row.focus();
  await page.keyboard.press("c");
  const sheet = page.getByRole("dialog", { name: /^Promises/ });
  await sheet.getByLabel("About").selectOption({ label: "Clause of the contract" });
  await sheet.getByLabel("Your comment").fill("Which annex?");
  await sheet.getByLabel("What it is").selectOption("UNCLEAR");
  await sheet.getByLabel("Suggested wording").fill("Annex B, 4.2");
  await expect(sheet.getByText("Only you see it until you decide.")).toBeVisible();
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(row.getByText("On: Clause of the contract")).toBeVisible();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Return the brief" });
  await expect(dialog.getByLabel("Which part of it?")).toHaveValue("promises.clause");
  await dialog.getByRole("button", { name: "Return the brief" }).click();
  await expect(toast(page, "Returned to the contact owner.")).toBeVisible();

  await be(page, seller);
  await page.goto(`/handovers/${id}?tab=brief`);
  const inBrief = page.locator('[data-field="promises.text"][data-row]').first();
  await expect(inBrief.getByText("On: Clause of the contract")).toBeVisible();
  await expect(inBrief.getByText("Which annex?")).toBeVisible();
  await page.goto(`/handovers/${id}/fix`);
  await expect(page.locator("form[data-ready=true]")).toBeAttached();
  await expect(page.locator("[data-answer]")).toHaveCount(1); // the one cell, and not the whole row
  await page.getByRole("button", { name: "Use this wording" }).click();
  await expect(page.locator("[data-taken]")).toContainText(`Wording suggested by ${pm}, taken`);
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible();
  await page.getByRole("link", { name: "Check and resubmit" }).click();
  await page.getByRole("button", { name: "Resubmit" }).click();
  await expect(page).toHaveURL(/submitted/);

  await page.goto(`/handovers/${id}/versions?from=1&to=2`);
  const compared = page.locator("dl > div").filter({ has: page.getByText("Clause of the contract", { exact: true }) }).first();
  await expect(compared.locator("ins").filter({ hasText: "Annex B" })).toBeVisible();
  await expect(compared.locator("del").first()).toBeVisible();
  await expect(compared.getByText("Which annex?")).toBeVisible();
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await expect(page.locator('[data-field="promises.text"][data-row]').first().getByText("Your wording was taken")).toBeVisible();
});
