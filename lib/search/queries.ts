import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { clientScope } from "@/lib/clients/policy";
import { dealScope } from "@/lib/deals/policy";
import { scope as handoverScope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import { likeText } from "@/lib/platform/pagination";
import { type FoundBrief, searchBriefs } from "./queries/briefs";
import { readSearch } from "./rules/reading";
import type { SearchKindShown, SearchParams } from "./schema";

/** How many are shown: of all kinds together, or of the one that is asked for. */
const SHOWN = 20;

/**
 * Briefs by what stands in them, deals and clients by name, and handovers and deals by number; only what exists for this
 * reader. What matches a number comes first, then the newest. Of all kinds twenty together; of one, page by page.
 */
export async function search(ctx: Ctx, { q, kind = "all", status, after }: Asked) {
  const { text, handover, deal } = readSearch(q);
  if (text === "") return { handovers: [], deals: [], clients: [], next: null };
  const wants = (one: SearchKindShown) => kind === "all" || kind === one;
  const cursor = /^\d{1,9}$/.test(after ?? "") ? Number(after) : null;
  const name = { contains: likeText(text), mode: "insensitive" as const };
  const person = { select: { name: true } };

  const [numbered, briefs, deals, clients] = await Promise.all([
    wants("handovers") && cursor === null ? byNumber(ctx, handover, status) : [],
    wants("handovers") ? searchBriefs(ctx, { q, status, after: cursor, limit: SHOWN }) : { rows: [], next: null },
    wants("deals") ? db(ctx).deal.findMany({
      relationLoadStrategy: "join",
      where: { AND: [dealScope(ctx.actor), { OR: [{ name }, { client: { name } }, ...(deal === null ? [] : [{ number: deal }])] }] },
      orderBy: { number: "desc" }, take: SHOWN,
      select: { id: true, number: true, name: true, stage: true, signedOn: true, client: person },
    }) : [],
    wants("clients") ? db(ctx).client.findMany({
      where: { AND: [clientScope(ctx.actor), { OR: [{ name }, { legalName: name }] }] },
      orderBy: [{ name: "asc" }, { id: "asc" }], take: SHOWN,
      select: { id: true, name: true, industry: true, country: true },
    }) : [],
  ]);
  const handovers = [...numbered, ...briefs.rows.filter(({ id }) => numbered.every((one) => one.id !== id))];
  const exactFirst = [...deals].sort((a, b) => Number(b.number === deal) - Number(a.number === deal));
  const found = { handovers, deals: exactFirst, clients };
  return { ...(kind === "all" ? shareOut(found) : found), next: kind === "handovers" ? briefs.next : null };
}

type Asked = Pick<SearchParams, "q"> & Partial<SearchParams>;
export type SearchResults = Awaited<ReturnType<typeof search>>;

/** The handover with this number, if it exists for this reader. */
async function byNumber(ctx: Ctx, number: number | null, status: SearchParams["status"]): Promise<FoundBrief[]> {
  if (number === null) return [];
  const person = { select: { name: true } };
  const row = await db(ctx).handover.findFirst({
    relationLoadStrategy: "join", where: { AND: [handoverScope(ctx.actor), { number, ...(status && { status }) }] },
    select: { id: true, number: true, status: true, contactOwner: person, pm: person, deal: { select: { name: true, client: person } } },
  });
  if (!row) return [];
  const { deal, contactOwner, pm, ...rest } = row;
  return [{ ...rest, deal: deal.name, client: deal.client.name, contactOwner: contactOwner.name, pm: pm?.name ?? null, passage: null, isSimilar: false }];
}

/** Twenty in all, taken in turns, so that many of one kind do not hide the others. */
function shareOut<H, D, C>({ handovers, deals, clients }: { handovers: H[]; deals: D[]; clients: C[] }) {
  const taken = { handovers: 0, deals: 0, clients: 0 };
  const lists = { handovers, deals, clients };
  for (let left = SHOWN, any = true; left > 0 && any; ) {
    any = false;
    for (const kind of ["handovers", "deals", "clients"] as const) {
      if (left === 0 || taken[kind] >= lists[kind].length) continue;
      taken[kind]++;
      left--;
      any = true;
    }
  }
  return { handovers: handovers.slice(0, taken.handovers), deals: deals.slice(0, taken.deals), clients: clients.slice(0, taken.clients) };
}
