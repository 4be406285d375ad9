import type { Metadata } from "next";
import { HeldList } from "@/components/admin/held-list";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { ActionButton } from "@/components/people/action-button";
import { LinkPanel } from "@/components/people/link-panel";
import { PersonForm } from "@/components/people/person-form";
import { PersonStatus } from "@/components/people/person-status";
import { TimeOff } from "@/components/people/time-off";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { absoluteTime } from "@/components/ui/time-text";
import { personOf, zoneOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { deactivatePersonAction, reactivatePersonAction } from "@/lib/people/actions/people";
import { heldBy } from "@/lib/people/queries/held";
import { getPerson, listColleagues } from "@/lib/people/queries/people";
import { ZONES } from "@/lib/platform/zones";
import { listTeamNames } from "@/lib/teams/queries";

export const metadata: Metadata = { title: "Person" };

export default portalPage(async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = [await pageCtx(), await params];
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Person" reason={refused.reason} />;
  const person = await getPerson(ctx, { id });
  const [colleagues, teams, held] = await Promise.all([listColleagues(ctx, { except: id }), listTeamNames(ctx), heldBy(ctx, id)]);
  return (
    <>
      <PageHeader
        title={person.name} crumbs={[{ href: "/admin/people", label: "People" }]}
        aside={<PersonStatus active={person.active} hasJoined={person.hasJoined} look="pill" />}
        actions={<TextLink href={`/admin/history?about=${id}`}>History</TextLink>}
      />
      <div className="space-y-12">
        <PersonForm person={person} teams={teams} colleagues={colleagues} zones={ZONES} />
        <Section title="Time off" id="time-off" description="Duties and calls go to the backup in longer time off."><TimeOff userId={id} entries={person.timeOff} today={ctx.now} /></Section>
        {person.active && (
          <Section title={person.hasJoined ? "New password" : "Invitation"} id="link" description={person.hasJoined ? "Whoever forgot their password gets a link from you. Their present password works until they use it." : "Not joined yet."}>
            <LinkPanel userId={id} name={person.name} hasJoined={person.hasJoined} open={person.openLink && absoluteTime(person.openLink.expiresAt, zoneOf(ctx))} />
          </Section>
        )}
        <Section title={person.active ? "Deactivate" : "Reactivate"} id="deactivate" description={person.active ? "A deactivated person cannot sign in, from their next request on. What they did stays in the history." : "They can sign in again, with the roles they had."}>
          {person.active && held.length > 0 && (
            <div className="max-w-form space-y-2">
              <p>{person.name} holds something. Give it to somebody else first:</p>
              <HeldList held={held} viewerId={personOf(ctx.actor)} />
            </div>
          )}
          {person.active && held.length === 0 && <ActionButton action={deactivatePersonAction} fields={{ userId: id }} variant="danger" icon="ban" done="Deactivated">Deactivate</ActionButton>}
          {!person.active && <ActionButton action={reactivatePersonAction} fields={{ userId: id }} icon="restart" done="Reactivated">Reactivate</ActionButton>}
        </Section>
      </div>
    </>
  );
});
