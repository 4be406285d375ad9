import { describe, expect, it } from "vitest";
import { type Actor, NOTHING } from "@/lib/auth/ctx";
import type { Membership } from "@/lib/auth/roles";
import { deleteRefusal, managedTeams, shareRefusal, teamsOf, viewScope } from "@/lib/inbox/policy";

const member = (teamId: string, role: Membership["role"], kind: Membership["kind"] = "DELIVERY"): Membership => ({ teamId, role, kind });
const user = (id: string, ...memberships: Membership[]): Actor => ({ type: "user", id, name: id, isAdmin: false, memberships });
const CLIENT: Actor = { type: "client", linkId: "link", dealId: "deal" };
const SYSTEM: Actor = { type: "system", job: "test" };
const bo = user("bo", member("wp", "MANAGER"), member("shop", "PM"), member("shop", "TEAM_LEAD"), member("sales", "MANAGER", "SALES"));

describe("P1.7 saved views", () => {
  it("P1.7 are one's own and one's teams'; to a client none exists, to the portal itself all do", () => {
    expect(viewScope(bo)).toEqual({ OR: [{ ownerId: "bo" }, { teamId: { in: ["wp", "shop", "sales"] } }] });
    expect([viewScope(CLIENT), viewScope(SYSTEM)]).toEqual([NOTHING, {}]);
    expect([teamsOf(CLIENT), teamsOf(SYSTEM)]).toEqual([[], []]);
  });
  it("P1.7 are shared by their owner, with a team of the owner's, and taken back", () => {
    expect([shareRefusal(bo, { ownerId: "bo" }, "shop"), shareRefusal(bo, { ownerId: "bo" }, null)]).toEqual([null, null]);
    expect(shareRefusal(bo, { ownerId: "bo" }, "other")).toMatchObject({ code: "FORBIDDEN" });
    for (const teamId of ["shop", null]) expect(shareRefusal(bo, { ownerId: "pia" }, teamId)).toMatchObject({ code: "FORBIDDEN" });
  });
  it("P1.7 are deleted by their owner, or by a manager of the very team that they are shared with", () => {
    const deleted = (teamId: string | null, ownerId = "pia") => deleteRefusal(bo, { ownerId, teamId });
    expect([deleted("wp"), deleted("sales"), deleted(null, "bo"), deleted("other", "bo")]).toEqual([null, null, null, null]);
    for (const teamId of ["shop", "other", null]) expect(deleted(teamId)).toMatchObject({ code: "FORBIDDEN", rule: "P1.7" });
  });
});

it("P1.6 a manager gives away the keys of the delivery teams managed, and of no sales team", () =>
  expect([managedTeams(bo), managedTeams(user("pia", member("wp", "PM"))), managedTeams(SYSTEM)]).toEqual([["wp"], [], []]));
