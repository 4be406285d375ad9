import type { Page } from "@playwright/test";
import { expect, faultsIn, test } from "./fixtures";
import { be, freshHandover } from "./handover";

// The portal's pages are drawn on the server and taken over by React, which draws a page anew where the two differ, and says so on
// the console only. Every journey listens for that (fixtures.ts); here a page differs, and it is seen that it would have failed.

/** On its way to the browser, the page at this address gets an element that no component draws. */
async function differ(page: Page, path: string, after: RegExp) {
  await page.route((url) => url.pathname === path, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    expect(html, "the place of the element").toMatch(after);
    await route.fulfill({ response, body: html.replace(after, "$&<i></i>") });
  });
}

for (const { name, path, after } of [
  { name: "the inbox", path: () => "/inbox", after: /<div class="split"[^>]*>/ },
  { name: "a section of the brief", path: (id: string) => `/handovers/${id}/brief/scope`, after: /<form autoComplete="off"[^>]*>/i },
]) {
  test(`${name} that differs from what its script draws is a fault of the test that opens it`, async ({ page, watch, quietly }, testInfo) => {
    const { id, seller, pm } = await freshHandover(11, name === "the inbox" ? "submitted" : "draft");
    await be(page, name === "the inbox" ? pm : seller);
    await page.goto(path(id));
    await page.waitForLoadState("networkidle");
    expect(faultsIn(watch, testInfo)).toEqual([]);

    await differ(page, path(id), after);
    await page.reload();
    await expect.poll(() => faultsIn(watch, testInfo).join("\n")).toMatch(/Minified React error #418/);
    await expect(page.locator("#main i:empty")).toHaveCount(0); // drawn anew
    quietly(/Minified React error #418/);
  });
}
