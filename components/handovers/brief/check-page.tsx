import { ChecklistPreview } from "@/components/handovers/checklist/preview";
import { AttendeeList } from "@/components/handovers/people/attendee-list";
import { Banner } from "@/components/ui/banner";
import { PolicyNote } from "@/components/policies/policy-note";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Completeness } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { dayText, keyName } from "@/lib/handovers/format";
import type { Check } from "@/lib/handovers/queries/check";
import { personMinutes } from "@/lib/handovers/rules/attendees";
import { fieldHref } from "./anchor";
import { CheckAnswers } from "./check-answers";
import { ComplexityNote } from "./complexity-note";
import { peopleHref, previewHref, sectionHref } from "./parts";
import { SubmitBrief } from "./submit-brief";

/** The whole brief once more, what is missing, and what submitting sets in motion (P1.4, P1.6, B7). */
export function CheckPage({ check }: { check: Check }) {
  const { head, versions, readiness, problems, reading, complexity, attendees, checklist, keys, minutes } = check;
  const { id } = head;
  const blocking = [
    ...readiness.blockers.map(({ field, rowId, section, sentence }) => ({ key: `${field}:${rowId}:${sentence}`, href: fieldHref(id, section, field, rowId), sentence })),
    ...problems.map(({ sentence, at }) => ({ key: sentence, href: at === "deal" ? `/deals/${head.deal.id}` : peopleHref(id), sentence })),
  ];
  return (
    <div className="space-y-10">
      <SubmitBrief id={id} revision={head.revision} problems={blocking} word={head.briefVersion > 0 ? "Resubmit" : "Submit"} />
      <Contract check={check} />
      {readiness.warnings.length > 0 && (
        <Section title="Worth another look" description="Nothing here blocks the submission.">
          <ul className="list-disc space-y-1 ps-5">
            {readiness.warnings.map(({ field, rowId, section, sentence }) => (
              <li key={`${field}:${rowId}:${sentence}`}><TextLink href={fieldHref(id, section, field, rowId)}>{sentence}</TextLink></li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Completeness">
        <div className="max-w-md"><Completeness required={readiness.required} quality={readiness.qualityPercent} /></div>
        <Gaps id={id} gaps={readiness.gaps} />
      </Section>
      <Section title="Complexity" actions={<ButtonLink size="sm" href={`${sectionHref(id, "technical")}#complexity`}>Change</ButtonLink>}><ComplexityNote result={complexity} /><PolicyNote kind="COMPLEXITY_RUBRIC" version={versions.rubric} /></Section>
      <Section title="Who decides" description="Each of them is asked as soon as you submit." actions={<ButtonLink size="sm" href={peopleHref(id)}>Change</ButtonLink>}>
        <DescriptionList items={keys.map(({ role, team, holder, reason, rule }) => ({
          term: keyName(role, team), key: `${role}${team}`,
          detail: <><span className={holder ? "font-medium" : "font-medium text-danger-ink"}>{holder ?? "Nobody yet"}</span> <span className="block text-ink-2">{reason} <span className="text-sm text-ink-3">Rule {rule}</span></span></>,
        }))} />
      </Section>
      <Section title="First call" description={`${minutes} minutes; ${personMinutes(attendees, minutes)} person-minutes of our side.`}><AttendeeList attendees={attendees} version={versions.attendees} /></Section>
      <ChecklistPreview items={checklist} version={versions.checklist} />
      <Section title="Your answers" description="Everything that will be submitted. Change anything where it stands." actions={<ButtonLink size="sm" icon="eye" href={previewHref(id)}>As the PM sees it</ButtonLink>}>{null}</Section>
      <CheckAnswers id={id} reading={reading} blockers={readiness.blockers} />
    </div>
  );
}

/** What quality misses: it never blocks, and each name leads to its place. */
function Gaps({ id, gaps }: { id: string; gaps: Check["readiness"]["gaps"] }) {
  if (gaps.length === 0) return null;
  return (
    <details className="disclosure mt-3">
      <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        <Icon name="chevron-right" size={14} className="chevron" />
        {gaps.length === 1 ? "One thing" : `${gaps.length} things`} could still be said
      </summary>
      <ul className="mt-2 grid gap-x-6 gap-y-1 ps-5 sm:grid-cols-2">
        {gaps.map(({ field, section, label }) => <li key={field}><TextLink href={fieldHref(id, section, field, null)}>{label}</TextLink></li>)}
      </ul>
    </details>
  );
}

/** P1.1: the one fact that a submission needs, or the start at risk in its place. */
function Contract({ check: { deal } }: { check: Check }) {
  const link = <ButtonLink size="sm" href={`/deals/${deal.id}`}>Open the deal</ButtonLink>;
  if (deal.signedOn) return <Banner tone="success" title={`The contract was signed on ${dayText(deal.signedOn)}.`} actions={link}>{deal.evidence}</Banner>;
  if (deal.atRisk === "approved" && deal.atRiskUntil)
    return <Banner tone="warning" title={`This starts at risk: verbal until ${dayText(deal.atRiskUntil.slice(0, 10))}.`} actions={link}>A sales manager approved it. If it expires before acceptance, the handover is blocked (P1.1).</Banner>;
  const words = { none: "The contract is not signed yet.", requested: "The start at risk waits for a sales manager.", expired: "The start at risk has expired.", approved: "" }[deal.atRisk];
  return <Banner tone="danger" title={words} actions={link}>Record the signed contract on the deal, or ask a sales manager for a start at risk (P1.1).</Banner>;
}
