import { request as httpRequest } from "node:http";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be } from "./handover";

/** A request as Playwright would not send it: raw headers, and a body in chunks without a length. */
const raw = (url: string, { method = "GET", headers = {}, chunks = [] as string[] } = {}) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((done, fail) => {
    const sent = httpRequest(url, { method, headers }, (response) => {
      response.resume().once("end", () => done({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    sent.once("error", fail);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });

test("health is answered without signing in: the process lives, and the database is reachable and up to date", async ({ request }) => {
  for (const path of ["/api/health/live", "/api/health/ready"]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(await response.json(), path).toEqual({ status: "ok" });
  }
});

test("every answer carries a request id of our own, whatever the client claims", async ({ request }) => {
  const claimed = "claimed-by-the-client";
  const ids = await Promise.all([1, 2].map(async () => (await request.get("/api/health/live", { headers: { "x-request-id": claimed } })).headers()["x-request-id"]));
  expect(new Set([...ids, claimed]).size).toBe(3);
});

test("a host that the client claims to be forwarded for decides nothing", async ({ baseURL }) => {
  const { headers } = await raw(`${baseURL ?? ""}/`, { headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", accept: "text/html" } });
  expect(JSON.stringify(headers)).not.toContain("evil.example");
});

test("another name of this machine leads to the address people use", async ({ baseURL }) => {
  const url = new URL("/sign-in?next=%2Fdeals", baseURL);
  url.hostname = "127.0.0.1";
  const { status, headers } = await raw(url.href);
  expect([status, headers.location]).toEqual([307, `${baseURL ?? ""}/sign-in?next=%2Fdeals`]);
});

test("a body without a length, or one above the limit, is not read", async ({ baseURL }) => {
  const [url, origin] = [`${baseURL ?? ""}/api/health/live`, baseURL ?? ""];
  expect((await raw(url, { method: "POST", headers: { origin }, chunks: ["a", "b"] })).status).toBe(411);
  expect((await raw(url, { method: "POST", headers: { origin, "content-length": String(11 * 1024 * 1024) } }).catch(() => ({ status: 413 }))).status).toBe(413);
});

test("what changes something is refused without our own origin, before anybody reads it", async ({ baseURL }) => {
  const post = async (headers: Record<string, string>) => (await raw(`${baseURL ?? ""}/sign-in`, { method: "POST", headers: { "content-length": "0", ...headers } })).status;
  expect(await post({})).toBe(403);
  expect(await post({ origin: "https://evil.example" })).toBe(403);
  expect(await post({ origin: "null" })).toBe(403);
});

/** What the portal itself asks of Next's router, as live updates and a decision do. */
type Router = { refresh: () => void; push: (to: string) => void };
const router = (page: Page, run: (router: Router) => void) => page.evaluate(`(${String(run)})(window.next.router)`);

test("plain parts are said once, stay as they are when nothing changed, and are whole again after Back", async ({ page }) => {
  await be(page, "Tomás Figueiredo");
  const [answer] = await Promise.all([page.waitForResponse((response) => response.url().endsWith("/deals") && response.request().isNavigationRequest()), page.goto("/deals")]);
  const html = await answer.text();
  expect(html.match(/class=\\?"side-link/g)?.length, "the navigation stands in the page as HTML, not again as data").toBe(html.match(/class="side-link/g)?.length);

  const nav = page.getByRole("navigation", { name: "Main", exact: true });
  await expect(nav.getByRole("link", { name: "Deals" })).toBeVisible();
  await nav.evaluate((element) => element.setAttribute("data-touched", ""));
  await Promise.all([page.waitForResponse((response) => response.request().headers().rsc === "1"), router(page, (next) => next.refresh())]);
  await page.waitForLoadState("networkidle"); // what came is drawn
  await expect(page.locator("nav[data-touched]")).toBeVisible();

  await router(page, (next) => next.push("/clients"));
  await expect(page.getByRole("heading", { name: "Clients", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Deals", level: 1 })).toBeVisible();
  await expect(nav.getByRole("link", { name: "Deals" })).toBeVisible();
});
