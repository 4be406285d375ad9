import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import { averageText, scoreWord, SIDES, VERDICTS } from "@/lib/ratings/format";
import type { Feedback } from "@/lib/ratings/queries/feedback";

/** What was said, as far as this person may read it: averages for everybody, names for managers, the check for the seller, too (P8.4). */
export function Results({ feedback: { sides, named, check }, now, zone }: { feedback: Feedback; now: Date; zone: string }) {
  const given = sides.filter(({ count }) => count > 0);
  return (
    <div className="space-y-4">
      {given.length > 0 && (
        <DescriptionList
          items={given.map(({ side, count, average }) => ({
            term: SIDES[side].label,
            detail: average === null ? "1 rating; an average is shown from two on" : `${averageText(average)} of 5, from ${count} ${count === 1 ? "rating" : "ratings"}`,
          }))}
        />
      )}
      {named && named.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {named.map(({ side, score, sentence, by, at }) => (
            <li key={`${by} ${side}`} className="py-2">
              <span className="font-medium">{by}: {score} of 5, {scoreWord(score).toLowerCase()}</span>
              <span className="text-sm text-ink-2"> for {SIDES[side].label.toLowerCase()}, <RelativeTime at={at} now={now} zone={zone} /></span>
              {sentence && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{sentence}</p>}
            </li>
          ))}
        </ul>
      )}
      {check?.verdict && check.answeredAt && (
        <div className="space-y-1">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Status tone={VERDICTS[check.verdict].tone} icon={VERDICTS[check.verdict].icon}>{VERDICTS[check.verdict].sentence}</Status>
            <span className="text-sm text-ink-2">{check.by} answered <RelativeTime at={check.answeredAt} now={now} zone={zone} /></span>
          </p>
          {check.fields.length > 0 && <p>Not right: {check.fields.join("; ")}.</p>}
          {check.turnedOut && <p>The work turned out {COMPLEXITY_WORDS[check.turnedOut]}.</p>}
          {check.sentence && <p className="whitespace-pre-line [overflow-wrap:anywhere]">“{check.sentence}”</p>}
        </div>
      )}
    </div>
  );
}
