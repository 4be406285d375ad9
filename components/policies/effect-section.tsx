import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { handoverNumber } from "@/lib/handovers/format";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import type { RubricEffect } from "@/lib/policies/queries/effects";
import type { TractionEffect } from "@/lib/traction/queries/rubric-effect";

const words = (one: keyof typeof COMPLEXITY_WORDS | null) => (one === null ? "no class" : COMPLEXITY_WORDS[one]);

/** Which past handovers the draft would class differently (B6). */
export function RubricEffectSection({ effect }: { effect: RubricEffect }) {
  const { looked, count, unanswered, moves, rows } = effect;
  return (
    <Section title="Past handovers that would be classed differently" description={`Of the last ${looked} that were submitted, by what their briefs answered.`}>
      <p>{count === 0 ? "None would be classed differently." : `${count} would be: ${moves.map((one) => `${one.count} from ${words(one.from)} to ${words(one.to)}`).join(", ")}.`}{unanswered > 0 && ` ${unanswered} cannot be classed: the draft asks something that they were not asked.`}</p>
      {rows.length > 0 && (
        <ul className="space-y-2">
          {rows.map(({ id, number, deal, client, from, to, reason }) => (
            <li key={id} className="break-words"><TextLink href={`/handovers/${id}`}>{handoverNumber(number)} {deal}</TextLink>, {client}: {words(from)} becomes {words(to)}. <span className="text-ink-2">{reason}</span></li>
          ))}
        </ul>
      )}
      {rows.length < count && <p className="text-ink-2">{count - rows.length} of them are not yours to read.</p>}
    </Section>
  );
}

/** Which open deals the draft would judge differently (B6). */
export function TractionEffectSection({ effect: { looked, count, gain, lose, rows } }: { effect: TractionEffect }) {
  return (
    <Section title="Open deals that would stand differently" description={`Of ${looked} open deals, by the evidence that they have today.`}>
      <p>{count === 0 ? "None would." : `${count} would have another score or be allowed something else: ${gain} would be allowed more, ${lose} less.`}</p>
      {rows.length > 0 && (
        <ul className="space-y-2">
          {rows.map(({ id, deal, client, from, to }) => <li key={id} className="break-words"><TextLink href={`/deals/${id}`}>{deal}</TextLink>, {client}: {from === to ? `${from} points, and other levels` : `${from} points become ${to}`}.</li>)}
        </ul>
      )}
      {rows.length < count && <p className="text-ink-2">{count - rows.length} of them are not yours to read.</p>}
    </Section>
  );
}
