import { Badge } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { STANDINGS } from "@/lib/discovery/format";
import type { DiscoveryPage, DiscoveryQuestion } from "@/lib/discovery/queries/discovery";
import type { Standing } from "@/lib/discovery/rules/standing";
import { QuestionForm } from "./question-form";

const LOOK = {
  notAsked: { tone: "neutral", icon: "circle-dashed" }, answered: { tone: "success", icon: "circle-check" }, unknown: { tone: "warning", icon: "help-circle" },
  notApplicable: { tone: "neutral", icon: "circle-slash" }, known: { tone: "info", icon: "sparkles" },
} as const satisfies Record<Standing, { tone: Tone; icon: IconName }>;

type QuestionItemProps = { question: DiscoveryQuestion; page: DiscoveryPage; /** While one works through what was not asked yet, every place to answer is open. */ isOpen: boolean; nextId: string | null; now: Date; zone: string };

/** One question: the words to ask with, why, what is known of it, and the place to answer. */
export function QuestionItem({ question, page: { deal, handover, refusal }, isOpen, nextId, now, zone }: QuestionItemProps) {
  const { id, ask, why, standing, field, list, value, revision, reason, text } = question;
  return (
    <li id={id} tabIndex={-1} className="min-w-0 scroll-mt-28 space-y-1.5 py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 font-medium [overflow-wrap:anywhere]">{ask}</h3>
        <Status {...LOOK[standing]}>{STANDINGS[standing]}</Status>
      </div>
      <p className="max-w-reading text-sm text-ink-2">{why}</p>
      {text !== "" && <p className="max-w-reading border-s-2 border-line ps-3 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>}
      {standing === "notApplicable" && reason !== "" && <p className="max-w-reading border-s-2 border-line ps-3 whitespace-pre-line [overflow-wrap:anywhere]">{reason}</p>}
      <Origin question={question} now={now} zone={zone} />
      {list && <InBrief question={question} dealId={deal.id} clientId={deal.client.id} handoverId={handover?.id ?? null} mayStart={refusal === null} />}
      {field && refusal === null && (
        <QuestionForm
          dealId={deal.id} question={{ id, ask, field, value, revision, reason }} label={standing === "notAsked" ? "Answer" : "Change"} isOpen={isOpen}
          seenIn={handover?.id ?? ""} currency={deal.currency} nextId={nextId}
        />
      )}
    </li>
  );
}

/** Who asked and when, by which version; or the record that says it without anybody asking. */
function Origin({ question: { by, at, from, askedBy, team, isFromBrief, standing }, now, zone }: Pick<QuestionItemProps, "question" | "now" | "zone">) {
  if (from) return <p><Badge icon="sparkles">{from}</Badge></p>;
  if (standing === "notAsked" || !at) return null;
  return (
    <p className="text-sm text-ink-2">
      {by ?? "Somebody"}, <RelativeTime at={at} now={now} zone={zone} />{askedBy !== null && `, asked by version ${askedBy} of the questions of ${team.name}`}{isFromBrief && ", in the brief"}
    </p>
  );
}

/** A list is filled in where its rows are: in the brief; the client's people on the client's page, too. */
function InBrief({ question: { list }, dealId, clientId, handoverId, mayStart }: { question: DiscoveryQuestion; dealId: string; clientId: string; handoverId: string | null; mayStart: boolean }) {
  if (!list) return null;
  const rows = list.rows === 0 ? "" : `${list.rows} in ${list.label.toLowerCase()}. `;
  if (handoverId) return <p>{rows}<TextLink href={`/handovers/${handoverId}/brief/${list.section}#${list.id}`}>{list.label}: open it in the brief</TextLink></p>;
  if (list.id === "contacts") return <p>{rows}<TextLink href={`/clients/${clientId}`}>Add people to the client</TextLink></p>;
  return mayStart ? <p><TextLink href={`/handovers/new?deal=${dealId}`}>{list.label}: begin the brief to list them</TextLink></p> : null;
}
