import { be, openLive, seriousDeal } from "./handover";
import { expect, test } from "./fixtures";

test("P6.4, P4.4: a seller asks a lead in writing, no contract is sent along, and the lead agrees with one key", async ({ page, expectAccessible }) => {
  const deal = await seriousDeal();
  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/involvement`);
  await expect(page.getByText("Nobody of delivery has been asked about this deal.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Ask in writing" }).first().click();
  await page.getByLabel("Of whom?").selectOption({ label: (await page.getByLabel("Of whom?").locator("option", { hasText: "Daniel Okafor" }).textContent()) ?? "" });
  await page.getByLabel("What do you need to know?").fill("Could you go over the contract before Friday?");
  await page.getByLabel("Your own answer").fill("Yes: prices by customer group, and the rest stays in the ERP.");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByRole("link", { name: /No request can ask delivery to review a contract/ }).click();
  await expect(page.getByLabel("What do you need to know?")).toBeFocused();
  await expect(page.getByLabel("Your own answer")).toHaveValue(/prices by customer group/);
  await expectAccessible(page);
  await page.getByLabel("What do you need to know?").fill(`Can ${deal.name} show the ERP's prices to wholesale customers?`);
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("Asked", { exact: true })).toBeVisible();

  await be(page, "Daniel Okafor");
  await openLive(page, "/asked");
  await page.getByRole("link", { name: new RegExp(deal.name) }).first().click();
  await expect(page.getByRole("heading", { name: "A written answer, asked by Priscila Araújo" })).toBeVisible();
  await expectAccessible(page);
  await page.locator("html[data-answers=true]").waitFor({ state: "attached" });
  await page.keyboard.press("y");
  await expect(page).toHaveURL(/\/asked$/);
  await page.getByRole("link", { name: new RegExp(deal.name) }).first().click();
  await expect(page.getByText("You agreed with the seller's own answer.")).toBeVisible();
});

test("P6.5: a trial task is approved, runs, stops at its cap, goes on, is delivered and evaluated; its developer sees no deal", async ({ page, expectAccessible, quietly }) => {
  quietly(/404/); // the deal's page, which does not exist for the developer
  const deal = await seriousDeal();
  const open = async (person: string) => {
    await be(page, person);
    await openLive(page, "/asked");
    await page.getByRole("link", { name: new RegExp(deal.name) }).first().click();
    await expect(page.getByRole("heading", { name: "A trial task, asked by Priscila Araújo" })).toBeVisible();
    await page.locator("html[data-answers=true]").waitFor({ state: "attached" });
  };
  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/involvement/trial`);
  await page.getByLabel("Purpose").fill(`See whether the ERP answers in time for ${deal.name}`);
  await page.getByLabel("Scope").fill("One order, there and back.");
  await page.getByLabel("Entry criteria").fill("A test account of the ERP.");
  await page.getByLabel("Exit criteria").fill("The order arrives within a minute.");
  for (const [field, name] of [["Developer", "Grace Nakamura"], ["Reviewing lead", "Daniel Okafor"]] as const) {
    const select = page.getByLabel(field, { exact: true });
    await select.selectOption({ label: (await select.locator("option", { hasText: name }).first().textContent()) ?? "" });
  }
  await page.getByLabel("Cap").fill("2");
  await page.getByLabel("Price").fill("800");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Request the trial task" }).click();
  await expect(page.getByText("Requested", { exact: true })).toBeVisible();

  await open("Daniel Okafor");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/asked$/);

  await open("Grace Nakamura");
  await expect(page.getByText("$800")).toHaveCount(0); // those who work on it do not see its price
  await page.keyboard.press("s");
  await page.locator("summary", { hasText: "Record time" }).click();
  await page.getByRole("textbox", { name: "Time spent" }).fill("150");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByText("Daniel Okafor decides about more time. Until then nothing is recorded or delivered.")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/deals/${deal.id}`);
  await expect(page.getByText(deal.name)).toHaveCount(0);

  await open("Daniel Okafor");
  await page.keyboard.press("a");
  await page.getByLabel("New cap, in all").fill("4");
  await page.getByLabel("Why", { exact: true }).fill("The test account was slow.");
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("Grace Nakamura is on it.")).toBeVisible();

  await open("Grace Nakamura");
  await page.keyboard.press("e");
  await page.getByLabel("What it showed").fill("The ERP answers within ten seconds.");
  await page.getByRole("button", { name: "Deliver the result" }).click();
  await expect(page).toHaveURL(/\/asked$/);

  await open("Daniel Okafor");
  await page.keyboard.press("e");
  await page.getByLabel("Against the exit criteria").selectOption("MET");
  await page.getByLabel("What it means for the work").fill("We can build on it.");
  await page.getByRole("button", { name: "Evaluate", exact: true }).click();
  await expect(page).toHaveURL(/\/asked$/);

  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/involvement`);
  await page.locator("summary", { hasText: "See whether the ERP answers" }).click();
  await expect(page.getByText("The exit criteria are met. We can build on it.")).toBeVisible();
  await expect(page.getByText("US$800")).toBeVisible();
});

test.describe("on a phone, without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  test("P5.4, P6.2: simple work is refused with the remedy; a person declines with a code, and is not asked again", async ({ page }) => {
    const [simple, deal] = [await seriousDeal("SIMPLE"), await seriousDeal()];
    const become = async (name: string) => {
      await page.context().clearCookies();
      await page.goto("/sign-in");
      await page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
    };
    await become("Priscila Araújo");
    await page.goto(`/deals/${simple.id}/involvement`);
    await expect(page.getByText("The work is simple: delivery comes in once the contract is signed.").first()).toBeVisible();
    await page.goto(`/deals/${deal.id}/involvement/new`);
    const people = page.getByLabel("Of whom?");
    await people.selectOption({ label: (await people.locator("option", { hasText: "Miriam Adler" }).textContent()) ?? "" });
    await page.getByLabel("What do you need to know?").fill(`How long does a theme take for ${deal.name}?`);
    await page.getByLabel("Your own answer").fill("Three weeks, with one round of changes.");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByText("Asked", { exact: true })).toBeVisible();
    await become("Miriam Adler");
    await page.goto("/asked");
    await page.getByRole("link", { name: new RegExp(deal.name) }).first().click();
    await page.locator("summary", { hasText: "Decline" }).click();
    await page.getByLabel("Why", { exact: true }).selectOption("NOT_MY_FIELD");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole("button", { name: "Decline, for good" }).click();
    await expect(page).toHaveURL(/\/asked$/);
    await become("Priscila Araújo");
    await page.goto(`/deals/${deal.id}/involvement/new`);
    await expect(people.locator("option", { hasText: "Miriam Adler has declined to be asked about this deal" })).toBeDisabled();
  });
});
