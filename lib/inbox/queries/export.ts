import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { amountText } from "@/lib/deals/format";
import { COMPLEXITY_LOOK, handoverNumber, keyName, STATUS_LOOK } from "@/lib/handovers/format";
import { type InboxRow, listInbox } from "@/lib/handovers/queries/inbox";
import { CSV_START, csvLines } from "@/lib/platform/csv";
import type { InboxFilters } from "../format";

const BATCH = 500;

const COLUMNS = [
  "Handover", "Client", "Deal", "Key", "Held by", "Status", "Since", "Complexity", "Round", "Required %", "Quality %", "Contact owner", "PM", "Teams", "Due",
  "Minutes left", "Snoozed until", "Value", "Currency",
];

/** The rows of a view as CSV, piece by piece: the same rows, filters and scope as the list, or of them those that were selected. */
export async function exportInbox(ctx: Ctx, { filters, keys }: { filters: InboxFilters; keys: readonly string[] }): Promise<AsyncGenerator<string>> {
  const only = keys.length > 0 ? keys : undefined;
  const first = await listInbox(ctx, filters, { size: BATCH, only });
  return (async function* () {
    yield CSV_START + csvLines([COLUMNS]);
    for (let page = first; ; ) {
      yield csvLines(page.rows.map(lineOf));
      if (page.next === null) return;
      page = await listInbox(ctx, filters, { size: BATCH, only, after: page.next });
    }
  })();
}

const lineOf = (row: InboxRow): (string | number | null)[] => [
  handoverNumber(row.number), row.client, row.deal, keyName(row.role, row.team), row.holder, STATUS_LOOK[row.status].label, row.statusSince,
  row.complexity && COMPLEXITY_LOOK[row.complexity].label, row.rounds + 1, row.requiredPercent, row.qualityPercent, row.contactOwner, row.pm,
  row.teams.join(", "), row.dueAt, row.remaining && Math.round(row.remaining.minutes), row.snoozedUntil,
  row.value && Number(amountText(row.value.minor, row.value.currency)), row.value?.currency ?? null,
];
