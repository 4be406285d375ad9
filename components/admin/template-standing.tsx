import { ActionButton } from "@/components/people/action-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { beginTemplateDraftAction, discardTemplateDraftAction } from "@/lib/policies/actions";
import type { TemplateView } from "@/lib/policies/queries/templates";
import { templateHref } from "./template-list";

/** How many changes a draft makes, in words. */
export const changeCount = ({ changes, sectionsDiffer }: TemplateView): number => changes.fields.length + changes.reordered.length + (sectionsDiffer ? 1 : 0);

/** Whether this is a draft or in force, and what can be done next. */
export function TemplateStanding({ view, now, zone }: { view: TemplateView; now: Date; zone: string }) {
  const { team, draft, inForce, problems } = view;
  const preview = <ButtonLink size="sm" icon="eye" href={templateHref(team.id, "/preview")}>As the seller sees it</ButtonLink>;
  if (!draft)
    return (
      <Banner
        title={`Version ${inForce.version} is in force.`}
        actions={<>{preview}<ActionButton action={beginTemplateDraftAction} fields={{ teamId: team.id }} size="sm" variant="primary" icon="pencil">Change it in a draft</ActionButton></>}
      >
        What is published never changes. A draft becomes the next version once you publish it.
      </Banner>
    );
  const count = changeCount(view);
  return (
    <Banner
      tone={problems.length > 0 ? "warning" : "info"} title={count === 0 ? "Nothing is changed yet." : `${count} ${count === 1 ? "change" : "changes"} against version ${inForce.version}.`}
      actions={
        <>
          {preview}
          <ActionButton action={discardTemplateDraftAction} fields={{ teamId: team.id, revision: String(draft.revision) }} size="sm" variant="ghost" icon="trash">Discard the draft</ActionButton>
          <ButtonLink size="sm" variant="primary" href={templateHref(team.id, "/publish")}>Check and publish</ButtonLink>
        </>
      }
    >
      {draft.at && <>Last changed by {draft.by ?? "somebody"} <RelativeTime at={draft.at} now={now} zone={zone} />. </>}
      {problems.length > 0 ? `${problems.length} ${problems.length === 1 ? "thing has" : "things have"} to be put right before it can be published.` : "Nobody else sees it before you publish it."}
    </Banner>
  );
}
