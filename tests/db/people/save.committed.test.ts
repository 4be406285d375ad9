import { savePerson } from "@/lib/people/commands/people";
import { anAgency, OFFICE_HOURS } from "../../support/factories/agency";
import { asUser, eventTypes, expect, prisma, test } from "../../support/db";

test("P1.6 when the roles of a page are refused, its settings are not kept either", async () => {
  const agency = await anAgency(prisma);
  const ada = await asUser(agency.ada);
  const before = await prisma.user.findUniqueOrThrow({ where: { id: agency.ada } });
  const settings = {
    userId: agency.ada, revision: before.revision, name: before.name, email: before.email, zone: "Asia/Tokyo", workingHours: OFFICE_HOURS, backupId: null, skills: [], meetingPreference: "ANY" as const, loadCap: 2,
  };
  const events = await eventTypes(prisma, agency.organisationId);
  await expect(savePerson(ada, { ...settings, isAdmin: true, roles: [{ teamId: agency.sales, role: "PM" }] })).rejects.toMatchObject({ code: "INVALID", rule: "Roles" });
  expect(await prisma.user.findUniqueOrThrow({ where: { id: agency.ada } })).toMatchObject({ zone: before.zone, revision: before.revision });
  expect(await eventTypes(prisma, agency.organisationId)).toEqual(events);
});
