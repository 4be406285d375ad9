import { describe } from "vitest";
import { appendEvent } from "@/lib/events/append";
import { chainProblem } from "@/lib/events/verify";
import { addHoliday, removeHoliday, updateOrganisation } from "@/lib/organisation/commands/settings";
import { getSetUpProgress, HISTORY_PAGE, listHistory, listHistoryAuthors } from "@/lib/organisation/queries";
import { newId } from "@/lib/platform/ids";
import { anAgency } from "../../support/factories/agency";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";

const nordlicht = { name: "Nordlicht", zone: "Europe/Berlin", currency: "EUR", soloMode: false };
const christmas = { date: "2030-12-25", name: "Christmas" };

describe("updateOrganisation", () => {
  test("P1.7: turns solo mode on, and the history says so", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    await updateOrganisation(ada, { ...nordlicht, soloMode: true });
    expect(await db.organisation.findFirst()).toMatchObject({ soloMode: true });
    const { events } = await listHistory(ada, {});
    expect(events.map(({ who, sentence }) => `${who} ${sentence}`)).toEqual(["Ada changed the organisation: the solo mode from off to on"]);
    await updateOrganisation(ada, { ...nordlicht, soloMode: true });
    expect(await eventTypes(db, agency.organisationId)).toHaveLength(1);
    expect(await chainProblem(db, "ORGANISATION", agency.organisationId)).toBeNull();
  });

  test("by anybody but an admin is FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    await expect(updateOrganisation(await asUser(agency.bea, db), nordlicht)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("holidays", () => {
  test("are added and removed, one event each", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    const { id } = await addHoliday(ada, christmas);
    await removeHoliday(ada, { id });
    expect(await db.holiday.count()).toBe(0);
    expect(await eventTypes(db, agency.organisationId)).toEqual(["holiday.added", "holiday.removed"]);
  });

  test("a day that is one already is CONFLICT, an unknown one NOT_FOUND, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    const [ada, sam] = [await asUser(agency.ada, db), await asUser(agency.sam, db)];
    const { id } = await addHoliday(ada, christmas);
    await expect(addHoliday(ada, { ...christmas, name: "Xmas" })).rejects.toMatchObject({ code: "CONFLICT", message: "2030-12-25 is a holiday already: Christmas." });
    await expect(removeHoliday(ada, { id: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addHoliday(sam, { ...christmas, date: "2030-12-26" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeHoliday(sam, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the history", () => {
  test("B3: pages newest first, each event on exactly one page, and filters by kind and person", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    for (let i = 1; i <= HISTORY_PAGE + 5; i++) await addHoliday(ada, { date: new Date(NOW.getTime() + i * 86_400_000).toISOString().slice(0, 10), name: `Day ${i}` });
    await updateOrganisation(ada, { ...nordlicht, name: "Polarlicht" });
    const first = await listHistory(ada, {});
    const second = await listHistory(ada, { before: first.next ?? 0 });
    expect(first.events).toHaveLength(HISTORY_PAGE);
    expect([...first.events, ...second.events].map(({ seq }) => seq)).toEqual(Array.from({ length: HISTORY_PAGE + 6 }, (_, i) => HISTORY_PAGE + 6 - i));
    expect(second.next).toBeNull();
    expect((await listHistory(ada, { kind: "people" })).events).toEqual([]);
    expect((await listHistory(ada, { by: agency.sam })).events).toEqual([]);
    expect((await listHistory(ada, { kind: "organisation", by: agency.ada })).events).toHaveLength(HISTORY_PAGE);
    expect(await listHistoryAuthors(ada)).toEqual([{ id: agency.ada, name: "Ada" }]);
  });

  test("shows admins no client and no client's person", async ({ db }) => {
    const agency = await anAgency(db);
    const [ada, sam] = [await asUser(agency.ada, db), await asUser(agency.sam, db)];
    const payload = { userId: agency.sam, name: "Sam" };
    await appendEvent(db, sam, { stream: agency.organisationId, type: "password.changed", payload });
    await appendEvent(db, sam, { stream: agency.organisationId, type: "client.created", payload: { clientId: newId(), client: "Acme", despite: [] } });
    expect((await eventTypes(db, agency.organisationId)).at(-1)).toBe("client.created");
    expect((await listHistory(ada, {})).events.map(({ type }) => type)).toEqual(["password.changed"]);
  });

  test("is for admins", async ({ db }) => {
    const agency = await anAgency(db);
    await expect(listHistory(await asUser(agency.bea, db), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getSetUpProgress(await asUser(agency.bea, db))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("the set-up's progress names the teams that cannot accept yet", async ({ db }) => {
  const agency = await anAgency(db);
  await db.membership.deleteMany({ where: { teamId: agency.shopify, role: "TEAM_LEAD" } });
  expect(await getSetUpProgress(await asUser(agency.ada, db))).toMatchObject({ people: 10, salespeople: 2, withoutPm: [], withoutLead: ["Shopify"] });
});

test("the set-up's progress counts as invited whoever has neither a password nor ever been here, as the list of people does", async ({ db }) => {
  const agency = await anAgency(db);
  await db.user.updateMany({ data: { passwordHash: null, lastSeenAt: new Date() } });
  const ada = await asUser(agency.ada, db);
  expect((await getSetUpProgress(ada)).invited).toBe(0);
  await db.user.update({ where: { id: agency.bea }, data: { lastSeenAt: null } });
  expect((await getSetUpProgress(ada)).invited).toBe(1);
});
