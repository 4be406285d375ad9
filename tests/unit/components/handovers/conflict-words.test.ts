import { expect, test } from "vitest";
import type { Current } from "@/components/handovers/brief/change";
import { sidesOf, whoDid } from "@/components/handovers/brief/conflict-words";

const current: Current = { state: "VALUE", value: "Ten", revision: 2, by: "Sue Lund", at: "2024-03-01T13:03:00Z" };
const said = (of: Partial<Current>) => whoDid({ ...current, ...of }, "changed this", "while you were typing", "Europe/Berlin");

test("P1.3 a conflict names who it was, and says of oneself that it was oneself, and where", () => {
  expect(said({ isYours: false })).toMatch(/^Sue Lund changed this on 1 Mar 2024 at 14:03, while you were typing$/);
  expect(said({ by: null, at: "" })).toBe("Somebody changed this meanwhile, while you were typing");
  expect(said({ isYours: true })).toMatch(/^You changed this yourself on 1 Mar 2024 at 14:03, in another tab or on another device$/);
});

test("P1.3 nobody is “they” to themselves", () => {
  expect(Object.values(sidesOf({ isYours: true })).join(" ")).not.toMatch(/their/i);
  expect(sidesOf({ isYours: false })).toMatchObject({ theirs: "Theirs", take: "Take theirs" });
});
