import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "@/scripts/chromium";

/** A browser of the machine, as the browser tests use it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(() => undefined), args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"] });

/** The JavaScript that a page loads before anybody touches it, in bytes after gzip. */
export async function firstLoadScript(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") sizes.push(response.body().then((body) => gzipSync(body).length, () => 0));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return total;
}

/** How many table rows and list entries a page shows. */
export async function rowsShown(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "load" });
  const count = await page.locator("tbody tr").count();
  await page.close();
  return count;
}

export type ActionCall = { path: string; headers: Record<string, string>; body: string };

/** Presses Accept on a review, and keeps what the browser sent: the call of the real action. */
export async function recordAcceptance(page: Page, url: string): Promise<ActionCall> {
  await page.goto(url, { waitUntil: "networkidle" });
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.headers()["next-action"] !== undefined);
  await page.getByRole("button", { name: /^Accept(?! with)/ }).first().click();
  const request = await sent;
  await request.response();
  const { "next-action": action = "", "content-type": type = "", accept = "*/*" } = request.headers();
  return { path: new URL(request.url()).pathname, headers: { "next-action": action, "content-type": type, accept }, body: request.postData() ?? "" };
}
