import type { Page } from "@playwright/test";
import { withClient } from "@/scripts/database";
import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

/** Seconds since the newest event of a handover, by the clock of the database. */
const age = (id: string) => withClient(`${process.env.E2E_OWNER_DATABASE_URL ?? ""}_sample`, async (client) =>
  Number((await client.query<{ age: string }>(`SELECT extract(epoch FROM clock_timestamp() - max(at)) AS age FROM "Event" WHERE stream = $1::uuid`, [id])).rows[0]?.age));

const accept = (page: Page) => page.getByRole("button", { name: "Accept", exact: true }).click();

async function sendBack(page: Page) {
  await page.getByRole("button", { name: /^Return/ }).click();
  const dialog = page.getByRole("dialog", { name: "Return the brief" });
  await dialog.getByLabel("What is it about?").selectOption("scope.inScope");
  await dialog.getByLabel("What is needed").fill("Which of the ten languages come first?");
  await dialog.getByRole("button", { name: "Return the brief" }).click();
}

/** Back at the review of this handover, whose key waits again. */
async function isBack(page: Page, id: string) {
  await expect(toast(page, "Taken back. It waits for your key again.").last()).toBeVisible(); // the one before may still stand
  await expect(page).toHaveURL(new RegExp(`/handovers/${id}/review`));
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toBeVisible();
}

const LEFT_FOR_THE_NEXT = /\/handovers\/[^/]+\/review|\/inbox$/;

for (const { name, viewport, undo } of [
  { name: "with z", viewport: { width: 1280, height: 900 }, undo: (page: Page) => page.keyboard.press("z") },
  { name: "with the toast", viewport: { width: 1280, height: 900 }, undo: (page: Page) => page.locator(".toast").getByRole("button", { name: "Undo" }).click() },
  { name: "with the toast, on a phone", viewport: { width: 360, height: 740 }, undo: (page: Page) => page.locator(".toast").getByRole("button", { name: "Undo" }).click() },
]) {
  test(`B1: ${name}, an acceptance and a return are taken back, also once what waits next has opened`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const [{ id, pm }] = [await freshHandover(11), await freshHandover(11)]; // another one waits
    await be(page, pm);
    await openLive(page, `/handovers/${id}/review`);
    await accept(page);
    await expect(toast(page, "the PM is accountable now")).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(id));
    await expect(page).toHaveURL(LEFT_FOR_THE_NEXT);
    await expect(page.locator("html[data-answers=true]")).toBeAttached();
    await undo(page);
    await isBack(page, id);

    await sendBack(page);
    await expect(toast(page, "Returned to the contact owner.")).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(id));
    await expect(page).toHaveURL(LEFT_FOR_THE_NEXT);
    await expect(page.locator("html[data-answers=true]")).toBeAttached();
    await undo(page);
    await isBack(page, id);
    await expect(page.getByText("Pending: only you see it")).toBeVisible(); // what was written is a draft again
    await page.goto(`/handovers/${id}?tab=history`);
    await expect(page.getByText(/undid|took back/).first()).toBeVisible();
  });
}

test("B1: after ten seconds by the database's clock nothing is undone, and z says why, while the toast stands and once it is gone", async ({ page }) => {
  const { id, pm } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await accept(page);
  const accepted = toast(page, "the PM is accountable now");
  await accepted.hover(); // whoever reads it keeps it
  await expect.poll(() => age(id), { timeout: 30_000 }).toBeGreaterThan(10.5);
  await expect(accepted).toBeVisible();
  await page.keyboard.press("z");
  await expect(toast(page, "A decision can be undone for 10 seconds; this one has been announced.")).toBeVisible();
  await expect(accepted).toHaveCount(0);

  await page.mouse.move(10, 10);
  await openLive(page, "/inbox");
  await page.keyboard.press("z");
  await expect(toast(page, "There is nothing to undo.")).toBeVisible();
  await page.goto(`/handovers/${id}`);
  await expect(page.getByText(`${pm} is accountable for the client from now on.`)).toBeVisible();
});

test("B1: a toast goes after ten seconds, and z then says that it is too late", async ({ page }) => {
  const { id, pm } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await page.mouse.move(10, 10);
  await accept(page);
  await page.mouse.move(10, 10);
  const accepted = toast(page, "the PM is accountable now");
  await expect(accepted).toBeVisible();
  await expect(accepted).toHaveCount(0, { timeout: 30_000 });
  expect(await age(id)).toBeGreaterThan(9.5);
  await page.keyboard.press("z");
  await expect(toast(page, "That cannot be undone any more: there are ten seconds for it.")).toBeVisible();
});
