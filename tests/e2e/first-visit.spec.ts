import type { Browser, Page, TestInfo } from "@playwright/test";
import { expect, test } from "./fixtures";

const setUpLink = process.env.E2E_SETUP_URL ?? "";
const PASSWORD = "correct horse battery staple";
const ADA = "ada@agency.example";

test.use({ baseURL: setUpLink ? new URL(setUpLink).origin : undefined });

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The same, and in. */
async function enter(page: Page) {
  await signIn(page, ADA, PASSWORD);
  await expect(page).toHaveURL("/");
}

/** Somebody else where a test is tried again: whom the first try invited is there already. */
const another = ({ retry }: TestInfo) => (retry === 0 ? "" : ` ${["Second", "Third"][retry - 1]}`);
const mailOf = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@agency.example`;

/** As the person at another desk: a browser without our cookies. */
const anotherBrowser = async (browser: Browser) => (await browser.newContext({ baseURL: new URL(setUpLink).origin, locale: "en-GB" })).newPage();

// Set-up happens once; whatever comes after it can be tried again.
test.describe.serial("the first of all", () => {
  test("before anybody exists, two ways lead on, and a wrong token leads nowhere", async ({ page, expectAccessible }) => {
    await page.goto("/deals");
    await expect(page).toHaveURL("/sign-in?next=%2Fdeals");
    await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Look around with sample data" })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/setup?token=guessed");
    await expect(page.getByText("This set-up link does not work")).toBeVisible();
  });

  test("the link of the log sets up, once; problems are links to their fields", async ({ page, expectAccessible }) => {
    await page.goto(setUpLink);
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByRole("link", { name: "Enter the organisation's name." }).click();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expectAccessible(page);

    await page.getByLabel("Name", { exact: true }).fill("Nordlicht");
    await expect(page.getByText("Enter the organisation's name.")).toHaveCount(0);
    await page.getByLabel("Time zone").fill("Europe/Berlin");
    await page.getByLabel("Your name").fill("Ada Berg");
    await page.getByLabel("Mail address").fill(ADA);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Set up" }).click();
    await expect(page).toHaveURL("/admin");
    await expect(page.getByRole("heading", { name: "Set-up" })).toBeVisible();
    await expect(page.getByText("You are alone.")).toBeVisible();

    await page.goto(setUpLink);
    await expect(page).toHaveURL("/"); // to the sign-in page, and from there, being signed in, to the start
  });
});

test("signing in, being wrong, signing out", async ({ page, expectAccessible }) => {
  await signIn(page, ADA, "not the password at all");
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await expect(page.getByLabel("Mail address")).toHaveValue(ADA);
  await expectAccessible(page);

  await page.goto("/admin/people?q=ada");
  await expect(page).toHaveURL("/sign-in?next=%2Fadmin%2Fpeople%3Fq%3Dada");
  await page.getByLabel("Mail address").fill(ADA);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/admin/people?q=ada");

  await page.getByRole("button", { name: /^Ada Berg/ }).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/admin");
  await expect(page).toHaveURL("/sign-in?next=%2Fadmin");
});

test("an admin invites somebody; the link works once; deactivation ends their session with the next click", async ({ page, browser, expectAccessible, quietly }, testInfo) => {
  quietly(/403/); // what is for admins alone
  test.slow();
  const name = `Pia Holm${another(testInfo)}`;
  await enter(page);
  await page.goto("/admin/people/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Mail address").fill(mailOf(name));
  await page.getByRole("group", { name: "Shopify" }).getByLabel("PM").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = (await page.getByRole("button", { name: /\/invitation\// }).textContent())?.match(/https?:\S+\/invitation\/[\w-]{43}/)?.[0] ?? "";
  expect(link).toContain("/invitation/");

  const pia = await anotherBrowser(browser);
  await pia.goto(link);
  await expect(pia.getByRole("heading", { name: `Welcome, ${name}` })).toBeVisible();
  await pia.getByLabel("Your password").fill(PASSWORD);
  await pia.getByRole("button", { name: "Join" }).click();
  await expect(pia).toHaveURL("/");
  await expect(pia.getByRole("link", { name: /Inbox/ }).first()).toBeVisible();
  await pia.goto("/admin/people");
  await expect(pia.getByText("Only an admin can do that. Any admin can give you the role.")).toBeVisible();
  await pia.goto(link);
  await expect(pia.getByRole("heading", { name: "This link does not work" })).toBeVisible();

  await page.goto(`/admin/people?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("button", { name: "Reactivate" })).toBeVisible();
  await pia.goto("/profile");
  await expect(pia).toHaveURL("/sign-in?next=%2Fprofile");
  await pia.context().close();

  await page.goto("/admin/history");
  await expect(page.getByText(`deactivated ${name}`)).toBeVisible();
  await expect(page.getByText(`made ${name} PM in Shopify`)).toBeVisible();
  await expectAccessible(page);
});

test("an edit of a person says what is wrong, and what somebody else changed meanwhile", async ({ page, context }) => {
  await enter(page);
  await page.goto("/admin/people?q=ada");
  await page.getByRole("link", { name: "Ada Berg" }).click();
  await expect(page.getByRole("heading", { name: "Ada Berg" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Skills (optional)").fill("contracts");
  await other.getByRole("group", { name: "Shopify" }).getByLabel("manager").check(); // settings and roles are saved at once
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved")).toBeVisible();
  await other.reload();
  await expect(other.getByRole("group", { name: "Shopify" }).getByLabel("manager")).toBeChecked();
  await expect(other.getByLabel("Skills (optional)")).toHaveValue("contracts");
  await other.getByRole("group", { name: "Shopify" }).getByLabel("manager").uncheck();
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved")).toBeVisible();

  await page.getByLabel("Load cap").fill("many");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Enter a whole number." })).toBeVisible();
  await page.getByLabel("Load cap").fill("4");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("has changed since you read it")).toBeVisible();
  await expect(page.getByLabel("Load cap")).toHaveValue("4");
});

test("without a connection nothing typed is lost, and the page says so", async ({ page, context, quietly }, testInfo) => {
  const name = `Lee Sand${another(testInfo)}`;
  quietly(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await enter(page);
  await page.goto("/admin/people/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Mail address").fill(mailOf(name));
  await context.setOffline(true);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText("The portal cannot be reached")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText(`A link for ${name}`)).toBeVisible();
});

test("everywhere is signed out at once", async ({ page, browser }) => {
  const other = await anotherBrowser(browser);
  await enter(other);
  await enter(page);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL("/sign-in");
  await other.goto("/profile");
  await expect(other).toHaveURL("/sign-in?next=%2Fprofile");
  await other.context().close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in and inviting work", async ({ page }, testInfo) => {
    const name = `Max Roth${another(testInfo)}`;
    await enter(page);
    await page.goto("/admin/people/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Mail address").fill(mailOf(name));
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.getByText(`A link for ${name}`)).toBeVisible();
  });
});
