import { goals, openSection, saved, startDraft, unique, unsaved } from "./draft";
import { expect, test } from "./fixtures";
import { be } from "./handover";

// Each test works on a draft of its own.
test.describe.configure({ mode: "parallel" });

test("P1.3: what is typed offline is kept on the device, survives the tab, and is saved once there is a network", async ({ page, context, quietly }) => {
  quietly(/ERR_INTERNET_DISCONNECTED/);
  await be(page, "Zoë van Dijk");
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
  await be(page, "Zoë van Dijk");
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
  await be(page, "Zoë van Dijk");
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
  await be(page, "Zoë van Dijk");
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
