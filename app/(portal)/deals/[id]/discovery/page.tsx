import type { Metadata } from "next";
import { DealFrame } from "@/components/deals/deal-frame";
import { QuestionItem } from "@/components/discovery/question-item";
import { portalPage } from "@/components/layout/portal-page";
import { Notice } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { zoneOf } from "@/lib/auth/ctx";
import { getDiscovery } from "@/lib/discovery/queries/discovery";
import { countWords } from "@/lib/discovery/rules/standing";
import { pageCtx } from "@/lib/http/page";
import { pageOf } from "@/lib/policies/fields/policy-form";

export const metadata: Metadata = { title: "Discovery" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ show?: string | string[] }> };

/** What the client is asked before the contract; each answer is a field of the brief, and captured once (P7.4). */
export default portalPage(async function DiscoveryPage({ params, searchParams }: Props) {
  const [ctx, { id }, { show }] = await Promise.all([pageCtx(), params, searchParams]);
  const page = await getDiscovery(ctx, { id });
  const { deal, questions, teams, handover, refusal } = page;
  const open = questions.filter(({ standing }) => standing === "notAsked");
  const isFiltered = show === "open";
  const shown = isFiltered ? open : questions;
  const groups = [...new Map(shown.map(({ team, version }) => [team.id, { team, version }])).values()];
  const standings = questions.map(({ standing }) => standing);
  const place = handover ? <>The answers are those of <TextLink href={`/handovers/${handover.id}/brief`}>the brief, {handover.number}</TextLink>: change them here or there.</> : "Answers are kept here until the handover begins, and then stand in its brief. Nobody types them twice.";
  return (
    <DealFrame deal={deal} actor={ctx.actor} tab="/discovery">
      <div className="max-w-reading space-y-8">
        {questions.length === 0 ? (
          <EmptyState icon="message-question" action={refusal === null && teams.length === 0 && <ButtonLink href={`/deals/${id}/edit`}>Choose delivery teams</ButtonLink>}>
            {teams.length === 0 ? "Each delivery team has questions of its own. Choose the deal's teams first." : "The deal's delivery teams ask nothing before the contract."}
          </EmptyState>
        ) : (
          <>
            <div className="space-y-3">
              <Meter label="Discovery" value={questions.length - open.length} max={questions.length} text={countWords(standings)} />
              <p className="text-ink-2">{place}</p>
            </div>
            {refusal && <Notice tone="info">{refusal.reason}</Notice>}
            <Tabs label="Which questions" tabs={[{ href: `/deals/${id}/discovery`, label: "All", count: questions.length, current: !isFiltered }, { href: `/deals/${id}/discovery?show=open`, label: "Not asked yet", count: open.length, current: isFiltered }]} />
            {shown.length === 0 && <EmptyState icon="check-check" action={<ButtonLink href={`/deals/${id}/discovery`}>Show all</ButtonLink>}>Everything has been asked.</EmptyState>}
            {groups.map(({ team, version }) => (
              <Section key={team.id} title={team.name} description={<>By <TextLink href={`/policies/${pageOf({ kind: "DISCOVERY_SET", team: team.slug })}`}>version {version} of the questions of {team.name}</TextLink>.</>}>
                <ul className="divide-y divide-line border-y border-line">
                  {shown.map((question, index) => question.team.id !== team.id ? null : (
                    <QuestionItem key={question.id} question={question} page={page} isOpen={isFiltered} nextId={isFiltered ? (shown[index + 1]?.id ?? null) : null} now={ctx.now} zone={zoneOf(ctx)} />
                  ))}
                </ul>
              </Section>
            ))}
          </>
        )}
      </div>
    </DealFrame>
  );
});
