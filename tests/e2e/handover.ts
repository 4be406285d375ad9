import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

const ROOT = resolve(import.meta.dirname, "../..");

export type Fresh = {
  id: string; number: number; deal: string; seller: string; pm: string;
  keys: { id: string; role: "PM" | "TEAM_LEAD"; holder: string }[];
};

/** Handovers of the sample to begin from. Its own numbers follow the times of its stories; the names of the deals stay. */
const LIKE = {
  1: "Follow-up of quotations in HubSpot", 6: "Quotes and jobs in one system", 7: "Shop for ship's crews, tied to the ERP", 9: "From Pipedrive to HubSpot", 11: "Portfolio website",
} as const;

/** A handover of this test's own, like one of the sample's, by the same people. */
export const freshHandover = (like: keyof typeof LIKE, until: "draft" | "submitted" | "accepted" = "submitted", ownerUrl = process.env.E2E_OWNER_DATABASE_URL): Promise<Fresh> =>
  make(ownerUrl, "new-handover.ts", LIKE[like], until);

/** An open deal of Priscila's for Shopify that may ask for everything, unless it is simple. */
export const seriousDeal = (complexity: "SIMPLE" | "STANDARD" | "COMPLEX" = "COMPLEX"): Promise<{ id: string; name: string }> =>
  make(process.env.E2E_OWNER_DATABASE_URL, "new-serious-deal.ts", complexity);

/** Runs a file of tests/support as the owner of the sample beside this database, and reads what it prints. */
async function make<T>(ownerUrl = "", file: string, ...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(resolve(ROOT, "node_modules/.bin/node"), ["--import", "tsx", `tests/support/${file}`, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: resolve(ROOT, "tsconfig.scripts.json"),
      DATABASE_URL: `${ownerUrl}_sample`,
      AUTH_SECRET: "unused-here-but-long-enough-to-be-a-secret",
      PUBLIC_URL: "http://localhost:3000",
    },
  });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as T;
}

/** Become a person of the sample, by the full name. */
export async function be(page: Page, name: string): Promise<void> {
  await page.goto("about:blank"); // the page before must not ask for anything without its session
  await page.context().clearCookies();
  await page.goto("/sign-in");
  const row = page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) }).first();
  await row.getByRole("button", { name: /^Be / }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Opens an inbox or a review, and waits until it hears presses and clicks. */
export async function openLive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html[data-answers=true]")).toBeAttached();
}

export const keyOf = (fresh: Fresh, holder: string): string => fresh.keys.find((key) => key.holder === holder)?.id ?? "";
export const toast = (page: Page, text: string | RegExp) => page.locator(".toast").filter({ hasText: text });
