import { answer, endpoint } from "@/lib/http/endpoint";
import { parseInput } from "@/lib/http/make-action";
import { noteHere } from "@/lib/live/commands";
import { listPresence } from "@/lib/live/queries/presence";
import { hereInput, presenceInput } from "@/lib/live/schema";

/** Who has these briefs open now: `?ids=a,b`. */
export const GET = (request: Request): Promise<Response> =>
  answer(async (ctx) => {
    const ids = new URL(request.url).searchParams.get("ids")?.split(",").filter(Boolean) ?? [];
    return Response.json(await listPresence(ctx, parseInput(presenceInput, { ids })));
  });

/** One opens a brief, still has it open, or leaves it. */
export const POST = endpoint(hereInput, noteHere);
