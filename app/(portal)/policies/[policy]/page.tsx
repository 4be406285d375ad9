import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { ActionButton } from "@/components/people/action-button";
import { DraftSection } from "@/components/policies/draft-section";
import { RubricEffectSection, TractionEffectSection } from "@/components/policies/effect-section";
import { PolicyReading } from "@/components/policies/policy-reading";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { Ctx } from "@/lib/auth/ctx";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { beginPolicyDraftAction } from "@/lib/policies/actions";
import { POLICY_KINDS } from "@/lib/policies/format";
import { attendeesEffect, checklistEffect, clocksEffect, discoveryEffect, rubricEffect } from "@/lib/policies/queries/effects";
import { findPolicyPlace, getPolicy, type PolicyView } from "@/lib/policies/queries/policy-page";
import type { AttendeeParameters, ChecklistTemplate, Clocks, ComplexityRubric, DiscoverySet, TractionRubric } from "@/lib/policies/schema";
import { tractionEffect } from "@/lib/traction/queries/rubric-effect";

export const metadata: Metadata = { title: "Policy" };

/** One policy: its draft with its effect for who writes or consents to it, and the version in force for everybody. */
export default portalPage(async function PolicyPageOf({ params }: { params: Promise<{ policy: string }> }) {
  const [ctx, { policy }] = [await pageCtx(), await params];
  const place = (await findPolicyPlace(ctx, policy)) ?? nothingHere();
  const { kind, teamId } = place;
  const view = await getPolicy(ctx, kind, teamId);
  const { team, choices, inForce, draft, versions, mayEdit } = view;
  const [previous] = versions.slice(1);
  return (
    <>
      <PageHeader
        title={`${POLICY_KINDS[kind].label}${team ? `: ${team.name}` : ""}`} crumbs={[{ href: "/policies", label: "Policies" }]} description={POLICY_KINDS[kind].decides}
        aside={<Badge>Version {inForce.version}</Badge>}
        actions={<>
          {previous && <ButtonLink href={`/policies/${policy}/versions?a=${previous.version}&b=${inForce.version}`}>Versions side by side</ButtonLink>}
          {mayEdit && !draft && <ActionButton action={beginPolicyDraftAction} fields={{ kind, teamId: teamId ?? "" }} icon="pencil">Change it in a draft</ActionButton>}
        </>}
      />
      <div className="max-w-reading space-y-10">
        <DraftSection view={view} />
        {draft && draft.changes.length > 0 && <Effect ctx={ctx} view={view} />}
        <div className="space-y-10"><PolicyReading kind={kind} content={inForce.content} choices={choices} /></div>
      </div>
    </>
  );
});

/** What the draft would do to what is there, in words and numbers (B6). */
async function Effect({ ctx, view: { kind, team, inForce, draft } }: { ctx: Ctx; view: PolicyView }) {
  const [before, after] = [inForce.content, draft?.content];
  if (kind === "COMPLEXITY_RUBRIC") return <RubricEffectSection effect={await rubricEffect(ctx, after as ComplexityRubric)} />;
  if (kind === "TRACTION_RUBRIC") return <TractionEffectSection effect={await tractionEffect(ctx, before as TractionRubric, after as TractionRubric)} />;
  if (team) return <Sentences all={await discoveryEffect(ctx, team.id, before as DiscoverySet, after as DiscoverySet)} />;
  const sentences = kind === "CLOCKS" ? await clocksEffect(ctx, before as Clocks, after as Clocks)
    : kind === "CHECKLIST_TEMPLATE" ? await checklistEffect(ctx, before as ChecklistTemplate, after as ChecklistTemplate)
    : await attendeesEffect(ctx, before as AttendeeParameters, after as AttendeeParameters);
  return <Sentences all={sentences} />;
}

const Sentences = ({ all }: { all: readonly string[] }) =>
  <Section title="What it would do"><ul className="list-disc space-y-1 ps-5">{all.map((one) => <li key={one}>{one}</li>)}</ul></Section>;
