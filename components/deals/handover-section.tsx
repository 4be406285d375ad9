import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import type { HandoverStatus } from "@/lib/platform/generated/enums";

type Handover = { id: string; number: number; status: HandoverStatus; statusSince: Date; pm: { name: string } | null };
type HandoverSectionProps = { handovers: readonly Handover[]; hasHiddenOne: boolean; now: Date; zone: string };

/** The handovers of a deal that the reader may open, the newest first. */
export function HandoverSection({ handovers, hasHiddenOne, now, zone }: HandoverSectionProps) {
  return (
    <Section title="Handover" id="handover">
      {handovers.length === 0 ? (
        <p className="text-ink-2">{hasHiddenOne ? "Its handover is being drafted." : "This deal was not handed over yet."}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {handovers.map(({ id, number, status, statusSince, pm }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
              <TextLink href={`/handovers/${id}`} className="font-medium">{handoverNumber(number)}</TextLink>
              <Status tone={STATUS_LOOK[status].tone} icon={STATUS_LOOK[status].icon}>{STATUS_LOOK[status].label}</Status>
              <span className="text-ink-2">{pm ? `PM ${pm.name}` : "No PM named yet"}</span>
              <span className="text-sm text-ink-2"><RelativeTime at={statusSince} now={now} zone={zone} tipAlign="end" /></span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
