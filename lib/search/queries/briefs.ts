import "server-only";
import type { Ctx, UserActor } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import { scope } from "@/lib/handovers/policy";
import { db, type Db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { HandoverStatus, SearchSource } from "@/lib/platform/generated/enums";
import type { Visibility } from "@/lib/policies/fields";
import { type FoundText, type Passage, passageOf } from "../rules/passage";
import { type Frequencies, questionOf, type Word } from "../rules/question";
import { type Reading, readingsOf } from "../rules/readers";
import { mayMean } from "../rules/typo";
import { searchWords } from "../rules/words";
import { frequentWords } from "./frequencies";

export type FoundBrief = {
  id: string; number: number; status: HandoverStatus; deal: string; client: string; contactOwner: string; pm: string | null;
  /** Where the words stand; null where a name was found. */
  passage: Passage | null;
  /** Found by a name that is written a little differently. */
  isSimilar: boolean;
};
export type FoundBriefs = { rows: FoundBrief[]; /** The number to go on after. */ next: number | null };

type Asked = { q: string; status?: HandoverStatus | undefined; after?: number | null; limit: number };

/** At most so many words of a question count, and so many names for one word. */
const WORDS = 8;
const NAMES = 20;

/**
 * Briefs in whose readable fields all the words stand, the newest first: of the draft for those who read it, else of the
 * version submitted last (B4). A field that the reader may not read is neither found nor shown, and a handover out of
 * scope does not exist. Where the first page has room, names that are spelt a little differently follow.
 */
export async function searchBriefs(ctx: Ctx, { q, status, after = null, limit }: Asked): Promise<FoundBriefs> {
  const { actor } = ctx;
  const words = [...new Set(searchWords(q))].slice(0, WORDS);
  if (actor.type !== "user" || words.length === 0) return { rows: [], next: null };
  const readings = readingsOf(actor, await ownersUnder(db(ctx), actor));
  const [colleagues, frequencies] = await Promise.all([namesOf(db(ctx), words), frequentWords(db(ctx), ctx.now)]);
  const asked = words.map((word) => ({ word, ids: colleagues.get(word) ?? [] }));
  const found = await findBriefs(db(ctx), { readings, asked, frequencies, status, after, limit: limit + 1 });
  const exact = found.slice(0, limit);
  const next = found.length > limit ? (exact.at(-1)?.number ?? null) : null;

  const room = limit - exact.length;
  const similar = room > 0 && after === null ? await similarNames(db(ctx), asked) : null;
  const others = similar ? await findBriefs(db(ctx), { readings, asked: similar, frequencies, status, after, limit }) : [];
  const more = others.filter(({ id }) => exact.every((one) => one.id !== id)).slice(0, room);
  return { next, rows: await shown(ctx, [...exact.map((one) => ({ ...one, isSimilar: false })), ...more.map((one) => ({ ...one, isSimilar: true }))], words) };
}

type Found = { id: string; number: number; source: SearchSource; readable: Visibility[] };
type Finding = { readings: readonly Reading[]; asked: readonly Word[]; frequencies: Frequencies; status?: HandoverStatus | undefined; after: number | null; limit: number };

/** One statement for each set of fields that the person may read; each stops at the limit, and so does their union. */
async function findBriefs(database: Db, { limit, ...finding }: Finding): Promise<Found[]> {
  const lists = await Promise.all(finding.readings.map(async ({ readers, readable, isMany }) => {
    const rows = await database.$queryRaw<Omit<Found, "readable">[]>(briefsSql({ ...finding, readers, readable, isMany, limit: limit * 2 })); // both sources of one brief
    return rows.map((row) => ({ ...row, readable }));
  }));
  const best = new Map<string, Found>();
  for (const one of lists.flat()) {
    const other = best.get(one.id);
    if (!other || one.readable.length > other.readable.length || (one.source === "LIVE" && other.source !== "LIVE")) best.set(one.id, one);
  }
  return [...best.values()].sort((a, b) => b.number - a.number).slice(0, limit);
}

/**
 * The statement that must be quick at a million briefs: tests/bench/search.ts explains this very one. Only where somebody
 * reads very many may it walk along the newest: for few, and frequent words, that way would lead past all the others'.
 */
export function briefsSql({ readers, readable, isMany, asked, frequencies, status, after, limit }: Reading & Omit<Finding, "readings">): Prisma.Sql {
  const { indexed, looked } = questionOf(asked, readable, frequencies);
  return Prisma.sql`
    SELECT s."handoverId" AS id, s.number, s.source FROM "BriefSearch" s
    ${status ? Prisma.sql`JOIN "Handover" h ON h.id = s."handoverId" AND h.status = ${status}::"HandoverStatus"` : Prisma.empty}
    WHERE s.readers && ${readers}::text[] AND s.document @@ ${indexed}::tsquery
      ${looked === null ? Prisma.empty : Prisma.sql`AND (s.document @@ ${looked}::tsquery) IS TRUE`}
      ${after === null ? Prisma.empty : Prisma.sql`AND s.number < ${after}`}
    ORDER BY s.number ${isMany ? Prisma.empty : Prisma.sql`+ 0`} DESC LIMIT ${limit}`;
}

/** What is shown of them, asked once more within the scope, with the passage where the words stand. */
async function shown(ctx: Ctx, found: readonly (Found & { isSimilar: boolean })[], words: readonly string[]): Promise<FoundBrief[]> {
  if (found.length === 0) return [];
  const person = { select: { name: true } };
  const [heads, texts] = await Promise.all([
    db(ctx).handover.findMany({
      relationLoadStrategy: "join",
      where: { AND: [scope(ctx.actor), { id: { in: found.map(({ id }) => id) } }] },
      select: { id: true, number: true, status: true, contactOwner: person, pm: person, deal: { select: { name: true, client: person } } },
    }),
    db(ctx).briefSearch.findMany({
      where: { OR: found.map(({ id, source }) => ({ handoverId: id, source })) }, select: { handoverId: true, texts: true },
    }),
  ]);
  return found.flatMap(({ id, readable, isSimilar }) => {
    const head = heads.find((one) => one.id === id);
    const kept = texts.find(({ handoverId }) => handoverId === id)?.texts as [Visibility, string, string, string][] | undefined;
    if (!head) return [];
    const spoken = (kept ?? []).map(([visibility, field, label, text]): FoundText => ({ visibility, field, label, text }));
    return [{
      id, number: head.number, status: head.status, deal: head.deal.name, client: head.deal.client.name,
      contactOwner: head.contactOwner.name, pm: head.pm?.name ?? null, passage: passageOf(spoken, words, readable), isSimilar,
    }];
  });
}

/** The members of the sales teams that this person manages: their deals are the manager's to see. */
async function ownersUnder(database: Db, { memberships }: UserActor): Promise<string[]> {
  const teams = teamsAs(memberships, "MANAGER", "SALES");
  if (teams.length === 0) return [];
  const rows = await database.membership.findMany({ where: { teamId: { in: teams } }, distinct: ["userId"], select: { userId: true } });
  return rows.map(({ userId }) => userId);
}

/** Colleagues of whose names one word begins as it was typed, by word. */
async function namesOf(database: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await database.$queryRaw<{ word: string; id: string }[]>`
    SELECT w AS word, u.id FROM unnest(${words}::text[]) w
    CROSS JOIN LATERAL (SELECT id FROM "User" WHERE EXISTS (SELECT FROM search_words(name) n WHERE starts_with(n, w)) ORDER BY id LIMIT ${NAMES}) u`;
  return new Map([...Map.groupBy(rows, ({ word }) => word)].map(([word, of]) => [word, of.map(({ id }) => id)]));
}

/** Each word with the clients, their people and colleagues whose names are like it; null where nobody's is. */
async function similarNames(database: Db, asked: readonly Word[]): Promise<Word[] | null> {
  const words = asked.map(({ word }) => word).filter((word) => [...word].length >= 4);
  if (words.length === 0) return null;
  const like = await database.$queryRaw<{ word: string; id: string; name: string }[]>`SELECT word, id, name FROM names_like(${words}::text[], ${NAMES}::int)`;
  const rows = like.filter(({ word, name }) => mayMean(word, name));
  if (rows.length === 0) return null;
  return asked.map(({ word, ids }) => ({ word, ids: [...new Set([...ids, ...rows.filter((row) => row.word === word).map(({ id }) => id)])] }));
}
