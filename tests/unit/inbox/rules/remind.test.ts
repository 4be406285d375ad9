import { describe, expect, it } from "vitest";
import { remindRefusal } from "@/lib/inbox/rules/remind";

const NOW = new Date("2030-01-02T23:30:00Z");
const facts = { status: "RETURNED", contactOwner: { name: "Sam", zone: "UTC" }, isConcerned: true, last: null } as const;

describe("remindRefusal", () => {
  it("P1.8 whoever waits for a returned brief may remind", () => expect(remindRefusal(facts, NOW)).toBeNull());
  it("P1.8 nobody else may", () => expect(remindRefusal({ ...facts, isConcerned: false }, NOW)).toMatchObject({ code: "FORBIDDEN", rule: "P1.8" }));
  it("P1.8 only while the brief is with the contact owner", () =>
    expect(remindRefusal({ ...facts, status: "IN_DELIVERY" }, NOW)).toMatchObject({ code: "CONFLICT", reason: "The handover is in delivery: nothing is asked of Sam." }));
  it("P1.8 at most once on a day of the contact owner's, whoever asks", () => {
    const last = { at: new Date("2030-01-02T08:00:00Z"), by: "Pia" };
    expect(remindRefusal({ ...facts, last }, NOW)).toMatchObject({ code: "CONFLICT", reason: "Pia has reminded Sam today." });
    expect(remindRefusal({ ...facts, last, contactOwner: { name: "Sam", zone: "Asia/Tokyo" } }, NOW)).toBeNull();
    expect(remindRefusal({ ...facts, last: { ...last, at: new Date("2030-01-01T23:59:00Z") } }, NOW)).toBeNull();
  });
});
