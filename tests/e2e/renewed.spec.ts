import type { Page } from "@playwright/test";
import { openWeb, type OwnWeb } from "@/tests/support/own-web";
import { expect, test as base } from "./fixtures";
import { be, freshHandover, openLive, seriousDeal } from "./handover";

/** A web process that only these tests use, one after the other: they kill it. */
const test = base.extend<object, { web: OwnWeb }>({
  web: [async ({}, provide) => { const web = await openWeb(); await provide(web); await web.close(); }, { scope: "worker", timeout: 90_000 }],
  baseURL: async ({ web }, provide) => provide(web.url),
});

const GONE = /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_SOCKET|Failed to fetch|network error/i;
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible({ timeout: 45_000 });
const retrying = (page: Page) => expect(page.getByText("Not saved, retrying")).toBeVisible();
const goals = (page: Page) => page.getByLabel("Goals, in the client's words", { exact: true });
const unsaved = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")));
const openSection = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
};

test("P1.3: the web process is killed while somebody types; the page says so, goes on, and saves by itself once it is back", async ({ page, web, quietly }) => {
  quietly(GONE);
  const { id, seller } = await freshHandover(11, "draft");
  await be(page, seller);
  await openSection(page, `/handovers/${id}/brief/purpose`);
  await goals(page).fill("");
  await goals(page).pressSequentially("Real stock by ");
  await web.kill();
  await goals(page).pressSequentially("Christmas, and returns without a call");
  await retrying(page);
  await web.start();
  await saved(page);
  expect(await unsaved(page)).toEqual([]);
  await page.reload();
  await expect(goals(page)).toHaveValue("Real stock by Christmas, and returns without a call");
});

/** Pressed while the web is gone, then without a session, then again: a sentence each time, what was typed stays, and it is done once. */
async function sendThrough({ page, web, send, isKept, done }: { page: Page; web: OwnWeb; send: () => Promise<void>; isKept: () => Promise<void>; done: () => Promise<void> }) {
  const cookies = await page.context().cookies();
  await web.kill();
  await send();
  await expect(page.getByText(/The portal cannot be reached|comments are not all kept yet|trying again/).first()).toBeVisible();
  await isKept();
  await web.start();
  await page.context().clearCookies();
  await send();
  await expect(page.getByText(/^You are signed out\. What you \w+ is/).first()).toBeVisible();
  await isKept();
  await page.context().addCookies(cookies);
  await send();
  await done();
}

test("P1.8: a return with its points survives a portal that is gone and a session that is over, and says what to do", async ({ page, web, quietly }) => {
  quietly(GONE);
  quietly(/401/);
  const { id, pm } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await page.getByRole("button", { name: "Return", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Return the brief" });
  await dialog.getByLabel("What is it about?").selectOption("scope.inScope");
  await dialog.getByLabel("What is needed").fill("Which of the ten languages come first?");
  await expect(dialog.getByText("Kept. Only you see it until you decide.")).toBeVisible();
  await dialog.getByLabel("Suggested wording").fill("German and French first.");
  await sendThrough({
    page, web,
    send: () => dialog.getByRole("button", { name: "Return the brief" }).click(),
    isKept: async () => {
      await expect(dialog.getByLabel("What is needed")).toHaveValue("Which of the ten languages come first?");
      await expect(dialog.getByLabel("Suggested wording")).toHaveValue("German and French first.");
    },
    done: () => expect(page.locator(".toast").filter({ hasText: "Returned to the contact owner." })).toBeVisible(),
  });
});

test("the form of a deal and a request to delivery survive a portal that is gone and a session that is over, and say what to do", async ({ page, web, quietly }) => {
  quietly(GONE);
  quietly(/401/);
  const deal = await seriousDeal();
  await be(page, "Priscila Araújo");
  await page.goto(`/deals/${deal.id}/edit`);
  await page.getByLabel(/^Value/).fill("73000");
  await sendThrough({
    page, web,
    send: () => page.getByRole("button", { name: "Save" }).click(),
    isKept: () => expect(page.getByLabel(/^Value/)).toHaveValue("73000"),
    done: () => expect(page).not.toHaveURL(/edit$/),
  });

  await page.goto(`/deals/${deal.id}/involvement`);
  await page.getByRole("link", { name: "Ask in writing" }).first().click();
  await page.getByLabel("Of whom?").selectOption({ label: (await page.getByLabel("Of whom?").locator("option", { hasText: "Daniel Okafor" }).textContent()) ?? "" });
  await page.getByLabel("What do you need to know?").fill("Can the ERP's prices be shown to wholesale customers?");
  await page.getByLabel("Your own answer").fill("Yes, by customer group.");
  await sendThrough({
    page, web,
    send: () => page.getByRole("button", { name: "Send request" }).click(),
    isKept: async () => {
      await expect(page.getByLabel("What do you need to know?")).toHaveValue("Can the ERP's prices be shown to wholesale customers?");
      await expect(page.getByLabel("Your own answer")).toHaveValue("Yes, by customer group.");
    },
    done: () => expect(page.getByText("Asked", { exact: true })).toBeVisible(),
  });
});

test("P1.3: a release under open pages: typing is saved, what cannot be loaded or done any more says to reload, and that loses nothing", async ({ page, context, web, quietly }) => {
  quietly(/404|409|Failed to load chunk|ChunkLoadError|MIME type/); // files and actions that are gone
  quietly(GONE);
  const { id, seller } = await freshHandover(7, "draft");
  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  const deal = (await page.locator("main a[href^='/deals/']").first().getAttribute("href")) ?? "";
  await page.goto(`${deal}/edit`);
  await page.getByLabel(/^Value/).fill("61000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).not.toHaveURL(/edit$/);

  const [offers, promises, form] = [page, await context.newPage(), await context.newPage()];
  await openSection(offers, `/handovers/${id}/brief/commercial`);
  await openSection(promises, `/handovers/${id}/brief/promises`);
  await form.goto(`${deal}/edit`);
  await form.getByLabel(/^Value/).fill("63000");
  await web.renew();

  const reload = (one: Page) => expect(one.getByText("Reload the page; what you typed is kept.")).toBeVisible();
  await promises.getByRole("button", { name: "Add a promise" }).click();
  const cell = promises.locator("[data-group-row]:not([data-blank] *):visible").last().getByLabel("What was promised");
  await cell.focus();
  await promises.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "- Ten languages\n- A shop\n- Ready in March");
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await cell.fill("- Ten languages\n- A shop\n- Ready in March");
  await reload(promises);
  await saved(promises);
  await openSection(promises, `/handovers/${id}/brief/promises`);
  await expect(cell).toHaveValue("- Ten languages\n- A shop\n- Ready in March");

  const value = offers.locator("[data-answer='commercial.value']");
  await value.getByRole("button", { name: "Refresh" }).click();
  await reload(offers);
  await openSection(offers, `/handovers/${id}/brief/commercial`);
  await value.getByRole("button", { name: "Refresh" }).click();
  await expect(value.getByText("Taken from the deal.")).toBeVisible();

  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("The portal cannot be reached, or was renewed meanwhile.").first()).toBeVisible();
  await expect(form.getByLabel(/^Value/)).toHaveValue("63000");
});
