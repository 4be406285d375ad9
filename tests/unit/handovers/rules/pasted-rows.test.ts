import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsIn } from "@/lib/handovers/rules/pasted-rows";

describe("P1.4 a pasted text that is a list makes rows", () => {
  it.each([
    ["bullets", "- Theme\n- Import\n- Training", ["Theme", "Import", "Training"]],
    ["other bullets, indented", "  • Theme\r\n  • Import\r\n", ["Theme", "Import"]],
    ["numbers", "1. Theme\n2) Import\n(3) Training", ["Theme", "Import", "Training"]],
    ["letters", "a) Theme\nb) Import", ["Theme", "Import"]],
    ["boxes", "- [ ] Theme\n- [x] Import", ["Theme", "Import"]],
    ["lines", "Theme\n\nImport\n", ["Theme", "Import"]],
    ["an item of several lines", "- Theme\n  with eight templates\n- Import", ["Theme\nwith eight templates", "Import"]],
    ["a heading before the list", "What we promised:\n- Theme\n- Import", ["What we promised:", "Theme", "Import"]],
    ["a number that belongs to the words", "14 % late orders\n2 rounds", ["14 % late orders", "2 rounds"]],
    ["a minus that belongs to the words", "-5 degrees\n-7 degrees", ["-5 degrees", "-7 degrees"]],
  ])("%s", (_, text, rows) => expect(rowsIn(text)).toEqual(rows));
  it.each(["", "\n\n", "One sentence.", "- One thing", "One\n-\n", "1. One thing that was promised."])("%j is one thing, or none", (text) => expect(rowsIn(text)).toBeNull());
  it("more than a hundred lines are no list of rows", () => expect(rowsIn("A line\n".repeat(101))).toBeNull());

  const word = fc.string({ unit: fc.constantFrom(..."abcÄß1.,-–%()"), minLength: 1, maxLength: 8 }).filter((text) => /[a-zÄß]/.test(text));
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const bullet = fc.constantFrom("- ", "* ", "• ", "1. ", "12) ", "a) ", "- [ ] ", "  – ");
  const bare = (text: string) => text.replace(/\s+/g, "");

  it("nothing of the text is lost but bullets and space, and nothing is added", () =>
    fc.assert(fc.property(fc.array(fc.tuple(bullet, line.map((text) => `x${text}`)), { minLength: 2, maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\n\n"), (items, end) => {
      expect(rowsIn(items.map(([mark, text]) => mark + text).join(end))?.map(bare)).toEqual(items.map(([, text]) => bare(text)));
    })));
  it("lines without bullets come out as they went in, in their order", () =>
    fc.assert(fc.property(fc.array(line.map((text) => `x${text}`), { minLength: 2, maxLength: 30 }), (lines) => { expect(rowsIn(lines.join("\n"))).toEqual(lines.map((one) => one.trim())); })));
  it("whatever is pasted, every letter of it is in some row", () =>
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.tuple(bullet, line).map(([mark, text]) => mark + text)), { maxLength: 20 }), (lines) => {
      const rows = rowsIn(lines.join("\n"));
      if (rows === null) return;
      const marks = /^\s*(?:[-*+•–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?:\[[ xX]\]\s+)?/;
      expect(bare(rows.join(""))).toBe(bare(lines.map((one) => (`${one} `).replace(marks, "")).join("")));
    })));
});
