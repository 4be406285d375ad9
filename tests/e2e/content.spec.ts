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

test("P1.4: a password is refused at its field, stays on the screen, and is kept neither here nor there; access is recorded instead", async ({ page, expectAccessible }) => {
  const { id, seller } = await freshHandover(11, "draft");
  await be(page, seller);
  await openSection(page, id, "technical");
  const stack = page.locator("[data-answer='technical.summary'] textarea[data-part=value]");
  await stack.fill("WordPress 6.5, admin password: hunter2");
  await stack.blur();
  await expect(page.getByRole("alert").filter({ hasText: "This looks like a password, and was not saved" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 answer is not saved" })).toBeVisible(); // and not that all is well
  await expectAccessible(page);
  await expect(stack).toHaveValue(/hunter2/);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("hunter2");
  await stack.fill("WordPress 6.5");
  await stack.blur();
  await expect(page.getByRole("alert").filter({ hasText: "looks like a password" })).toHaveCount(0);
  await page.getByRole("button", { name: "Add an access" }).click();
  const row = page.locator("[data-rows=access] [data-group-row]:not([data-blank] *):visible").last();
  await row.getByLabel("System").fill("WordPress admin");
  await row.getByLabel("Where it is kept").fill("Team vault, entry “Shop”");
  await row.getByLabel("Requested on").fill("2027-03-01");
  await row.getByLabel("Requested on").blur();
  await expect(saved(page)).toBeVisible();
  await openSection(page, id, "technical");
  await expect(stack).toHaveValue("WordPress 6.5");
  await expect(page.locator("[data-rows=access] [data-group-row]:not([data-blank] *):visible").last().getByLabel("System")).toHaveValue("WordPress admin");
});
