import { expect, test } from "./fixtures";
import { be, freshHandover, keyOf, openLive, toast } from "./handover";

test("P1.8 returned point by point, mended by the seller, and the reviewer sees what changed since", async ({ page }) => {
  const { id, pm, seller } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await page.getByRole("button", { name: "Return this: Success criteria" }).click();
  const dialog = page.getByRole("dialog", { name: "Return the brief" });
  await expect(dialog.getByLabel("What is it about?")).toHaveValue("purpose.success");
  await dialog.getByRole("button", { name: "Return the brief" }).click();
  await expect(dialog.getByText("Choose a reason.")).toBeVisible();
  await expect(dialog.getByText("Say what is needed.")).toBeVisible();
  await dialog.getByLabel("Reason").selectOption("UNCLEAR");
  await dialog.getByLabel("What is needed").fill("How many, and until when?");
  await dialog.getByLabel("Suggested wording").fill("Twelve enquiries a month by June, from three today.");

  // What was written waits on the device until it is sent.
  await openLive(page, `/handovers/${id}/review`);
  await page.getByRole("button", { name: "Return (1)" }).click();
  await expect(dialog.getByLabel("What is needed")).toHaveValue("How many, and until when?");
  await dialog.getByRole("button", { name: "Return the brief" }).click();
  await expect(toast(page, "Returned to the contact owner.")).toBeVisible();

  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  await expect(page.getByText("How many, and until when?")).toBeVisible();
  await page.getByRole("link", { name: "Fix and resubmit" }).click();
  await page.getByRole("button", { name: "Use this wording" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible();
  await page.getByRole("link", { name: "Check and resubmit" }).click();
  await page.getByRole("button", { name: "Resubmit" }).click();
  await expect(page).toHaveURL(/submitted/);

  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  const changed = page.locator("#changed");
  await expect(changed).toContainText("Changed since version 1");
  await expect(changed).toContainText("How many, and until when?");
  await expect(changed.locator("ins").filter({ hasText: "Twelve" })).toBeVisible();
  await page.goto(`/handovers/${id}/versions?from=1&to=2`);
  await expect(page.locator("ins").filter({ hasText: "Twelve" })).toBeVisible();
});

test("P1.13 accepted only when the lead and the PM both have; the lead's conditions stay with it", async ({ page }) => {
  const fresh = await freshHandover(6);
  const lead = fresh.keys.find(({ role }) => role === "TEAM_LEAD")?.holder ?? "";
  await be(page, lead);
  await openLive(page, `/handovers/${fresh.id}/review`);
  await page.getByRole("button", { name: "Accept with conditions" }).click();
  const dialog = page.getByRole("dialog", { name: "Accept with conditions" });
  await dialog.getByLabel("What is still needed").fill("A test account for the batch interface.");
  await dialog.getByLabel("Who sees to it").selectOption({ label: fresh.seller });
  await dialog.getByLabel("By when").fill("2030-05-01");
  await dialog.getByRole("button", { name: "Accept with one condition" }).click();
  await expect(toast(page, "Others still decide")).toBeVisible();

  await page.goto(`/handovers/${fresh.id}`);
  await expect(page.getByRole("heading", { name: "Waiting for a decision" })).toBeVisible();
  await be(page, fresh.pm);
  await openLive(page, `/handovers/${fresh.id}/review`);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(toast(page, "the PM is accountable now")).toBeVisible();
  await page.goto(`/handovers/${fresh.id}`);
  await expect(page.getByText("A test account for the batch interface.")).toBeVisible();
  await expect(page.getByText(`${fresh.pm} is accountable for the client from now on.`)).toBeVisible();
});

test("P1.9 two people decide at once: one wins, the other is told who did what", async ({ browser }) => {
  const fresh = await freshHandover(7);
  const people = fresh.keys.map(({ holder }) => holder).slice(0, 2);
  const pages = await Promise.all(people.map(async (person) => {
    const page = await (await browser.newContext()).newPage();
    await be(page, person);
    await openLive(page, `/handovers/${fresh.id}/review?key=${keyOf(fresh, person)}`);
    await page.getByRole("button", { name: "Return this: What is in scope" }).click();
    const dialog = page.getByRole("dialog", { name: "Return the brief" });
    await dialog.getByLabel("Reason").selectOption("MISSING");
    await dialog.getByLabel("What is needed").fill(`Asked by ${person}`);
    return page;
  }));
  const send = pages.map((page) => page.getByRole("dialog").getByRole("button", { name: "Return the brief" }));
  await Promise.all(send.map((button) => button.click()));
  const told = (await Promise.all(pages.map(async (page) => {
    const [won, lost] = [toast(page, "Returned to the contact owner."), page.getByRole("alert").filter({ hasText: "This was not done" })];
    await expect(won.or(lost).first()).toBeVisible();
    return (await lost.count()) > 0 ? await lost.innerText() : null;
  })));
  expect(told.filter((text) => text === null)).toHaveLength(1);
  const winner = people[told.indexOf(null)];
  expect(told.find((text) => text !== null)).toContain(`${winner} returned version 1`);
  await Promise.all(pages.map((page) => page.context().close()));
});

test("P1.9 a double press has one effect", async ({ page }) => {
  const { id, pm } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await page.getByRole("button", { name: "Accept", exact: true }).dblclick();
  await expect(toast(page, "Accepted")).toHaveCount(1);
  await page.goto(`/handovers/${id}?tab=history`);
  await expect(page.getByText("accepted version 1 as PM", { exact: false })).toHaveCount(1);
});

test("a PM who opens a draft finds nothing, and learns why that may be", async ({ page, quietly }) => {
  quietly(/404/);
  const { id, pm, seller } = await freshHandover(11, "draft");
  await be(page, pm);
  for (const path of ["", "/review", "?tab=brief", "/versions"]) {
    const answer = await page.goto(`/handovers/${id}${path}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await be(page, seller);
  expect((await page.goto(`/handovers/${id}`))?.status()).toBe(200);
});

test("the review reads well with axe in both themes, and a phone keeps the decision within reach", async ({ page, expectAccessible }) => {
  test.slow();
  const { id, pm } = await freshHandover(7);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await openLive(page, `/handovers/${id}/review`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const name of ["Accept", "Return"]) await expect(page.getByRole("button", { name, exact: true })).toBeInViewport();
  await page.getByRole("button", { name: "Return", exact: true }).click();
  await page.getByRole("dialog").getByLabel("What is needed").fill("On a phone");
  await expectAccessible(page);
});
