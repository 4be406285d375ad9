import { expect, test } from "./fixtures";

const FRAMES = ["/dev/gallery/shell", "/dev/gallery/reading", "/dev/gallery/auth"];

test("every component is accessible, in both themes", async ({ page, expectAccessible }) => {
  test.slow(); // a long page, twice
  await page.goto("/dev/gallery?theme=system");
  await expectAccessible(page);
});

for (const width of [360, 768, 1440]) {
  test(`every frame is accessible at ${width} px`, async ({ page, expectAccessible }) => {
    await page.setViewportSize({ width, height: 900 });
    // Only the signed-in frame is another one at each width.
    for (const frame of width === 360 ? FRAMES : FRAMES.slice(0, 1)) {
      await page.goto(frame);
      await expectAccessible(page);
    }
  });
}

test("nothing scrolls sideways at 320 px, nor with text at twice its size", async ({ page }) => {
  for (const [width, zoom] of [[320, "100%"], [768, "200%"]] as const) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ["/dev/gallery?theme=light", ...FRAMES]) {
      await page.goto(address);
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, zoom);
      const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
      expect(wide, `${address} at ${width} px, text at ${zoom}`).toBeLessThanOrEqual(room);
    }
  }
});

test("targets are at least 24 px in both directions", async ({ page }) => {
  await page.goto("/dev/gallery?theme=light");
  const small = await page.evaluate(() =>
    Array.from(document.querySelectorAll("button, summary, select, input:not([type=hidden]), nav a")).filter((target) => {
      const labelled = target instanceof HTMLInputElement && /checkbox|radio/.test(target.type) ? (target.labels?.[0] ?? target) : target;
      const { width, height } = labelled.getBoundingClientRect();
      const row = target.closest("tr");
      return width > 0 && !row && (width < 24 || height < 24);
    }).map((target) => target.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
});

test("the theme of the cookie is in the first answer, so that nothing flashes", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "theme", value: "dark", url: baseURL ?? "" }]);
  const html = await (await page.request.get("/dev/gallery/shell")).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);

  await page.goto("/dev/gallery/shell");
  await page.getByRole("button", { name: /Jana Horak/ }).first().click();
  await page.getByRole("button", { name: "Light", exact: true }).first().click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("menus, explanations and dialogs work without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/dev/gallery?theme=light");
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await expect(page.getByText("Withdraw", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Accept (not possible now, say why)" }).click();
  await expect(page.getByText("holds none of its keys")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator("#layers").getByRole("button", { name: "Return" }).click();
  await expect(page.getByRole("dialog", { name: "Return this handover" })).toBeVisible();
  await context.close();
});

test("a dialog opens on its first field, Escape closes it, and focus goes back", async ({ page }) => {
  await page.goto("/dev/gallery?theme=light");
  const opener = page.locator("#layers").getByRole("button", { name: "Return" });
  await opener.click();
  await expect(page.getByRole("dialog").getByLabel("What is needed")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(opener).toBeFocused();
});

test("an action shown as a toast can be undone from it", async ({ page }) => {
  await page.goto("/dev/gallery?theme=light");
  await page.getByRole("button", { name: "Toast with undo" }).click();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").getByText("Taken back")).toBeVisible();
});

test("an error summary has focus when it appears, and each line leads to its field", async ({ page }) => {
  await page.goto("/dev/gallery?theme=light");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toBeFocused();
  await page.getByRole("link", { name: "Enter the go-live date" }).click();
  await expect(page.getByLabel("Go-live date")).toBeFocused();
});

test("what can be done to selected rows appears with the first tick, and counts", async ({ page }) => {
  await page.goto("/dev/gallery/shell");
  await page.getByLabel("Select Lindholm Interiors").check();
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.getByRole("button", { name: "All 4" }).click();
  await expect(page.getByText("4 selected")).toBeVisible();
});
