import { Notice } from "@/components/ui/banner";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { hoursOf, hourText, hoursText, totalHours } from "@/lib/options/format";
import type { OptionsToEstimate, TechnicalOption, TechnicalPhase } from "@/lib/options/queries/asked";
import { EstimateForm } from "./estimate-form";
import { EstimateLine } from "./estimate-line";
import { OptionReading } from "./option-reading";

type AskedOptionsProps = { asked: OptionsToEstimate; involvementId: string; latest: string };

/** What is to be estimated: the options of the deal by phase, and no commercials (P7.2, P7.3). */
export function AskedOptions({ asked: { options, refused, mayWrite }, involvementId, latest }: AskedOptionsProps) {
  if (options.length === 0) return <Notice tone="info">The seller has not written any options yet: answer in your own words.</Notice>;
  const [all, held] = [options.flatMap(({ phases }) => phases), options.flatMap(({ phases }) => phases.filter(({ problem }) => problem === null))];
  return (
    <Section title="To estimate" level={3} description={all.length === 0 ? "The options have no phases yet." : held.length === all.length ? "Every phase has an estimate. Answer the request, and the seller goes on." : `${held.length} of ${all.length} phases ${all.length === 1 ? "has" : "have"} an estimate. Write the estimates first: the answer ends the request.`}>
      {refused && <Notice tone="neutral">{refused}</Notice>}
      {options.map((option) => (
        <section key={option.id} aria-label={option.name} className="space-y-3 border-t border-line pt-4">
          <TechnicalOptionHead option={option} />
          <ol className="space-y-4">
            {option.phases.map((phase) => (
              <li key={phase.id} className="space-y-2 border-s-2 border-line ps-3">
                <PhaseHead phase={phase} phases={option.phases} />
                <EstimateLine estimate={phase.estimate} problem={phase.problem} />
                {mayWrite && <EstimateForm key={`${phase.id} ${phase.estimate?.id ?? ""}`} phase={phase} involvementId={involvementId} latest={latest} isNew={phase.problem !== null} values={valuesOf(phase, latest)} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Section>
  );
}

/** An option by name, and on demand what it says of the work. */
export function TechnicalOptionHead({ option }: { option: TechnicalOption }) {
  const total = totalHours(option.phases);
  const rest = [option.risks, option.assumptions, option.exclusions, option.clientProvides].filter((text) => text.trim() !== "");
  return (
    <div className="space-y-2">
      <h4 className="font-semibold [overflow-wrap:anywhere]">{option.name}</h4>
      {total && <p className="text-sm"><span className="font-medium tabular-nums">{hoursText(total)}</span> <span className="text-ink-2">in all</span></p>}
      {option.plainWords.trim() !== "" && <p className="max-w-reading whitespace-pre-line [overflow-wrap:anywhere]">{option.plainWords}</p>}
      {rest.length > 0 && (
        <details className="disclosure">
          <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 text-sm text-ink-2 hover:text-ink"><Icon name="chevron-right" size={14} className="chevron" />What it rests on<span className="sr-only"> ({option.name})</span></summary>
          <div className="mt-2"><OptionReading option={{ ...option, plainWords: "" }} /></div>
        </details>
      )}
    </div>
  );
}

export function PhaseHead({ phase, phases }: { phase: TechnicalPhase; phases: readonly TechnicalPhase[] }) {
  const before = phases.find(({ id }) => id === phase.followsId);
  return (
    <div>
      <p className="font-medium [overflow-wrap:anywhere]">{phase.name}{before && <span className="text-sm font-normal text-ink-2"> · after {before.name}</span>}</p>
      {phase.words.trim() !== "" && <p className="max-w-reading whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{phase.words}</p>}
    </div>
  );
}

function valuesOf({ estimate }: TechnicalPhase, latest: string) {
  if (!estimate) return { low: "", likely: "", high: "", note: "", risks: "", validUntil: latest };
  const { low, likely, high } = hoursOf(estimate);
  const typed = (hours: number) => hourText(hours).replaceAll(",", "");
  return { low: typed(low), likely: typed(likely), high: typed(high), note: estimate.note, risks: estimate.risks, validUntil: latest };
}
