import { describe } from "vitest";
import { ctxOf } from "@/lib/auth/session";
import { addTimeOff, changePassword, removeTimeOff, signOutEverywhere, updateProfile } from "@/lib/people/commands/profile";
import { newId } from "@/lib/platform/ids";
import { anAgency, OFFICE_HOURS } from "../../support/factories/agency";
import { aMember, anAddress, PASSWORD } from "../../support/factories/people";
import { asActor, asUser, eventTypes, expect, NOW, prisma, test } from "../../support/db";

const at = { now: NOW, requestId: "test" };
const profile = (more: object = {}) => ({ revision: 1, zone: "Europe/Berlin", workingHours: OFFICE_HOURS, backupId: null, meetingPreference: "ANY" as const, singleKeys: true, ...more });

describe("updateProfile", () => {
  test("works on one's own settings and records one event", async ({ db }) => {
    const agency = await anAgency(db);
    const pia = await asUser(agency.pia, db);
    await updateProfile(pia, profile({ backupId: agency.max, meetingPreference: "IN_WRITING" }));
    expect(await db.user.findUnique({ where: { id: agency.pia } })).toMatchObject({ backupId: agency.max, meetingPreference: "IN_WRITING", revision: 2 });
    expect(await eventTypes(db, agency.organisationId)).toEqual(["person.changed"]);
  });

  test("turning single keys off is kept, and is nobody's history", async ({ db }) => {
    const agency = await anAgency(db);
    await updateProfile(await asUser(agency.pia, db), profile({ singleKeys: false }));
    expect(await db.user.findUnique({ where: { id: agency.pia } })).toMatchObject({ singleKeys: false, revision: 2 });
    expect(await eventTypes(db, agency.organisationId)).toEqual([]);
  });

  test("of what an admin changed meanwhile is CONFLICT; of nobody FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    await db.user.update({ where: { id: agency.pia }, data: { revision: 2 } });
    await expect(updateProfile(await asUser(agency.pia, db), profile())).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(updateProfile(asActor({ type: "system", job: "test" }, db), profile())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("changePassword", () => {
  test("ends every session and opens the next epoch", async () => {
    const { organisationId } = await anAgency(prisma);
    const { id } = await aMember(prisma);
    const before = (await eventTypes(prisma, organisationId)).length;
    const next = await changePassword(await asUser(id), { current: PASSWORD, password: "another long passphrase", address: anAddress() });
    expect(next).toEqual({ userId: id, epoch: 1 });
    expect(await ctxOf({ userId: id, epoch: 0, sample: false }, at)).toBeNull();
    expect(await ctxOf({ ...next, sample: false }, at)).not.toBeNull();
    expect((await eventTypes(prisma, organisationId)).slice(before)).toEqual(["password.changed"]);
  });

  test("with a wrong present password is INVALID, and guesses are counted", async () => {
    await anAgency(prisma);
    const { id } = await aMember(prisma);
    const ctx = await asUser(id);
    const guess = () => changePassword(ctx, { current: "a wrong guess", password: "another long passphrase", address: anAddress() });
    for (let i = 0; i < 5; i++) await expect(guess()).rejects.toMatchObject({ code: "INVALID", fields: { current: ["That is not your present password."] } });
    await expect(guess()).rejects.toMatchObject({ code: "TOO_MANY" });
  });
});

test("signing out everywhere ends every session with the next request", async () => {
  const { organisationId } = await anAgency(prisma);
  const { id } = await aMember(prisma);
  await signOutEverywhere(await asUser(id));
  expect(await ctxOf({ userId: id, epoch: 0, sample: false }, at)).toBeNull();
  expect((await eventTypes(prisma, organisationId)).at(-1)).toBe("session.endedEverywhere");
});

describe("time off", () => {
  const days = (userId: string, from: string, to: string) => ({ userId, from, to, note: "" });

  test("is entered and removed, one event each; by an admin for somebody else too", async ({ db }) => {
    const agency = await anAgency(db);
    const [pia, ada] = [await asUser(agency.pia, db), await asUser(agency.ada, db)];
    const { id } = await addTimeOff(pia, days(agency.pia, "2030-02-01", "2030-02-05"));
    await addTimeOff(ada, days(agency.pia, "2030-02-06", "2030-02-06"));
    await removeTimeOff(pia, { id });
    expect((await db.timeOff.findMany({ where: { userId: agency.pia } })).map(({ from }) => from.toISOString().slice(0, 10))).toEqual(["2030-02-06"]);
    expect((await eventTypes(db, agency.organisationId)).slice(-3)).toEqual(["timeOff.added", "timeOff.added", "timeOff.removed"]);
  });

  test("that overlaps what is there is CONFLICT", async ({ db }) => {
    const agency = await anAgency(db);
    const pia = await asUser(agency.pia, db);
    await addTimeOff(pia, days(agency.pia, "2030-02-01", "2030-02-05"));
    await expect(addTimeOff(pia, days(agency.pia, "2030-02-05", "2030-02-09"))).rejects.toMatchObject({ code: "CONFLICT", message: "Time off from 2030-02-01 to 2030-02-05 is entered already." });
  });

  test("of nobody, or removed before, is NOT_FOUND; of a colleague FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    const [pia, sam, ada] = [await asUser(agency.pia, db), await asUser(agency.sam, db), await asUser(agency.ada, db)];
    const { id } = await addTimeOff(pia, days(agency.pia, "2030-02-01", "2030-02-05"));
    await expect(addTimeOff(ada, days(newId(), "2030-02-01", "2030-02-01"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeTimeOff(pia, { id: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addTimeOff(sam, days(agency.pia, "2030-03-01", "2030-03-01"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeTimeOff(sam, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
