import type { ReactNode } from "react";
import { Amendments } from "@/components/handovers/amend/amendments";
import { KeysPanel } from "@/components/handovers/people/keys-panel";
import { RoleCard } from "@/components/handovers/people/role-card";
import { PointNote } from "@/components/handovers/reading/section";
import { ThreadActions } from "@/components/handovers/reading/thread-actions";
import { placeOf, Threads } from "@/components/handovers/reading/threads";
import { PolicyNote } from "@/components/policies/policy-note";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Diff } from "@/components/ui/diff";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { COMPLEXITY_LOOK } from "@/lib/handovers/format";
import type { AmendedVersion } from "@/lib/handovers/queries/amendment";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { PolicyVersions } from "@/lib/handovers/queries/kept-versions";
import type { ConditionLine } from "@/lib/handovers/queries/ledger";
import type { ReadingFigures } from "@/lib/handovers/queries/reading-time";
import type { ShownPoint } from "@/lib/handovers/queries/review";
import type { MendLine } from "@/lib/handovers/queries/mends";
import type { Thread } from "@/lib/handovers/queries/threads";
import { Conditions } from "./conditions";
import { ReadingTimes } from "./reading-times";
import { SignedStatus } from "./signed-status";
import { NextStepCard } from "./next-step";

type OverviewProps = {
  head: HandoverHead; versions: PolicyVersions; amendments: readonly AmendedVersion[]; conditions: readonly ConditionLine[]; points: readonly ShownPoint[];
  threads: readonly Thread[]; reading: ReadingFigures | null; mends: readonly MendLine[];
  /** After what is to be done: what is rated (P8.4). */
  feedback?: ReactNode;
  now: Date; zone: string;
};

/** How a handover stands: the next step, what is open, the facts, and who is accountable. */
export function Overview({ head, versions, amendments, conditions, points, threads, reading, mends, feedback, now, zone }: OverviewProps) {
  const comments = threads.filter(({ isPending, resolvedBy, pointId, answers }) => !isPending && resolvedBy === null && (pointId === null || answers.length > 0));
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-10">
      <div className="space-y-10">
        <NextStepCard head={head} />
        {points.length > 0 && (
          <Section title="What the return asks for">
            <ul className="space-y-4">
              {points.map((point) => (
                <li key={point.id}>
                  <p className="font-medium">{point.label}</p>
                  <PointNote point={point} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {amendments.length > 0 && <Amendments id={head.id} amendments={amendments} now={now} zone={zone} />}
        {comments.length > 0 && (
          <Section title="Comments" id="comments" description="What reviewers said besides, and the answers.">
            <ul className="space-y-4">
              {comments.map((one) => (
                <li key={one.id}>
                  <p className="font-medium">{placeOf(one)}</p>
                  <Threads threads={[one]} canAnswer={head.viewer.powers.discuss === null} isSeller={head.viewer.isWriter} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {mends.length > 0 && (
          <Section title="Mended by reviewers" id="mended" description="Typos, and nothing else: what it says is what was submitted.">
            <Diff changes={mends.map(({ version, field, label, before, after, by }) => ({ key: `${version} ${field}`, label: `${label}: ${by}, version ${version}`, before, after }))} />
          </Section>
        )}
        {conditions.length > 0 && <Conditions id={head.id} conditions={conditions} />}
        {feedback}
        {reading && <ReadingTimes reading={reading} />}
        <Facts head={head} rubric={versions.rubric} now={now} zone={zone} />
      </div>
      <ThreadActions id={head.id} />
      <aside className="mt-10 space-y-8 lg:mt-0">
        <RoleCard card={head.card} />
        <KeysPanel head={head} clocks={versions.clocks} now={now} zone={zone} />
        <section aria-label="Completeness" className="space-y-3">
          <Meter label="Required" value={head.requiredPercent} max={100} text={`${head.requiredPercent} %`} tone={head.requiredPercent === 100 ? "success" : "accent"} />
          <Meter label="Quality" value={head.qualityPercent} max={100} text={`${head.qualityPercent} %`} tone="neutral" />
        </section>
      </aside>
    </div>
  );
}

function Facts({ head, rubric, now, zone }: { head: HandoverHead; rubric: number; now: Date; zone: string }) {
  const { deal, client, teams, complexity, rounds, submittedAt, acceptedAt } = head;
  const time = (at: string) => <RelativeTime at={at} now={now} zone={zone} />;
  return (
    <Section title="Facts">
      <DescriptionList
        items={[
          { term: "Client", detail: <TextLink href={`/clients/${client.id}`}>{client.name}</TextLink> },
          { term: "Deal", detail: <TextLink href={`/deals/${deal.id}`}>{deal.name}</TextLink> },
          ...(deal.value ? [{ term: "Value", detail: <Money {...deal.value} /> }] : []),
          { term: "Contract", detail: <SignedStatus deal={deal} /> },
          { term: "Delivery teams", detail: teams.map(({ name, lead }) => `${name}${lead ? ` (lead: ${lead.name})` : ""}`).join(", ") || "None yet" },
          ...(complexity ? [{ term: "Complexity", detail: <><Badge tone={COMPLEXITY_LOOK[complexity].tone}>{COMPLEXITY_LOOK[complexity].label}</Badge><PolicyNote kind="COMPLEXITY_RUBRIC" version={rubric} /></> }] : []),
          ...(submittedAt ? [{ term: "Submitted", detail: <>{time(submittedAt)}{rounds > 0 && `, after ${rounds} ${rounds === 1 ? "return" : "returns"}`}</> }] : []),
          ...(acceptedAt ? [{ term: "Accepted", detail: time(acceptedAt) }] : []),
        ]}
      />
    </Section>
  );
}
