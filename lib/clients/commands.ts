import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { type Db, inTx } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Client, Contact } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { rolesText } from "./format";
import { type ClientPower, clientRefusal, clientScope } from "./policy";
import { findLikelyDuplicates, type LikelyDuplicateRow } from "./queries/duplicates";
import type * as input from "./schema";
import type { ContactContent, NewClient } from "./schema";

type Input<S extends keyof typeof input> = (typeof input)[S] extends z.ZodType<infer T> ? T : never;

/** Created, or first the clients that it looks like. */
export type ClientCreation = { created: true; id: string } | { created: false; duplicates: LikelyDuplicateRow[] };

/**
 * A new client with its first contact. Unless `createAnyway` says that the likely duplicates were seen, they are
 * answered instead, and nothing is written.
 */
export const createClient = (ctx: Ctx, { createAnyway, ...client }: Input<"createClientInput">): Promise<ClientCreation> =>
  inTx(ctx, async (tx) => {
    enforce(clientRefusal(ctx.actor, "create"));
    const duplicates = await findLikelyDuplicates({ ...ctx, db: tx }, client);
    if (duplicates.length > 0 && !createAnyway) return { created: false, duplicates };
    return { created: true, id: await insertClient(tx, ctx, client, duplicates) };
  });

async function insertClient(tx: Db, ctx: Ctx, { contact, ...content }: NewClient, duplicates: readonly LikelyDuplicateRow[]) {
  const { id, name } = await tx.client.create({ data: { ...content, createdById: personOf(ctx.actor) }, select: { id: true, name: true } });
  const stream = await organisationStream(tx);
  const payload = { clientId: id, client: name, despite: duplicates.map((other) => other.name) };
  await appendEvent(tx, ctx, { stream, type: "client.created", payload });
  if (contact) await insertContact(tx, ctx, id, contact);
  return id;
}

/** What the client is called and where it is. Refused when somebody changed it since (`revision`). */
export const updateClient = (ctx: Ctx, { id, revision, ...content }: Input<"updateClientInput">) =>
  withClient(ctx, { id, power: "edit" }, async (tx, client) => {
    const changed = differences(client, content, CLIENT_WORDS);
    if (changed.length === 0) return { id, revision: client.revision };
    const { count } = await tx.client.updateMany({ where: { id, revision }, data: { ...content, revision: { increment: 1 } } });
    if (count === 0) throw stale();
    const payload = { clientId: id, client: content.name, changed };
    await appendEvent(tx, ctx, { stream: await organisationStream(tx), type: "client.updated", payload });
    return { id, revision: revision + 1 };
  });

/** A person at the client, with any number of roles. */
export const addContact = (ctx: Ctx, { clientId, ...content }: Input<"addContactInput">) =>
  withClient(ctx, { id: clientId, power: "edit" }, async (tx) => ({ id: await insertContact(tx, ctx, clientId, content), clientId }));

async function insertContact(tx: Db, ctx: Ctx, clientId: string, content: ContactContent): Promise<string> {
  const contactId = newId();
  await tx.contact.create({ data: { id: contactId, clientId, ...content }, select: { id: true } });
  const payload = { clientId, contactId, name: content.name };
  await appendEvent(tx, ctx, { stream: await organisationStream(tx), type: "contact.added", payload, subjectId: contactId });
  return contactId;
}

export const updateContact = (ctx: Ctx, { id, revision, ...content }: Input<"updateContactInput">) =>
  withContact(ctx, { id, power: "edit" }, async (tx, contact) => {
    if (contact.erasedAt) throw new AppError("CONFLICT", { rule: "B3", reason: "This person was erased." });
    const changed = differences({ ...contact, roles: rolesText(contact.roles) }, { ...content, roles: rolesText(content.roles) }, CONTACT_WORDS);
    if (changed.length === 0) return { id, clientId: contact.clientId, revision: contact.revision };
    const { count } = await tx.contact.updateMany({ where: { id, revision }, data: { ...content, revision: { increment: 1 } } });
    if (count === 0) throw stale();
    const payload = { clientId: contact.clientId, contactId: id, name: content.name, changed };
    await appendEvent(tx, ctx, { stream: await organisationStream(tx), type: "contact.updated", payload, subjectId: id });
    return { id, clientId: contact.clientId, revision: revision + 1 };
  });

/**
 * B3: takes a person out of the record, the briefs, their frozen versions, the history's payloads and the notices. The
 * chains stay whole. Repeated, it has one effect.
 */
export const eraseContact = (ctx: Ctx, { id, reason }: Input<"eraseContactInput">) =>
  withContact(ctx, { id, power: "erase" }, async (tx, { clientId, erasedAt }) => {
    if (erasedAt) return { id, clientId };
    await tx.$executeRaw`SELECT erase_contact(${id}::uuid)`;
    await tx.$executeRaw`UPDATE "Notification" SET text = 'Something about a person who was erased since.'
      WHERE "eventId" IN (SELECT e.id FROM "Event" e WHERE e."subjectId" = ${id}::uuid)`;
    const payload = { clientId, contactId: id, reason };
    await appendEvent(tx, ctx, { stream: await organisationStream(tx), type: "contact.erased", payload, subjectId: id });
    return { id, clientId };
  });

type Asked = { id: string; power: ClientPower };

/** One transaction around one client, locked. What is out of scope does not exist. */
const withClient = <T>(ctx: Ctx, { id, power }: Asked, fn: (tx: Db, client: Client) => Promise<T>): Promise<T> =>
  inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Client" WHERE id = ${id}::uuid FOR UPDATE`;
    const client = await tx.client.findFirst({ where: { AND: [{ id }, clientScope(ctx.actor)] } });
    if (!client) throw new AppError("NOT_FOUND");
    enforce(clientRefusal(ctx.actor, power));
    return fn(tx, client);
  });

const withContact = <T>(ctx: Ctx, { id, power }: Asked, fn: (tx: Db, contact: Contact) => Promise<T>): Promise<T> =>
  inTx(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Contact" WHERE id = ${id}::uuid FOR UPDATE`;
    const contact = await tx.contact.findFirst({ where: { id, client: clientScope(ctx.actor) } });
    if (!contact) throw new AppError("NOT_FOUND");
    enforce(clientRefusal(ctx.actor, power));
    return fn(tx, contact);
  });

const CLIENT_WORDS = {
  name: "name", legalName: "legal name", industry: "industry", website: "website", zone: "time zone", country: "country",
} as const;
const CONTACT_WORDS = {
  name: "name", title: "title", email: "mail", phone: "phone", zone: "time zone", language: "language", roles: "roles",
} as const;

/** What differs, in words; the values stay out of the history, because they describe a person. */
const differences = <K extends string>(before: Record<NoInfer<K>, string>, after: Record<NoInfer<K>, string>, words: Record<K, string>): string[] =>
  (Object.keys(words) as K[]).filter((key) => before[key] !== after[key]).map((key) => words[key]);

const stale = () => new AppError("CONFLICT", { rule: "P1.9", reason: "This has changed since you read it. Reload the page to see it." });

async function organisationStream(tx: Db): Promise<string> {
  return (await tx.organisation.findFirstOrThrow({ select: { id: true } })).id;
}
