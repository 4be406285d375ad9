import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coreField } from "@/lib/handovers/fields";
import type { Answers } from "@/lib/handovers/rules/answers";
import { keyProblems, keysReopened, requiredKeys } from "@/lib/handovers/rules/keys";
import { leadsNeeded } from "@/lib/handovers/rules/lead-needed";
import { changesBetween } from "@/lib/handovers/rules/versions";
import { anyAnswers, answer, completeBrief, fieldsOf, HUBSPOT, id, row, SHOPIFY, TRAINING, withAnswer } from "./brief";

const teams = [HUBSPOT, SHOPIFY, TRAINING];
const ada = { id: id(2), name: "Ada", active: true };
const lin = { id: id(3), name: "Lin", active: true };
const keysOf = (answers: Answers, complexity: "SIMPLE" | "COMPLEX" = "SIMPLE") =>
  requiredKeys({ pm: ada, leads: leadsNeeded({ answers, complexity, teams, trialTeams: [] }).map((need) => ({ need, lead: lin })) });

describe("P1.7 which keys a handover has", () => {
  it("one of the PM, and one of a lead for each team where P2.3 applies, and no other", () =>
    fc.assert(fc.property(anyAnswers, fc.constantFrom("SIMPLE", "COMPLEX"), (answers, complexity) => {
      const needed = leadsNeeded({ answers, complexity, teams, trialTeams: [] }).filter((need) => need.needed);
      expect(keysOf(answers, complexity).map(({ role, team }) => `${role} ${team?.id ?? ""}`))
        .toEqual(["PM ", ...needed.map(({ team }) => `TEAM_LEAD ${team.id}`)]);
    })));

  it("one person may hold several, and decides each", () => {
    const keys = requiredKeys({ pm: lin, leads: leadsNeeded({ answers: [], complexity: "COMPLEX", teams, trialTeams: [] }).map((need) => ({ need, lead: lin })) });
    expect(keys).toHaveLength(3);
    expect(keyProblems(keys, [], false)).toEqual([]);
  });
});

describe("P1.6 named and active people, P1.7 none of whom wrote the brief", () => {
  const keys = (pm: typeof ada | null, lead: typeof ada | null) =>
    requiredKeys({ pm, leads: leadsNeeded({ answers: [], complexity: "COMPLEX", teams: [SHOPIFY], trialTeams: [] }).map((need) => ({ need, lead })) });
  const sentences = (pm: typeof ada | null, lead: typeof ada | null, writers: string[] = [], solo = false) =>
    keyProblems(keys(pm, lead), writers, solo).map(({ rule, sentence }) => `${rule} ${sentence}`);
  it("names the exact remedy", () => {
    expect(sentences(null, null)).toEqual(["P1.6 Name the PM.", "P1.6 Name the Shopify team lead."]);
    expect(sentences({ ...ada, active: false }, lin)).toEqual(["P1.6 Name another PM: Ada is no longer here."]);
    expect(sentences(ada, lin, [ada.id])).toEqual(["P1.7 Name another PM: Ada wrote the brief, and cannot accept it."]);
    expect(sentences(ada, lin, [lin.id])).toEqual(["P1.7 Name another Shopify team lead: Lin wrote the brief, and cannot accept it."]);
  });
  it("in solo mode a writer may", () => expect(sentences(ada, lin, [ada.id, lin.id], true)).toEqual([]));
});

describe("B4 which keys a resubmission re-opens", () => {
  const fields = fieldsOf("hubspot", "shopify");
  const fieldOf = (field: string) => fields.find((one) => one.id === field) ?? coreField(field);
  const given = [
    { id: "pm", role: "PM", team: null }, { id: "hubspot", role: "TEAM_LEAD", team: HUBSPOT }, { id: "shopify", role: "TEAM_LEAD", team: SHOPIFY },
  ] as const;
  const full = [...completeBrief(fields), ...row("integrations", id(51), { "integrations.team": SHOPIFY.id })];
  const reopened = (after: Answers, before: Answers = full) =>
    keysReopened({ given, changes: changesBetween(before, after), before, after, fieldOf }).map((key) => key.id);

  it.each([
    ["nothing changed", full, []],
    ["a commercial field: the PM's", withAnswer(full, answer("commercial.summary", "Another summary.")), ["pm"]],
    ["a technical field: every lead's", withAnswer(full, answer("technical.stack", "Another stack.")), ["hubspot", "shopify"]],
    ["the scope: everybody's", withAnswer(full, answer("scope.inScope", "Another scope.")), ["pm", "hubspot", "shopify"]],
    ["a field of one team's template: that lead's", withAnswer(full, answer("custom.hubspot.portalId", "99")), ["hubspot"]],
    ["an integration's row: the lead of the team on it", withAnswer(full, answer("integrations.data", "Orders only.", id(51))), ["shopify"]],
    ["an integration that moves to another team: both", withAnswer(full, answer("integrations.team", HUBSPOT.id, id(51))), ["pm", "hubspot", "shopify"]],
    ["a migration that is new: the PM's and that lead's", withAnswer(full, answer("technical.migration", [HUBSPOT.id])), ["pm", "hubspot"]],
    ["the complexity: everybody's", withAnswer(full, answer("complexity.size", "large")), ["pm", "hubspot", "shopify"]],
    ["what concerns nobody's key", withAnswer(full, answer("commercial.invoicing", "By mail.")), []],
  ])("%s", (_, after, expected) => expect(reopened(after)).toEqual(expected));

  it("B4 a team's choice that becomes known, or becomes open, concerns every lead, whatever it says", () => {
    const open = withAnswer(full, { field: "technical.migration", rowId: null, state: "UNKNOWN", value: null, unknown: { ownerId: id(1), due: "2027-01-15", risk: "Two weeks." } });
    expect(reopened(withAnswer(full, answer("technical.migration", [HUBSPOT.id])), open)).toEqual(["pm", "hubspot", "shopify"]);
    expect(reopened(open)).toEqual(["pm", "hubspot", "shopify"]);
  });

  it("B4 an integration whose team nobody named concerns every lead", () => {
    const nobodys = [...completeBrief(fields), answer("integrations.data", "Orders.", id(52))];
    expect(reopened(withAnswer(nobodys, answer("integrations.data", "Orders and stock.", id(52))), nobodys)).toEqual(["hubspot", "shopify"]);
  });

  it("B4 a field that the team's template asks no more concerns the PM and that lead", () =>
    expect(reopened(withAnswer(full, answer("custom.hubspot.gone", "Ten")))).toEqual(["pm", "hubspot"]));

  it("says which fields, and why", () =>
    expect(keysReopened({ given, before: full, after: [], changes: changesBetween(full, withAnswer(full, answer("dates.target", "2027-05-01"))), fieldOf })[0])
      .toEqual({ id: "pm", fields: ["dates.target"], rule: "B4", reason: "Asked again because “Target date” changed." }));

  it("a key stays exactly when no changed field concerns it", () =>
    fc.assert(fc.property(anyAnswers, anyAnswers, (before, after) => {
      const changes = changesBetween(before, after);
      const open = reopened(after, before);
      expect(open.includes("pm")).toBe(changes.some(({ field }) => fieldOf(field)?.concerns.includes("PM")));
      if (!changes.some(({ field }) => fieldOf(field)?.concerns.includes("TEAM_LEAD"))) expect(open.filter((key) => key !== "pm")).toEqual([]);
    })));
});
