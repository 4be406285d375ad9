import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { amountText } from "@/lib/deals/format";
import { CSV_START, csvLines } from "@/lib/platform/csv";
import { type Cell, type Column, LIST_COLUMNS, type ListRow } from "../format";
import type { FigureParams, ReportParams } from "../schema";
import { listFigure } from "./list";

const BATCH = 1_000;

/**
 * The rows behind a figure as CSV, piece by piece: the same rows, filters and scope as its list. All pieces are of the
 * instant at which the first was read. The first piece is read at once, so that a refusal is answered as one.
 */
export async function exportFigure(ctx: Ctx, { params, part }: { params: ReportParams; part: FigureParams }): Promise<AsyncGenerator<string>> {
  const columns: readonly Column[] = LIST_COLUMNS[part.figure];
  const first = await listFigure(ctx, { params, part: { ...part, after: undefined }, size: BATCH });
  return (async function* () {
    yield CSV_START + csvLines([headOf(columns)]);
    for (let page = first; ; ) {
      yield csvLines(page.rows.map((row) => lineOf(columns, row)));
      if (page.next === null) return;
      page = await listFigure(ctx, { params, part: { ...part, after: page.next }, size: BATCH });
    }
  })();
}

const isMoney = (cell: Cell | undefined): cell is { minor: number; currency: string } => typeof cell === "object" && cell !== null && "minor" in cell;
/** An amount and its currency stand in two columns, so that it can be added up. */
const MONEY = new Set(["value"]);

const headOf = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ key, header }) => (MONEY.has(key) ? [header, "Currency"] : [header]));

const lineOf = (columns: readonly Column[], { cells }: ListRow): (string | number | null)[] =>
  columns.flatMap(({ key }) => {
    const cell = cells[key];
    if (MONEY.has(key)) return isMoney(cell) ? [Number(amountText(cell.minor, cell.currency)), cell.currency] : [null, null];
    if (cell === undefined || cell === null || isMoney(cell)) return [null];
    return [typeof cell === "object" ? cell.at : cell];
  });
