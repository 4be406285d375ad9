import type { Metadata } from "next";
import { InboxKeys } from "@/components/inbox/keys-help";
import { InboxKeyboard } from "@/components/inbox/keyboard";
import { InboxList } from "@/components/inbox/list";
import { InboxTabs } from "@/components/inbox/tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Static } from "@/components/ui/static";
import { zoneOf } from "@/lib/auth/ctx";
import { INBOX_VIEWS } from "@/lib/handovers/format";
import { listInbox } from "@/lib/handovers/queries/inbox";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Inbox" };

type Search = { searchParams: Promise<{ view?: string; after?: string }> };

export default async function InboxPage({ searchParams }: Search) {
  const [ctx, search] = await Promise.all([pageCtx(), searchParams]);
  const view = INBOX_VIEWS.find((one) => one === search.view) ?? "to-review";
  const { rows, next } = await listInbox(ctx, { view, after: search.after });
  const at = view === "to-review" ? "/inbox?" : `/inbox?view=${view}&`;
  return (
    <>
      <Static>
        <PageHeader title="Inbox" actions={ctx.viewer?.singleKeys && <InboxKeys />} />
        <InboxTabs view={view} />
        <InboxList view={view} rows={rows} now={ctx.now} zone={zoneOf(ctx)} isFirstPage={!search.after} />
        <Pagination previous={search.after ? at.slice(0, -1) : null} next={next && `${at}after=${next}`} />
      </Static>
      <InboxKeyboard canDecide={view === "to-review"} singleKeys={ctx.viewer?.singleKeys ?? false} />
    </>
  );
}
