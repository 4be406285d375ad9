import { ActionButton } from "@/components/people/action-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { consentToPolicyAction, discardPolicyDraftAction, publishPolicyAction } from "@/lib/policies/actions";
import { pageOf } from "@/lib/policies/fields/policy-form";
import type { PolicyView } from "@/lib/policies/queries/policy-page";
import { ChangesTable } from "./changes-table";

/** The draft: what it changes, what is wrong with it, and what it waits for. */
export function DraftSection({ view: { kind, team, mayEdit, inForce, draft } }: { view: PolicyView }) {
  if (!draft) return null;
  const { version, revision, changes, problems, consents, missing, mayConsent, by } = draft;
  const fields = { kind, teamId: team?.id ?? "", revision: String(revision) };
  const isFit = problems.length === 0 && changes.length > 0;
  const isRubric = kind === "COMPLEXITY_RUBRIC";
  return (
    <Section
      title={`Draft of version ${version}`} description={`${by ? `Last changed by ${by}. ` : ""}Nothing of it counts before it is published.`}
      actions={mayEdit && <>
        <ButtonLink href={`/policies/${pageOf({ kind, team: team?.slug })}/edit`} icon="pencil">Change the draft</ButtonLink>
        <ActionButton action={discardPolicyDraftAction} fields={fields} variant="ghost" done="The draft is gone">Discard it</ActionButton>
      </>}
    >
      {problems.length > 0 && (
        <Banner tone="danger" title="To be put right before it can be published"><ul className="list-disc space-y-1 ps-5">{problems.map((one) => <li key={one}>{one}</li>)}</ul></Banner>
      )}
      <ChangesTable changes={changes} before={`Version ${inForce.version}`} after={`Version ${version}`} />
      {isRubric && (
        <div className="space-y-3">
          <p>{consents.length > 0 ? `Consented to this draft: ${consents.join(", ")}. ` : ""}{missing} The second consent publishes it; a change to the draft takes consents away.</p>
          {isFit && mayConsent && <ActionButton action={consentToPolicyAction} fields={fields} variant="primary" icon="check" done="You have consented">Consent to version {version}</ActionButton>}
        </div>
      )}
      {!isRubric && isFit && mayEdit && <ActionButton action={publishPolicyAction} fields={fields} variant="primary" icon="check" done={`Version ${version} is in force`}>Publish version {version}</ActionButton>}
    </Section>
  );
}
