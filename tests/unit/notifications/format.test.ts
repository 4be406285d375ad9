import { expect, test } from "vitest";
import { groupByDay } from "@/lib/notifications/format";

const at = (iso: string) => ({ at: new Date(iso) });

test("notices are grouped by the reader's calendar day", () => {
  const rows = [at("2030-01-02T09:00:00Z"), at("2030-01-01T23:30:00Z"), at("2030-01-01T22:30:00Z"), at("2029-12-24T10:00:00Z")];
  const now = new Date("2030-01-02T10:00:00Z");
  const labels = (zone: string) => groupByDay(rows, { now, zone }).map(({ label, rows: { length } }) => [label, length]);
  expect(labels("Europe/Berlin")).toEqual([["Today", 2], ["Yesterday", 1], [expect.stringMatching(/^Monday,? 24 December 2029$/), 1]]);
  expect(labels("UTC")).toEqual([["Today", 1], ["Yesterday", 2], [expect.stringMatching(/^Monday,? 24 December 2029$/), 1]]);
});

test("yesterday is the day before, also on the day that has 25 hours", () => {
  const now = new Date("2030-10-27T22:45:00Z"); // 23:45 in Berlin, the clocks went back that night
  expect(groupByDay([at("2030-10-26T12:00:00Z")], { now, zone: "Europe/Berlin" })[0]?.label).toBe("Yesterday");
});
