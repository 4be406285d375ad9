import type { Metadata } from "next";
import { NoEdit } from "@/components/handovers/brief/no-edit";
import { crumbsOf, partsOf, checkHref } from "@/components/handovers/brief/parts";
import { PeoplePanel } from "@/components/handovers/brief/people-panel";
import { Replay } from "@/components/handovers/brief/replay";
import { portalPage } from "@/components/layout/portal-page";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { getBrief } from "@/lib/handovers/queries/brief";
import { suggestPeople } from "@/lib/handovers/queries/suggestions";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Teams, PM and leads" };

export default portalPage(async function PeoplePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await pageCtx();
  const brief = await getBrief(ctx, id);
  const suggested = await suggestPeople(ctx, brief.head);
  return (
    <>
      <PageHeader title="Teams, PM and leads" crumbs={crumbsOf(brief)} description="A named person takes over, never a queue." />
      <ReadingLayout label="Sections of the brief" parts={partsOf(brief, "people")}>
        {brief.mayEdit ? (
          <div className="space-y-10">
            <Replay handoverId={id} userId={brief.userId} />
            <PeoplePanel brief={brief} suggested={suggested} />
            <ButtonLink href={checkHref(id)} iconAfter="arrow-right">Next: Check and submit</ButtonLink>
          </div>
        ) : <NoEdit brief={brief} />}
      </ReadingLayout>
    </>
  );
});
