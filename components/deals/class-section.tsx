import { FoldForm } from "@/components/involvement/fold-form";
import { ActionButton } from "@/components/people/action-button";
import { Banner, Notice } from "@/components/ui/banner";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { consentToClassAction, declineClassAction, endClassOverrideAction, overrideClassAction } from "@/lib/deals/actions";
import type { DealComplexityPage } from "@/lib/deals/queries/complexity";
import { COMPLEXITY_LOOK } from "@/lib/handovers/format";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";

type Props = {
  dealId: string; known: DealComplexityPage; now: Date; zone: string;
  /** Whether the reader sets another class, and whether they are the lead who is asked. */
  mayOverride: boolean; isAsked: boolean;
};

/** Another class than the rubric's, by hand (P6.3): what stands, what waits for a lead, what was, and how to ask. */
export function ClassSection({ dealId, known, now, zone, mayOverride, isAsked }: Props) {
  const { asked, past, override, computed, leads, isOpen } = known;
  const classes = (Object.keys(COMPLEXITY_LOOK) as (keyof typeof COMPLEXITY_LOOK)[]).filter((one) => one !== computed.class);
  return (
    <Section title="Another class by hand" description="With a reason. A lower class than the rubric's counts once the team lead whom you name has consented (P6.3).">
      {asked && (
        <Banner
          tone="warning" title={`${asked.by} asks ${asked.lead?.name ?? ""} to consent to ${COMPLEXITY_WORDS[asked.class]} instead of ${COMPLEXITY_WORDS[asked.from]}`}
          actions={<>
            {isAsked && <ActionButton action={consentToClassAction} fields={{ id: dealId, overrideId: asked.id }} variant="primary" icon="check" done="The lower class counts">Consent</ActionButton>}
            {isAsked && (
              <FoldForm
                id="decline-class" label="Decline" confirm="Decline" action={declineClassAction} fields={{ id: dealId, overrideId: asked.id }} done="Declined"
                asked={[{ name: "reason", label: "What speaks against it", type: "area" }]}
              />
            )}
            {mayOverride && <ActionButton action={endClassOverrideAction} fields={{ id: dealId, overrideId: asked.id }} done="Taken back">Take it back</ActionButton>}
          </>}
        >
          <p className="whitespace-pre-line break-words">“{asked.reason}”</p>
        </Banner>
      )}
      {override && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 break-words">
            {COMPLEXITY_LOOK[override.class].label} was set by {override.by}{override.consentBy && ` with the consent of ${override.consentBy}`} <RelativeTime at={override.askedAt.toISOString()} now={now} zone={zone} />.
          </p>
          {mayOverride && isOpen && <ActionButton action={endClassOverrideAction} fields={{ id: dealId, overrideId: override.id }} done="What the rubric says counts again">Take it back</ActionButton>}
        </div>
      )}
      {!isOpen && <Notice tone="info">The brief is submitted, and keeps its class until it comes back.</Notice>}
      {isOpen && mayOverride && computed.class === null && <p className="text-ink-2">Answer every question first: a class by hand stands against what the rubric says.</p>}
      {isOpen && mayOverride && computed.class && (
        <FoldForm
          id="override" label="Set another class" icon="pencil" confirm="Set the class" done="Kept, with the reason" action={overrideClassAction} fields={{ id: dealId, from: computed.class }}
          description={`The rubric says ${COMPLEXITY_WORDS[computed.class]}.`}
          asked={[
            { name: "class", label: "Class", type: "choice", options: classes.map((value) => ({ value, label: COMPLEXITY_LOOK[value].label })) },
            { name: "reason", label: "Reason", type: "area", hint: "Everybody who reads the brief reads it." },
            {
              name: "leadId", label: "Team lead who consents", type: "choice", optional: true, options: leads.map(({ id, name }) => ({ value: id, label: name })),
              hint: leads.length > 0 ? "Needed for a lower class." : "Needed for a lower class. Choose the deal's delivery teams first.",
            },
          ]}
        />
      )}
      {past.length > 0 && (
        <details className="disclosure text-ink-2">
          <summary className="inline-flex min-h-6 items-center rounded-sm text-sm hover:text-ink">Earlier ({past.length})</summary>
          <ul className="mt-1 list-disc space-y-1 ps-5">
            {past.map((one) => (
              <li key={one.id} className="break-words">
                {COMPLEXITY_LOOK[one.class].label} instead of {COMPLEXITY_WORDS[one.from]}, by {one.by}: “{one.reason}” {one.state === "DECLINED" ? `${one.lead?.name ?? ""} declined: “${one.note}”` : "Taken back, or replaced."}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
