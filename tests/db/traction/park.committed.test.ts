import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { parkSilentDeals } from "@/lib/traction/commands/park";
import { asActor, asOwner, eventTypes, expect, NOW, prisma, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";

const job = () => asActor({ type: "system", job: "parkSilentDeals" }, undefined, NOW);
const stages = async (db: Db, ids: readonly string[]) => Promise.all(ids.map(async (id) => (await db.deal.findUniqueOrThrow({ where: { id } })).stage));

test("P5.6 a deal that cannot be parked holds no other up: it stays as it was, the job says so, and the next night takes it", async () => {
  const agency = await anAgency(prisma);
  const silent = async () => aDeal(prisma, agency, {
    createdAt: new Date("2029-10-01T08:00:00Z"), evidence: { create: { id: newId(), kind: "need", happenedOn: new Date("2029-11-05"), words: "They called.", addedById: agency.sam } },
  });
  const ids = [await silent(), await silent(), await silent(), await silent()];
  const [, broken = "", , other = ""] = ids;
  await asOwner((client) => client.query(`
    CREATE FUNCTION refuse_parking() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this one cannot be parked'; END $$;
    CREATE TRIGGER refuse_parking BEFORE UPDATE ON "Deal" FOR EACH ROW WHEN (NEW.stage = 'PARKED' AND NEW.id IN ('${broken}', '${other}')) EXECUTE FUNCTION refuse_parking();`));
  await expect(parkSilentDeals(job())).rejects.toThrow(/^2 silent deals were parked, and 2 could not be: /);
  expect(await stages(prisma, ids)).toEqual(["PARKED", "PROPOSAL", "PARKED", "PROPOSAL"]);
  expect(await eventTypes(prisma, broken)).toEqual([]);

  await asOwner((client) => client.query(`DROP TRIGGER refuse_parking ON "Deal"; DROP FUNCTION refuse_parking();`));
  expect(await parkSilentDeals(job())).toBe(2);
  expect(await stages(prisma, ids)).toEqual(["PARKED", "PARKED", "PARKED", "PARKED"]);
});
