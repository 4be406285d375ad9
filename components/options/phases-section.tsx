import { FoldForm } from "@/components/involvement/fold-form";
import { ActionButton } from "@/components/people/action-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RefusedAction } from "@/components/ui/refused-action";
import { Section } from "@/components/ui/section";
import { addPhaseAction, changePhaseAction, movePhaseAction, removePhaseAction, takeFromRateCardAction } from "@/lib/options/actions";
import { PHASES_AT_MOST } from "@/lib/options/fields";
import { hoursOf, hoursText, totalHours } from "@/lib/options/format";
import type { OptionPage, ShownPhase } from "@/lib/options/queries/page";
import { followChoices } from "@/lib/options/rules/phases";
import { EstimateLine } from "./estimate-line";
import { MoveButtons } from "./move-buttons";

type PhasesSectionProps = Pick<OptionPage, "option" | "lines" | "complexity" | "askRefusal"> & { dealId: string; mayWrite: boolean; mayAsk: boolean };

/** The phases of an option in their order, each with its estimate and where another one comes from (P7.1, P7.2). */
export function PhasesSection({ dealId, option, lines, complexity, askRefusal, mayWrite, mayAsk }: PhasesSectionProps) {
  const { phases } = option;
  const total = totalHours(phases);
  const isSimple = complexity === "SIMPLE";
  return (
    <Section
      id="phases" title="Phases and estimates"
      description={isSimple ? "The work is simple: estimates come from the rate card, and nobody is asked." : "Each phase is estimated by a developer or lead of the deal’s teams, in writing."}
      actions={mayAsk && !isSimple && (askRefusal
        ? <RefusedAction reason={askRefusal.reason} rule={askRefusal.rule}>Ask for estimates</RefusedAction>
        : <ButtonLink href={`/deals/${dealId}/involvement/new?kind=ESTIMATE`} icon="message-question">Ask for estimates</ButtonLink>)}
    >
      {phases.length === 0 ? <EmptyState icon="list-checks">No phases yet. Divide the work into parts that can be estimated by themselves.</EmptyState> : (
        <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
          {phases.map((phase, index) => (
            <li key={phase.id} id={`phase-${phase.id}`} className="scroll-mt-4 space-y-3 px-4 py-4">
              <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
                <div className="min-w-0 flex-1 basis-64 space-y-1">
                  <h3 className="font-semibold [overflow-wrap:anywhere]"><span className="me-2 text-ink-3 tabular-nums" aria-hidden="true">{index + 1}</span>{phase.name}</h3>
                  {phase.followsId !== null && <p className="text-sm text-ink-2">After {phases.find(({ id }) => id === phase.followsId)?.name}</p>}
                  {phase.words.trim() !== "" && <p className="max-w-reading whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{phase.words}</p>}
                </div>
                {mayWrite && phases.length > 1 && <MoveButtons id={phase.id} name={phase.name} action={movePhaseAction} isFirst={index === 0} isLast={index === phases.length - 1} />}
              </div>
              <EstimateLine estimate={phase.estimate} problem={phase.problem} />
              {mayWrite && <PhaseActions phase={phase} phases={phases} lines={isSimple ? lines : []} />}
            </li>
          ))}
        </ol>
      )}
      {total && phases.length > 1 && <p><span className="font-medium tabular-nums">{hoursText(total)}</span> <span className="text-ink-2">in all</span></p>}
      {isSimple && mayWrite && lines.length === 0 && <p className="max-w-reading text-ink-2">No line of the rate card stands for the teams of this deal. Their leads write it.</p>}
      {mayWrite && phases.length < PHASES_AT_MOST && (
        <FoldForm
          key={`add-${phases.length}`} id="add-phase" label="Add a phase" icon="plus" confirm="Add" done="Added" action={addPhaseAction} fields={{ optionId: option.id }}
          asked={[
            { name: "name", label: "Phase", type: "text" }, { name: "words", label: "What it holds", type: "area", optional: true },
            ...(phases.length > 0 ? [{ name: "followsId", label: "It follows", type: "choice" as const, options: followOptions(phases, null), defaultValue: phases.at(-1)?.id, optional: true }] : []),
          ]}
        />
      )}
    </Section>
  );
}

function PhaseActions({ phase, phases, lines }: { phase: ShownPhase; phases: readonly ShownPhase[]; lines: OptionPage["lines"] }) {
  const { id, name, words, followsId, revision } = phase;
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      {lines.length > 0 && (
        <FoldForm
          key={`rate-${phase.estimate?.id}`} id={`rate-${id}`} label="Take from the rate card" icon="list" confirm="Take" done="Taken" action={takeFromRateCardAction} fields={{ phaseId: id }}
          asked={[{ name: "itemId", label: "Line of the rate card", type: "choice", options: lines.map((line) => ({ value: line.id, label: `${line.name}: ${hoursText(hoursOf(line))} (${line.lead.name}, ${line.team.name})` })) }]}
        />
      )}
      <FoldForm
        key={`change-${revision}-${name}-${followsId}`} id={`change-${id}`} label="Change" icon="pencil" confirm="Save" done="Saved" action={changePhaseAction} fields={{ id, revision: String(revision) }}
        description={phase.estimate ? "Another name or other words are other work: it is estimated anew then." : undefined}
        asked={[
          { name: "name", label: "Phase", type: "text", defaultValue: name }, { name: "words", label: "What it holds", type: "area", defaultValue: words, optional: true },
          ...(phases.length > 1 ? [{ name: "followsId", label: "It follows", type: "choice" as const, options: followOptions(phases, id), defaultValue: followsId ?? "", optional: true }] : []),
        ]}
      />
      <ActionButton action={removePhaseAction} fields={{ id }} variant="ghost" icon="trash" done="Taken out">Take out</ActionButton>
    </div>
  );
}

const followOptions = (phases: readonly ShownPhase[], id: string | null) =>
  [{ value: "", label: "No other: it can begin at once" }, ...followChoices(phases, id).map((one) => ({ value: one.id, label: one.name }))];
