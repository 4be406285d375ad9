import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

/** Moves down with `j` until the row of this deal has the focus. */
async function goTo(page: Page, deal: string) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("j");
    const focused = page.locator("tr:has(:focus)");
    await expect(focused).toHaveCount(1);
    if ((await focused.innerText()).includes(deal)) return;
  }
  throw new Error(`The row of ${deal} was not reached.`);
}
const rowOf = (page: Page, deal: string) => page.getByRole("row").filter({ hasText: deal });
const brief = (page: Page) => page.getByRole("region", { name: "The open brief" });

test("B1 P1.7 P4.6 with the keyboard alone: open beside the list, accept, the next one opens, z takes it back, Back restores", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const [first, second] = [await freshHandover(11), await freshHandover(11)];
  await be(page, first.pm);
  await openLive(page, "/inbox");
  await expect(rowOf(page, first.deal)).toContainText("left");
  await goTo(page, first.deal);
  await page.keyboard.press("Enter");
  await expect(brief(page).getByRole("heading", { name: "The top three things to know" })).toBeVisible();
  await expect(brief(page)).toContainText(first.deal);
  await expect(page).toHaveURL(new RegExp(`open=${first.keys[0]?.id ?? ""}`));

  await page.keyboard.press("a");
  await expect(toast(page, "the PM is accountable now")).toBeVisible();
  await expect(rowOf(page, first.deal)).toHaveCount(0);
  await expect(brief(page)).not.toContainText(first.deal);
  await expect(page.locator("tr[data-current]")).toHaveCount(1);
  await expect(page.locator("tr:has(:focus)")).toHaveCount(1);

  await page.keyboard.press("z");
  await expect(toast(page, "Taken back")).toBeVisible();
  await expect(rowOf(page, first.deal)).toHaveCount(1);
  await expect(brief(page)).toContainText(first.deal);

  await brief(page).getByRole("link", { name: "Read the whole brief" }).click();
  await expect(page).toHaveURL(new RegExp(`/handovers/${first.id}/review`));
  await page.goBack();
  await expect(brief(page)).toContainText(first.deal);
  await expect(page.locator("tr[data-current]")).toContainText(first.deal);
  await expect(page.locator("html[data-answers=true]")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(brief(page)).toBeHidden();
  await expect(page).not.toHaveURL(/open=/);
  await expect(rowOf(page, second.deal)).toHaveCount(1);
});

test("P1.8 r opens the return of the chosen row, a field takes every key as text, and ? lists the keys", async ({ page }) => {
  const { deal, pm, id } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, "/inbox");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of the inbox" });
  await expect(help).toContainText("snooze it, or what is selected");
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await goTo(page, deal);
  await page.keyboard.press("r");
  await expect(page).toHaveURL(new RegExp(`/handovers/${id}/review`));
  const dialog = page.getByRole("dialog", { name: "Return the brief" });
  await dialog.getByLabel("What is needed").fill("");
  await dialog.getByLabel("What is needed").press("a");
  await expect(dialog.getByLabel("What is needed")).toHaveValue("a");
  await expect(page.locator(".toast")).toHaveCount(0);
});

test("B5 P1.9 what others decide leaves the list around focus and ticks; several are snoozed at once, and brought back", async ({ page, browser, baseURL }) => {
  const [first, second, third] = [await freshHandover(11), await freshHandover(11), await freshHandover(11)];
  await be(page, first.pm);
  await openLive(page, "/inbox");
  for (const { deal } of [first, second]) await rowOf(page, deal).getByRole("checkbox").check();
  await rowOf(page, third.deal).getByRole("link").focus();

  const elsewhere = await (await browser.newContext({ baseURL })).newPage();
  await be(elsewhere, second.pm);
  await openLive(elsewhere, `/handovers/${second.id}/review`);
  await elsewhere.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(toast(elsewhere, "Accepted")).toBeVisible();
  await elsewhere.context().close();

  await page.evaluate(() => window.dispatchEvent(new Event("inbox:refresh")));
  await expect(rowOf(page, second.deal)).toHaveCount(0);
  await expect(page.locator("tr:has(:focus)")).toContainText(third.deal);
  await expect(page.getByText("1 selected")).toBeVisible();

  await rowOf(page, third.deal).getByRole("checkbox").check();
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Snooze 2 keys" });
  await dialog.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(dialog).toContainText("Enter the day on which it comes back.");
  await dialog.getByRole("button", { name: "Monday" }).click();
  await expect(toast(page, "2 done.")).toBeVisible();
  for (const { deal } of [first, third]) await expect(rowOf(page, deal)).toHaveCount(0);

  await page.getByRole("navigation", { name: "Views of the inbox" }).getByRole("link", { name: /Snoozed/ }).click();
  await expect(rowOf(page, first.deal)).toContainText("the clock keeps running");
  await expect(page.locator("html[data-answers=true]")).toBeAttached();
  await rowOf(page, first.deal).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(rowOf(page, first.deal)).toHaveCount(0);
  await page.goto("/inbox");
  await expect(rowOf(page, first.deal)).toHaveCount(1);
});

test("P1.6 a manager filters, keeps the view for the team, exports it, and gives a key to somebody else", async ({ page }) => {
  const { deal, number } = await freshHandover(11);
  await be(page, "Katarína Novotná");
  await openLive(page, "/inbox?view=team");
  await expect(rowOf(page, deal)).toContainText("Rui Carvalho, as PM");
  await page.getByRole("link", { name: "Filter" }).click();
  await page.getByRole("searchbox", { name: "Client, deal or number" }).fill("no such client");
  await page.getByRole("searchbox", { name: "Client, deal or number" }).press("Enter");
  await page.getByRole("main").getByRole("link", { name: "Clear filters" }).last().click();
  await page.getByRole("link", { name: "Filter" }).click();
  await page.getByRole("searchbox", { name: "Client, deal or number" }).fill(`ho-${number}`);
  await page.getByRole("searchbox", { name: "Client, deal or number" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=ho-${number}`));
  await expect(page.locator("tr[data-key]")).toHaveCount(1);
  await expect(page.locator("html[data-answers=true]")).toBeAttached();

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Save or manage views" }).click();
  const views = page.getByRole("dialog", { name: "Saved views" });
  await views.getByLabel("Name").fill(`Only ${number}`);
  await views.getByLabel("Who sees it").selectOption({ label: "Team WordPress" });
  await views.getByRole("button", { name: "Save this view" }).click();
  await expect(toast(page, "The view is saved.")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export this view as CSV" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain(`HO-${number}`);

  await rowOf(page, deal).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Assign" }).click();
  const assign = page.getByRole("dialog", { name: "Assign this key" });
  await assign.getByRole("button", { name: "Assign" }).click();
  await expect(assign).toContainText("Say why, for the history.");
  await assign.getByLabel("Who decides").selectOption({ label: "Hannah Whitfield, PM in WordPress" });
  await assign.getByLabel("Why").fill("Rui is away");
  await assign.getByRole("button", { name: "Assign" }).click();
  await expect(toast(page, "Assigned.")).toBeVisible();
  await expect(rowOf(page, deal)).toContainText("Hannah Whitfield, as PM");

  await be(page, "Inês Moreira");
  await page.goto("/inbox");
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.getByRole("link", { name: `Only ${number}` })).toBeVisible();
});

test("the inbox, its filters and a brief open beside it, in both themes, on a phone and at 320 px", async ({ page, expectAccessible }) => {
  await be(page, "Ananya Iyer");
  for (const view of ["", "?view=snoozed&filters=1", "?view=accepted"]) {
    await page.goto(`/inbox${view}`);
    await expect(page.getByRole("navigation", { name: "Views of the inbox" }).locator("[aria-current]")).toHaveCount(1);
    await expectAccessible(page);
  }
  const { pm, deal, id, keys } = await freshHandover(11);
  await be(page, pm);
  await page.setViewportSize({ width: 1280, height: 900 });
  await openLive(page, "/inbox");
  await rowOf(page, deal).getByRole("link").click();
  await expect(brief(page)).toContainText(deal);
  await rowOf(page, deal).getByRole("checkbox").check();
  await expectAccessible(page);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`/inbox?open=${keys[0]?.id ?? ""}`);
    await expect(brief(page)).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await expectAccessible(page);
  await rowOf(page, deal).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/handovers/${id}/review`));
});
