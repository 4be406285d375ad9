import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { clientScope } from "@/lib/clients/policy";
import { dealScope } from "@/lib/deals/policy";
import { scope as handoverScope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import { likeText } from "@/lib/platform/pagination";
import { readSearch } from "./rules/reading";
import type { searchParams } from "./schema";

/** How many of each kind are shown, and of all together. */
const EACH = 20;

/**
 * Handovers, deals and clients by number or by the client's or deal's name; only what exists for this reader. What
 * matches the number comes first, then the newest; twenty in all.
 */
export async function search(ctx: Ctx, { q }: z.output<typeof searchParams>) {
  const { text, handover, deal } = readSearch(q);
  if (text === "") return { handovers: [], deals: [], clients: [] };
  const name = { contains: likeText(text), mode: "insensitive" as const };
  const byDeal = [{ name }, { client: { name } }];
  const person = { select: { name: true } };

  const [handovers, deals, clients] = await Promise.all([
    db(ctx).handover.findMany({
      relationLoadStrategy: "join",
      where: { AND: [handoverScope(ctx.actor), { OR: [{ deal: { OR: byDeal } }, ...(handover === null ? [] : [{ number: handover }])] }] },
      orderBy: { number: "desc" }, take: EACH,
      select: { id: true, number: true, status: true, deal: { select: { name: true, client: person } } },
    }),
    db(ctx).deal.findMany({
      relationLoadStrategy: "join",
      where: { AND: [dealScope(ctx.actor), { OR: [...byDeal, ...(deal === null ? [] : [{ number: deal }])] }] },
      orderBy: { number: "desc" }, take: EACH,
      select: { id: true, number: true, name: true, stage: true, signedOn: true, client: person },
    }),
    db(ctx).client.findMany({
      where: { AND: [clientScope(ctx.actor), { OR: [{ name }, { legalName: name }] }] },
      orderBy: [{ name: "asc" }, { id: "asc" }], take: EACH,
      select: { id: true, name: true, industry: true, country: true },
    }),
  ]);
  const exactFirst = <R extends { number: number }>(rows: R[], wanted: number | null) => [...rows].sort((a, b) => Number(b.number === wanted) - Number(a.number === wanted));
  return shareOut({ handovers: exactFirst(handovers, handover), deals: exactFirst(deals, deal), clients });
}

export type SearchResults = Awaited<ReturnType<typeof search>>;

/** Twenty in all, taken in turns, so that many of one kind do not hide the others. */
function shareOut<H, D, C>({ handovers, deals, clients }: { handovers: H[]; deals: D[]; clients: C[] }) {
  const taken = { handovers: 0, deals: 0, clients: 0 };
  const lists = { handovers, deals, clients };
  for (let left = EACH, any = true; left > 0 && any; ) {
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
