import { describe, expect, it } from "vitest";
import { canTake, type Candidate, type KeyToGive } from "@/lib/inbox/rules/assignable";

const pmKey: KeyToGive = { role: "PM", teamId: null, holderId: "pia", teamIds: ["wordpress", "shopify"], sellers: ["sam", null] };
const leadKey: KeyToGive = { ...pmKey, role: "TEAM_LEAD", teamId: "shopify", holderId: "lee" };
const who = (role: "PM" | "TEAM_LEAD" | "DEVELOPER", teamId: string, id = "max"): Candidate => ({ id, memberships: [{ role, teamId }] });

describe("P1.6 who can be given a key", () => {
  it("P1.6 a PM of one of its teams takes the PM's, and only a lead of its own team a lead's", () => {
    expect([who("PM", "wordpress"), who("PM", "shopify"), who("PM", "magento"), who("TEAM_LEAD", "wordpress"), who("DEVELOPER", "shopify")].map((one) => canTake(pmKey, one)))
      .toEqual([true, true, false, false, false]);
    expect([who("TEAM_LEAD", "shopify"), who("TEAM_LEAD", "wordpress"), who("PM", "shopify")].map((one) => canTake(leadKey, one))).toEqual([true, false, false]);
  });

  it("P1.7 not who has it already, and not who wrote the brief as a seller; in solo mode there is no such seller", () => {
    expect([who("PM", "wordpress", "pia"), who("PM", "wordpress", "sam")].map((one) => canTake(pmKey, one))).toEqual([false, false]);
    expect(canTake({ ...pmKey, sellers: [] }, who("PM", "wordpress", "sam"))).toBe(true);
  });
});
