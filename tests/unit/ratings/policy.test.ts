import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/ctx";
import { checkRefusal, type RatingFacts, rateRefusal, sidesOf } from "@/lib/ratings/policy";

const NOW = new Date("2030-02-01T10:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const user = (id: string): Actor => ({ type: "user", id, name: id, isAdmin: false, memberships: [] });
const SYSTEM: Actor = { type: "system", job: "test" };
const facts: RatingFacts = { status: "ACCEPTED", contactOwnerId: "sam", dealOwnerId: "sue", pmId: "pia", holderIds: ["max", "lee"] };
const when = { now: NOW, editDays: 14 };

describe("P8.4 who rates what", () => {
  it("P8.4 the PM and the holders of keys the brief; contact owner and deal owner the acceptance; nobody else anything", () =>
    expect(["pia", "max", "lee", "sam", "sue", "dev", null].map((who) => sidesOf(who, facts))).toEqual([["BRIEF"], ["BRIEF"], ["BRIEF"], ["ACCEPTANCE"], ["ACCEPTANCE"], [], []]));
  it("P8.4 in solo mode one person rates both, and where there is no PM nobody is taken for them", () => {
    expect(sidesOf("sam", { ...facts, pmId: "sam" })).toEqual(["BRIEF", "ACCEPTANCE"]);
    expect(sidesOf(null, { ...facts, pmId: null })).toEqual([]);
  });
  it("P8.4 each is refused the other side, and told who rates it", () => {
    const refused = (who: Actor, side: "BRIEF" | "ACCEPTANCE") => rateRefusal(who, facts, { side, givenAt: null, ...when });
    expect(refused(user("pia"), "ACCEPTANCE")).toMatchObject({ code: "FORBIDDEN", rule: "P8.4", reason: expect.stringContaining("contact owner") });
    expect(refused(user("sam"), "BRIEF")).toMatchObject({ code: "FORBIDDEN", rule: "P8.4", reason: expect.stringContaining("Only the PM") });
    expect(refused(SYSTEM, "BRIEF")).toMatchObject({ code: "FORBIDDEN" });
    expect([refused(user("pia"), "BRIEF"), refused(user("sue"), "ACCEPTANCE")]).toEqual([null, null]);
  });
  it("P8.4 once it is accepted, also in delivery and closed", () => {
    const at = (status: RatingFacts["status"]) => rateRefusal(user("pia"), { ...facts, status }, { side: "BRIEF", givenAt: null, ...when });
    expect([at("ACCEPTED"), at("IN_DELIVERY"), at("CLOSED")]).toEqual([null, null, null]);
    for (const status of ["DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN"] as const) expect(at(status)).toMatchObject({ code: "CONFLICT", rule: "P8.4" });
  });
  it("P8.4 a rating is changed for 14 days, and then stands", () => {
    const changed = (days: number) => rateRefusal(user("pia"), facts, { side: "BRIEF", givenAt: ago(days), ...when });
    expect([changed(0), changed(13.999)]).toEqual([null, null]);
    for (const days of [14, 30]) expect(changed(days)).toMatchObject({ code: "CONFLICT", rule: "P8.4", reason: expect.stringContaining("14 days") });
  });
});

describe("P8.4 who answers whether the brief was right", () => {
  const answers = (who: Actor, check: { answeredAt: Date | null } | null = { answeredAt: null }, more: Partial<RatingFacts> = {}) => checkRefusal(who, { ...facts, ...more }, { check, ...when });
  it("P8.4 the PM alone; where there is none, not the portal either", () => {
    expect(answers(user("pia"))).toBeNull();
    for (const who of ["max", "lee", "sam", "sue"]) expect(answers(user(who))).toMatchObject({ code: "FORBIDDEN", rule: "P8.4" });
    expect(answers(SYSTEM, { answeredAt: null }, { pmId: null })).toMatchObject({ code: "FORBIDDEN" });
  });
  it("P8.4 once asked, and then for 14 days", () => {
    expect(answers(user("pia"), null)).toMatchObject({ code: "CONFLICT", rule: "P8.4", reason: expect.stringContaining("has not asked yet") });
    expect(answers(user("pia"), { answeredAt: ago(13.999) })).toBeNull();
    expect(answers(user("pia"), { answeredAt: ago(14) })).toMatchObject({ code: "CONFLICT", rule: "P8.4", reason: expect.stringContaining("14 days") });
  });
});
