import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { dealScope, moneyScope, withoutMoney } from "@/lib/deals/policy";
import { scope as handoverScope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { isId } from "@/lib/platform/ids";
import { likeText, type Page, PAGE_SIZE, pageOf, readCursor } from "@/lib/platform/pagination";
import { clientScope } from "./policy";
import type { listClientsParams } from "./schema";

/** The clients of this reader by name, a page at a time. Looks into names, websites and contacts. */
export async function listClients(ctx: Ctx, { search, after }: z.output<typeof listClientsParams>) {
  const cursor = readCursor(after);
  const wanted = likeText(search);
  const found: Prisma.ClientWhereInput = wanted === "" ? {} : { OR: [
    { name: contains(wanted) },
    { legalName: contains(wanted) },
    { website: contains(wanted) },
    { contacts: { some: { erasedAt: null, OR: [{ name: contains(wanted) }, { email: contains(wanted) }] } } },
  ] };
  const rows = await db(ctx).client.findMany({
    where: { AND: [
      clientScope(ctx.actor),
      found,
      cursor ? { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] } : {},
    ] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    select: {
      id: true, name: true, industry: true, country: true, zone: true,
      _count: { select: { contacts: { where: { erasedAt: null } }, deals: { where: dealScope(ctx.actor) } } },
    },
  });
  const customers = await customersAmong(ctx, rows.map(({ id }) => id));
  const page = pageOf(rows, ({ id, name }) => ({ key: name, id }));
  return {
    ...page,
    rows: page.rows.map(({ _count, ...client }) => ({ ...client, ..._count, isCustomer: customers.has(client.id) })),
  } satisfies Page<unknown>;
}

export type ClientRow = Awaited<ReturnType<typeof listClients>>["rows"][number];

/** Whether somebody bought before is no secret of a deal: it is asked of all of them. */
async function customersAmong(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  const rows = await db(ctx).deal.findMany({ where: { clientId: { in: ids }, signedOn: { not: null } }, distinct: ["clientId"], select: { clientId: true } });
  return new Set(rows.map(({ clientId }) => clientId));
}

/** One client with its contacts, and those of its deals and handovers that the reader may see. NOT_FOUND out of scope. */
export async function getClient(ctx: Ctx, { id }: { id: string }) {
  const client = isId(id) && await db(ctx).client.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, clientScope(ctx.actor)] },
    select: {
      id: true, name: true, legalName: true, industry: true, website: true, zone: true, country: true, revision: true, createdAt: true,
      contacts: {
        orderBy: [{ erasedAt: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }, { id: "asc" }],
        select: { id: true, name: true, title: true, email: true, phone: true, zone: true, language: true, roles: true, erasedAt: true, revision: true },
      },
      deals: {
        where: dealScope(ctx.actor),
        orderBy: { number: "desc" },
        select: {
          id: true, number: true, name: true, stage: true, valueMinor: true, currency: true, signedOn: true,
          contactOwner: { select: { id: true, name: true } },
          handovers: {
            where: handoverScope(ctx.actor),
            orderBy: { number: "desc" },
            select: { id: true, number: true, status: true, statusSince: true },
          },
        },
      },
    },
  });
  if (!client) throw new AppError("NOT_FOUND");
  const isCustomer = (await customersAmong(ctx, [id])).has(id);
  const money = await db(ctx).deal.findMany({ where: { AND: [{ clientId: id }, moneyScope(ctx.actor)] }, select: { id: true } });
  const withMoney = new Set(money.map((deal) => deal.id));
  return { ...client, isCustomer, deals: client.deals.map((deal) => withoutMoney(deal, withMoney)) };
}

export type ClientDetail = Awaited<ReturnType<typeof getClient>>;
export type ContactDetail = ClientDetail["contacts"][number];

/** One contact with the client it belongs to. */
export async function getContact(ctx: Ctx, { id }: { id: string }) {
  const contact = isId(id) && await db(ctx).contact.findFirst({
    where: { id, client: clientScope(ctx.actor) },
    select: {
      id: true, name: true, title: true, email: true, phone: true, zone: true, language: true, roles: true, erasedAt: true, revision: true,
      client: { select: { id: true, name: true } },
    },
  });
  if (!contact) throw new AppError("NOT_FOUND");
  return contact;
}

/** The clients to choose from in a form, by name; at most `take`. */
export const listClientChoices = (ctx: Ctx, { take = 500 }: { take?: number } = {}) =>
  db(ctx).client.findMany({ where: clientScope(ctx.actor), orderBy: [{ name: "asc" }, { id: "asc" }], take, select: { id: true, name: true } });

const contains = (text: string) => ({ contains: text, mode: "insensitive" as const });
