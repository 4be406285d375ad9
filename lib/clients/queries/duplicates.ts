import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { likeText } from "@/lib/platform/pagination";
import { clientScope } from "../policy";
import { domainsOf, likelyDuplicates, ownDomain } from "../rules/duplicates";
import type { NewClient } from "../schema";

export type LikelyDuplicateRow = { id: string; name: string; reasons: string[] };

/** How alike two names must at least be, by their trigrams, to be looked at closely. The rule decides. */
const SIMILAR_ENOUGH = 0.2;

/** The clients that a new one may be, at most five, each with the reasons. Only those that the reader may know of. */
export async function findLikelyDuplicates(ctx: Ctx, { contact, ...wanted }: NewClient): Promise<LikelyDuplicateRow[]> {
  const identity = { name: wanted.name, legalName: wanted.legalName, website: wanted.website, emails: contact ? [contact.email] : [] };
  const names = [wanted.name, wanted.legalName].filter((name) => name.trim() !== "");
  const domains = domainsOf(identity).map((domain) => `%${likeText(domain)}%`);
  const near = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Client" c
    WHERE EXISTS (SELECT FROM unnest(${names}::text[]) n WHERE similarity(c.name, n) > ${SIMILAR_ENOUGH} OR similarity(c."legalName", n) > ${SIMILAR_ENOUGH})
       OR c.website ILIKE ANY (${domains}::text[])
       OR EXISTS (SELECT FROM "Contact" p WHERE p."clientId" = c.id AND p.email ILIKE ANY (${domains}::text[]))
    ORDER BY similarity(c.name, ${wanted.name}) DESC LIMIT 50`;
  const known = await db(ctx).client.findMany({
    where: { AND: [{ id: { in: near.map(({ id }) => id) } }, clientScope(ctx.actor)] },
    select: { id: true, name: true, legalName: true, website: true, contacts: { where: { erasedAt: null }, select: { email: true } } },
  });
  const identities = known.map(({ contacts, ...client }) => ({ ...client, emails: contacts.map(({ email }) => email).filter(ownDomain) }));
  return likelyDuplicates(identity, identities)
    .slice(0, 5)
    .map(({ client: { id, name }, reasons }) => ({ id, name, reasons }));
}
