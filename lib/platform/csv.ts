import { stringify } from "csv-stringify/sync";

/** How a file for spreadsheets begins, so that its letters are read as UTF-8. */
export const CSV_START = "\uFEFF";

/**
 * Rows as CSV lines. A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab, a line break or
 * a full-width form of these) begins with an apostrophe instead; quotes, commas and line breaks are quoted.
 */
export const csvLines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell))), { record_delimiter: "windows" });

/** Also after blanks, which some spreadsheets skip. */
const harmless = (text: string): string => (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text);
