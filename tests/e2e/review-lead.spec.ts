import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

test("P1.7 a lead comments and sets conditions on what their key covers; elsewhere the page says who decides", async ({ page }) => {
  const { id, seller, keys } = await freshHandover(6);
  const lead = keys.find(({ role }) => role === "TEAM_LEAD")?.holder ?? "";
  await be(page, lead);
  await openLive(page, `/handovers/${id}/review`);
  await expect(page.locator("#section-technical [data-comment]").first()).toBeAttached();
  const folded = page.locator("details[id^=section-]").filter({ hasText: "for the PM to decide" }).first();
  await folded.locator("summary").first().click();
  await expect(folded.locator("[data-label]").first()).toBeVisible();
  await expect(folded.locator("[data-comment]")).toHaveCount(0);
  await folded.locator("[data-label]").first().focus();
  await page.keyboard.press("c");
  await expect(toast(page, "is for the PM to decide. Your key covers")).toBeVisible();
  await expect(page.getByRole("dialog", { name: /./ })).toHaveCount(0);

  await page.keyboard.press("w");
  const dialog = page.getByRole("dialog", { name: "Accept with conditions" });
  await expect(dialog.locator("optgroup[label=Technical]")).toBeAttached();
  await expect(dialog.locator("optgroup[label^=Purpose]")).toHaveCount(0);
  await dialog.getByLabel("What is still needed").fill("A test account for the batch interface.");
  await dialog.getByLabel("What it is about").selectOption("technical.summary");
  await dialog.getByLabel("Who sees to it").selectOption({ label: seller });
  await dialog.getByLabel("By when").fill("2030-05-01");
  await dialog.getByRole("button", { name: "Accept with one condition" }).click();
  await expect(toast(page, "Others still decide")).toBeVisible();
  await page.goto(`/handovers/${id}`);
  await expect(page.getByText(`${seller}, by 1 May 2030, about “Technical summary”`)).toBeVisible();
});
