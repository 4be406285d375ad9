import { expect, test } from "vitest";
import { readSearch } from "@/lib/search/rules/reading";

test.each([
  ["HO-12", 12, null], ["ho 12", 12, null], ["ho12", 12, null], ["D-3", null, 3], ["d3", null, 3], [" 12 ", 12, 12], ["HO-0012", 12, null],
  ["Acme", null, null], ["D-", null, null], ["12 Monkeys", null, null], ["99999999999", null, null], ["", null, null],
])("%j is handover %s, deal %s", (typed, handover, deal) => expect(readSearch(typed)).toEqual({ text: typed.trim(), handover, deal }));
