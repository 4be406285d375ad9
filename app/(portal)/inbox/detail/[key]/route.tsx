import { Detail } from "@/components/inbox/detail";
import { staticHtml } from "@/components/ui/static-html";
import { zoneOf } from "@/lib/auth/ctx";
import { answer } from "@/lib/http/endpoint";
import { getInboxDetail } from "@/lib/inbox/queries/detail";

type Params = { params: Promise<{ key: string }> };

/** What the inbox fetches to open the next brief: its HTML alone, without the page around it and without the list. */
export const GET = (_request: Request, { params }: Params): Promise<Response> =>
  answer(async (ctx) => {
    const detail = await getInboxDetail(ctx, { keyId: (await params).key });
    const html = staticHtml(<Detail detail={detail} now={ctx.now} zone={zoneOf(ctx)} singleKeys={ctx.viewer?.singleKeys ?? false} />);
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" } });
  });
