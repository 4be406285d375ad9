import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, savedName } from "@/lib/documents/rules/file-name";

/** What a browser reads out of `filename*`. */
const whole = (header: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? "");

describe("the name under which a document is saved", () => {
  it.each([
    ["Vertrag Größe.pdf", "Vertrag Größe.pdf"], ["../../etc/passwd", "_.._etc_passwd"], ["C:\\temp\\a.pdf", "C__temp_a.pdf"],
    ["annex\u202Efdp.pdf", "annex_fdp.pdf"], ['a"; filename="b.exe', "a_; filename=_b.exe"], ["a\r\nSet-Cookie: x=1.pdf", "a__Set-Cookie_ x=1.pdf"], ["...", "document"],
    ["Angebot 🎉.pdf", "Angebot 🎉.pdf"],
  ])("%j becomes %j", (given, saved) => {
    expect(savedName(given)).toBe(saved);
    expect(whole(contentDisposition(given))).toBe(saved);
  });

  it("a thousand letters become as many as a file system takes, with their ending", () => {
    for (const letter of ["a", "ü", "漢", "🎉"]) {
      const saved = savedName(`${letter.repeat(1_000 / letter.length)}.pdf`);
      expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(200);
      expect(saved.endsWith(".pdf") && saved.isWellFormed()).toBe(true);
    }
  });

  it("no name breaks the header or leads out of a folder", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).filter((name) => name.isWellFormed()), (name) => {
      const header = contentDisposition(name);
      expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w!#$&+\-.^`|~%]+$/);
      expect(whole(header)).not.toMatch(/[/\\\0]|^\.\.?$/);
      expect(() => new Headers({ "content-disposition": header })).not.toThrow();
    }), { numRuns: 150 }));
});
