import { describe } from "vitest";
import { chainProblem } from "@/lib/events/verify";
import { deactivatePerson, reactivatePerson, savePerson, setRoles, updatePerson } from "@/lib/people/commands/people";
import { loadHeld } from "@/lib/people/queries/held";
import { listPeople } from "@/lib/people/queries/people";
import { peopleFilter } from "@/lib/people/schema";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { type Agency, aPerson, anAgency, OFFICE_HOURS } from "../../support/factories/agency";
import { accepted, aHandoverOf, aLiveHandover, aWonDeal } from "../../support/factories/deals";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";

const settings = (userId: string, more: object = {}) => ({
  userId, revision: 1, name: "Pia", email: `pia.${userId}@agency.example`, zone: "Europe/Berlin", workingHours: OFFICE_HOURS, backupId: null,
  skills: [], meetingPreference: "ANY" as const, loadCap: 6, ...more,
});
const roles = (userId: string, more: object = {}) => ({ userId, revision: 1, isAdmin: false, roles: [] as { teamId: string; role: "PM" }[], ...more });
const start = async (db: Db) => {
  const agency = await anAgency(db);
  return { agency, ada: await asUser(agency.ada, db), pia: await asUser(agency.pia, db), events: () => eventTypes(db, agency.organisationId) };
};

describe("updatePerson", () => {
  test("works and records one event that says what changed", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    expect(await updatePerson(ada, settings(agency.pia, { zone: "Asia/Tokyo", backupId: agency.max, loadCap: 4 }))).toEqual({ userId: agency.pia, revision: 2 });
    expect(await db.user.findUnique({ where: { id: agency.pia } })).toMatchObject({ zone: "Asia/Tokyo", backupId: agency.max, loadCap: 4, revision: 2 });
    expect(await events()).toEqual(["person.changed"]);
    const { payload } = await db.event.findFirstOrThrow({ where: { stream: agency.organisationId } });
    expect(JSON.parse(payload ?? "")).toMatchObject({ changes: expect.arrayContaining([{ field: "time zone", from: "Europe/Berlin", to: "Asia/Tokyo" }, { field: "backup", from: "", to: "Max" }]) });
    expect(await chainProblem(db, "ORGANISATION", agency.organisationId)).toBeNull();
  });

  test("of what somebody changed meanwhile is CONFLICT", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    await updatePerson(ada, settings(agency.pia, { loadCap: 4 }));
    await expect(updatePerson(ada, settings(agency.pia, { loadCap: 9 }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    expect(await events()).toEqual(["person.changed"]);
  });

  test("that changes nothing records nothing", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    const { email } = await db.user.findUniqueOrThrow({ where: { id: agency.pia } });
    await updatePerson(ada, settings(agency.pia, { email }));
    expect(await events()).toEqual([]);
  });

  test("refuses an address that somebody else uses, in other letters too", async ({ db }) => {
    const { agency, ada } = await start(db);
    const { email } = await db.user.findUniqueOrThrow({ where: { id: agency.sam } });
    await expect(updatePerson(ada, settings(agency.pia, { email: email.toUpperCase() }))).rejects.toMatchObject({ code: "INVALID", fields: { email: ["Sam already uses this mail address."] } });
  });

  test("refuses somebody as their own backup, and somebody deactivated", async ({ db }) => {
    const { agency, ada } = await start(db);
    const gone = await aPerson(db, "Gus", [], { active: false });
    for (const backupId of [agency.pia, gone, newId()])
      await expect(updatePerson(ada, settings(agency.pia, { backupId }))).rejects.toMatchObject({ code: "INVALID", rule: "P2.4" });
  });

  test("of nobody is NOT_FOUND", async ({ db }) => {
    const { ada } = await start(db);
    await expect(updatePerson(ada, settings(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("by anybody but an admin is FORBIDDEN", async ({ db }) => {
    const { agency, pia } = await start(db);
    await expect(updatePerson(pia, settings(agency.pia))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "Roles" });
  });
});

describe("savePerson", () => {
  const lead = (agency: Agency) => ({ isAdmin: false, roles: [{ teamId: agency.wordpress, role: "PM" as const }, { teamId: agency.wordpress, role: "TEAM_LEAD" as const }] });

  test("settings and roles of one page are kept at once, each with its event; the same again changes nothing", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    const input = { ...settings(agency.dev, { name: "Dev", loadCap: 3 }), ...lead(agency) };
    const { revision } = await savePerson(ada, input);
    const written = (await events()).filter((type) => /^(person|role)\./.test(type));
    expect(written).toEqual(expect.arrayContaining(["person.changed", "role.granted"]));
    expect(await db.user.findUnique({ where: { id: agency.dev }, select: { loadCap: true, revision: true } })).toEqual({ loadCap: 3, revision });
    expect(await db.membership.count({ where: { userId: agency.dev, role: { in: ["PM", "TEAM_LEAD"] } } })).toBe(2);
    expect(await savePerson(ada, { ...input, revision })).toEqual({ userId: agency.dev, revision });
    expect((await events()).filter((type) => /^(person|role)\./.test(type))).toEqual(written);
  });

  test("CONFLICT when somebody was first, FORBIDDEN for who is no admin, NOT_FOUND for nobody", async ({ db }) => {
    const { agency, ada, pia } = await start(db);
    await savePerson(ada, { ...settings(agency.dev, { loadCap: 3 }), ...lead(agency) });
    await expect(savePerson(ada, { ...settings(agency.dev, { loadCap: 4 }), ...lead(agency) })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    await expect(savePerson(pia, { ...settings(agency.dev), ...lead(agency) })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "Roles" });
    await expect(savePerson(ada, { ...settings(newId()), ...lead(agency) })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("setRoles", () => {
  test("gives and takes what differs, one event each, and the next request knows", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    await setRoles(ada, roles(agency.pia, { isAdmin: true, roles: [{ teamId: agency.wordpress, role: "PM" }, { teamId: agency.wordpress, role: "TEAM_LEAD" }, { teamId: agency.wordpress, role: "PM" }] }));
    expect(await events()).toEqual(["role.revoked", "role.granted", "admin.granted"]);
    expect((await asUser(agency.pia, db)).actor).toMatchObject({ isAdmin: true, memberships: expect.arrayContaining([{ teamId: agency.wordpress, kind: "DELIVERY", role: "TEAM_LEAD" }]) });
  });

  test("of what somebody changed meanwhile is CONFLICT", async ({ db }) => {
    const { agency, ada } = await start(db);
    await setRoles(ada, roles(agency.dev));
    await expect(setRoles(ada, roles(agency.dev, { isAdmin: true }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
  });

  test("P1.6: a role is not taken from under what is held by it", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    await aLiveHandover(db, agency);
    await expect(setRoles(ada, roles(agency.pia))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.6", message: expect.stringContaining("PM of HO-") });
    await expect(setRoles(ada, roles(agency.lee))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.6" });
    await expect(setRoles(ada, roles(agency.sam))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.6" });
    expect(await events()).toEqual([]);
    await setRoles(ada, roles(agency.pia, { roles: [{ teamId: agency.wordpress, role: "PM" }] })); // PM still, of another team
  });

  test("refuses a role that the team does not have", async ({ db }) => {
    const { agency, ada } = await start(db);
    await expect(setRoles(ada, roles(agency.dev, { roles: [{ teamId: agency.sales, role: "PM" }] }))).rejects.toMatchObject({ code: "INVALID", message: "Sales is a sales team and has no PM." });
  });

  test("the last active admin stays one", async ({ db }) => {
    const { agency, ada } = await start(db);
    await aPerson(db, "Old", [], { isAdmin: true, active: false });
    await expect(setRoles(ada, roles(agency.ada))).rejects.toMatchObject({ code: "CONFLICT", message: "This is the last active admin. Make somebody else an admin first." });
    await aPerson(db, "New", [], { isAdmin: true });
    await setRoles(ada, roles(agency.ada));
  });

  test("of nobody, or in no team, is NOT_FOUND", async ({ db }) => {
    const { agency, ada } = await start(db);
    await expect(setRoles(ada, roles(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(setRoles(ada, roles(agency.dev, { roles: [{ teamId: newId(), role: "PM" }] }))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("by anybody but an admin is FORBIDDEN, for themselves too", async ({ db }) => {
    const { agency, pia } = await start(db);
    await expect(setRoles(pia, roles(agency.pia, { isAdmin: true }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("deactivatePerson", () => {
  test("ends every session with the next request, revokes links, frees who relied on them", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    await db.user.update({ where: { id: agency.max }, data: { backupId: agency.dev } });
    const invitation = await db.invitation.create({ data: { id: newId(), purpose: "RESET", tokenHash: newId(), userId: agency.dev, createdBy: agency.ada, expiresAt: new Date("2031-01-01") } });
    await deactivatePerson(ada, { userId: agency.dev });
    expect(await db.user.findUnique({ where: { id: agency.dev } })).toMatchObject({ active: false, sessionEpoch: 1 });
    expect(await db.user.findUnique({ where: { id: agency.max } })).toMatchObject({ backupId: null });
    expect(await db.invitation.findUnique({ where: { id: invitation.id } })).toMatchObject({ revokedAt: NOW });
    expect(await events()).toEqual(["person.deactivated"]);
    await deactivatePerson(ada, { userId: agency.dev }); // a repeat has no effect
    expect(await events()).toEqual(["person.deactivated"]);
  });

  test("P1.6: is CONFLICT while something is held, and lists it", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    const { id, dealId } = await aLiveHandover(db, agency);
    const { number } = await db.handover.findUniqueOrThrow({ where: { id } });
    await expect(deactivatePerson(ada, { userId: agency.pia })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.6", message: `Pia is PM of HO-${number}. Give that to somebody else first.` });
    await expect(deactivatePerson(ada, { userId: agency.lee })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining(`team lead of HO-${number}`) });
    await expect(deactivatePerson(ada, { userId: agency.sam })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("contact owner of D-") });
    await db.team.update({ where: { id: agency.shopify }, data: { defaultPmId: agency.max } });
    await expect(deactivatePerson(ada, { userId: agency.max })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("default PM of Shopify") });
    expect(await events()).toEqual([]);

    await db.handover.update({ where: { id }, data: { status: "CLOSED" } });
    expect(await loadHeld(db, agency.sam)).toEqual([]);
    await deactivatePerson(ada, { userId: agency.pia });
    await deactivatePerson(ada, { userId: agency.sam });
    expect(await db.deal.findUnique({ where: { id: dealId } })).toMatchObject({ contactOwnerId: agency.sam });
  });

  test("the last active admin stays", async ({ db }) => {
    const { agency, ada } = await start(db);
    await expect(deactivatePerson(ada, { userId: agency.ada })).rejects.toMatchObject({ code: "CONFLICT", rule: "Roles" });
  });

  test("of nobody is NOT_FOUND", async ({ db }) => {
    const { ada } = await start(db);
    await expect(deactivatePerson(ada, { userId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("by anybody but an admin is FORBIDDEN", async ({ db }) => {
    const { agency, pia } = await start(db);
    await expect(deactivatePerson(pia, { userId: agency.dev })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("reactivatePerson", () => {
  test("brings the person back with their roles, once", async ({ db }) => {
    const { agency, ada, events } = await start(db);
    await deactivatePerson(ada, { userId: agency.dev });
    await reactivatePerson(ada, { userId: agency.dev });
    await reactivatePerson(ada, { userId: agency.dev });
    expect((await asUser(agency.dev, db)).actor.memberships).toHaveLength(1);
    expect(await events()).toEqual(["person.deactivated", "person.reactivated"]);
  });

  test("of nobody is NOT_FOUND, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const { agency, ada, pia } = await start(db);
    await expect(reactivatePerson(ada, { userId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reactivatePerson(pia, { userId: agency.dev })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("listPeople", () => {
  test("pages by name, and each person is on exactly one page", async ({ db }) => {
    const { ada } = await start(db);
    for (let i = 0; i < 60; i++) await aPerson(db, `Twin ${i % 7}`);
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await listPeople(ada, { ...peopleFilter.parse({}), after });
      seen.push(...page.people.map(({ id }) => id));
      expect(page.total).toBe(70);
      after = page.next ?? undefined;
    }
    expect(new Set(seen).size).toBe(70);
    expect(seen).toHaveLength(70);
  });

  test("finds by name, role, team and whether active; a broken key begins at the start", async ({ db }) => {
    const { agency, ada } = await start(db);
    await aPerson(db, "Gus", [], { active: false });
    const names = async (filter: object) => (await listPeople(ada, peopleFilter.parse(filter))).people.map(({ name }) => name);
    expect(await names({ q: "PI" })).toEqual(["Pia"]);
    expect(await names({ role: "PM", team: agency.wordpress })).toEqual(["Max", "Pia"]);
    expect(await names({ role: "ADMIN" })).toEqual(["Ada"]);
    expect(await names({ active: "no" })).toEqual(["Gus"]);
    expect(await names({ q: "100%_" })).toEqual([]);
    expect((await names({ after: "nonsense", role: "ADMIN" }))).toEqual(["Ada"]);
  });

  test("is for admins", async ({ db }) => {
    const { pia } = await start(db);
    await expect(listPeople(pia, peopleFilter.parse({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("P1.6: what is held names who can give it to somebody else", async ({ db }) => {
  const { agency } = await start(db);
  const { id } = await aLiveHandover(db, agency);
  const draft = await aHandoverOf(db, await aWonDeal(db, agency), { pmId: agency.max });
  const heldOf = async (userId: string) => (await loadHeld(db, userId)).map(({ as, href, by }) => ({ as, href, by: by?.map(({ name }) => name) }));
  expect(await heldOf(agency.pia)).toEqual([{ as: "PM", href: `/handovers/${id}`, by: ["Bo"] }]);
  expect(await heldOf(agency.max)).toEqual([{ as: "PM", href: `/handovers/${draft}/brief/people`, by: ["Sam"] }]);
  expect(await heldOf(agency.sam)).toMatchObject([{ as: "CONTACT_OWNER", by: ["Bea"] }, { as: "CONTACT_OWNER", by: ["Bea"] }]);
});

test("P3.1: a deal owner observes once the handover is accepted, and can go", async ({ db }) => {
  const { agency } = await start(db);
  const dealId = await aWonDeal(db, agency, { ownerId: agency.sue });
  const id = await aHandoverOf(db, dealId);
  expect(await loadHeld(db, agency.sue)).toMatchObject([{ as: "DEAL_OWNER", href: `/deals/${dealId}/edit` }]);
  await accepted(db, id, agency.pia);
  expect(await loadHeld(db, agency.sue)).toEqual([]);
});
