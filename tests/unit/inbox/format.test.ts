import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPLEXITIES, DUES, INBOX_VIEWS, inboxHref, type InboxFilters, isFiltered, resultText, ROUNDS } from "@/lib/inbox/format";
import { inboxParams, keptFilters } from "@/lib/inbox/schema";

const keys = <T extends object>(words: T) => fc.constantFrom(...(Object.keys(words) as (keyof T & string)[]));
const filters: fc.Arbitrary<InboxFilters> = fc.record({
  view: fc.constantFrom(...INBOX_VIEWS), team: fc.uuid(), client: fc.uuid(), owner: fc.uuid(), complexity: keys(COMPLEXITIES), due: keys(DUES), round: keys(ROUNDS),
  q: fc.string({ minLength: 1, maxLength: 200, unit: "binary" }).filter((text) => text.trim() !== "" && !text.includes("\0") && text.isWellFormed()),
}, { requiredKeys: ["view"] });
const read = (href: string) => inboxParams.parse(Object.fromEntries(new URL(href, "http://portal").searchParams));
const defined = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

describe("the address of an inbox", () => {
  it("says every filter, and is read back as the same", () =>
    fc.assert(fc.property(filters, (wanted) => {
      const href = inboxHref(wanted, { open: "0190b5f0-0000-7000-8000-000000000000", bar: true });
      expect(defined(read(href))).toEqual({ ...wanted, open: "0190b5f0-0000-7000-8000-000000000000", filters: "1" });
    })));
  it("a view keeps what an address says, and nothing else", () =>
    fc.assert(fc.property(filters, (wanted) => {
      expect(keptFilters.parse(wanted)).toEqual(wanted);
      expect(keptFilters.safeParse({ ...wanted, after: "x" }).success).toBe(false);
    })));
  it("what we did not write is left out", () =>
    expect(defined(read("/inbox?view=nonsense&team=1&complexity=hard&due=never&round=9&q=%20&open=x&filters=2"))).toEqual({ view: "to-review" }));
  it("a filter by due date is none in a view without one", () => {
    expect(isFiltered({ view: "waiting", due: "today" })).toBe(false);
    expect(isFiltered({ view: "to-review", due: "today" })).toBe(true);
  });
});

describe("resultText", () => {
  const ok = { keyId: "a", number: 11, key: "PM", problem: null };
  it("P1.9 says for how many it worked and why not for the others", () => {
    expect(resultText([ok, ok])).toBe("2 done.");
    expect(resultText([ok, { keyId: "b", number: 12, key: "PM", problem: "Ada accepted it." }])).toBe("1 done, 1 not.\nHO-12, PM: Ada accepted it.");
    expect(resultText([{ keyId: "b", number: null, key: "", problem: "Not found." }])).toBe("Nothing was done.\nOne: Not found.");
  });
});
