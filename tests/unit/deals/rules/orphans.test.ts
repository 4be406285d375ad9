import { describe, expect, it } from "vitest";
import { isOrphan, isWaiting, type OrphanFacts } from "@/lib/deals/rules/orphans";

const due = new Date("2030-01-03T09:00:00Z");
const won: OrphanFacts = { stage: "WON", wonAt: new Date("2030-01-02T09:00:00Z"), handovers: [] };
const at = (now: string) => ({ due, now: new Date(now) });

describe("P1.11: a won deal without a handover", () => {
  it("is on the board from the instant its clock ends, and not before", () => {
    expect(isOrphan(won, at("2030-01-03T08:59:59.999Z"))).toBe(false);
    expect(isWaiting(won)).toBe(true);
    expect(isOrphan(won, at("2030-01-03T09:00:00Z"))).toBe(true);
  });

  it.each([
    ["a draft does not count", [{ status: "DRAFT", firstSubmitAt: null }], true],
    ["nor does one that was withdrawn", [{ status: "WITHDRAWN", firstSubmitAt: due }], true],
    ["a submitted one does", [{ status: "SUBMITTED", firstSubmitAt: due }], false],
    ["so does a returned one", [{ status: "RETURNED", firstSubmitAt: due }], false],
  ] as const)("%s", (_, handovers, orphan) => expect(isOrphan({ ...won, handovers }, at("2030-02-01T00:00:00Z"))).toBe(orphan));

  it("is nothing that is not won", () => expect(isOrphan({ ...won, stage: "PROPOSAL" }, at("2030-02-01T00:00:00Z"))).toBe(false));
});
