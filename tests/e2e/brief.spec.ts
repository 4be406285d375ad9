import { answerWhatIsNeeded, openSection, saved, startDraft, unique, unsaved } from "./draft";
import { expect, test } from "./fixtures";
import { be } from "./handover";

// Each test works on a draft of its own.
test.describe.configure({ mode: "parallel" });

test("P1.3, P1.4: a seller fills a brief from a deal to submitted, and everything is kept as it is typed", async ({ page, expectAccessible }) => {
  test.setTimeout(300_000);
  await be(page, "Zoë van Dijk");
  const brief = await startDraft(page, unique("Aurora"));
  await expectAccessible(page);

  await page.goto(brief.replace("/brief", "/check"));
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("group", { name: /things are missing/ })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Enter the goals, in the client's words." }).first().click();
  await expect(page).toHaveURL(/\/brief\/purpose#purpose\.goals$/);

  await openSection(page, `${brief}/client`);
  await page.getByLabel("Decision maker").first().check();
  await page.getByLabel("Day-to-day").first().check();
  for (const section of ["client", "commercial", "purpose", "scope", "promises", "dates", "technical", "delivery"]) {
    await openSection(page, `${brief}/${section}`);
    await answerWhatIsNeeded(page);
    await answerWhatIsNeeded(page); // an answer may bring up another question
    await page.getByRole("heading", { level: 1 }).click();
    await expect.poll(() => unsaved(page)).toEqual([]);
  }
  await expectAccessible(page);
  await openSection(page, `${brief}/commercial`);
  await expect(page.getByLabel("Value", { exact: true })).toHaveValue("42000.50");

  await page.goto(`${brief}/people`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm the people" }).click();
  await expect(page.getByText("People named", { exact: true })).toBeVisible();

  await page.goto(brief.replace("/brief", "/check"));
  await expect(page.getByText("The contract is not signed yet.")).toBeVisible();
  await page.getByRole("link", { name: "Open the deal" }).click();
  await page.getByRole("button", { name: "Won: the contract is signed" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/signed/i).first().fill("2026-01-15");
  await dialog.getByRole("textbox").last().fill("https://files.example/contract.pdf");
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog).toBeHidden();

  await page.goto(brief.replace("/brief", "/check"));
  await expect(page.getByRole("group", { name: /missing/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 is submitted" })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${brief}/purpose`);
  await expect(page.getByText("The brief cannot be changed while the handover is submitted.")).toBeVisible();
});

test("rows are added, kept, removed and brought back; an answer can be not known, or not applicable", async ({ page, expectAccessible }) => {
  await be(page, "Zoë van Dijk");
  const brief = await startDraft(page, unique("Fjord"));
  await openSection(page, `${brief}/promises`);
  await page.getByRole("button", { name: "Add a promise" }).click();
  const row = page.getByRole("group", { name: "Promise 1" });
  await row.getByLabel("What was promised").fill("Ready for the trade fair on 12 March");
  await row.getByLabel("About").selectOption("Date");
  await expect(saved(page)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(row.getByLabel("What was promised")).toHaveValue("Ready for the trade fair on 12 March");

  await row.getByRole("button", { name: "Remove" }).click();
  await expect(row).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByLabel("What was promised")).toHaveValue("Ready for the trade fair on 12 March");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(row.getByLabel("What was promised")).toHaveValue("Ready for the trade fair on 12 March");

  await openSection(page, `${brief}/purpose`);
  const answer = page.locator("[data-answer='purpose.success']");
  await answer.getByText("Don’t know yet").click();
  await answer.getByRole("combobox").selectOption("Zoë van Dijk");
  await expect(answer.getByLabel("We do not know this yet")).toBeChecked();
  await answer.getByLabel("By when").fill("2027-01-15");
  await answer.getByLabel("The risk until then").fill("We may measure the wrong thing");
  await page.getByRole("heading", { level: 1 }).click();
  await expect(saved(page)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(answer.getByLabel("We do not know this yet")).toBeChecked();
  await expect(answer.getByLabel("The risk until then")).toHaveValue("We may measure the wrong thing");
});

test("P6.1: the class follows the answers at once, and an answer brings up the questions that hang on it", async ({ page }) => {
  await be(page, "Zoë van Dijk");
  const brief = await startDraft(page, unique("Islet"));
  await openSection(page, `${brief}/technical`);
  const migration = page.locator("[data-answer='technical.migration']");
  const detail = page.getByLabel("What is migrated", { exact: true });
  await expect(detail).toBeHidden();
  await migration.getByLabel("WordPress").check();
  await expect(detail).toBeVisible();
  await migration.getByLabel("None", { exact: true }).check();
  await expect(migration.getByLabel("WordPress")).not.toBeChecked();
  await expect(detail).toBeHidden();

  await expect(page.getByText("10 questions are not answered yet.")).toBeVisible();
  for (const question of await page.locator("[data-answer^='complexity.']").all()) await question.getByRole("radio").last().check();
  await expect(page.getByText(/^Complex, with \d+ of \d+ points/)).toBeVisible();
  await expect.poll(() => unsaved(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText(/^Complex, with \d+ of \d+ points/)).toBeVisible();
});

test("P1.8: what was returned is one list by field; the suggested wording is taken with one tap, and kept", async ({ page, expectAccessible }) => {
  await be(page, "Tomás Figueiredo");
  await page.getByRole("link", { name: /Figueira/ }).first().click();
  await expect(page.getByRole("heading", { name: "What was returned" })).toBeVisible();
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
  await expectAccessible(page);
  const fix = page.locator("section").filter({ has: page.getByRole("heading", { name: "Success criteria" }) });
  await expect(fix.getByText("Hannah Whitfield, on version 1")).toBeVisible();
  await fix.getByRole("button", { name: "Use this wording" }).click();
  await expect(fix.getByRole("textbox").first()).toHaveValue(/^Orders from restaurants placed online/);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(fix.getByRole("textbox").first()).toHaveValue(/^Orders from restaurants placed online/);
  await page.getByRole("link", { name: "Check and resubmit" }).click();
  await expect(page.getByRole("button", { name: "Resubmit" })).toBeVisible();
});

test("a wrong format is said at its field when it is left, and goes as soon as it is mended", async ({ page }) => {
  await be(page, "Zoë van Dijk");
  const brief = await startDraft(page, unique("Glint"));
  await openSection(page, `${brief}/commercial`);
  const value = page.getByLabel("Value", { exact: true });
  await value.fill("about ten");
  await expect(page.getByText("Enter an amount, such as 1250 or 1250.50.")).toHaveCount(0);
  await value.blur();
  await expect(page.getByText("Enter an amount, such as 1250 or 1250.50.")).toBeVisible();
  await value.fill("10 000");
  await expect(page.getByText("Enter an amount, such as 1250 or 1250.50.")).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
});

test("handovers are filtered in the address, and Back brings the filter back", async ({ page, expectAccessible }) => {
  await be(page, "Zoë van Dijk");
  await page.goto("/handovers");
  await expectAccessible(page);
  await page.getByLabel("Status").selectOption("Withdrawn");
  await expect(page).toHaveURL(/status=withdrawn/);
  const withdrawn = page.getByRole("row").filter({ hasText: "Withdrawn" });
  await expect(withdrawn.first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: /Submitted|Draft|Accepted/ })).toHaveCount(0);
  await withdrawn.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(/status=withdrawn/);
  await expect(page.getByLabel("Status")).toHaveValue("withdrawn");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Submitted" }).first()).toBeVisible();
});

test("on a phone the form fits, and nothing scrolls sideways", async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await be(page, "Zoë van Dijk");
  const brief = await startDraft(page, unique("Heath"));
  for (const section of ["client", "technical", "delivery", "people"]) {
    await page.goto(`${brief}/${section}`);
    const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
    expect(wide, section).toBeLessThanOrEqual(room);
    await expectAccessible(page);
  }
});
