import { describe, expect, it } from "vitest";
import { answerSchema } from "@/lib/handovers/rules/answer-value";
import { textOfValue } from "@/lib/handovers/rules/answers";
import type { FieldType } from "@/lib/policies/fields";
import { fieldsOf, id, sampleValue } from "./brief";

const options = [{ value: "a", label: "A" }, { value: "b", label: "B" }];
const accepts = (type: FieldType, value: unknown) => answerSchema({ type, options }).safeParse(value).success;

describe("what a field accepts", () => {
  it.each<[FieldType, unknown]>([
    ["text", " as typed "], ["longText", "two\nlines 😀"], ["number", -3.25], ["money", { minor: 0, currency: "EUR" }], ["yesNo", false],
    ["date", "2028-02-29"], ["choice", "a"], ["choices", ["b", "a"]], ["person", id(1)], ["people", []], ["url", "https://a.example/?b=c#d"],
    ["url", "mailto:ada@a.example"], ["file", { name: "Contract", url: "http://files.example/1" }], ["team", id(1)], ["teams", []],
  ])("%s: %j", (type, value) => {
    expect(answerSchema({ type, options }).parse(value)).toEqual(value);
    expect(accepts(type, null)).toBe(true);
  });

  it.each<[FieldType, unknown]>([
    ["text", "a".repeat(501)], ["text", "two\nlines"], ["text", "NUL \0"], ["longText", "half \ud800"], ["longText", "a".repeat(20_001)], ["text", 3],
    ["number", "3"], ["number", Number.NaN], ["number", Infinity], ["number", 1e13],
    ["money", { minor: 1.5, currency: "EUR" }], ["money", { minor: -1, currency: "EUR" }], ["money", { minor: 1, currency: "euro" }],
    ["money", { minor: 1, currency: "EUR", extra: 1 }], ["money", { minor: 2 ** 53, currency: "EUR" }],
    ["date", "2027-02-29"], ["date", "2027-2-1"], ["date", "0001-01-01"], ["date", "2027-01-01T00:00:00Z"],
    ["choice", "c"], ["choices", ["a", "a"]], ["choices", "a"], ["person", "1"], ["people", [id(1), id(1)]], ["teams", [null]],
    ["url", "javascript:alert(1)"], ["url", "data:text/html,x"], ["url", "a.example"], ["url", "https://user:pass@a.example"], ["url", " JaVaScRiPt:x"],
    ["file", { name: "", url: "https://a.example" }], ["file", { name: "x", url: "javascript:x" }], ["yesNo", "true"], ["yesNo", { not: true }],
  ])("%s refuses %j", (type, value) => expect(accepts(type, value)).toBe(false));

  it("every field of every template accepts a value of its type, and can show it", () => {
    for (const field of fieldsOf("hubspot", "wordpress", "shopify", "integration")) {
      expect.soft([field.id, answerSchema(field).safeParse(sampleValue(field)).success]).toEqual([field.id, true]);
      expect.soft([field.id, textOfValue(field, sampleValue(field))]).toEqual([field.id, expect.stringMatching(/./)]);
    }
  });
});

describe("a value as text", () => {
  const names = new Map([[id(1), "Ada"]]);
  it.each<[FieldType, Parameters<typeof textOfValue>[1], string]>([
    ["money", { minor: 1_250_050, currency: "EUR" }, "EUR 12,500.50"], ["money", { minor: 500, currency: "JPY" }, "JPY 500"],
    ["date", "2027-03-12", "12 March 2027"], ["choices", ["b", "a"], "B, A"], ["person", id(1), "Ada"], ["person", id(2), "Somebody who is gone"],
    ["teams", [], "None"], ["people", [], ""], ["yesNo", false, "No"], ["number", 1234.5, "1,234.5"], ["text", null, ""],
  ])("%s %j is %j", (type, value, said) => expect(textOfValue({ type, options }, value, names)).toBe(said));
});
