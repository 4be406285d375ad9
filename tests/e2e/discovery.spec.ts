import type { Page } from "@playwright/test";
import { be, toast } from "./handover";
import { expect, test } from "./fixtures";

const STAMP = Date.now().toString(36);

/** A new deal of Priscila's for the HubSpot team. */
async function newDeal(page: Page, name: string): Promise<string> {
  await page.goto("/deals/new");
  await page.getByLabel("Client", { exact: true }).selectOption({ label: "Dockside Coffee Roasters" });
  await page.getByLabel("Deal", { exact: true }).fill(name);
  await page.getByRole("checkbox", { name: "HubSpot" }).check();
  await page.getByRole("button", { name: "Create deal" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** One question of the page, by the words to ask with. */
const question = (page: Page, ask: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: ask }) });
/** Opens the place to answer it. */
async function answer(page: Page, ask: string) {
  await question(page, ask).locator("summary").first().click();
  return question(page, ask);
}
const GOALS = "What should be better once we are done?";
const BUDGET = "Which amount is set aside for it, or would be too much?";
const PREVIOUS = "Who worked on it before us, and what should be different this time?";

test("P7.4: answers of discovery are kept, stay where they are refused, and stand in the draft that begins", async ({ page, expectAccessible }) => {
  await be(page, "Priscila Araújo");
  const path = await newDeal(page, `CRM for the bars ${STAMP}`);
  await page.getByRole("link", { name: "Discovery", exact: true }).click();
  await expect(page.getByText(/^0 of \d+ asked/)).toBeVisible();
  await expectAccessible(page);

  await question(page, GOALS).locator("summary").first().press("Enter");
  await question(page, GOALS).getByLabel("Goals, in the client's words").fill("“Every bar sees who ordered what.”");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // the next stop is the button that keeps it
  await expect(question(page, GOALS).getByText("Answered", { exact: true })).toBeVisible();
  await expect(question(page, GOALS).getByText(/Priscila Araújo, .*asked by version 1 of the questions of HubSpot/)).toBeVisible();
  await expect(question(page, GOALS).locator("summary").first()).toBeFocused();

  const budget = await answer(page, BUDGET);
  await budget.getByLabel("The client's budget cap").fill("about ten");
  await budget.getByRole("button", { name: "Keep the answer" }).click();
  await expect(budget.getByText("Enter an amount, such as 1250 or 1250.50.")).toBeVisible();
  await expect(budget.getByLabel("The client's budget cap")).toHaveValue("about ten");
  await expectAccessible(page);
  await budget.getByLabel("The client's budget cap").fill("12 500");
  await budget.getByRole("button", { name: "Keep the answer" }).click();
  await expect(budget.getByText("EUR 12,500.00")).toBeVisible();

  await (await answer(page, PREVIOUS)).getByRole("button", { name: "The client does not know yet" }).click();
  await expect(question(page, PREVIOUS).getByText("Asked, not known yet")).toBeVisible();
  await expect(page.getByText(/^3 of \d+ asked/)).toBeVisible();
  await page.getByRole("link", { name: /^Not asked yet/ }).click();
  await expect(question(page, GOALS)).toBeHidden();
  await expect(question(page, "Why now? What happened that made you call?")).toBeVisible();

  await page.goto(path);
  await page.getByRole("link", { name: "Start handover" }).click();
  await page.getByRole("button", { name: /^Start/ }).click();
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f]{8}-/);
  const brief = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
  await page.goto(`${brief}/brief/purpose`);
  await expect(page.getByLabel("Goals, in the client's words")).toHaveValue("“Every bar sees who ordered what.”");
  await expect(page.getByText("from discovery, today").first()).toBeVisible();

  await page.goto(`${path}/discovery`);
  await expect(page.getByText("The answers are those of")).toBeVisible();
  await answer(page, GOALS);
  await question(page, GOALS).getByLabel("Goals, in the client's words").fill("“Every bar sees who ordered what, and when.”");
  await question(page, GOALS).getByRole("button", { name: "Keep the answer" }).click();
  await expect(toast(page, "Kept").first()).toBeVisible();
  await page.goto(`${brief}/brief/purpose`);
  await expect(page.getByLabel("Goals, in the client's words")).toHaveValue("“Every bar sees who ordered what, and when.”");
  await expectAccessible(page);
});

test("P1.3: of two tabs the second sees both answers, and neither is lost", async ({ page, context, expectAccessible }) => {
  await be(page, "Priscila Araújo");
  const path = await newDeal(page, `Loyalty cards ${STAMP}`);
  await page.goto(`${path}/discovery`);
  const other = await context.newPage();
  await other.goto(`${path}/discovery`);
  await other.waitForLoadState("networkidle");
  await answer(page, GOALS);
  await question(page, GOALS).getByLabel("Goals, in the client's words").fill("First words");
  await answer(other, GOALS);
  await question(other, GOALS).getByLabel("Goals, in the client's words").fill("Other words");
  await question(page, GOALS).getByRole("button", { name: "Keep the answer" }).click();
  await expect(question(page, GOALS).getByText("Answered", { exact: true })).toBeVisible();
  await question(other, GOALS).getByRole("button", { name: "Keep the answer" }).click();
  await expect(other.getByRole("group", { name: "You have kept another answer yourself, in another tab or on another device" })).toBeVisible();
  await expect(question(other, GOALS).getByLabel("Goals, in the client's words")).toHaveValue("Other words");
  await expect(question(other, GOALS).getByRole("definition").filter({ hasText: "First words" })).toBeVisible();
  await expectAccessible(other);
  await question(other, GOALS).getByRole("button", { name: "Keep mine instead" }).click();
  await expect(question(other, GOALS).locator("p", { hasText: "Other words" })).toBeVisible();
});

test.describe("at 320 px, without JavaScript", () => {
  test.use({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
  test("P7.4: a question is answered, what is refused stays typed, and nothing scrolls sideways", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("listitem").filter({ has: page.getByText("Priscila Araújo", { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
    const path = await newDeal(page, `Till ${STAMP}`);
    await page.goto(`${path}/discovery`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await answer(page, BUDGET);
    await question(page, BUDGET).getByLabel("The client's budget cap").fill("about ten");
    await question(page, BUDGET).getByRole("button", { name: "Keep the answer" }).click();
    await expect(question(page, BUDGET).getByText("Enter an amount, such as 1250 or 1250.50.")).toBeVisible();
    await expect(question(page, BUDGET).getByLabel("The client's budget cap")).toHaveValue("about ten");
    await question(page, BUDGET).getByLabel("The client's budget cap").fill("9000"); // what was refused stands open
    await question(page, BUDGET).getByRole("button", { name: "Keep the answer" }).click();
    await expect(question(page, BUDGET).getByText("EUR 9,000.00")).toBeVisible();
    await page.getByRole("link", { name: /^Not asked yet/ }).click();
    await expect(question(page, BUDGET)).toBeHidden();
  });
});

test("P7.4, B6: the questions of a team are drafted, previewed and published on screen", async ({ page, expectAccessible }) => {
  await be(page, "Katarína Novotná");
  await page.goto("/policies");
  await page.getByRole("link", { name: "Discovery questions: Shopify" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change it in a draft" }).or(page.getByRole("link", { name: "Change the draft" })).click();
  await expect(page.getByRole("heading", { name: /^Draft of version \d+/, level: 1 })).toBeVisible();
  await page.getByText("Add a question", { exact: true }).click();
  const added = page.locator("details").filter({ hasText: "Add a question" });
  await added.getByLabel("What the client is asked").fill(`Which season is yours? ${STAMP}`);
  await added.getByLabel("Why it is asked").fill("A launch in the season is none.");
  await added.getByLabel("Field of the brief").selectOption({ label: "Dates: Roll-out" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByRole("heading", { name: "What it would do" })).toBeVisible();
  await expect(page.getByText(/asked by it from then on: 1 field more/)).toBeVisible();
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByText(`Which season is yours? ${STAMP}`).first()).toBeVisible();
  await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
});
