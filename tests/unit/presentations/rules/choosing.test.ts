import { describe, expect, it } from "vitest";
import { type Presented, presentedOf } from "@/lib/options/rules/presented";
import { choosingRefusal, endRefusal, HOLDS_DAYS, lastDay, presentationState } from "@/lib/presentations/rules/choosing";
import { presentedDifference } from "@/lib/presentations/rules/difference";
import { endDays } from "@/lib/presentations/rules/ending";

const NOW = new Date("2030-01-02T10:00:00Z");
const facts = { version: 1, isNewest: true, withdrawnAt: null, expiresAt: new Date("2030-01-21T00:00:00Z") };
const deal = { stage: "PROPOSAL", signedOn: null, isHandedOver: false } as const;

describe("choosing", () => {
  it("P7.5 is possible to the end of the last day, and not a moment longer", () => {
    expect(choosingRefusal(facts, deal, "LINK", new Date("2030-01-20T23:59:59.999Z"))).toBeNull();
    expect(choosingRefusal(facts, deal, "LINK", new Date("2030-01-21T00:00:00Z"))).toMatchObject({ rule: "P7.5", reason: expect.stringContaining("20 Jan 2030") });
    expect(lastDay(facts)).toBe("2030-01-20");
  });

  it("P7.5 is of the newest version, as long as nobody withdrew it", () => {
    expect([facts, { ...facts, isNewest: false }, { ...facts, withdrawnAt: NOW }, { ...facts, isNewest: false, withdrawnAt: NOW }].map((one) => presentationState(one, NOW))).toEqual(["current", "replaced", "withdrawn", "withdrawn"]);
    for (const one of [{ ...facts, isNewest: false }, { ...facts, withdrawnAt: NOW }]) for (const via of ["LINK", "SELLER"] as const) expect(choosingRefusal(one, deal, via, NOW)?.code).toBe("CONFLICT");
  });

  it("P7.5 a parked deal still listens, a lost one does not; a signed contract is not chosen anew by a link, nor anything once it is handed over", () => {
    const refused = (more: object, via: "LINK" | "SELLER") => choosingRefusal(facts, { ...deal, ...more }, via, NOW) !== null;
    expect([refused({ stage: "PARKED" }, "LINK"), refused({ stage: "LOST" }, "LINK"), refused({ stage: "LOST" }, "SELLER")]).toEqual([false, true, true]);
    expect([refused({ stage: "WON", signedOn: NOW }, "LINK"), refused({ stage: "WON", signedOn: NOW }, "SELLER")]).toEqual([true, false]);
    expect([refused({ isHandedOver: true }, "LINK"), refused({ isHandedOver: true }, "SELLER")]).toEqual([true, true]);
  });

  it("P7.5 an end lies ahead, within its days, and not after what it rests on", () => {
    const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    expect(endRefusal(inDays(1), NOW)).toBeNull();
    expect(endRefusal(NOW, NOW)?.code).toBe("INVALID");
    expect(endRefusal(inDays(HOLDS_DAYS + 2), NOW)?.reason).toContain(String(HOLDS_DAYS));
    expect(endRefusal(inDays(9), NOW, { at: inDays(8), because: "the estimate ends." })?.reason).toContain("the estimate ends.");
    const of = (validUntil: string) => endDays([{ name: "a", phases: [{ name: "b", estimate: { by: "Dev", validUntil: new Date(validUntil) } }] }], NOW);
    expect([of("2030-01-10T00:00:00Z"), of("2031-01-01T00:00:00Z")]).toEqual([{ usual: "2030-01-09", latest: "2030-01-09" }, { usual: "2030-02-01", latest: "2030-05-02" }]);
  });
});

describe("two versions", () => {
  const option = (id: number, more: object = {}) => ({
    id: `019ac000-0000-7000-8000-00000000000${id}`, name: `Way ${id}`, plainWords: "As it is", benefits: "Quick", risks: "Old", assumptions: "Hosting stays", exclusions: "", clientProvides: "Access",
    weeksLow: 1, weeksHigh: 2, priceMinor: 100, currency: "EUR", phases: [{ name: "All", low: 1, likely: 2, high: 3 }], ...more,
  });
  const view = (...options: ReturnType<typeof option>[]): Presented => presentedOf({ organisation: "o", client: "c", presenter: "p", day: "2030-01-02", validUntil: "2030-01-20", options });
  const differ = (a: Presented, b: Presented) => presentedDifference(a, b, (minor) => String(minor)).map(({ label, before, after }) => `${label} | ${before} | ${after}`);

  it("P7.5 are compared option by option: what changed, what came and what went", () => {
    expect(differ(view(option(1), option(2)), view(option(1), option(2)))).toEqual([]);
    expect(differ(view(option(1)), view(option(1, { priceMinor: 200, benefits: "Quick\nCheap" })))).toEqual(["Way 1: benefits | Quick | Quick\nCheap", "Way 1: price | 100 | 200"]);
    expect(differ(view(option(1), option(2)), view(option(1), option(3)))).toEqual(["Way 3 |  | Offered", "Way 2 | Offered | "]);
    expect(differ(view(option(1)), view(option(1, { name: "Repair" })))).toEqual(["Repair: name | Way 1 | Repair"]);
  });
});
