import { describe, expect, it } from "vitest";
import { statementNames } from "@/lib/platform/statement-names";

describe("names of statements", () => {
  it("come with the second use, and stay the same", () => {
    const nameOf = statementNames();
    expect(nameOf({ sql: "SELECT 1" })).toBeUndefined();
    const name = nameOf({ sql: "SELECT 1" });
    expect(name).toMatch(/^p[0-9a-f]{24}$/); // Postgres cuts names off at 63 bytes
    expect(nameOf({ sql: "SELECT 1" })).toBe(name);
  });

  it("differ for different statements", () => {
    const nameOf = statementNames();
    const names = ["SELECT 1", "SELECT 2", "select 1"].map((sql) => (nameOf({ sql }), nameOf({ sql })));
    expect(new Set(names).size).toBe(3);
  });

  it("are given to so many statements and no more, and to no very long one", () => {
    const nameOf = statementNames();
    const named = Array.from({ length: 5_000 }, (_, i) => (nameOf({ sql: `SELECT ${i}` }), nameOf({ sql: `SELECT ${i}` }))).filter(Boolean);
    expect(named.length).toBe(300);
    expect(nameOf({ sql: "SELECT 0" })).toBe(named[0]);
    const long = `SELECT ${"1,".repeat(10_000)}1`;
    expect([nameOf({ sql: long }), nameOf({ sql: long })]).toEqual([undefined, undefined]);
  });
});
