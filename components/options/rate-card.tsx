import { FoldForm } from "@/components/involvement/fold-form";
import { ActionButton } from "@/components/people/action-button";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { dayText } from "@/lib/deals/format";
import { addRateCardItemAction, retireRateCardItemAction } from "@/lib/options/actions";
import { hoursOf, hoursText, hourText } from "@/lib/options/format";
import type { RateCardLine, RateCards } from "@/lib/options/queries/rate-card";

type RateCardProps = { team: RateCards["teams"][number]; latest: string; now: Date };

/** The standing estimates of one team: what each takes, whose word it is, and until when it holds (P7.2). */
export function RateCard({ team: { id, name, lines, mayWrite }, latest, now }: RateCardProps) {
  return (
    <Section title={name} id={`team-${id}`}>
      {lines.length === 0 ? <p className="max-w-reading text-ink-2">{mayWrite ? "No lines yet. Write down what work that comes again and again takes, and sellers of simple work need not ask." : "Its leads have not written any lines yet."}</p> : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {lines.map((line) => <li key={line.id} className="space-y-2 px-4 py-3"><Line line={line} now={now} />{mayWrite && <LineActions line={line} latest={latest} />}</li>)}
        </ul>
      )}
      {mayWrite && (
        <FoldForm
          key={`add-${lines.length}`} id={`add-${id}`} label="Add a line" icon="plus" confirm="Add" done="Added" action={addRateCardItemAction} fields={{ teamId: id }} asked={questions(latest)}
          description="A line is your word as a lead, with today’s date. It is never changed: renew it, or take it back."
        />
      )}
    </Section>
  );
}

function Line({ line: { name, words, validUntil, lead, createdAt, ...minutes }, now }: { line: RateCardLine; now: Date }) {
  const until = dayText(validUntil.toISOString().slice(0, 10));
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium [overflow-wrap:anywhere]">{name}</h3>
        <span className="font-medium tabular-nums">{hoursText(hoursOf(minutes))}</span>
      </div>
      {words.trim() !== "" && <p className="max-w-reading whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{words}</p>}
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
        <span>{lead.name}, {dayText(createdAt.toISOString().slice(0, 10))}</span>
        {validUntil <= now ? <Status tone="warning" icon="alert-triangle">{`Held until ${until}`}</Status> : <span>Holds until {until}</span>}
      </p>
    </div>
  );
}

function LineActions({ line, latest }: { line: RateCardLine; latest: string }) {
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      <FoldForm
        id={`renew-${line.id}`} label="Renew" icon="refresh" confirm="Put in its place" done="Renewed" action={addRateCardItemAction} fields={{ teamId: line.team.id, replacesId: line.id }} asked={questions(latest, line)}
        description="The old line is taken back, and what was taken from it serves no more."
      />
      <ActionButton action={retireRateCardItemAction} fields={{ id: line.id }} variant="ghost" icon="trash" done="Taken back">Take back</ActionButton>
    </div>
  );
}

function questions(latest: string, line?: RateCardLine) {
  const hours = line ? hoursOf(line) : null;
  const typed = (value: number | undefined) => (value === undefined ? undefined : hourText(value).replaceAll(",", ""));
  return [
    { name: "name", label: "Work", type: "text", defaultValue: line?.name }, { name: "words", label: "What it holds", type: "area", defaultValue: line?.words, optional: true },
    { name: "low", label: "Low", type: "number", unit: "hours", defaultValue: typed(hours?.low) }, { name: "likely", label: "Likely", type: "number", unit: "hours", defaultValue: typed(hours?.likely) },
    { name: "high", label: "High", type: "number", unit: "hours", defaultValue: typed(hours?.high) }, { name: "validUntil", label: "It holds until", type: "date", max: latest, defaultValue: latest },
  ] as const;
}
