import { describe } from "vitest";
import { createDeal, createDealWithClient } from "@/lib/deals/commands/create";
import { createDealInput, createDealWithClientInput } from "@/lib/deals/schema";
import { chainProblem } from "@/lib/events/verify";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aClient } from "../../support/factories/deals";

describe("createDeal", () => {
  const input = (clientId: string, more = {}) => createDealInput.parse({ clientId, name: "Shop", amount: "12,500.50", currency: "EUR", ...more });

  test("makes its creator contact owner and owner, and records one event", async ({ db }) => {
    const { sam, wordpress } = await anAgency(db);
    const client = await aClient(db);
    const { id, number } = await createDeal(await asUser(sam, db), input(client.id, { teamIds: [wordpress] }));
    expect(await db.deal.findUniqueOrThrow({ where: { id } })).toMatchObject({ number, stage: "PROSPECT", contactOwnerId: sam, ownerId: sam, createdById: sam, valueMinor: 1_250_050n });
    expect(await eventTypes(db, id)).toEqual(["deal.created"]);
    expect(await chainProblem(db, "DEAL", id)).toBeNull();
  });

  test("is for sales", async ({ db }) => {
    const { pia, ada } = await anAgency(db);
    const client = await aClient(db);
    for (const person of [pia, ada])
      await expect(createDeal(await asUser(person, db), input(client.id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
  });

  test("leaves nothing when whoever creates it would not see it, or names somebody outside sales", async ({ db }) => {
    const { sam, sue, pia, sales } = await anAgency(db);
    const client = await aClient(db);
    const others = { contactOwnerId: sue, ownerId: sue };
    await expect(createDeal(await asUser(sam, db), input(client.id, others))).rejects.toMatchObject({ code: "INVALID", fields: { contactOwnerId: [expect.any(String)] } });
    await expect(createDeal(await asUser(sam, db), input(client.id, { contactOwnerId: pia }))).rejects.toMatchObject({ code: "INVALID" });
    await expect(createDeal(await asUser(sam, db), input(client.id, { teamIds: [sales] }))).rejects.toMatchObject({ code: "INVALID" });
    await expect(createDeal(await asUser(sam, db), input(newId()))).rejects.toMatchObject({ code: "INVALID" });
    expect(await db.deal.count({ where: { clientId: client.id } })).toBe(0);
  });

  test("lets a manager enter it for the team", async ({ db }) => {
    const { sue, bea } = await anAgency(db);
    const client = await aClient(db);
    const { id } = await createDeal(await asUser(bea, db), input(client.id, { contactOwnerId: sue }));
    expect(await db.deal.findUniqueOrThrow({ where: { id } })).toMatchObject({ contactOwnerId: sue, ownerId: sue });
  });
});

describe("createDealWithClient", () => {
  const deal = { name: "Shop", currency: "EUR" };
  const asNew = (name: string, more = {}) => createDealWithClientInput.parse({ ...deal, client: { kind: "new", name, ...more } });

  test("creates client and deal on the way", async ({ db }) => {
    const { sam, organisationId } = await anAgency(db);
    const before = await eventTypes(db, organisationId);
    const made = await createDealWithClient(await asUser(sam, db), asNew("Zephyr Foods", { contact: { name: "Zoe" } }));
    if (!made.created) throw new Error("not created");
    expect(await db.deal.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({ clientId: made.clientId, contactOwnerId: sam });
    expect((await eventTypes(db, organisationId)).slice(before.length)).toEqual(["client.created", "contact.added"]);
    expect(await eventTypes(db, made.id)).toEqual(["deal.created"]);
  });

  test("first answers what the client looks like, and writes nothing, then creates it anyway", async ({ db }) => {
    const { sam } = await anAgency(db);
    const known = await aClient(db, "Zephyr Foods GmbH");
    const ctx = await asUser(sam, db);
    expect(await createDealWithClient(ctx, asNew("Zephyr Foods"))).toEqual({
      created: false, duplicates: [{ id: known.id, name: "Zephyr Foods GmbH", reasons: ["same name"] }],
    });
    expect(await db.client.count({ where: { name: "Zephyr Foods" } })).toBe(0);
    expect(await createDealWithClient(ctx, asNew("Zephyr Foods", { createAnyway: true }))).toMatchObject({ created: true });
  });

  test("leaves no client behind when the deal is refused", async ({ db }) => {
    const { sam, pia } = await anAgency(db);
    await expect(createDealWithClient(await asUser(sam, db), { ...asNew("Zephyr Foods"), contactOwnerId: pia })).rejects.toMatchObject({ code: "INVALID" });
    expect(await db.client.count({ where: { name: "Zephyr Foods" } })).toBe(0);
  });
});
