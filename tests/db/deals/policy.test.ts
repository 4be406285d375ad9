import fc from "fast-check";
import { clientRefusal, clientScope } from "@/lib/clients/policy";
import { dealFacts, LOADED } from "@/lib/deals/commands/change";
import { DEAL_POWER_NAMES, dealRefusal, dealScope } from "@/lib/deals/policy";
import type { Db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/generated/enums";
import { asActor, asUser, expect, NOW, test } from "../../support/db";
import { aPerson, type Agency, anAgency, aTeam } from "../../support/factories/agency";
import { aDeal, aHandoverOf } from "../../support/factories/deals";

const sees = async (db: Db, userId: string, id: string) =>
  (await db.deal.count({ where: { AND: [{ id }, dealScope((await asUser(userId, db)).actor)] } })) === 1;
const seers = async (db: Db, agency: Agency, id: string) => {
  const people = ["sam", "sue", "bea", "pia", "max", "lee", "lin", "bo", "dev", "ada"] as const;
  const seen = await Promise.all(people.map((person) => sees(db, agency[person], id)));
  return people.filter((_, index) => seen[index]);
};

test("a deal exists for its sellers, their manager, and whoever its submitted handover names", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await aDeal(db, agency, { teams: { create: { teamId: agency.wordpress } } });
  expect(await seers(db, agency, id)).toEqual(["sam", "bea"]);
  const handoverId = await aHandoverOf(db, id, { pmId: agency.pia, teams: { create: { teamId: agency.wordpress, leadId: agency.lee } } });
  expect(await seers(db, agency, id)).toEqual(["sam", "bea"]);
  await db.handover.update({ where: { id: handoverId }, data: { firstSubmitAt: NOW } });
  expect(await seers(db, agency, id)).toEqual(["sam", "bea", "pia", "lee", "bo"]);
  await db.dealCollaborator.create({ data: { dealId: id, userId: agency.sue } });
  expect(await seers(db, agency, id)).toEqual(["sam", "sue", "bea", "pia", "lee", "bo"]);
});

test("whoever may do something to a deal can also see it", { timeout: 60_000 }, async ({ db }) => {
  const agency = await anAgency(db);
  const east = await aTeam(db, "East", "SALES");
  const roles: [string, Role][] = [
    [agency.sales, "SALES"], [agency.sales, "MANAGER"], [east, "SALES"], [east, "MANAGER"],
    [agency.wordpress, "PM"], [agency.wordpress, "TEAM_LEAD"], [agency.wordpress, "MANAGER"], [agency.shopify, "DEVELOPER"],
  ];
  const people: string[] = [];
  for (let bits = 1; bits <= 12; bits++) {
    const held = roles.filter((_, index) => (bits * 37) & (1 << index)).map(([teamId, role]) => ({ teamId, role }));
    people.push(await aPerson(db, `Person ${bits}`, held, { isAdmin: bits % 5 === 0 }));
  }
  const who = fc.constantFrom(...people);
  const generated = fc.record({
    contactOwnerId: who, ownerId: who, createdById: fc.option(who), colleagues: fc.uniqueArray(who, { maxLength: 2 }),
    handover: fc.option(fc.record({ pmId: fc.option(who), leadId: fc.option(who), submitted: fc.boolean(), writerId: fc.option(who) })),
  });
  await fc.assert(fc.asyncProperty(generated, async ({ colleagues, handover, ...deal }) => {
    const id = await aDeal(db, agency, { ...deal, collaborators: { create: colleagues.map((userId) => ({ userId })) } });
    if (handover) {
      const { submitted, leadId, ...named } = handover;
      await aHandoverOf(db, id, { ...named, firstSubmitAt: submitted ? NOW : null, teams: { create: { teamId: agency.wordpress, leadId } } });
    }
    const facts = dealFacts(await db.deal.findUniqueOrThrow({ where: { id }, include: LOADED }));
    for (const person of people) {
      const { actor } = await asUser(person, db);
      const powers = DEAL_POWER_NAMES.filter((power) => dealRefusal(actor, power, facts) === null);
      if (powers.length > 0) expect([person, await sees(db, person, id)]).toEqual([person, true]);
      expect(powers.includes("approveAtRisk") && [deal.contactOwnerId, deal.ownerId, deal.createdById, handover?.writerId, ...colleagues].includes(person)).toBe(false);
    }
  }), { numRuns: 25 });
});

test("the system sees every deal, and has none of the powers", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await aDeal(db, agency);
  const { actor } = asActor({ type: "system", job: "announce" });
  expect(await db.deal.count({ where: { AND: [{ id }, dealScope(actor)] } })).toBe(1);
  const facts = dealFacts(await db.deal.findUniqueOrThrow({ where: { id }, include: LOADED }));
  expect(DEAL_POWER_NAMES.filter((power) => dealRefusal(actor, power, facts) === null)).toEqual([]);
});

test("clients exist for sales and admins, and for whoever sees one of their deals; who may change one can see it", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await aDeal(db, agency);
  const { clientId } = await db.deal.findUniqueOrThrow({ where: { id } });
  const seen = async () => {
    const found: string[] = [];
    for (const person of ["sam", "sue", "bea", "pia", "max", "lee", "bo", "dev", "ada"] as const) {
      const { actor } = await asUser(agency[person], db);
      if ((await db.client.count({ where: { AND: [{ id: clientId }, clientScope(actor)] } })) === 1) found.push(person);
    }
    return found;
  };
  expect(await seen()).toEqual(["sam", "sue", "bea", "ada"]);
  await aHandoverOf(db, id, { pmId: agency.pia, firstSubmitAt: NOW });
  expect(await seen()).toEqual(["sam", "sue", "bea", "pia", "ada"]);
  const { actor: developer } = await asUser(agency.dev, db);
  for (const power of ["create", "edit", "erase"] as const) expect(clientRefusal(developer, power)).toMatchObject({ code: "FORBIDDEN" });
});
