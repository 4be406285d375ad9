import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checklist, type ChecklistFacts, type ChecklistPerson } from "@/lib/handovers/rules/checklist";
import { STANDARD_WEEK } from "@/lib/platform/business-time";
import { CHECKLIST_TEMPLATE as TEMPLATE } from "@/lib/policies/defaults/checklist-template";
import { CHECKLIST_FACTS, type ChecklistFact } from "@/lib/policies/format";
import { anyAnswers, answer, completeBrief, fieldsOf, HUBSPOT, id, SHOPIFY } from "./brief";

const person = (n: number, name: string, zone = "Europe/Berlin"): ChecklistPerson =>
  ({ id: id(n), name, calendar: { zone, weekly: STANDARD_WEEK, holidays: [], timeOff: [] } });
const accepted = new Date("2026-11-23T11:00:00Z");
const firstCall = new Date("2026-12-01T10:00:00Z");
const facts = (change: Partial<ChecklistFacts> = {}): ChecklistFacts => ({
  answers: completeBrief(), complexity: "SIMPLE", contract: "FIXED", teams: ["shopify"], contactOwner: person(1, "Sam"), pm: person(2, "Ada"), manager: null,
  leads: [], dates: { won: accepted, submitted: accepted, accepted, firstCall: null, started: null }, known: new Set(), ...change,
});
const list = (change: Partial<ChecklistFacts> = {}) => checklist(TEMPLATE, facts(change));
const ids = (change: Partial<ChecklistFacts> = {}) => list(change).map(({ item }) => item);
const one = (item: string, change: Partial<ChecklistFacts> = {}) => list(change).find((entry) => entry.item === item);
const anyFacts = fc.record({
  answers: anyAnswers, complexity: fc.constantFrom("SIMPLE", "STANDARD", "COMPLEX", null), contract: fc.constantFrom("FIXED", "RETAINER", null),
  teams: fc.subarray(["shopify", "hubspot"]), known: fc.subarray(Object.keys(CHECKLIST_FACTS) as ChecklistFact[]).map((known) => new Set(known)),
  leads: fc.subarray([{ team: SHOPIFY, lead: person(5, "Lin") }, { team: HUBSPOT, lead: null }]),
  dates: fc.record({ firstCall: fc.constantFrom(null, firstCall), started: fc.constantFrom(null, firstCall) }).map((known) => ({ won: accepted, submitted: accepted, accepted, ...known })),
}).map((change) => facts(change));

describe("P2.12 the checklist", () => {
  it("comes in the order before, during, after, with a position, a reason and a date or none", () =>
    fc.assert(fc.property(anyFacts, (f) => {
      const entries = checklist(TEMPLATE, f);
      const phases = entries.map(({ phase }) => ["BEFORE", "DURING", "AFTER"].indexOf(phase));
      expect(phases).toEqual([...phases].sort());
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, i) => i));
      expect(new Set(entries.map(({ item }) => item)).size).toBe(entries.length);
      for (const entry of entries) expect([entry.rule, entry.reason]).toEqual(["P2.12", expect.stringMatching(/^Here .+\.$/)]);
      expect(checklist(TEMPLATE, structuredClone(f))).toEqual(entries);
    })));

  it("holds what every handover needs, and what this one's team, contract and complexity need", () => {
    expect(ids()).toEqual(expect.arrayContaining(["scheduleCall", "readBrief", "notes", "start", "shopifyAccess"]));
    for (const other of ["hubspotAccess", "retainerRhythm", "kickoffTechnical", "promises"]) expect(ids().some((item) => item.startsWith(other))).toBe(false);
    expect(ids({ teams: ["hubspot"] })).toContain("hubspotAccess");
    expect(ids({ contract: "RETAINER" })).toContain("retainerRhythm");
    expect(ids({ answers: [answer("promises.contract", "TO_RENEGOTIATE", id(1))] })).toContain("promises");
  });

  it("is due in business days of its owner, before or after the event, and undated while nobody knows when that is", () => {
    expect(one("scheduleCall")?.dueAt).toEqual(new Date("2026-11-25T16:00:00Z"));
    expect(one("scheduleCall", { contactOwner: person(1, "Sam", "America/New_York") })?.dueAt).toEqual(new Date("2026-11-24T22:00:00Z"));
    expect(one("agenda")?.dueAt).toBeNull();
    const dates = { ...facts().dates, firstCall };
    expect(one("agenda", { dates })?.dueAt).toEqual(new Date("2026-11-30T16:00:00Z"));
    expect(one("goals", { dates })?.dueAt).toEqual(new Date("2026-12-01T16:00:00Z"));
    expect(one("notes", { dates })?.dueAt).toEqual(new Date("2026-12-02T16:00:00Z"));
  });

  it("completes itself exactly where the portal knows the fact", () =>
    fc.assert(fc.property(anyFacts, (f) => {
      for (const { fact, isDone } of checklist(TEMPLATE, f)) expect(isDone).toBe(fact !== null && f.known.has(fact));
    })));

  it("gives a lead's item to each lead who takes part, a team's own to that team's, and to the PM where no lead does", () => {
    const leads = [{ team: SHOPIFY, lead: person(5, "Lin") }, { team: HUBSPOT, lead: person(6, "Bo") }];
    const complex = { complexity: "COMPLEX", leads, teams: ["shopify", "hubspot"] } as const;
    expect(list({ ...complex }).filter(({ item }) => item.startsWith("readTechnical")).map(({ item, ownerId }) => [item, ownerId]))
      .toEqual([["readTechnical:shopify", id(5)], ["readTechnical:hubspot", id(6)]]);
    const answers = [answer("custom.hubspot.tier", "enterprise")];
    expect(one("hubspotSandbox:hubspot", { ...complex, answers })).toMatchObject({ ownerId: id(6), ownerRole: "TEAM_LEAD", teamId: HUBSPOT.id });
    expect(one("hubspotSandbox", { teams: ["hubspot"], answers })).toMatchObject({
      ownerId: id(2), ownerRole: "PM", reason: expect.stringContaining("No team lead takes part, so the PM has it."),
    });
  });

  it("B7 says why it is there, in the words of the form and by the team's name", () => {
    expect(one("shopifyAccess")?.reason).toBe("Here because the shopify team takes part; due 5 business days after the handover is accepted.");
    expect(one("shopifyAccess", { teamNames: new Map([["shopify", "Shopify"]]) })?.reason).toContain("the Shopify team takes part");
    const hubspot = fieldsOf("hubspot");
    const reason = one("hubspotSandbox", { teams: ["hubspot"], answers: [answer("custom.hubspot.tier", "enterprise")], fieldOf: (field) => hubspot.find((f) => f.id === field) })?.reason;
    expect(reason).toContain("Here because the hubspot team takes part and “Highest tier” is Enterprise; due 3 business days after delivery starts.");
  });
});
