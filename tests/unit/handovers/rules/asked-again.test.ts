import { expect, it } from "vitest";
import { FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import type { Answer } from "@/lib/handovers/rules/answers";
import { askedAgain } from "@/lib/handovers/rules/asked-again";
import { changesBetween } from "@/lib/handovers/rules/versions";

const fieldOf = (id: string) => [...FIELDS, ...GROUP_CELLS].find((field) => field.id === id);
const answers = (values: Record<string, string>): Answer[] => Object.entries(values).map(([field, value]) => ({ field, rowId: null, state: "VALUE", value }));
const [before, after] = [answers({ "commercial.summary": "In two parts", "technical.summary": "A theme" }), answers({ "commercial.summary": "In three parts", "technical.summary": "A theme" })];
const given = (role: "PM" | "TEAM_LEAD") => ({ id: role, role, team: role === "PM" ? null : { id: "wp", slug: "wordpress" } });
const asked = (role: "PM" | "TEAM_LEAD", state: "OPEN" | "ACCEPTED", last: { did: "accepted" | "returned"; version: number } | null, acceptedVersion: number | null = null) =>
  askedAgain({ key: { ...given(role), state, acceptedVersion }, last, version: 2, changes: changesBetween(before, after), before, after, fieldOf });

it("B4 says which answers ask a key again, and that it was accepted before", () =>
  expect(asked("PM", "OPEN", { did: "accepted", version: 1 })).toMatchObject({ isAsked: true, fields: ["commercial.summary"], reason: expect.stringContaining("because an answer that your key covers changed") }));
it("B4 says why a key is not asked again", () =>
  expect(asked("TEAM_LEAD", "ACCEPTED", { did: "accepted", version: 1 }, 1)).toMatchObject({ isAsked: false, reason: expect.stringContaining("nothing that your key covers has changed since version 1") }));
it("B4 who returned it is asked again, whatever changed", () =>
  expect(asked("TEAM_LEAD", "OPEN", { did: "returned", version: 1 })).toMatchObject({ isAsked: true, fields: [], reason: "You are asked again because you returned version 1." }));
it("B4 somebody decides even where no key is concerned", () =>
  expect(asked("TEAM_LEAD", "OPEN", { did: "accepted", version: 1 })?.reason).toContain("no other key had to be asked"));
it("B4 has nothing to say to who decides for the first time, or has just decided", () => {
  expect(asked("PM", "OPEN", null)).toBeNull();
  expect(asked("PM", "ACCEPTED", null, 2)).toBeNull();
});
