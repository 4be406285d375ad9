import type { Page } from "@playwright/test";
import { be, openLive, seriousDeal } from "./handover";
import { expect, test } from "./fixtures";

const TEXTS = {
  "In plain words": "We mend what is broken, and leave the rest as it is.", Benefits: "Ready before the season\nNothing new to learn", Risks: "The old theme stays slow",
  Assumptions: "The apps can be updated", "Not included": "New product texts", "What the client provides": "Access to the shop\nOne person who decides",
};

/** Fills the form of an option in. */
async function describeOption(page: Page, { name, price, weeks = ["2", "4"] }: { name: string; price: string; weeks?: readonly [string, string] }) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  for (const [label, text] of Object.entries(TEXTS)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel("Shortest, in weeks").fill(weeks[0]);
  await page.getByLabel("Longest, in weeks").fill(weeks[1]);
  await page.getByLabel("Price", { exact: true }).fill(price);
}

async function addPhase(page: Page, name: string, words: string) {
  await page.locator("summary", { hasText: "Add a phase" }).click();
  await page.locator("#add-phase-name").fill(name);
  await page.locator("#add-phase-words").fill(words);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

const fits = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  await page.setViewportSize({ width: 1280, height: 900 });
};

test("P7.1, P7.2, P6.6: a seller writes two options, a developer estimates, a lead approves, and every gate is open", async ({ page, expectAccessible, quietly }) => {
  quietly(/404/); // the deal's page, which does not exist for the developer
  test.setTimeout(240_000); // many people, and axe on each page
  const deal = await seriousDeal("STANDARD");
  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/options`);
  await expect(page.getByText("Where the client needs guidance, write at least two")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add an option" }).click();
  await describeOption(page, { name: "Repair the shop", price: "18000", weeks: ["5", "3"] });
  await page.getByRole("button", { name: "Add the option" }).click();
  await expect(page.getByRole("link", { name: "The longest is not shorter than the shortest." })).toBeVisible();
  await expect(page.getByLabel("Benefits", { exact: true })).toHaveValue(TEXTS.Benefits);
  await expectAccessible(page);
  await page.getByLabel("Longest, in weeks").fill("6");
  await page.getByRole("button", { name: "Add the option" }).click();
  await expect(page.getByRole("heading", { name: "Repair the shop", level: 1 })).toBeVisible();
  await addPhase(page, "Mend the checkout", "Find out why orders are lost, and mend it");
  await addPhase(page, "Update the apps", "Bring every app to its newest version");
  await expectAccessible(page);
  await fits(page, 320);

  await page.goto(`/deals/${deal.id}/options/new`);
  await describeOption(page, { name: "Build the shop anew", price: "86000" });
  await page.getByRole("button", { name: "Add the option" }).click();
  await addPhase(page, "Build the theme", "A theme of its own, fast on phones");
  await page.goto(`/deals/${deal.id}/options`);
  const gates = page.getByRole("complementary", { name: "Before presenting" });
  await expect(gates.getByRole("link", { name: "Build the shop anew, “Build the theme”: Nobody has estimated it yet." })).toBeVisible();
  await expect(gates.getByText("Ask a developer or lead of the deal's teams for an estimate.")).toHaveCount(1);
  await expectAccessible(page);
  await fits(page, 320);
  await page.getByRole("button", { name: "Move Build the shop anew up" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) }).first()).toContainText("Build the shop anew");

  await page.goto(`/deals/${deal.id}/involvement/new?kind=ESTIMATE`);
  const whom = page.getByLabel("Of whom?");
  await whom.selectOption({ label: (await whom.locator("option", { hasText: "Grace Nakamura" }).textContent()) ?? "" });
  await page.getByLabel("What do you need to know?").fill(`How many hours does each phase of ${deal.name} take?`);
  await page.getByLabel("Your own answer").fill("About 60 hours to repair, 300 to build anew.");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("Asked", { exact: true })).toBeVisible();

  await be(page, "Grace Nakamura");
  await openLive(page, "/asked");
  await page.getByRole("link", { name: new RegExp(deal.name) }).first().click();
  await expect(page.getByText(/0 of 3 phases have an estimate/)).toBeVisible();
  await expect(page.getByText(/86,000|18,000|98,700/)).toHaveCount(0); // P7.3: no price, and no value of the deal
  for (const [phase, hours] of [["Mend the checkout", ["16", "24", "40"]], ["Update the apps", ["8", "6", "10"]], ["Build the theme", ["200", "260", "400"]]] as const) {
    await page.locator("summary", { hasText: `Estimate ${phase}` }).click();
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Save the estimate" }) }).filter({ visible: true });
    for (const [i, label] of ["Low", "Likely", "High"].entries()) await form.getByLabel(label, { exact: true }).fill(hours[i] ?? "");
    await form.getByLabel("Risks").fill("The apps are old");
    await form.getByRole("button", { name: "Save the estimate" }).click();
    if (phase === "Update the apps") {
      await expect(page.getByRole("link", { name: "The likely hours are not fewer than the low ones." })).toBeVisible();
      await expectAccessible(page);
      await form.getByLabel("Likely", { exact: true }).fill("9.5");
      await form.getByRole("button", { name: "Save the estimate" }).click();
    }
    await expect(page.locator("summary", { hasText: `Estimate anew ${phase}` })).toBeVisible();
  }
  await expect(page.getByText("Every phase has an estimate.")).toBeVisible();
  await expect(page.getByText("8 to 10 hours, most likely 9.5")).toBeVisible();
  await expectAccessible(page);
  await fits(page, 320);
  await page.goto(`/deals/${deal.id}/options`);
  await expect(page.getByText(deal.name)).toHaveCount(0);
  await openLive(page, "/asked");
  await page.getByRole("link", { name: new RegExp(deal.name) }).first().click();
  await page.locator("html[data-answers=true]").waitFor({ state: "attached" });
  await page.keyboard.press("y");
  await expect(page).toHaveURL(/\/asked$/);

  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/options`);
  await gates.getByRole("link", { name: "Build the shop anew: It is above 50,000 USD. A lead has to approve the estimates." }).click();
  await expect(page.getByText("It is above 50,000 USD. A lead approves the estimates before they are presented (P6.6).")).toBeVisible();
  await page.locator("summary", { hasText: "Ask a lead" }).click();
  await page.getByLabel("Lead", { exact: true }).selectOption({ label: "Daniel Okafor" });
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText("Asked", { exact: true }).first()).toBeVisible();

  await be(page, "Daniel Okafor");
  await openLive(page, "/asked");
  await page.getByRole("link", { name: new RegExp(`Build the shop anew.*${deal.name}`) }).first().click();
  await expect(page.getByRole("heading", { name: "An approval of estimates, asked by Priscila Araújo" })).toBeVisible();
  await expect(page.getByText(/86,000|98,700/)).toHaveCount(0);
  await expectAccessible(page);
  await fits(page, 320);
  await page.locator("html[data-answers=true]").waitFor({ state: "attached" });
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/asked$/);
  await page.goto("/rate-card");
  await expect(page.getByRole("heading", { name: "Rate card", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/deals/${deal.id}/options`); // a lead sees the options of the deal, and no commercials
  await expect(page.getByText("Approved by Daniel Okafor")).toBeVisible();
  await expect(page.getByText(/86,000|18,000/)).toHaveCount(0);

  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/options`);
  await expect(gates.getByText("Everything is there: these options can be presented.")).toBeVisible();
  await expect(page.getByText("US$86,000")).toBeVisible();
  await expect(page.getByRole("link", { name: "Present", exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("B3, P1.3: two write one option at once: both are shown, and nothing that was typed is lost", async ({ page, browser }) => {
  const deal = await seriousDeal("STANDARD");
  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/options/new`);
  await describeOption(page, { name: "Repair the shop", price: "18000" });
  await page.getByRole("button", { name: "Add the option" }).click();
  await expect(page.getByRole("heading", { name: "Repair the shop", level: 1 })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await be(other, "Priscila Araújo");
  await other.goto(page.url());
  await other.getByLabel("Benefits", { exact: true }).fill("Quick");
  await other.getByLabel("Risks", { exact: true }).fill("Slow phones");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.locator(".toast").filter({ hasText: "Saved" })).toBeVisible();

  await page.getByLabel("Benefits", { exact: true }).fill("Quick, and nothing new to learn");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Priscila Araújo saved meanwhile: “Quick”" })).toBeVisible();
  await expect(page.getByLabel("Benefits", { exact: true })).toHaveValue("Quick, and nothing new to learn");
  await expect(page.getByLabel("Risks", { exact: true })).toHaveValue("Slow phones"); // untouched here, so theirs
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator(".toast").filter({ hasText: "Saved" })).toBeVisible();
  await other.reload();
  await expect(other.getByLabel("Benefits", { exact: true })).toHaveValue("Quick, and nothing new to learn");
  await expect(other.getByLabel("Risks", { exact: true })).toHaveValue("Slow phones");
});

test.describe("on a phone, without JavaScript", () => {
  test.use({ viewport: { width: 320, height: 740 }, javaScriptEnabled: false });
  test("P7.2: simple work takes its estimate from the rate card that a lead writes, and a refused form keeps what was typed", async ({ page }) => {
    const deal = await seriousDeal("SIMPLE");
    const become = async (name: string) => {
      await page.context().clearCookies();
      await page.goto("/sign-in");
      await page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
    };
    const narrow = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
    const work = `Update a theme, ${deal.name.slice(-4)}`;
    await become("Daniel Okafor");
    await page.goto("/rate-card");
    await page.locator("summary", { hasText: "Add a line" }).first().click();
    const line = page.locator("form").filter({ has: page.getByRole("button", { name: "Add", exact: true }) }).first();
    await line.getByLabel("Work").fill(work);
    for (const [label, hours] of [["Low", "4"], ["Likely", "6"], ["High", "10"]] as const) await line.getByLabel(label, { exact: true }).fill(hours);
    await line.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("heading", { name: work })).toBeVisible();
    await narrow();

    await become("Priscila Araújo");
    await page.goto(`/deals/${deal.id}/options/new`);
    await describeOption(page, { name: "Repair the shop", price: "many" });
    await page.getByRole("button", { name: "Add the option" }).click();
    await expect(page.getByText("Enter a price, such as 18000 or 18000.50.").first()).toBeVisible();
    await expect(page.getByLabel("Risks", { exact: true })).toHaveValue(TEXTS.Risks);
    await narrow();
    await page.getByLabel("Price", { exact: true }).fill("1800");
    await page.getByRole("button", { name: "Add the option" }).click();
    await page.locator("summary", { hasText: "Add a phase" }).click();
    await page.locator("#add-phase-name").fill("Update the theme");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator("summary", { hasText: "Take from the rate card" }).click();
    const lines = page.getByLabel("Line of the rate card");
    await lines.selectOption({ label: (await lines.locator("option", { hasText: work }).textContent()) ?? "" });
    await page.getByRole("button", { name: "Take", exact: true }).click();
    await expect(page.getByText("4 to 10 hours, most likely 6", { exact: true })).toBeVisible();
    await expect(page.getByText(/Daniel Okafor, from the rate card · holds until/)).toBeVisible();
    await narrow();
    await page.goto(`/deals/${deal.id}/options`);
    await expect(page.getByText("There is one option.")).toBeVisible();
    await narrow();
  });
});
