import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { SIDES } from "@/lib/ratings/format";
import type { Feedback } from "@/lib/ratings/queries/feedback";
import { Results } from "./results";

type Props = { id: string; feedback: Feedback | null; now: Date; zone: string };

/** On the handover's page: what the PM is asked, what this person can rate, and what was said (P8.4). Nothing where there is nothing. */
export function FeedbackSection({ id, feedback, now, zone }: Props) {
  if (!feedback) return null;
  const { mine, sides, check, checkRefusal } = feedback;
  const isAsked = check !== null && check.verdict === null && checkRefusal === null;
  const open = mine.filter(({ refusal }) => refusal === null);
  const isSaid = sides.some(({ count }) => count > 0) || check?.verdict;
  if (!isAsked && open.length === 0 && !isSaid) return null;
  const href = `/handovers/${id}/feedback`;
  return (
    <Section
      title="Ratings"
      actions={open.length > 0 && <ButtonLink size="sm" icon="star" href={href}>{open.map(({ side, score }) => `${score === null ? "Rate" : "Change the rating of"} ${SIDES[side].label.toLowerCase()}`).join(", ")}</ButtonLink>}
    >
      {isAsked && (
        <Banner tone="info" title="Was the brief right?" actions={<ButtonLink size="sm" variant="primary" href={`${href}#check`}>Answer</ButtonLink>}>
          The handover was accepted a while ago, and you know the work by now. The portal asked <RelativeTime at={check.askedAt} now={now} zone={zone} />.
        </Banner>
      )}
      {isSaid ? <Results feedback={feedback} now={now} zone={zone} /> : !isAsked && <p className="text-ink-2">Nobody has rated yet.</p>}
      {check?.verdict && checkRefusal === null && <ButtonLink size="sm" variant="ghost" href={`${href}#check`}>Change the answer</ButtonLink>}
    </Section>
  );
}
