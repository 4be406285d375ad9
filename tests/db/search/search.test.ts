import { search } from "@/lib/search/queries";
import { asUser, expect, NOW, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aClient, aDeal, aHandoverOf } from "../../support/factories/deals";
import { settled } from "../../support/search";

test("search finds by number, deal and client, and only what the reader's scopes show", async ({ db }) => {
  const agency = await anAgency(db);
  const client = await aClient(db, "Zephyr Foods");
  const dealId = await aDeal(db, agency, { clientId: client.id, name: "New webshop" });
  const handoverId = await aHandoverOf(db, dealId, { pmId: agency.pia });
  const [deal, handover] = [await db.deal.findUniqueOrThrow({ where: { id: dealId } }), await db.handover.findUniqueOrThrow({ where: { id: handoverId } })];
  const find = async (person: string, q: string) => {
    await settled(db);
    const { handovers, deals, clients } = await search(await asUser(person, db), { q });
    return [handovers, deals, clients].map((rows) => rows.map(({ id }) => id));
  };
  expect(await find(agency.sam, "zeph")).toEqual([[handoverId], [dealId], [client.id]]);
  expect(await find(agency.sam, "webshop")).toEqual([[handoverId], [dealId], []]);
  expect(await find(agency.sam, `ho-${handover.number}`)).toEqual([[handoverId], [], []]);
  expect(await find(agency.sam, `D-${deal.number}`)).toEqual([[], [dealId], []]);
  expect(await find(agency.sam, "  ")).toEqual([[], [], []]);
  expect(await find(agency.pia, "zeph")).toEqual([[], [], []]);
  expect(await find(agency.dev, `ho-${handover.number}`)).toEqual([[], [], []]);
  expect(await find(agency.sue, "zeph")).toEqual([[], [], [client.id]]);
  await db.handover.update({ where: { id: handoverId }, data: { firstSubmitAt: NOW } });
  expect(await find(agency.pia, "zeph")).toEqual([[handoverId], [dealId], [client.id]]);
});

test("twenty in all, with something of each kind; and of one kind alone when it is asked for", async ({ db }) => {
  const agency = await anAgency(db);
  const client = await aClient(db, "Zephyr Foods");
  for (let i = 0; i < 25; i++) await aDeal(db, agency, { clientId: client.id, name: `Zephyr ${i}` });
  const { deals, clients } = await search(await asUser(agency.sam, db), { q: "zephyr" });
  expect([deals.length, clients.length]).toEqual([19, 1]);
  const { deals: all, clients: none } = await search(await asUser(agency.sam, db), { q: "zephyr", kind: "deals" });
  expect([all.length, none.length]).toEqual([20, 0]);
});
