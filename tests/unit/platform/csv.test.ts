import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLines } from "@/lib/platform/csv";

/** As a spreadsheet reads it: quotes undone, rows split. */
function read(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1) ?? [];
    if (quoted && text[i] === '"' && text[i + 1] === '"') row.push(`${row.pop() ?? ""}${text[i++] ?? ""}`);
    else if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text[i] === ",") row.push("");
    else if (!quoted && text.startsWith("\r\n", i)) { rows.push([""]); i++; }
    else row.push(`${row.pop() ?? ""}${text[i] ?? ""}`);
  }
  return rows.slice(0, -1);
}

describe("CSV", () => {
  it("no cell begins a formula, whatever it begins with", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\t=", "＝", "＋", "－", "＠"]) {
      const [[cell = ""] = []] = read(csvLines([[`${start}cmd|' /C calc'!A0`]]));
      expect(cell, JSON.stringify(start)).toBe(`'${start}cmd|' /C calc'!A0`);
    }
  });

  it("numbers stay numbers, also below zero, and nothing stays nothing", () => expect(csvLines([[-5, 1.5, null, ""]])).toBe("-5,1.5,,\r\n"));

  it("every text is read back as it was written, but for the apostrophe", () =>
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: "grapheme" }).map((text) => `x${text}`), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(read(csvLines(rows))).toEqual(rows);
    })));

  it("no text whatever is read as a formula", () =>
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", " ", '"', ",", "a") }), (text) => {
      const cell = read(csvLines([[text, "end"]]))[0]?.[0] ?? "";
      expect(/^\s*[=+\-@]/.test(cell)).toBe(false);
    })));
});
