import "server-only";
import { STAGES } from "@/lib/deals/format";
import { handoverNumber, RETURN_REASONS, STATUS_LOOK } from "@/lib/handovers/format";
import { SIDES, VERDICTS } from "@/lib/ratings/format";
import type { BriefVerdict, DealStage, HandoverStatus, RatingSide, ReturnReason } from "@/lib/platform/generated/enums";
import { type Cell, fieldText, FIRST_PASS_WORDS, type ListRow } from "../format";
import { daysOld } from "../rules/age";
import type { Figure } from "../schema";
import type { OrphanRow } from "./orphans";
import type { Slice } from "./slice";

/** What the SQL of list-parts.ts gives: an id, what it is sorted by, and the columns of its figure. */
export type Raw = { id: string; sort: Date } & Record<string, unknown>;

export const at = (value: unknown): Cell => (value instanceof Date ? { at: value.toISOString() } : null);
const words = (value: unknown): string => (typeof value === "string" ? value : "");
const money = (row: Raw): Cell => ({ minor: Number(row.minor), currency: words(row.currency) });

/** The fields that an answer names. */
export const namedIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []);

/** A row that SQL found, as a list shows it. */
export function toRow(row: Raw, { figure, slice, labels }: { figure: Figure; slice: Slice; labels: ReadonlyMap<string, string> }): ListRow {
  const state = words(row.state);
  const shared = { client: words(row.client), deal: words(row.dealName), owner: words(row.ownerName), teams: words(row.teams) };
  const since: Record<string, Cell> = row.since instanceof Date ? { since: at(row.since), days: daysOld(row.since, slice.at), value: money(row) } : {};
  const handover = handoverNumber(Number(row.number));
  switch (figure) {
    case "handovers":
      return { key: row.id, href: `/handovers/${row.id}`, status: state as HandoverStatus, cells: { ...shared, ...since, handover, state: STATUS_LOOK[state as HandoverStatus].label, accountable: words(row.accountable) } };
    case "deals":
      return { key: row.id, href: `/deals/${row.id}`, stage: state as DealStage, cells: { ...shared, ...since, number: `D-${Number(row.number)}`, state: STAGES[state as DealStage].label } };
    case "at-risk":
      return { key: row.id, href: `/deals/${row.id}`, cells: { ...shared, ...since, number: `D-${Number(row.number)}`, until: at(row.until) } };
    case "asked":
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`, status: state as HandoverStatus,
        cells: { ...shared, handover, state: STATUS_LOOK[state as HandoverStatus].label, reason: RETURN_REASONS[words(row.reason) as ReturnReason], at: at(row.at) },
      };
    case "first-pass":
      return { key: row.id, href: `/handovers/${words(row.handover)}`, cells: { ...shared, handover, outcome: FIRST_PASS_WORDS[words(row.type)] ?? "", decided: at(row.at) } };
    case "ratings":
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`,
        cells: { ...shared, handover, side: SIDES[words(row.side) as RatingSide].label, score: Number(row.score), sentence: words(row.sentence), by: words(row.byName), at: at(row.at) },
      };
    case "checks":
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`,
        cells: {
          ...shared, handover, verdict: VERDICTS[words(row.verdict) as BriefVerdict].label, sentence: words(row.sentence), by: words(row.byName), at: at(row.at),
          fields: namedIn(row.fields).map((field) => labels.get(field) ?? fieldText(field)).join("; "),
        },
      };
    case "mends":
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`,
        cells: { ...shared, handover, field: labels.get(words(row.field)) ?? fieldText(words(row.field)), before: words(row.before), after: words(row.after), by: words(row.byName), at: at(row.at) },
      };
    case "effort":
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`,
        cells: { ...shared, handover, stayed: Number(row.stayed), changed: Number(row.changed), typed: Number(row.typed), hours: Math.round(Number(row.minutes) / 6) / 10, at: at(row.at) },
      };
    default:
      return {
        key: row.id, href: `/handovers/${words(row.handover)}`,
        cells: {
          ...shared, handover, reason: RETURN_REASONS[words(row.reason) as ReturnReason], field: labels.get(words(row.field)) ?? fieldText(words(row.field)), needed: words(row.needed),
          by: words(row.byName), at: at(row.at),
        },
      };
  }
}

/** A won deal past its clock, as a list shows it. */
export const orphanRow = ({ id, number, client, dealName, ownerName, teams, since, due, minor, currency }: OrphanRow): ListRow => ({
  key: id, href: `/deals/${id}`,
  cells: { number: `D-${number}`, client, deal: dealName, since: at(since), due: at(due), value: { minor, currency }, owner: ownerName, teams: teams ?? "" },
});
