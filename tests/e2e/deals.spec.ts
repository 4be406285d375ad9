import { expect, test } from "./fixtures";
import { be } from "./handover";

test.describe.configure({ mode: "serial" });

const STAMP = Date.now().toString(36);
const CLIENT = `Zephyr ${STAMP}`;
const DEAL = `Webshop ${STAMP}`;
let deal = "";

test("a likely duplicate is said before a client is created, and nothing typed is lost", async ({ page, expectAccessible }) => {
  await be(page, "Jonas Weidner");
  await page.goto("/clients/new");
  await page.getByLabel("Client", { exact: true }).fill("Halvorsen Marine Suply");
  await page.getByLabel("Website").fill("halvorsen-marine.example");
  await page.getByLabel("Industry").fill("Shipping");
  await page.getByRole("button", { name: "Create client" }).click();
  await expect(page.getByText("Is this client there already?")).toBeVisible();
  await expect(page.getByText(/Looks like Halvorsen Marine Supply.*same domain halvorsen-marine\.example/)).toBeVisible();
  await expect(page.getByLabel("Industry")).toHaveValue("Shipping");
  await expectAccessible(page);

  await page.getByLabel("Client", { exact: true }).fill(CLIENT);
  await page.getByRole("button", { name: "Create anyway" }).click();
  await expect(page.getByRole("heading", { name: CLIENT, level: 1 })).toBeVisible();
  await expect(page.getByText("Prospect", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("a contact is added with roles, and a wrong mail address is a link to its field", async ({ page, expectAccessible }) => {
  await be(page, "Jonas Weidner");
  await page.goto(`/clients?search=${encodeURIComponent(CLIENT)}`);
  await expectAccessible(page);
  await page.getByRole("link", { name: CLIENT, exact: true }).click();
  await page.getByRole("link", { name: "Add a contact" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Wilma Quist");
  await page.getByLabel("Mail address").fill("wilma@localhost");
  await page.getByLabel("Decision maker").check();
  await page.getByLabel("Day-to-day").check();
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByRole("link", { name: "Enter a mail address, such as name@acme.com." }).click();
  await expect(page.getByLabel("Mail address")).toBeFocused();
  await expect(page.getByLabel("Decision maker")).toBeChecked();
  await page.getByLabel("Mail address").fill("wilma@zephyr.example");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("link", { name: "Edit Wilma Quist" })).toBeVisible();
  await expect(page.getByText("Decision maker", { exact: true })).toBeVisible();
});

test("P1.1: a deal is asked for at risk by its seller", async ({ page, expectAccessible }) => {
  await be(page, "Jonas Weidner");
  await page.goto(`/clients?search=${encodeURIComponent(CLIENT)}`);
  await page.getByRole("link", { name: CLIENT, exact: true }).click();
  await page.getByRole("link", { name: "New deal" }).click();
  await page.getByLabel("Deal", { exact: true }).fill(DEAL);
  await page.getByLabel("Value").fill("12,500.50");
  await page.getByLabel("Shopify").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create deal" }).click();
  await expect(page.getByRole("heading", { name: DEAL, level: 1 })).toBeVisible();
  await expect(page.getByText("€12,500.50")).toBeVisible();
  deal = new URL(page.url()).pathname;

  await page.getByRole("button", { name: "Qualify" }).click();
  await expect(page.getByText("Qualified", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Ask to start at risk" }).click();
  const dialog = page.getByRole("dialog", { name: "Start at risk" });
  await dialog.getByLabel("Until").fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByLabel("Why start before it is signed").fill("Their lawyer is on holiday");
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText(/waits for approval/)).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Approve the start at risk" }).click();
  await expect(page.getByText(/Only a sales manager/)).toBeVisible();
  await expectAccessible(page);
});

test("P1.1: a sales manager is told, and approves; the deal is won, and not signed", async ({ page, expectAccessible }) => {
  test.slow();
  await be(page, "Sofia Lindqvist");
  const open = page.getByRole("button", { name: new RegExp(`Open ?:? D-\\d+ ${DEAL}: Jonas Weidner asked for a start at risk`) });
  await expect(async () => {
    await page.goto("/notifications");
    await expect(open).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page);
  await open.click();
  await expect(page).toHaveURL(deal);
  await page.getByRole("button", { name: "Approve the start at risk" }).click();
  await expect(page.getByText("not signed", { exact: true })).toBeVisible();
  await expect(page.getByText(/Starts at risk until/)).toBeVisible();
  await expectAccessible(page);
});

test("P1.1: signing clears it", async ({ page }) => {
  await be(page, "Jonas Weidner");
  await page.goto(deal);
  await page.getByRole("button", { name: "Record the signature" }).click();
  const dialog = page.getByRole("dialog", { name: "The contract is signed" });
  await dialog.getByLabel("Evidence").fill("https://sign.example/zephyr");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByText(/Signed on/)).toBeVisible();
  await expect(page.getByText("not signed", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("list", { name: "History of the deal" }).getByRole("listitem").first()).toContainText("recorded that the contract was signed");
  await expect(page.getByRole("link", { name: "Start handover" })).toHaveAttribute("href", `/handovers/new?deal=${deal.split("/").at(-1)}`);
});

test("search finds by client and by number; what is not theirs is not there", async ({ page, expectAccessible, quietly }) => {
  quietly(/404/);
  await be(page, "Jonas Weidner");
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill(CLIENT);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: DEAL })).toHaveAttribute("href", deal);
  await expect(page.getByRole("link", { name: CLIENT, exact: true })).toBeVisible();
  await expectAccessible(page);
  await be(page, "Arjun Mehta");
  await page.goto(`/search?q=${encodeURIComponent(CLIENT)}`);
  await expect(page.getByText(/Nothing that you can see matches/)).toBeVisible();
  expect((await page.goto(deal))?.status()).toBe(404);
  expect((await page.goto("/deals/nothing"))?.status()).toBe(404);
});

test("P1.2: from nothing, client and deal are created on the way to the handover", async ({ page, expectAccessible }) => {
  await be(page, "Jonas Weidner");
  await page.goto("/handovers/new");
  await expectAccessible(page);
  const client = page.getByLabel("Client", { exact: true });
  if (!(await client.isVisible())) await page.getByText("From nothing").click();
  await client.fill(`${CLIENT} Nova`);
  await page.getByLabel("Deal", { exact: true }).fill("Landing page");
  await page.getByRole("button", { name: "Create both and start the handover" }).click();
  await page.getByRole("button", { name: "Create anyway" }).click();
  await expect(page).toHaveURL(/\/handovers\/new\?deal=/);
  await expect(page.getByRole("heading", { name: "Hand over Landing page" })).toBeVisible();
});

test("B3: a sales manager erases a person, who is gone from the client", async ({ page }) => {
  await be(page, "Sofia Lindqvist");
  await page.goto(`/clients?search=${encodeURIComponent(CLIENT)}`);
  await page.getByRole("link", { name: CLIENT, exact: true }).click();
  await page.getByRole("button", { name: "Erase" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase Wilma Quist" });
  await dialog.getByLabel("Why").selectOption({ label: "The person asked for it" });
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Erased person")).toBeVisible();
  await expect(page.getByText("Wilma Quist")).toHaveCount(0);
});

for (const width of [360, 768])
  test(`nothing is cut off at ${width} px`, async ({ page, expectAccessible }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await be(page, "Jonas Weidner");
    for (const path of ["/deals", deal, "/clients", "/deals/new", "/notifications", "/search?q=shop"]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true);
      if (width === 360) await expectAccessible(page);
    }
  });
