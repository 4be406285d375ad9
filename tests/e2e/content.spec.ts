import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover, toast } from "./handover";

test.describe.configure({ mode: "parallel" });

const openSection = async (page: Page, id: string, section: string) => {
  await page.goto(`/handovers/${id}/brief/${section}`);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
};
const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ });
const promises = (page: Page) => page.locator("[data-rows=promises] [data-group-row]:not([data-blank] *):visible");

test("P1.4: a pasted list becomes rows when somebody asks for it, and what was pasted comes back with undo", async ({ page, context, expectAccessible }) => {
  const { id, seller } = await freshHandover(1, "draft");
  await be(page, seller);
  await openSection(page, id, "promises");
  const before = await promises(page).count();
  await page.getByRole("button", { name: "Add a promise" }).click();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const list = "- The shop is ready in spring\n- Two trainings\n  in German\n- A lead in the first call";
  await page.evaluate((text) => navigator.clipboard.writeText(text), list);
  const cell = promises(page).last().getByLabel("What was promised");
  await cell.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(cell).toHaveValue(list); // nothing is done silently
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make 3 rows of it" }).click();
  await expect(promises(page)).toHaveCount(before + 3);
  await expect(cell).toHaveValue("A lead in the first call");
  await toast(page, "3 rows").getByRole("button", { name: /Undo/ }).click();
  await expect(promises(page)).toHaveCount(before + 1);
  await expect(cell).toHaveValue(list);
  await page.getByRole("button", { name: "Leave it as it is" }).waitFor({ state: "detached" });
  await expect(saved(page)).toBeVisible();
  await openSection(page, id, "promises");
  await expect(promises(page).last().getByLabel("What was promised")).toHaveValue(list);
});
