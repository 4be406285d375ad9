import { describe, expect, it } from "vitest";
import { average, daysSince, isCheckDue } from "@/lib/ratings/rules/quality";

const NOW = new Date("2030-02-01T10:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const due = (days: number, more: object = {}) => isCheckDue({ acceptedAt: ago(days), isCancelled: false, isAsked: false, ...more }, { now: NOW, afterDays: 14 });

describe("P8.4 whether the PM is to be asked now", () => {
  it("P8.4 from 14 days after acceptance on, and no longer once it is twice as long ago", () =>
    expect([13.999, 14, 27.999, 28, 400].map((days) => due(days))).toEqual([false, true, true, false, false]));
  it("P8.4 once, of what was accepted, and not of work that was cancelled", () =>
    expect([due(15, { isAsked: true }), due(15, { acceptedAt: null }), due(15, { isCancelled: true })]).toEqual([false, false, false]));
});

it("P8.4 days are counted with their parts", () => expect([daysSince(ago(1.5), NOW), daysSince(NOW, NOW)]).toEqual([1.5, 0]));
it("P8.4 the mean is exact, and there is none of no ratings", () => expect([average([5, 2, 4, 4]), average([3]), average([])]).toEqual([3.75, 3, null]));
