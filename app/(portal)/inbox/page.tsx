import type { Metadata } from "next";
import { InboxBulk } from "@/components/inbox/bulk";
import { InboxDesk } from "@/components/inbox/desk";
import { Detail } from "@/components/inbox/detail";
import { InboxFilterBar } from "@/components/inbox/filters";
import { InboxList } from "@/components/inbox/list";
import { InboxTabs } from "@/components/inbox/tabs";
import { InboxTools } from "@/components/inbox/tools";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Static } from "@/components/ui/static";
import { type Ctx, zoneOf } from "@/lib/auth/ctx";
import { listInbox } from "@/lib/handovers/queries/inbox";
import { pageCtx } from "@/lib/http/page";
import { inboxHref, isFiltered } from "@/lib/inbox/format";
import { managedTeams } from "@/lib/inbox/policy";
import { getAround } from "@/lib/inbox/queries/around";
import { filterChoices } from "@/lib/inbox/queries/choices";
import { findInboxDetail } from "@/lib/inbox/queries/detail";
import { inboxParams } from "@/lib/inbox/schema";

export const metadata: Metadata = { title: "Inbox" };

export default portalPage(async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [ctx, search] = await Promise.all([pageCtx(), searchParams]);
  const { open, after, filters: bar, ...filters } = inboxParams.parse(search);
  const { view } = filters;
  const showsFilters = bar !== undefined || isFiltered(filters);
  const isManager = managedTeams(ctx.actor).length > 0;
  const [{ rows, next }, around, choices, detail] = await Promise.all([
    listInbox(ctx, filters, { after }),
    getAround(ctx),
    showsFilters ? filterChoices(ctx, view) : null,
    open ? findInboxDetail(ctx, { keyId: open }) : null,
  ]);
  const shown = { now: ctx.now, zone: zoneOf(ctx) };
  const singleKeys = ctx.viewer?.singleKeys ?? false;
  const openKey = detail ? detail.key.id : null;
  return (
    <>
      <Static>
        <PageHeader title="Inbox" actions={<InboxTools filters={filters} saved={around.saved} showsFilters={showsFilters} singleKeys={singleKeys} />} />
        <InboxTabs filters={filters} views={around.views} counts={around.counts} />
      </Static>
      {choices && <InboxFilterBar filters={filters} choices={choices} />}
      <InboxDesk
        view={view} filters={filters} singleKeys={singleKeys} zone={shown.zone} openKey={openKey} stamp={stampOf(ctx)}
        around={{ saved: around.saved, teams: around.teams }}
        list={
          <form id="inbox-list" action="/inbox/csv" method="get" className="bulk-scope">
            <input type="hidden" name="view" value={view} />
            <Static>
              <InboxList filters={filters} rows={rows} openKey={openKey} isFirstPage={!after} {...shown} />
              <Pagination previous={after ? inboxHref(filters, { bar: showsFilters }) : null} next={next && inboxHref(filters, { after: next, bar: showsFilters })} />
            </Static>
            {rows.length > 0 && <InboxBulk view={view} isManager={isManager} />}
          </form>
        }
        detail={detail && <Static><Detail detail={detail} singleKeys={singleKeys} {...shown} /></Static>}
      />
    </>
  );
});

const stampOf = ({ requestId }: Ctx): string => requestId;
