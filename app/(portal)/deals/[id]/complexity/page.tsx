import type { Metadata } from "next";
import { ClassSection } from "@/components/deals/class-section";
import { ComplexityForm } from "@/components/deals/complexity-form";
import { DealFrame } from "@/components/deals/deal-frame";
import { RadioGroup } from "@/components/form/choice";
import { ComplexityNote } from "@/components/handovers/brief/complexity-note";
import { LiveComplexity } from "@/components/handovers/brief/live-complexity";
import { portalPage } from "@/components/layout/portal-page";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { zoneOf } from "@/lib/auth/ctx";
import { consentRefusal, dealRefusal } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { getDealComplexity } from "@/lib/deals/queries/complexity";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Complexity" };

/** The rubric's questions, answered into the brief's own fields (P6.1), and the class that follows or stands by hand (P6.3). */
export default portalPage(async function ComplexityPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageCtx(), params]);
  const deal = await getDeal(ctx, { id });
  const known = await getDealComplexity(ctx, { id });
  const { rubric, choices, revisions, result, override } = known;
  const mayAnswer = deal.mayStart && known.isOpen && deal.stage !== "LOST" && deal.stage !== "PARKED";
  const questions = rubric.content.questions;
  const named = override && { from: override.from, class: override.class, reason: override.reason, by: override.by, consentBy: override.consentBy };
  const place = known.handover ? "The answers are those of the brief: change them here or there." : "Your answers begin the brief, and are asked nowhere twice.";
  return (
    <DealFrame deal={deal} actor={ctx.actor} tab="/complexity">
      <div className="max-w-reading space-y-10">
        <Section title="Complexity" description={`By version ${rubric.version} of the rubric, one shared definition of sales and delivery. ${mayAnswer ? place : ""}`}>
          {mayAnswer ? (
            <ComplexityForm dealId={id}>
              <LiveComplexity rubric={rubric.content} choices={choices} override={named} prefix="answers." />
              {questions.map(({ id: question, label, why, options }) => (
                <div key={question}>
                  <input type="hidden" name={`seen.${question}`} value={revisions.get(`complexity.${question}`) ?? 0} />
                  <RadioGroup id={`answers.${question}`} name={`answers.${question}`} label={label} hint={why} options={options.map(({ value, label: option }) => ({ value, label: option }))} defaultValue={choices[question] ?? null} />
                </div>
              ))}
            </ComplexityForm>
          ) : (
            <>
              <ComplexityNote result={result} />
              <DescriptionList look="stacked" items={questions.map(({ id: question, label, options }) => ({ key: question, term: label, detail: options.find(({ value }) => value === choices[question])?.label ?? "Not asked yet" }))} />
            </>
          )}
        </Section>
        <ClassSection
          dealId={id} known={known} now={ctx.now} zone={zoneOf(ctx)}
          mayOverride={dealRefusal(ctx.actor, "override", deal.facts) === null}
          isAsked={known.asked?.lead !== null && known.asked !== null && consentRefusal(ctx.actor, { leadId: known.asked.lead.id }) === null}
        />
      </div>
    </DealFrame>
  );
});
