import { STAGES } from "@/lib/deals/format";
import { coreField } from "@/lib/handovers/fields";
import { RETURN_REASONS, STATUS_LOOK } from "@/lib/handovers/format";
import type { DealStage, HandoverStatus } from "@/lib/platform/generated/enums";
import { SIDES } from "@/lib/ratings/format";
import { AGES } from "./rules/age";
import { METRICS } from "./rules/metrics";
import type { Figure, FigureParams, ReportParams } from "./schema";

/** What a cell of a report's list holds. An amount becomes two columns in an export. */
export type Cell = string | number | null | { at: string } | { minor: number; currency: string };
export type Column = { key: string; header: string; /** Left out where there is little room. */ minor?: true };
/** `status` or `stage` where the row has one: it is shown with its icon. */
export type ListRow = { key: string; href: string | null; status?: HandoverStatus; stage?: DealStage; cells: Record<string, Cell> };

/** The columns of each figure's list; the first names the row. */
export const LIST_COLUMNS = {
  handovers: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "deal", header: "Deal", minor: true },
    { key: "state", header: "State" }, { key: "since", header: "Since" }, { key: "days", header: "Days" }, { key: "value", header: "Value" },
    { key: "owner", header: "Contact owner", minor: true }, { key: "accountable", header: "Accountable" }, { key: "teams", header: "Teams", minor: true },
  ],
  deals: [
    { key: "number", header: "Deal" }, { key: "client", header: "Client" }, { key: "deal", header: "Name" }, { key: "state", header: "Stage" },
    { key: "since", header: "Since" }, { key: "days", header: "Days" }, { key: "value", header: "Value" }, { key: "owner", header: "Contact owner" },
    { key: "teams", header: "Teams", minor: true },
  ],
  orphans: [
    { key: "number", header: "Deal" }, { key: "client", header: "Client" }, { key: "deal", header: "Name" }, { key: "since", header: "Won" },
    { key: "due", header: "Clock ran out" }, { key: "value", header: "Value" }, { key: "owner", header: "Contact owner" }, { key: "teams", header: "Teams", minor: true },
  ],
  "at-risk": [
    { key: "number", header: "Deal" }, { key: "client", header: "Client" }, { key: "deal", header: "Name" }, { key: "since", header: "Approved" },
    { key: "until", header: "Until" }, { key: "value", header: "Value" }, { key: "owner", header: "Contact owner" }, { key: "teams", header: "Teams", minor: true },
  ],
  asked: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "deal", header: "Deal", minor: true }, { key: "state", header: "State" },
    { key: "reason", header: "Reason" }, { key: "at", header: "Asked" }, { key: "owner", header: "Contact owner" },
  ],
  decisions: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "decision", header: "Decision" }, { key: "by", header: "Decided by" },
    { key: "submitted", header: "Submitted", minor: true }, { key: "decided", header: "Decided" }, { key: "hours", header: "Working hours" },
  ],
  "first-pass": [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "deal", header: "Deal", minor: true }, { key: "outcome", header: "First review" },
    { key: "decided", header: "Decided" }, { key: "owner", header: "Contact owner" },
  ],
  returns: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "reason", header: "Reason" }, { key: "field", header: "Field" },
    { key: "needed", header: "What is needed", minor: true }, { key: "by", header: "Returned by" }, { key: "at", header: "When" },
  ],
  ratings: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "side", header: "Of" }, { key: "score", header: "Rating" },
    { key: "sentence", header: "In a sentence", minor: true }, { key: "by", header: "By" }, { key: "at", header: "When" },
  ],
  checks: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "verdict", header: "Answer" }, { key: "fields", header: "Not right" },
    { key: "sentence", header: "In a sentence", minor: true }, { key: "by", header: "By" }, { key: "at", header: "When" },
  ],
  mends: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "field", header: "Field" }, { key: "before", header: "Before", minor: true },
    { key: "after", header: "After", minor: true }, { key: "by", header: "Mended by" }, { key: "at", header: "When" },
  ],
  effort: [
    { key: "handover", header: "Handover" }, { key: "client", header: "Client" }, { key: "stayed", header: "Filled in" }, { key: "changed", header: "Filled in, changed" },
    { key: "typed", header: "Typed" }, { key: "hours", header: "Hours to submit" }, { key: "at", header: "Submitted" }, { key: "owner", header: "Contact owner", minor: true },
  ],
} as const satisfies Record<Figure, readonly Column[]>;

/** What a field of the brief is called here; a template's own field by its key. */
export const fieldText = (field: string): string => coreField(field)?.label ?? field.split(".").at(-1) ?? field;

export const DECISION_WORDS: Record<string, string> = { "key.accepted": "Accepted", "handover.accepted": "Accepted", "handover.returned": "Returned" };
export const FIRST_PASS_WORDS: Record<string, string> = { "handover.accepted": "Accepted", "handover.returned": "Returned" };

/** The part of a figure that a list shows, in words: "Submitted, 3 to 6 days, EUR". */
export function partText({ figure, state, stage, age, currency, week, passed, reason, field, side, by }: FigureParams): string {
  return [
    figure === "handovers" && state && STATUS_LOOK[state].label,
    figure === "deals" && stage && STAGES[stage].label,
    age && AGES.find(({ id }) => id === age)?.label,
    currency,
    figure === "decisions" && week && `Week of ${week}`,
    figure === "first-pass" && passed && (passed === "yes" ? "Accepted without a return" : "Returned"),
    figure === "returns" && reason && RETURN_REASONS[reason],
    (figure === "returns" || figure === "checks") && field && fieldText(field),
    figure === "ratings" && side && SIDES[side].label,
    figure === "mends" && by && "by one reviewer",
  ].filter(Boolean).join(", ");
}

export const figureTitle = (figure: Figure): string => METRICS[figure].title;

type Filters = Omit<ReportParams, "team"> & { team?: string };

/** The address of a report's page with its filters; defaults and what is not set are left out. */
export function reportHref(path: string, { team, owner, period, asOf }: Filters, part: Partial<Omit<FigureParams, "figure">> & { figure?: Figure } = {}): string {
  const query = new URLSearchParams();
  const all = { ...part, team, owner, period: period === "90" ? undefined : period, asOf };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
