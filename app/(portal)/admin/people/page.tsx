import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { NoPermission } from "@/components/layout/no-permission";
import { PeopleFilters } from "@/components/admin/people-filters";
import { PeopleTable } from "@/components/admin/people-table";
import { portalPage } from "@/components/layout/portal-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { zoneOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { listPeople } from "@/lib/people/queries/people";
import { peopleFilter } from "@/lib/people/schema";
import { listTeamNames } from "@/lib/teams/queries";

export const metadata: Metadata = { title: "People" };

export default portalPage(async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="People" reason={refused.reason} />;
  const filter = peopleFilter.parse(await searchParams);
  const [{ people, next, total }, teams] = await Promise.all([listPeople(ctx, filter), listTeamNames(ctx)]);
  const { after, ...kept } = filter;
  const at = (more: Record<string, string>) => {
    const query = new URLSearchParams(Object.entries({ ...kept, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1])));
    return `/admin/people?${query}`;
  };
  return (
    <>
      <PageHeader title="People" actions={<ButtonLink href="/admin/people/new" variant="primary" icon="user-plus">Invite somebody</ButtonLink>} />
      <AdminTabs current="/admin/people" />
      <PeopleFilters filter={filter} teams={teams} />
      <PeopleTable people={people} now={ctx.now} zone={zoneOf(ctx)} />
      <Pagination previous={after ? at({}) : null} next={next && at({ after: next })} summary={`${total} ${total === 1 ? "person" : "people"}`} />
    </>
  );
});
