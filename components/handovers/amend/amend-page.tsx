import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { fieldHref } from "@/components/handovers/brief/anchor";
import { briefHref } from "@/components/handovers/brief/parts";
import { ActionForm } from "@/components/handovers/overview/action-form";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Diff } from "@/components/ui/diff";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { amendBriefAction, discardAmendmentAction } from "@/lib/handovers/actions";
import type { AmendmentDto } from "@/lib/handovers/queries/amendment";

/** What the PM changed since the last version, who will be asked about it, and the reason that goes with it (B4). */
export function AmendPage({ amendment: { head, changes, confirmers, blockers } }: { amendment: AmendmentDto }) {
  const { id, briefVersion } = head;
  if (changes.length === 0)
    return (
      <EmptyState icon="pencil" action={<ButtonLink href={briefHref(id)} variant="primary">Open the brief</ButtonLink>}>
        Nothing differs from version {briefVersion}. Change the answers first, then come back.
      </EmptyState>
    );
  return (
    <div className="space-y-10">
      {blockers.length > 0 && (
        <Banner tone="warning" title={blockers.length === 1 ? "A must-have is missing" : `${blockers.length} must-haves are missing`}>
          <ul className="list-disc ps-5">
            {blockers.map(({ field, rowId, section, sentence }) => <li key={`${field}:${rowId}`}><TextLink href={fieldHref(id, section, field, rowId)}>{sentence}</TextLink></li>)}
          </ul>
        </Banner>
      )}
      {changes.map(({ section, changes: ofSection }) => <Section key={section} title={section}><Diff changes={ofSection} /></Section>)}
      <Section title="Who confirms it" description="The status does not move meanwhile.">
        {confirmers.length === 0
          ? <p>Nobody needs to: nothing here touches scope, price, dates, promises, complexity or contract.</p>
          : (
            <ul className="space-y-3">
              {confirmers.map(({ kind, teamId, holder, reason }) => (
                <li key={`${kind} ${teamId}`} className="flex items-start gap-2.5">
                  <Icon name={holder ? "user" : "alert-triangle"} className="mt-1" />
                  <span><strong className="font-medium">{holder?.name ?? "Nobody"}</strong><span className="block text-ink-2">{reason}</span></span>
                </li>
              ))}
            </ul>
          )}
      </Section>
      <ActionForm action={amendBriefAction} input={{ id, briefVersion }} prefix="amend" submit={`Make it version ${briefVersion + 1}`} done="The brief is amended.">
        <Field id="amend-reason" label="Why it changes" hint="Everybody on this handover reads it.">{(control) => <TextArea {...control} name="reason" rows={3} />}</Field>
      </ActionForm>
      <ActionForm action={discardAmendmentAction} input={{ id, briefVersion }} submit="Take the changes back" variant="ghost" icon="undo" done={`The brief reads as version ${briefVersion} again.`} />
    </div>
  );
}
