import { expect, test } from "./fixtures";
import { be, freshHandover, keyOf, openLive, toast } from "./handover";

test("P1.8 comments wait as drafts, go out with the return, are taken with one tap, answered and resolved", async ({ page, browser }) => {
  test.slow();
  const { id, pm, seller } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await page.getByRole("button", { name: "Comment: Success criteria" }).click();
  const sheet = page.getByRole("dialog", { name: "Success criteria" });
  await sheet.getByLabel("Your comment").fill("How many, and until when?");
  await sheet.getByLabel("Suggested wording").fill("Twelve enquiries a month by June, from three today.");
  await expect(sheet.getByText("Only you see it until you decide.")).toBeVisible();
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Pending: only you see it")).toBeVisible();

  // On another device it is there, and only there: the seller sees nothing yet.
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await be(phone, pm);
  await openLive(phone, `/handovers/${id}/review`);
  await phone.getByRole("button", { name: "Return (1)" }).click();
  const dialog = phone.getByRole("dialog", { name: "Return the brief" });
  await expect(dialog.getByLabel("What is needed")).toHaveValue("How many, and until when?");
  await dialog.getByRole("button", { name: "Return the brief" }).click();
  await expect(dialog.getByText("Choose a reason.")).toBeVisible();
  await dialog.getByLabel("Reason").selectOption("UNCLEAR");
  await dialog.getByRole("button", { name: "Return the brief" }).click();
  await expect(toast(phone, "Returned to the contact owner.")).toBeVisible();
  await toast(phone, "Returned").getByRole("button", { name: "Undo" }).click();
  await expect(phone).toHaveURL(new RegExp(`${id}/review`));
  await expect(phone.getByText("Pending: only you see it")).toBeVisible();
  await phone.getByRole("button", { name: "Return (1)" }).click();
  await dialog.getByRole("button", { name: "Return the brief" }).click();
  await expect(toast(phone, "Returned to the contact owner.")).toBeVisible();
  await phone.context().close();

  await be(page, seller);
  await page.goto(`/handovers/${id}`);
  await page.getByRole("link", { name: "Fix and resubmit" }).click();
  await expect(page.locator("form[data-ready=true]")).toBeAttached();
  const answer = page.locator('[data-answer="purpose.success"] textarea').first();
  const before = await answer.inputValue();
  await page.getByRole("button", { name: "Use this wording" }).click();
  await toast(page, `suggested by ${pm}, taken`).getByRole("button", { name: "Undo" }).click();
  await expect(answer).toHaveValue(before);
  await page.getByRole("button", { name: "Use this wording" }).click();
  await expect(page.locator("[data-taken]")).toContainText(`Wording suggested by ${pm}, taken`);
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible();
  await page.getByText("Answer", { exact: true }).click();
  await page.getByRole("textbox", { name: /^Answer to/ }).fill("They said June on the phone.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("They said June on the phone.")).toBeVisible();
  await page.getByRole("button", { name: "Mark as resolved" }).click();
  await expect(page.getByText("Every point is marked as resolved.")).toBeVisible();
  await page.getByRole("link", { name: "Check and resubmit" }).click();
  await page.getByRole("button", { name: "Resubmit" }).click();
  await expect(page).toHaveURL(/submitted/);

  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await expect(page.getByText("You are asked again because you returned version 1.")).toBeVisible();
  await expect(page.locator("#changed ins").filter({ hasText: "Twelve" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.locator('[data-change][data-field="purpose.success"]')).toBeFocused();
  await page.getByText(/comment, resolved by/).click();
  await expect(page.getByText("Your wording was taken")).toBeVisible();
  await expect(page.getByText("They said June on the phone.")).toBeVisible();
});

test("P1.7 P4.6 a reviewer mends a typo with the keyboard, is refused a number, and what was read is marked", async ({ page }) => {
  test.slow();
  const { id, pm, seller } = await freshHandover(11);
  await be(page, pm);
  await openLive(page, `/handovers/${id}/review`);
  await expect(page.getByText(/^About \d+ minutes? to read$/)).toBeVisible();
  await expect(page.getByText(/^Not read yet: .*Purpose and success/)).toBeVisible();
  const success = page.locator('[data-label="Success criteria"]');
  const words = (await success.locator("[data-words]").textContent()) ?? "";
  await success.focus();
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Mend a typo here instead" }).click();
  const dialog = page.getByRole("dialog", { name: /^Mend a typo/ });
  await expect(dialog.getByLabel("The answer")).toHaveValue(words);
  await dialog.getByLabel("The answer").fill(words.replace(/\d+/, "777"));
  await dialog.getByRole("button", { name: "Mend the typo" }).click();
  await expect(dialog.getByText("This changes a number, a date or an amount. Send it back as a point with suggested wording.")).toBeVisible();
  const longest = /\p{Ll}{9,}/u.exec(words)?.[0] ?? "";
  expect(longest).not.toBe("");
  await dialog.getByLabel("The answer").fill(words.replace(longest, longest.slice(0, 4) + longest.slice(3)));
  await dialog.getByRole("button", { name: "Mend the typo" }).click();
  await expect(toast(page, "The typo is mended.")).toBeVisible();
  await expect(page.getByText(`Version 2, version 1 with a typo mended by ${pm}`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toBeVisible();

  await success.scrollIntoViewIfNeeded();
  await page.mouse.move(200, 200);
  await expect(page.getByText(/^Not read yet: (?!.*Purpose and success)/)).toBeVisible({ timeout: 30_000 });
  // Leaving sends what was measured; the next page marks it.
  await expect(async () => {
    await page.goto(`/handovers/${id}/review`);
    await expect(page.getByRole("navigation", { name: "Sections of the brief" }).getByRole("link", { name: "Purpose and success read" })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });

  await be(page, seller);
  await page.goto(`/handovers/${id}?tab=history`);
  await expect(page.getByText("mended a typo in “Success criteria”", { exact: false })).toBeVisible();
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
    await page.getByRole("button", { name: "Return", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Return the brief" });
    await dialog.getByLabel("What is it about?").selectOption("scope.inScope");
    await dialog.getByLabel("What is needed").fill(`Asked by ${person}`);
    return page;
  }));
  const send = pages.map((page) => page.getByRole("dialog").getByRole("button", { name: "Return the brief" }));
  await Promise.all(send.map((button) => button.click()));
  const told = (await Promise.all(pages.map(async (page) => {
    const [won, lost] = [toast(page, "Returned to the contact owner."), toast(page, "returned version 1")]; // the toast stays, also when the page is drawn anew
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
  const decisions = ["Accept", "with conditions", "Return"].map((name) => page.getByRole("button", { name, exact: true }));
  for (const one of decisions) await expect(one).toBeInViewport();
  expect(new Set(await Promise.all(decisions.map(async (one) => (await one.boundingBox())?.y))).size, "side by side").toBe(1);
  await page.getByRole("button", { name: "Return", exact: true }).click();
  await page.getByRole("dialog").getByLabel("What is needed").fill("On a phone");
  await expectAccessible(page);
});
