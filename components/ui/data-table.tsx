import type { ReactNode } from "react";
import { BulkCount } from "./bulk-count";
import { cx } from "./cx";
import { Icon } from "./icon";

export type Column<Row> = {
  key: string;
  /** The heading; also the label of the cell when a phone shows rows as cards. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Aligned at the end, digits of equal width. */
  numeric?: boolean;
  /** The heading is there for readers only, e.g. above actions. */
  headerHidden?: boolean;
  /** Left out where there is little room (below 48 rem): what the opened row shows anyway. */
  hideOnPhone?: boolean;
  /** Never broken into two lines: numbers like HO-123, a state. */
  nowrap?: boolean;
  /** A CSS width, e.g. "8rem". */
  width?: string;
  /** Sorting is a link: where it leads, and how the list is sorted now by this column. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
};

type DataTableProps<Row> = {
  /** What the table holds, in words. */
  caption: string;
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the whole row a link; the first column must then hold text only. */
  rowHref?: (row: Row) => string | null;
  isCurrent?: (row: Row) => boolean;
  /** Adds a checkbox per row, named `name`, for a form with a `BulkBar`. */
  selection?: { name: string; label: (row: Row) => string };
  /** The heading stays in view; such a table cannot scroll sideways. */
  stickyHead?: boolean;
  /** Stays a table where it is narrow, and scrolls sideways. For figures that are compared. */
  plain?: boolean;
  /** Where it is narrow a row is two lines without labels, its last cell at the end: for a list beside what is open from it. */
  compact?: boolean;
  /** The last row, e.g. totals: one cell per column. */
  foot?: ReactNode[];
};

/** A semantic table: caption, scopes, the row's name as its header and link; cards where there is little room. Wrap it in `<Card flush>` where it stands alone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, rowHref, isCurrent, selection, stickyHead, plain, compact, foot } = props;
  return (
    <div className={cx("table-scope", !stickyHead && "overflow-x-auto")} tabIndex={plain ? 0 : undefined} role={plain ? "group" : undefined} aria-label={plain ? caption : undefined}>
      <table role="table" className="data-table" data-sticky={stickyHead || undefined} data-plain={plain || undefined} data-compact={compact || undefined}>
        <caption className={captionHidden ? "sr-only" : "px-4 pt-3 pb-2 text-start text-md font-semibold"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && <th scope="col" role="columnheader" className="w-10"><span className="sr-only">Select</span></th>}
            {columns.map((column) => <HeadCell key={column.key} column={column} />)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const href = rowHref?.(row);
            return (
              <tr key={rowKey(row)} role="row" data-current={isCurrent?.(row) || undefined} data-key={rowKey(row)}>
                {selection && (
                  <td role="cell" data-check="">
                    <input type="checkbox" name={selection.name} value={rowKey(row)} aria-label={selection.label(row)} className="choice row-check" />
                  </td>
                )}
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.key} scope="row" role="rowheader" aria-current={isCurrent?.(row) ? "true" : undefined}>
                      {href ? <a href={href} className="row-link">{column.cell(row)}</a> : column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} role="cell" data-label={compact || column.headerHidden ? undefined : column.header} data-numeric={column.numeric || undefined} data-nowrap={column.nowrap || undefined} data-narrow={column.hideOnPhone ? "hide" : undefined}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {foot && (
          <tfoot role="rowgroup">
            <tr role="row" className="font-semibold">
              {selection && <td role="cell" />}
              {foot.map((cell, index) => {
                const column = columns[index];
                return <td key={column?.key ?? index} role="cell" data-label={index > 0 && cell ? column?.header : undefined} data-numeric={column?.numeric || undefined} data-narrow={column?.hideOnPhone ? "hide" : undefined}>{cell}</td>;
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort, header } = column;
  return (
    <th scope="col" role="columnheader" data-numeric={column.numeric || undefined} data-narrow={column.hideOnPhone ? "hide" : undefined} aria-sort={sort?.direction ?? undefined} style={column.width ? { width: column.width } : undefined}>
      {sort ? (
        <a href={sort.href} className={cx("inline-flex items-center gap-1 rounded-sm hover:text-ink", sort.direction && "text-ink")}>
          {header}
          <Icon name={sort.direction === "ascending" ? "arrow-up" : sort.direction === "descending" ? "arrow-down" : "chevrons-up-down"} size={14} />
        </a>
      ) : (
        <span className={column.headerHidden ? "sr-only" : undefined}>{header}</span>
      )}
    </th>
  );
}

/** What can be done to the selected rows; appears with the first tick. Put it and the table into one `<form className="bulk-scope">`. */
export function BulkBar({ children }: { children: ReactNode }) {
  return (
    <div className="bulk-bar sticky bottom-16 z-20 mx-auto my-3 w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border border-line bg-raised p-2 ps-4 shadow-md max-sm:gap-x-1.5 max-sm:ps-3 max-sm:[&_svg]:hidden md:bottom-4">
      <BulkCount />
      {children}
    </div>
  );
}
