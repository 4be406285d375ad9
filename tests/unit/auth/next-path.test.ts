import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext, signInPath } from "@/lib/auth/next-path";

test("a path of this site is kept, with its query", () => {
  expect(safeNext("/inbox?view=waiting#row-3")).toBe("/inbox?view=waiting#row-3");
});

test.each([
  "https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "/\n//evil.example", "javascript:alert(1)", "inbox", "",
  "/..//evil.example", "/.//evil.example", undefined, null, ["/a"], `/${"a".repeat(3_000)}`,
])("%j is no path of this site", (next) => {
  const path = safeNext(next);
  expect(new URL(path, "https://portal.example").origin).toBe("https://portal.example");
  expect(path.startsWith("//")).toBe(false);
});

test("whatever is given, the browser stays on this site", () => {
  const hostile = fc.array(fc.constantFrom("/", "\\", ".", "..", "@", ":", "?", "#", "\t", "\r", "%2f", "evil.example", "https:", "//")).map((parts) => `/${parts.join("")}`);
  fc.assert(fc.property(fc.oneof(fc.string(), hostile), (next) => {
    expect(new URL(safeNext(next), "https://portal.example").origin).toBe("https://portal.example");
  }), { numRuns: 2_000 });
});

test("the sign-in page does not lead back to itself", () => {
  expect(safeNext("/sign-in?next=/sign-in")).toBe("/");
  expect(signInPath("/deals")).toBe("/sign-in?next=%2Fdeals");
  expect(signInPath(null)).toBe("/sign-in");
});
