import { expect, test } from "vitest";
import { navFor } from "@/components/people/nav";
import { setUpSteps } from "@/components/admin/set-up-steps";
import { changesBetween, changesText } from "@/lib/events/changes";
import { hoursText, OFFICE_HOURS, rolesInWords, rolesText } from "@/lib/people/format";
import { deactivationRefusal, heldText, lastAdminRefusal, type Held } from "@/lib/people/policy";
import { isZone } from "@/lib/platform/zones";

const member = (role: "SALES" | "PM" | "TEAM_LEAD" | "DEVELOPER" | "MANAGER", kind: "SALES" | "DELIVERY" = "DELIVERY") => ({ teamId: "t", kind, role });
const hrefs = (isAdmin: boolean, ...memberships: ReturnType<typeof member>[]) =>
  navFor({ actor: { isAdmin, memberships }, path: "/", toReview: 0, unread: 0, toAnswer: 0 }).flatMap(({ items }) => items.map(({ href }) => href));

test("working hours read as people say them", () => {
  expect(hoursText(OFFICE_HOURS)).toBe("Monday to Friday 09:00–17:00");
  expect(hoursText([[["09:00", "12:00"], ["13:00", "17:00"]], [], [["09:00", "12:00"]], [], [], [], []])).toBe("Monday 09:00–12:00, 13:00–17:00; Wednesday 09:00–12:00");
  expect(hoursText([[], [], [], [], [], [], []])).toBe("no working hours");
});

test("roles read as people say them", () => {
  expect(rolesText({ isAdmin: true, roles: [{ role: "PM", team: "Shopify" }, { role: "TEAM_LEAD", team: "HubSpot" }] })).toBe("PM in Shopify, team lead in HubSpot, admin");
  expect(rolesText({ isAdmin: false, roles: [] })).toBe("no role yet");
  expect(rolesInWords({ isAdmin: true, memberships: [{ role: "PM" }, { role: "PM" }, { role: "SALES" }] })).toBe("sales, PM, admin");
});

test("the navigation shows no closed doors", () => {
  expect(hrefs(false, member("SALES", "SALES"))).toEqual(["/", "/handovers", "/deals", "/clients", "/notifications", "/rate-card"]);
  expect(hrefs(false, member("PM"))).toEqual(["/", "/inbox", "/asked", "/handovers", "/deals", "/notifications"]);
  expect(hrefs(false, member("DEVELOPER"))).toEqual(["/", "/asked", "/handovers", "/notifications"]);
  expect(hrefs(false, member("TEAM_LEAD"))).toContain("/rate-card");
  expect(hrefs(false, member("MANAGER"))).toContain("/reports/pipeline");
  expect(hrefs(true)).toEqual(["/", "/notifications", "/admin"]);
});

test("exactly the page one is on is marked", () => {
  const current = (path: string) =>
    navFor({ actor: { isAdmin: true, memberships: [member("MANAGER")] }, path, toReview: 0, unread: 0, toAnswer: 0 }).flatMap(({ items }) => items.filter((item) => item.current).map(({ href }) => href));
  expect(current("/")).toEqual(["/"]);
  expect(current("/admin/people?q=a")).toEqual(["/admin"]);
  expect(current("/reports/clocks")).toEqual(["/reports/pipeline"]);
  expect(current("/handovers/1")).toEqual(["/handovers"]);
  expect(current("/somewhere")).toEqual([]);
});

test("P1.6: who holds something is told what, and stays", () => {
  const held: Held[] = [{ as: "PM", label: "HO-12", name: "Shop", href: "/", by: [] }, { as: "CONTACT_OWNER", label: "D-7", name: "Site", href: "/", by: [] }];
  expect(deactivationRefusal("Pia", held)).toEqual({ code: "CONFLICT", rule: "P1.6", reason: "Pia is PM of HO-12, contact owner of D-7. Give that to somebody else first." });
  expect(deactivationRefusal("Pia", [])).toBeNull();
  expect(heldText(Array.from({ length: 7 }, (_, i) => ({ ...(held[0] as Held), label: `HO-${i}` })))).toMatch(/and 2 more$/);
});

test("the last active admin stays one", () => {
  expect(lastAdminRefusal(0)?.code).toBe("CONFLICT");
  expect(lastAdminRefusal(1)).toBeNull();
});

test("an edit's story names only what changed", () => {
  const fields = { name: { label: "name", text: String }, cap: { label: "load cap", text: String }, note: { label: "note", text: String } };
  const before = { name: "Pia", cap: 6, note: "" };
  expect(changesText(changesBetween(fields, before, { name: "Pia", cap: 4, note: "x" }))).toBe("the load cap from 6 to 4, the note from nothing to x");
  expect(changesBetween(fields, before, { cap: 6 })).toEqual([]);
});

test("a zone has a name that knows summer", () => {
  for (const name of ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"]) expect(isZone(name), name).toBe(true);
  for (const name of ["+02:00", "Mars/Olympus", "", "Europe/Berlin\0", "Europe"]) expect(isZone(name), name).toBe(false);
});

test("the set-up asks for what is missing, and not for more", () => {
  const all = { people: 5, invited: 0, salespeople: 2, holidays: 3, withoutPm: [], withoutLead: [] };
  expect(setUpSteps(all).every(({ status }) => status.label === "Done")).toBe(true);
  const missing = setUpSteps({ ...all, people: 1, salespeople: 0, withoutPm: ["Shopify"] });
  expect(missing.filter(({ status }) => status.label === "To do").map(({ title }) => title)).toEqual(["People", "Sales", "PMs and team leads"]);
});
