import { globSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { be, freshHandover } from "./handover";

// Every page of the portal, once, by somebody for whom it has something: axe in both themes, and 320 px. Journeys look
// at the states that only they reach.

const ROOT = resolve(import.meta.dirname, "../..");

/** Where a page is: its address, or how to find it from another page. */
type Place = string | ((page: Page) => Promise<string>);
/** By the folder of the page. */
type Places = Record<string, Place>;

/** The first record of a list, and what follows its address. */
const first = (list: string, tail = ""): Place => async (page) => {
  await page.goto(list);
  const [path = ""] = list.split("?");
  const found = (await page.locator(`main a[href^="${path}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")))
    .map((href) => new RegExp(`^${path}/[^/?#]+`).exec(href)?.[0] ?? "").find((href) => !/\/(new|board|list)$/.test(href));
  expect(found, `a record of ${list}`).toBeTruthy();
  return `${found ?? ""}${tail}`;
};

/** A page of the sample's handover of this deal. */
const handover = (deal: string, tail = ""): Place => async (page) => {
  await page.goto(`/search?q=${encodeURIComponent(deal)}`);
  const href = await page.locator("main a[href^='/handovers/']").first().getAttribute("href");
  return `${/^\/handovers\/[^/?#]+/.exec(href ?? "")?.[0] ?? ""}${tail}`;
};
const [DRAFT, SUBMITTED, RETURNED, ACCEPTED] = ["New website with appointment booking", "From Pipedrive to HubSpot", "Move the shop, and open it to restaurants", "Almanac online, with a newsletter by region"];

const fresh = (until: "submitted" | "accepted", tail: (made: Awaited<ReturnType<typeof freshHandover>>) => string): Place => async () => {
  const made = await freshHandover(11, until);
  return `/handovers/${made.id}${tail(made)}`;
};

const template = (tail: string): Place => first("/admin/templates", tail);

/** One test each, of about the same length. */
const WALKS: { who: string; places: Places }[] = [
  { who: "Jonas Weidner", places: { // a seller, with drafts and open deals
    "": "/", clients: "/clients", "clients/new": "/clients/new", "clients/[id]": first("/clients"), "clients/[id]/edit": first("/clients", "/edit"),
    "clients/[id]/contacts/new": first("/clients", "/contacts/new"),
    "clients/[id]/contacts/[contact]": async (page) => {
      await page.goto(await placeOf(page, first("/clients")));
      return (await page.locator("main a[href*='/contacts/']").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))).find((href) => !href.endsWith("/new")) ?? "";
    },
    deals: "/deals", "deals/new": "/deals/new", "deals/board": "/deals/board", "deals/[id]": first("/deals"), "deals/[id]/edit": first("/deals", "/edit"),
    "deals/[id]/complexity": first("/deals", "/complexity"), "deals/[id]/discovery": first("/deals?stage=PROPOSAL", "/discovery"), "deals/[id]/traction": first("/deals?stage=PROPOSAL", "/traction"),
    "deals/[id]/move": first("/deals?stage=PROPOSAL", "/move?to=lose"), "deals/[id]/involvement": first("/deals?stage=PROPOSAL", "/involvement"),
    "deals/[id]/involvement/new": first("/deals?stage=PROPOSAL", "/involvement/new"), "deals/[id]/involvement/trial": first("/deals?stage=PROPOSAL", "/involvement/trial"),
  } },
  { who: "Jonas Weidner", places: {
    handovers: "/handovers", "handovers/new": "/handovers/new", "handovers/[id]/brief": handover(DRAFT, "/brief"), "handovers/[id]/brief/[section]": handover(DRAFT, "/brief/scope"),
    "handovers/[id]/brief/people": handover(DRAFT, "/brief/people"), "handovers/[id]/brief/template": handover(DRAFT, "/brief/template"), "handovers/[id]/check": handover(DRAFT, "/check"),
    "handovers/[id]/preview": handover(DRAFT, "/preview"), "handovers/[id]/submitted": handover(SUBMITTED, "/submitted"),
    notifications: "/notifications", profile: "/profile", search: "/search?q=website", policies: "/policies", "policies/[policy]": first("/policies"),
  } },
  { who: "Tomás Figueiredo", places: { "handovers/[id]/fix": handover(RETURNED, "/fix") } },
  { who: "Rui Carvalho", places: { // a PM
    inbox: "/inbox", "inbox/next": "/inbox/next", asked: "/asked",
    "handovers/[id]": handover(ACCEPTED), "handovers/[id]/versions": handover(ACCEPTED, "/versions"), "handovers/[id]/versions/[version]": handover(ACCEPTED, "/versions/1"),
    "handovers/[id]/review": fresh("submitted", ({ keys }) => `/review?key=${keys[0]?.id ?? ""}`),
    "handovers/[id]/feedback": fresh("accepted", () => "/feedback"), "handovers/[id]/amend": fresh("accepted", () => "/amend"),
  } },
  { who: "Sofia Lindqvist", places: {
    reports: "/reports", "reports/pipeline": "/reports/pipeline", "reports/pipeline/list": "/reports/pipeline/list", "reports/before-contract": "/reports/before-contract",
    "reports/before-contract/list": "/reports/before-contract/list",
  } },
  { who: "Katarína Novotná", places: { // an admin
    admin: "/admin", "admin/history": "/admin/history", "admin/holidays": "/admin/holidays", "admin/organisation": "/admin/organisation",
    "admin/people": "/admin/people", "admin/people/new": "/admin/people/new", "admin/people/[id]": first("/admin/people"),
    "admin/teams": "/admin/teams", "admin/teams/new": "/admin/teams/new", "admin/teams/[id]": first("/admin/teams"),
    "admin/templates": "/admin/templates", "admin/templates/[team]": template(""), "admin/templates/[team]/preview": template("/preview"), "admin/templates/[team]/usage": template("/usage"),
  } },
];

/** Pages, and all below them, that show something only in a state of their own; the journey that makes it gives them to axe. */
const IN_JOURNEYS: Record<string, string> = {
  "admin/templates/[team]/fields": "templates.spec.ts", "admin/templates/[team]/publish": "templates.spec.ts", "admin/templates/[team]/sections": "templates.spec.ts",
  "policies/[policy]/edit": "policies.spec.ts", "policies/[policy]/versions": "policies.spec.ts", "asked/[id]": "involvement.spec.ts",
  "deals/[id]/options": "options.spec.ts", "rate-card": "options.spec.ts",
};

const placeOf = async (page: Page, place: Place): Promise<string> => (typeof place === "string" ? place : place(page));

test("every page of the portal is looked at, here or in a journey of its own", () => {
  const folders = globSync("app/(portal)/**/page.tsx", { cwd: ROOT }).map((file) => file.replace(/^app\/\(portal\)\/?/, "").replace(/\/?page\.tsx$/, ""));
  const walked = WALKS.flatMap(({ places }) => Object.keys(places));
  const isInJourney = (folder: string) => Object.keys(IN_JOURNEYS).some((one) => folder === one || folder.startsWith(`${one}/`));
  expect(folders.filter((folder) => !walked.includes(folder) && !isInJourney(folder)), "nobody looks at").toEqual([]);
  expect(walked.filter((folder) => !folders.includes(folder)), "not there any more").toEqual([]);
});

for (const [i, { who, places }] of WALKS.entries()) {
  test(`walk ${String(i + 1)}: every page of ${who} without a finding, in both themes and at 320 px`, async ({ page, expectAccessible }) => {
    test.slow();
    await be(page, who);
    for (const [route, place] of Object.entries(places)) {
      await page.setViewportSize({ width: 1280, height: 900 });
      const path = await placeOf(page, place);
      const answer = await page.goto(path);
      expect(answer?.status(), `${route} at ${path}`).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
      await expectAccessible(page, ["light"]);
    }
  });
}
