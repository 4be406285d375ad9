import { dealNumber } from "@/lib/deals/format";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import { answer } from "@/lib/http/endpoint";
import { search } from "@/lib/search/queries";
import { type Hit, searchParams } from "@/lib/search/schema";

/** For the palette: what a question finds, as links. The same search as its page, for the same reader. */
export const GET = (request: Request): Promise<Response> =>
  answer(async (ctx) => {
    const { q } = searchParams.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { handovers, deals, clients } = await search(ctx, { q });
    const hits: Hit[] = [
      ...handovers.slice(0, 8).map(({ id, number, client, deal, status, passage }): Hit => ({
        kind: "Handovers", href: `/handovers/${id}`, label: `${client}: ${deal}`,
        detail: [handoverNumber(number), STATUS_LOOK[status].label, passage?.field.includes(".") ? passage.label : ""].filter(Boolean).join(" · "),
      })),
      ...deals.slice(0, 5).map(({ id, number, name, client }): Hit => ({ kind: "Deals", href: `/deals/${id}`, label: name, detail: `${dealNumber(number)} · ${client.name}` })),
      ...clients.slice(0, 5).map(({ id, name, industry }): Hit => ({ kind: "Clients", href: `/clients/${id}`, label: name, detail: industry })),
    ];
    return Response.json(hits, { headers: { "cache-control": "no-store" } });
  });
