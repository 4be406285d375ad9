import { describe } from "vitest";
import { addContact, createClient, eraseContact, updateClient, updateContact } from "@/lib/clients/commands";
import { getClient, listClients } from "@/lib/clients/queries";
import { contactContent, createClientInput, listClientsParams, updateClientInput } from "@/lib/clients/schema";
import { chainProblem } from "@/lib/events/verify";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aClient, aDeal, aHandoverOf } from "../../support/factories/deals";

const eventsAfter = async (db: Db, stream: string, seq: number) =>
  (await db.event.findMany({ where: { stream, seq: { gt: seq } }, orderBy: { seq: "asc" } })).map(({ type }) => type);
const headOf = async (db: Db, id: string) => (await db.organisation.findUniqueOrThrow({ where: { id } })).headSeq;

describe("createClient", () => {
  test("works for sales and records one event, and is refused to the others", async ({ db }) => {
    const { sam, pia, ada, organisationId } = await anAgency(db);
    const head = await headOf(db, organisationId);
    const input = createClientInput.parse({ name: "Zephyr Foods" });
    for (const person of [pia, ada]) await expect(createClient(await asUser(person, db), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await createClient(await asUser(sam, db), input)).toMatchObject({ created: true });
    expect(await eventsAfter(db, organisationId, head)).toEqual(["client.created"]);
  });

  test.for([
    ["the name", { name: "zephyr foods" }, ["same name"]],
    ["the mail's domain", { name: "Quite different", contact: { name: "Zoe", email: "zoe@zephyr.example" } }, ["same domain zephyr.example"]],
    ["the website", { name: "Quite different", website: "https://www.zephyr.example/en" }, ["same domain zephyr.example"]],
    ["a slip of the finger", { name: "Zehpyr Foods" }, ["similar name"]],
  ] as const)("warns by %s, keeps everything unwritten, and then creates it anyway", async ([, content, reasons], { db }) => {
    const { sam } = await anAgency(db);
    const known = await aClient(db, "Zephyr Foods GmbH", { contacts: { create: { id: newId(), name: "Max", email: "max@zephyr.example" } } });
    const ctx = await asUser(sam, db);
    expect(await createClient(ctx, createClientInput.parse(content))).toEqual({ created: false, duplicates: [{ id: known.id, name: "Zephyr Foods GmbH", reasons }] });
    expect(await db.client.count({ where: { name: content.name } })).toBe(0);
    expect(await createClient(ctx, createClientInput.parse({ ...content, createAnyway: true }))).toMatchObject({ created: true });
  });
});

describe("changing a client and its contacts", () => {
  test("records what changed, once, and refuses a stale revision, strangers and the wrong person", async ({ db }) => {
    const agency = await anAgency(db);
    const { id, contactId } = await aClient(db);
    const head = await headOf(db, agency.organisationId);
    const sam = await asUser(agency.sam, db);
    const change = updateClientInput.parse({ id, revision: 1, name: "Acme Europe", country: "France" });
    expect(await updateClient(sam, change)).toEqual({ id, revision: 2 });
    await expect(updateClient(sam, { ...change, name: "Acme World" })).rejects.toMatchObject({ code: "CONFLICT" });
    const person = { id: contactId, revision: 1, ...contactContent.parse({ name: "Anna Brandt", email: "anna@acme.example", roles: ["SPONSOR"] }) };
    await updateContact(sam, person);
    await expect(updateContact(sam, { ...person, name: "Anna B." })).rejects.toMatchObject({ code: "CONFLICT" });
    await addContact(sam, { clientId: id, ...contactContent.parse({ name: "Ben" }) });
    expect(await eventsAfter(db, agency.organisationId, head)).toEqual(["client.updated", "contact.updated", "contact.added"]);
    expect(await db.event.findFirst({ where: { type: "contact.updated", subjectId: contactId } })).toMatchObject({ payload: expect.stringContaining('"changed":["roles"]') });

    await expect(updateClient(await asUser(agency.pia, db), { ...change, revision: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const dealId = await aDeal(db, agency, { clientId: id });
    await aHandoverOf(db, dealId, { firstSubmitAt: new Date(), teams: { create: { teamId: agency.wordpress, leadId: agency.lee } } });
    await expect(updateClient(await asUser(agency.lee, db), { ...change, revision: 2 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(addContact(await asUser(agency.lee, db), { clientId: id, ...contactContent.parse({ name: "Cy" }) })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("B3: erasing a person", () => {
  test("leaves nothing of them in record, brief, versions, history and notices, and the chains whole", async ({ db }) => {
    const agency = await anAgency(db);
    const sam = await asUser(agency.sam, db);
    const { id: clientId } = await aClient(db);
    const { id: contactId } = await addContact(sam, { clientId, ...contactContent.parse({ name: "Wilhelmina Quist", email: "wq@acme.example", phone: "+31 6 1" }) });
    await updateContact(sam, { id: contactId, revision: 1, ...contactContent.parse({ name: "Wilhelmina Quist-Bos", email: "wq@acme.example" }) });
    const handoverId = await aHandoverOf(db, await aDeal(db, agency, { clientId }));
    const rowId = newId();
    const answer = (field: string, value: Prisma.InputJsonValue) => ({ handoverId, field, rowId, value });
    await db.briefAnswer.createMany({ data: [answer("contacts.contact", contactId), answer("contacts.roles", ["SPONSOR"]), answer("contacts.watchOuts", "Mrs Quist hates calls")] });
    await db.briefVersion.create({ data: { handoverId, version: 1, digest: "x", createdById: agency.sam, content: {
      labels: { [contactId]: "Wilhelmina Quist-Bos", [agency.pia]: "Pia" },
      answers: [
        { field: "contacts.contact", rowId, value: contactId }, { field: "contacts.watchOuts", rowId, value: "Mrs Quist hates calls" },
        { field: "purpose.goals", rowId: null, value: "Sell more" },
      ],
    } } });
    const event = await db.event.findFirstOrThrow({ where: { type: "contact.added", subjectId: contactId } });
    await db.notification.create({ data: { id: newId(), userId: agency.pia, eventId: event.id, text: "Sam added the contact Wilhelmina Quist", href: "/" } });

    const bea = await asUser(agency.bea, db);
    expect(await eraseContact(bea, { id: contactId, reason: "ASKED" })).toMatchObject({ id: contactId });
    expect(await eraseContact(bea, { id: contactId, reason: "ASKED" })).toMatchObject({ id: contactId });

    const left = JSON.stringify([
      await db.contact.findMany(), await db.briefAnswer.findMany(), await db.briefVersion.findMany(), await db.event.findMany(), await db.notification.findMany(),
    ]);
    expect(left).not.toMatch(/quist|wq@acme|\+31 6/i);
    expect(left).toContain("Sell more");
    expect(await db.event.count({ where: { type: "contact.erased", subjectId: contactId } })).toBe(1);
    expect(await chainProblem(db, "ORGANISATION", agency.organisationId)).toBeNull();
    expect((await getClient(bea, { id: clientId })).contacts.find(({ id }) => id === contactId)).toMatchObject({ name: "Erased person", email: "", erasedAt: expect.any(Date) });
  });

  test("is a sales manager's or an admin's; the seller is refused and strangers find nobody", async ({ db }) => {
    const agency = await anAgency(db);
    const { contactId } = await aClient(db);
    await expect(eraseContact(await asUser(agency.sam, db), { id: contactId, reason: "ASKED" })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "B3" });
    await expect(eraseContact(await asUser(agency.pia, db), { id: contactId, reason: "ASKED" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await eraseContact(await asUser(agency.ada, db), { id: contactId, reason: "LEFT" });
    await expect(updateContact(await asUser(agency.sam, db), { id: contactId, revision: 2, ...contactContent.parse({ name: "Anna again" }) })).rejects.toMatchObject({ code: "CONFLICT", rule: "B3" });
  });
});

describe("listClients", () => {
  test("pages by name without gap or repeat, and finds by name, contact and domain", async ({ db }) => {
    const agency = await anAgency(db);
    const names = Array.from({ length: 120 }, (_, i) => `Client ${String(i % 60).padStart(2, "0")}`);
    await db.client.createMany({ data: names.map((name) => ({ id: newId(), name })) });
    const sam = await asUser(agency.sam, db);
    const seen: string[] = [];
    for (let after: string | null | undefined = undefined, pages = 0; after !== null && pages < 5; pages++) {
      const page: Awaited<ReturnType<typeof listClients>> = await listClients(sam, listClientsParams.parse({ search: "Client ", ...(after && { after }) }));
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    const { id } = await aClient(db, "Acme 100%");
    const find = async (search: string) => (await listClients(sam, listClientsParams.parse({ search }))).rows.map((row) => row.id);
    expect([await find("acme"), await find("Brandt"), await find("100%"), await find("anna@")]).toEqual([[id], [id], [id], [id]]);
    expect(await find("1_0%")).toEqual([]);
    expect(await find("100%")).toEqual([id]);
  });
});
