import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

// Each test works on a draft of its own.
test.describe.configure({ mode: "parallel" });

/** Become a person of the sample. */
async function be(page: Page, firstName: string) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Be ${firstName}`, exact: true }).first().click();
  await expect(page).not.toHaveURL(/sign-in/);
}

let count = 0;
const unique = (name: string) => `${name} ${Date.now().toString(36)}${count++}`;

/** A client, its deal and the draft, from nothing; answers with the address of the brief. */
async function startDraft(page: Page, client: string, team = "WordPress"): Promise<string> {
  await page.goto("/handovers/new");
  await page.getByText("From nothing").click();
  await page.getByLabel("Client", { exact: true }).fill(client);
  await page.getByLabel("Name", { exact: true }).fill("Marta Ek");
  await page.getByLabel("Deal", { exact: true }).fill("New website");
  await page.getByLabel(team, { exact: true }).check();
  await page.getByRole("button", { name: "Create both and start the handover" }).click();
  await page.getByRole("button", { name: "Start the handover" }).click();
  await expect(page.getByRole("heading", { name: "Brief of New website" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The form listens to what is typed. */
const openSection = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
};
const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ });
/** What still lies on this device. */
const unsaved = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")));
const goals = (page: Page) => page.getByLabel("Goals, in the client's words", { exact: true });

/** Something believable in every question that must be answered, by the kind of its control. */
async function answerWhatIsNeeded(page: Page) {
  const answers = page.locator("[data-answer]:not([data-blank] *):visible").filter({ hasNotText: "(optional)" });
  for (let index = 0; index < (await answers.count()); index++) {
    const answer = answers.nth(index);
    if (await isAnswered(answer)) continue;
    const controls = answer.locator("[data-part=value]:visible");
    const label = (await answer.getAttribute("data-answer")) ?? "";
    switch (await answer.getAttribute("data-type")) {
      case "teams": await answer.getByLabel("None", { exact: true }).check(); break;
      case "yesNo": await answer.getByLabel(label === "promises.none" ? "Yes" : "No", { exact: true }).check(); break;
      case "choices": await controls.first().check(); break;
      case "date": await controls.first().fill("2027-04-01"); break;
      case "money": await controls.first().fill("42 000.50"); break;
      case "number": await controls.first().fill("3"); break;
      case "url": await controls.first().fill("https://www.example.com/"); break;
      case "choice":
        if ((await controls.first().getAttribute("type")) === "radio") await controls.first().check();
        else await controls.first().selectOption({ index: 1 });
        break;
      default: await controls.first().fill(`What Marta Ek said about ${label} on Monday`);
    }
  }
}

const isAnswered = (answer: Locator) =>
  answer.evaluate((element) => [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-part=value]")].some((one) =>
    one instanceof HTMLInputElement && /radio|checkbox/.test(one.type) ? one.checked : one.value !== ""));

test("P1.3, P1.4: a seller fills a brief from a deal to submitted, and everything is kept as it is typed", async ({ page, expectAccessible }) => {
  test.setTimeout(300_000);
  await be(page, "Zoë");
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

test("P1.3: what is typed offline is kept on the device, survives the tab, and is saved once there is a network", async ({ page, context, quietly }) => {
  quietly(/ERR_INTERNET_DISCONNECTED/);
  await be(page, "Zoë");
  const brief = await startDraft(page, unique("Boreal"));
  await openSection(page, `${brief}/purpose`);
  await context.setOffline(true);
  await goals(page).fill("Real stock by Christmas");
  await expect(page.getByText("Offline, kept on this device")).toBeVisible();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();

  await context.setOffline(true);
  await goals(page).fill("Real stock by Christmas, and returns without a call");
  await expect(page.getByText("Offline, kept on this device")).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await openSection(again, `${brief}/purpose`);
  await expect(goals(again)).toHaveValue("Real stock by Christmas, and returns without a call");
  await expect(saved(again)).toBeVisible();
  await again.reload();
  await expect(goals(again)).toHaveValue("Real stock by Christmas, and returns without a call");
  expect(await unsaved(again)).toEqual([]);
});

test("P1.3: a session that expires while somebody types loses nothing", async ({ page, context, quietly, expectAccessible }) => {
  quietly(/401/);
  await be(page, "Zoë");
  const brief = await startDraft(page, unique("Cirrus"));
  await openSection(page, `${brief}/purpose`);
  await context.clearCookies();
  await goals(page).fill("Typed after the session was over");
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await expect(page.getByText("What you typed is kept on this device; sign in and it is saved.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Be Zoë", exact: true }).first().click();
  await expect(page).not.toHaveURL(/sign-in/);
  await openSection(page, `${brief}/purpose`);
  await expect(goals(page)).toHaveValue("Typed after the session was over");
  await expect(saved(page)).toBeVisible();
});

test("P1.3: a portal that does not answer is tried again until it does", async ({ page, quietly }) => {
  quietly(/503/);
  await be(page, "Zoë");
  const brief = await startDraft(page, unique("Drift"));
  await openSection(page, `${brief}/purpose`);
  await page.route("**/answers", (route) => route.fulfill({ status: 503, json: { code: "UNAVAILABLE", message: "The portal cannot reach its database." } }));
  await goals(page).fill("Typed while the database restarted");
  await expect(page.getByText("Not saved, retrying")).toBeVisible();
  await page.unroute("**/answers");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(goals(page)).toHaveValue("Typed while the database restarted");
});

test("P1.3: two tabs of one person on one answer show both versions, say that it was oneself, and nothing is overwritten", async ({ page, context, expectAccessible }) => {
  await be(page, "Zoë");
  const brief = await startDraft(page, unique("Ember"));
  await openSection(page, `${brief}/purpose`);
  const other = await context.newPage();
  await openSection(other, `${brief}/purpose`);
  await goals(page).fill("From the first tab");
  await expect(saved(page)).toBeVisible();
  await goals(other).fill("From the second tab");
  const conflict = other.getByRole("group").filter({ hasText: /^You changed this yourself at .*, in another tab or on another device/ });
  await expect(conflict).toContainText("From the first tab");
  await expect(conflict).toContainText("From the second tab");
  await expect(conflict).not.toContainText(/their/i); // nobody else was here
  await expect(other.getByText("Not saved: changed meanwhile")).toBeVisible();
  await expectAccessible(other);
  await conflict.getByRole("button", { name: "Keep what is here" }).click();
  await expect(saved(other)).toBeVisible();

  await goals(page).fill("From the first tab, again");
  await page.getByRole("button", { name: "Take the other one" }).click();
  await expect(goals(page)).toHaveValue("From the second tab");
  await page.reload();
  await expect(goals(page)).toHaveValue("From the second tab");
});

test("rows are added, kept, removed and brought back; an answer can be not known, or not applicable", async ({ page, expectAccessible }) => {
  await be(page, "Zoë");
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
  await be(page, "Zoë");
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
  await be(page, "Tomás");
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
  await be(page, "Zoë");
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
  await be(page, "Zoë");
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
  await be(page, "Zoë");
  const brief = await startDraft(page, unique("Heath"));
  for (const section of ["client", "technical", "delivery", "people"]) {
    await page.goto(`${brief}/${section}`);
    const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
    expect(wide, section).toBeLessThanOrEqual(room);
    await expectAccessible(page);
  }
});
