import type { ReactNode } from "react";
import { TemplateChanges } from "@/components/admin/template-changes";
import { ActionButton } from "@/components/people/action-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { RefusedAction } from "@/components/ui/refused-action";
import { Section } from "@/components/ui/section";
import { moveUpTemplateAction } from "@/lib/handovers/actions/template";
import type { OfferedMove, TemplateMovePreview, Unasked } from "@/lib/handovers/queries/template-moves";
import type { Refusal } from "@/lib/platform/errors";

/** A newer template is there: said once, above the brief. */
export function TemplateOffer({ handoverId, offered }: { handoverId: string; offered: readonly OfferedMove[] }) {
  const [first] = offered;
  if (!first) return null;
  return (
    <Banner
      title={offered.length === 1 ? `${first.team} has published version ${first.to.version} of its template.` : `${offered.length} teams have published newer templates.`}
      actions={<ButtonLink size="sm" href={`/handovers/${handoverId}/brief/template`}>See what would change</ButtonLink>}
    >
      This brief stays as it is until you move it up.
    </Banner>
  );
}

/** Answers that are kept, though the template no longer asks for them. */
export function NoLongerAsked({ answers }: { answers: readonly Unasked[] }) {
  if (answers.length === 0) return null;
  return (
    <Section title="No longer asked" description="The template has changed since these were answered. They are kept with the brief, and reviewers do not see them.">
      <Lines lines={answers.map(({ field, label, text }) => ({ id: field, label, detail: text }))} />
    </Section>
  );
}

type MoveProps = { handoverId: string; revision: number; preview: TemplateMovePreview; refusal: Refusal | null };

/** What moving one team's template up would change in this brief, and the button that does it. */
export function TemplateMoveSection({ handoverId, revision, preview: { teamId, team, from, to, move }, refusal }: MoveProps) {
  const label = `Move to version ${to.version}`;
  return (
    <Section title={team} description={`From version ${from.version} to version ${to.version}.`}>
      <Part title="Asked from then on" lines={move.added.map(({ id, label: name, required }) => ({ id, label: name, detail: required }))} />
      <Part title="Must be answered from then on" lines={move.newlyRequired.map(({ id, label: name, reason, isAnswered }) => ({ id, label: name, detail: isAnswered ? "Answered already." : reason }))} />
      <Part title="No longer asked; what you answered is kept" lines={move.removed.map(({ id, label: name, kept }) => ({ id, label: name, detail: kept || "Not answered." }))} />
      <Part title="To be chosen anew" lines={move.chooseAnew.map(({ id, label: name, chosen }) => ({ id, label: name, detail: `${chosen} is no longer offered.` }))} />
      {move.changed.length > 0 && <div className="space-y-1"><h3 className="text-md font-semibold">Said differently</h3><TemplateChanges fields={move.changed} /></div>}
      {refusal ? <RefusedAction reason={refusal.reason} rule={refusal.rule}>{label}</RefusedAction> : (
        <ActionButton action={moveUpTemplateAction} fields={{ id: handoverId, revision: String(revision), teamId, from: from.id, to: to.id }} variant="primary" done={`On version ${to.version}`}>{label}</ActionButton>
      )}
    </Section>
  );
}

type Line = { id: string; label: string; detail: ReactNode };

function Part({ title, lines }: { title: string; lines: readonly Line[] }) {
  return lines.length === 0 ? null : <div className="space-y-1"><h3 className="text-md font-semibold">{title}</h3><Lines lines={lines} /></div>;
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map(({ id, label, detail }) => (
        <li key={id} className="py-2.5"><p className="font-medium">{label}</p>{detail && <p className="whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{detail}</p>}</li>
      ))}
    </ul>
  );
}
