import { expect, test } from "./fixtures";
import { be, freshHandover, toast } from "./handover";

test("P3.1 the seller observes: sees everything, ticks only what is theirs, and reads why", async ({ page }) => {
  const { id, seller, pm } = await freshHandover(11, "accepted");
  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  await expect(page.getByText(`${pm} is accountable now`, { exact: false }).first()).toBeVisible();
  await expect(page.getByText(`${seller} stays in CC, and does not take part in the work.`)).toBeVisible();
  await page.goto(`/handovers/${id}?tab=checklist`);
  const items = page.getByRole("listitem").filter({ has: page.locator("p") });
  const ofPm = items.filter({ hasText: `${pm}, PM` }).first();
  await expect(ofPm.getByRole("checkbox")).toHaveCount(0);
  await ofPm.getByRole("button", { name: /why you cannot tick it/ }).click();
  await expect(page.getByText("Only the item's owner and the PM may tick it.").first()).toBeVisible();
  await page.keyboard.press("Escape");
  const own = items.filter({ hasText: `${seller}, contact owner` }).filter({ has: page.getByRole("checkbox", { name: /^Do:/ }) }).first();
  const title = (await own.getByRole("checkbox").getAttribute("aria-label"))?.replace("Do: ", "") ?? "";
  await own.getByRole("checkbox").click();
  await expect(page.getByRole("checkbox", { name: `Re-open: ${title}` })).toBeChecked();
  await page.goto(`/handovers/${id}?tab=promises`);
  await expect(page.getByRole("button", { name: "Update" })).toHaveCount(0);
  await page.goto(`/handovers/${id}/brief`);
  await expect(page.getByText("sales observes", { exact: false }).first()).toBeVisible();
});

test("B1 the PM starts delivery, keeps checklist and promises, and closes the handover", async ({ page }) => {
  const { id, pm } = await freshHandover(7, "accepted");
  await be(page, pm);
  await page.goto(`/handovers/${id}`);
  await page.getByRole("button", { name: "Start delivery" }).click();
  await expect(toast(page, "Delivery has started.")).toBeVisible();
  await expect(page.getByText("In delivery").first()).toBeVisible();

  await page.goto(`/handovers/${id}?tab=checklist`);
  const box = page.getByRole("checkbox", { name: /^Do:/ }).first();
  const title = (await box.getAttribute("aria-label"))?.replace("Do: ", "") ?? "";
  await box.click();
  await expect(page.getByRole("checkbox", { name: `Re-open: ${title}` })).toBeChecked();
  await expect(page.getByRole("listitem").filter({ hasText: title }).getByRole("button", { name: "Skip" })).toHaveCount(0); // the list is drawn anew
  await page.getByRole("button", { name: "Skip" }).first().click();
  await page.getByRole("dialog").getByLabel("Why it is not needed here").fill("Done by the client");
  await page.getByRole("dialog").getByRole("button", { name: "Skip it" }).click();
  await expect(page.getByText("Skipped").first()).toBeVisible();

  await page.goto(`/handovers/${id}?tab=promises`);
  await page.getByRole("button", { name: "Update" }).first().click();
  await page.getByRole("dialog").getByLabel("Status").selectOption("KEPT");
  await page.getByRole("dialog").getByLabel("Note").fill("Shown on Monday");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("“Shown on Monday”")).toBeVisible();

  await page.goto(`/handovers/${id}`);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Close HO-/ });
  await dialog.getByLabel("Completed").check();
  await dialog.getByRole("button", { name: "Close the handover" }).click();
  await expect(page.getByRole("heading", { name: "Closed" })).toBeVisible();
  await page.goto(`/handovers/${id}?tab=history`);
  await expect(page.getByText("closed the handover as completed")).toBeVisible();
  await expect(page.getByText("started delivery")).toBeVisible();
});

test("the contact owner withdraws for good, with a reason", async ({ page }) => {
  const { id, seller } = await freshHandover(11);
  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog", { name: /^Withdraw HO-/ });
  await dialog.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(dialog.getByRole("link", { name: "Please fill this in." })).toBeVisible();
  await dialog.getByLabel("Reason").fill("The client was sold.");
  await dialog.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(page.getByRole("heading", { name: "Withdrawn" })).toBeVisible();
});

test("P1.6 P4.8 a delivery manager re-assigns the PM and sees what each holds", async ({ page }) => {
  const { id } = await freshHandover(11);
  await be(page, "Katarína Novotná");
  await page.goto(`/handovers/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("button", { name: "Re-assign" }).click();
  const dialog = page.getByRole("dialog", { name: "Re-assign" });
  const people = dialog.getByLabel(/^PM, instead of/);
  const choice = (await people.locator("option").nth(1).innerText()).trim();
  expect(choice).toMatch(/: holds \d+ of \d+/);
  await people.selectOption({ index: 1 });
  await dialog.getByLabel("Reason").first().fill("On leave from Monday");
  await dialog.getByRole("button", { name: "Make PM" }).click();
  await expect(toast(page, "The PM has changed.")).toBeVisible();
  await expect(page.getByText(`${choice.split(":")[0]} (PM) decides.`, { exact: false })).toBeVisible();
});

test("P2.5 adding somebody to the first call asks for a reason and says what it costs", async ({ page }) => {
  const { id, pm } = await freshHandover(11, "accepted");
  await be(page, pm);
  await page.goto(`/handovers/${id}?tab=first-call`);
  await page.getByRole("button", { name: "Add somebody" }).click();
  const dialog = page.getByRole("dialog", { name: "Add somebody to the first call" });
  await expect(dialog).toContainText("45 person-minutes");
  await dialog.getByLabel("Who").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: /^Add, for/ }).click();
  await expect(dialog.getByRole("link", { name: "Please fill this in." })).toBeVisible();
  await dialog.getByLabel("Reason").fill("Knows the client's shop from before");
  await dialog.getByRole("button", { name: /^Add, for/ }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: "Knows the client's shop from before" })).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Knows the client's shop from before")).toHaveCount(0);
});

test("every view of the handover with axe, in both themes, and at 360 px", async ({ page, expectAccessible }) => {
  test.slow();
  const { id, pm } = await freshHandover(7, "accepted");
  await be(page, pm);
  const views = ["", "?tab=brief", "?tab=first-call", "?tab=checklist", "?tab=promises", "?tab=history", "/versions"];
  for (const view of views) {
    await page.goto(`/handovers/${id}${view}`);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  for (const view of views) {
    await page.goto(`/handovers/${id}${view}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(360);
  }
});
