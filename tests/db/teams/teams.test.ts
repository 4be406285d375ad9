import { describe } from "vitest";
import { createTeam, updateTeam } from "@/lib/teams/commands";
import { listTeams } from "@/lib/teams/queries";
import { newId } from "@/lib/platform/ids";
import { aPerson, anAgency } from "../../support/factories/agency";
import { aHandoverOf, aWonDeal } from "../../support/factories/deals";
import { asUser, eventTypes, expect, test } from "../../support/db";

const webflow = { name: "Webflow", slug: "webflow", kind: "DELIVERY" as const, technical: true };
const edit = (teamId: string, more: object = {}) => ({ teamId, revision: 1, name: "WordPress", technical: true, active: true, defaultPmId: null, ...more });

describe("createTeam", () => {
  test("works, with a brief template for a delivery team, and records one event", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    const { teamId } = await createTeam(ada, webflow);
    const [template, discovery] = await db.policyVersion.findMany({ where: { teamId }, orderBy: { kind: "asc" } });
    expect(template).toMatchObject({ kind: "BRIEF_TEMPLATE", version: 1, status: "PUBLISHED", content: { slug: "webflow" } });
    expect(discovery).toMatchObject({ kind: "DISCOVERY_SET", version: 1, status: "PUBLISHED" });
    expect(await eventTypes(db, agency.organisationId)).toEqual(["team.created"]);
    const north = await createTeam(ada, { name: "North", slug: "north", kind: "SALES", technical: true });
    expect(await db.team.findUnique({ where: { id: north.teamId } })).toMatchObject({ technical: false });
    expect(await db.policyVersion.findFirst({ where: { teamId: north.teamId } })).toBeNull();
  });

  test("with a short name that is taken is INVALID", async ({ db }) => {
    const ada = await asUser((await anAgency(db)).ada, db);
    await createTeam(ada, webflow);
    await expect(createTeam(ada, webflow)).rejects.toMatchObject({ code: "INVALID", fields: { slug: ["Another team already has this short name."] } });
  });

  test("by anybody but an admin is FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    await expect(createTeam(await asUser(agency.bo, db), webflow)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("updateTeam", () => {
  test("works and records one event that says what changed", async ({ db }) => {
    const agency = await anAgency(db);
    expect(await updateTeam(await asUser(agency.ada, db), edit(agency.wordpress, { technical: false, defaultPmId: agency.max }))).toEqual({ teamId: agency.wordpress, revision: 2 });
    const { payload } = await db.event.findFirstOrThrow({ where: { stream: agency.organisationId } });
    expect(JSON.parse(payload ?? "")).toMatchObject({ changes: [{ field: "technical flag", from: "yes", to: "no" }, { field: "default PM", from: "", to: "Max" }] });
  });

  test("P1.6: the default PM is an active PM of the team", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    const gone = await aPerson(db, "Gus", [{ teamId: agency.wordpress, role: "PM" }], { active: false });
    for (const defaultPmId of [agency.lee, gone, newId()])
      await expect(updateTeam(ada, edit(agency.wordpress, { defaultPmId }))).rejects.toMatchObject({ code: "INVALID", rule: "P1.6" });
  });

  test("of what somebody changed meanwhile, or that still has a live handover, is CONFLICT", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    const handoverId = await aHandoverOf(db, await aWonDeal(db, agency));
    await db.handoverTeam.create({ data: { handoverId, teamId: agency.wordpress } });
    await expect(updateTeam(ada, edit(agency.wordpress, { active: false }))).rejects.toMatchObject({ code: "CONFLICT", message: "WordPress still has 1 live handover." });
    await updateTeam(ada, edit(agency.shopify, { name: "Shops", active: false }));
    await expect(updateTeam(ada, edit(agency.shopify, { name: "Stores" }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
  });

  test("of nothing is NOT_FOUND, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    await expect(updateTeam(await asUser(agency.ada, db), edit(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(updateTeam(await asUser(agency.bo, db), edit(agency.wordpress))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("a team counts its active people by role, for admins", async ({ db }) => {
  const agency = await anAgency(db);
  await aPerson(db, "Gus", [{ teamId: agency.wordpress, role: "PM" }], { active: false });
  const teams = await listTeams(await asUser(agency.ada, db));
  expect(teams.find(({ id }) => id === agency.wordpress)).toMatchObject({ pms: 2, leads: 1, developers: 1, managers: 1 });
  await expect(listTeams(await asUser(agency.bo, db))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
