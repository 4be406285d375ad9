import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AttendeeFacts, attendeeChanges, attendees, missingAttendees, type PersonFacts, personMinutes,
} from "@/lib/handovers/rules/attendees";
import { leadsNeeded, MATTERS, type LeadNeed } from "@/lib/handovers/rules/lead-needed";
import { answer, HUBSPOT, id, row, SHOPIFY, TRAINING } from "./brief";

const personId = fc.integer({ min: 1, max: 40 }).map(id);
const backup = fc.record({ id: personId, name: fc.constantFrom("Bo", "Kim"), active: fc.boolean(), awayUntil: fc.constantFrom(null, "2027-01-08") });
const person: fc.Arbitrary<PersonFacts> = fc.record({
  id: personId, name: fc.constantFrom("Ada", "Sam", "Lin"), active: fc.boolean(), awayUntil: fc.constantFrom(null, "2027-01-08"),
  backup: fc.option(backup),
});
const need: fc.Arbitrary<LeadNeed> = fc.record({
  team: fc.constantFrom(HUBSPOT, SHOPIFY, TRAINING), matters: fc.uniqueArray(fc.constantFrom(...(Object.keys(MATTERS) as (keyof typeof MATTERS)[]))),
}).map(({ team, matters }) => ({ team, matters, needed: matters.length > 0, rule: "P2.3" as const, reason: matters.map((m) => MATTERS[m]).join() || "Not needed; reads the notes." }));
const contact = fc.record({
  id: fc.integer({ min: 41, max: 60 }).map(id), name: fc.constantFrom("Ms Brandt", "Mr Lund"),
  roles: fc.uniqueArray(fc.constantFrom("DECISION_MAKER", "SPONSOR", "DAY_TO_DAY", "TECHNICAL")), invited: fc.constantFrom(true, false, null),
});
const facts: fc.Arbitrary<AttendeeFacts> = fc.record({
  contactOwner: person, pm: fc.option(person),
  leads: fc.uniqueArray(fc.record({ need, lead: fc.option(person), conditional: fc.boolean() }), { selector: (one) => one.need.team.id, maxLength: 3 }),
  developers: fc.uniqueArray(fc.tuple(person, fc.boolean()).map(([one, didTrial]) => ({ ...one, didTrial })), { selector: (one) => one.id, maxLength: 3 }),
  contacts: fc.uniqueArray(contact, { selector: (one) => one.id, maxLength: 4 }),
  exceptions: fc.constant([]),
  minutes: fc.constant(45),
});
const holds = (property: (f: AttendeeFacts) => void) => fc.assert(fc.property(facts, (f) => { property(f); }));
const at = (f: AttendeeFacts, key: string) => attendees(f).find((one) => one.key === key);

const here = (n: number, name: string, more: Partial<PersonFacts> = {}): PersonFacts => ({ id: id(n), name, active: true, awayUntil: null, backup: null, ...more });
const call: AttendeeFacts = {
  contactOwner: here(1, "Sam"), pm: here(2, "Ada"), leads: [], developers: [], exceptions: [], minutes: 45,
  contacts: [{ id: id(41), name: "Ms Brandt", roles: ["DECISION_MAKER", "DAY_TO_DAY"], invited: true }],
};

describe("P2.1 who attends the first call", () => {
  it("always holds the contact owner, as the only organiser, and the PM, both required", () =>
    holds((f) => {
      expect(at(f, "contactOwner")).toMatchObject({ presence: "required", organiser: true });
      expect(at(f, "pm")).toMatchObject({ presence: "required", organiser: false });
      expect(attendees(f).filter(({ organiser }) => organiser)).toHaveLength(1);
    }));

  it("holds a lead exactly when P2.3 applies, or the lead accepted with conditions", () =>
    holds((f) => {
      for (const { need: { team, needed }, conditional } of f.leads)
        expect(at(f, `lead:${team.id}`)?.presence).toBe(needed || conditional ? "required" : "kept out");
    }));

  it("never needs a developer, and lets one come only after a trial task", () =>
    holds((f) => {
      for (const { id: developer, didTrial } of f.developers)
        expect(at(f, `developer:${developer}`)?.presence).toBe(didTrial ? "optional" : "kept out");
    }));

  it("B8 gives the same list for the same facts; B7 each line has a reason and a rule", () =>
    holds((f) => {
      const list = attendees(f);
      expect(attendees(structuredClone(f))).toEqual(list);
      expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
      for (const { reason, rule } of list) expect([reason.length > 0, rule]).toEqual([true, expect.stringMatching(/^P2\.[1-5]$/)]);
    }));
});

describe("P2.4 nobody is missing in silence", () => {
  it("nobody required is away or gone without a backup in the place, or a remedy that says what to do", () =>
    holds((f) => {
      const away = new Set([f.contactOwner, f.pm, ...f.leads.map(({ lead }) => lead)].flatMap((one) =>
        one && (!one.active || one.awayUntil !== null) ? [one.id] : []));
      for (const one of attendees(f).filter(({ presence, side }) => presence === "required" && side === "ours")) {
        if (one.person === null) expect(one.remedy).toMatch(/^(Assign|Name) .+\.$/);
        else {
          expect(one.remedy).toBeNull();
          if (one.insteadOf === null) expect(away.has(one.person.id) && onlyAway(f, one.person.id)).toBe(false);
        }
      }
      expect(missingAttendees(attendees(f)).length).toBe(attendees(f).filter(({ presence, person: who }) => presence === "required" && !who).length);
    }));
  /** The same id may stand for two generated people; it counts as away only where all of them are. */
  const onlyAway = (f: AttendeeFacts, person: string) =>
    [f.contactOwner, f.pm, ...f.leads.map(({ lead }) => lead)].filter((one) => one?.id === person).every((one) => one && (!one.active || one.awayUntil !== null));

  it.each([
    ["nobody is assigned", { pm: null }, ["Assign the PM."]],
    ["somebody has left", { pm: here(2, "Ada", { active: false }) }, ["Assign another PM: Ada is no longer here."]],
    ["away without a backup", { pm: here(2, "Ada", { awayUntil: "2027-01-08" }) },
      ["Name a backup for Ada, or choose a later window: away until 8 January 2027, and there is no backup."]],
    ["the backup is away, too", { pm: here(2, "Ada", { awayUntil: "2027-01-08", backup: { id: id(3), name: "Lin", active: true, awayUntil: "2027-01-04" } }) },
      ["Name a backup for Ada, or choose a later window: away until 8 January 2027, and the backup, Lin, cannot come either."]],
  ])("%s: the exact remedy", (_, change, remedies) => expect(missingAttendees(attendees({ ...call, ...change }))).toEqual(remedies));

  it("a backup takes the place of someone away, and the list says for whom", () => {
    const pm = here(2, "Ada", { awayUntil: "2027-01-08", backup: { id: id(3), name: "Lin", active: true, awayUntil: null } });
    expect(at({ ...call, pm }, "pm")).toMatchObject({
      person: { id: id(3) }, insteadOf: { id: id(2) }, presence: "required", rule: "P2.4", reason: expect.stringContaining("Ada is away until 8 January 2027; Lin stands in."),
    });
    expect(missingAttendees(attendees({ ...call, pm }))).toEqual([]);
  });
});

describe("P2.2 the client's side", () => {
  const contacts = (...list: [roles: string[], invited: boolean | null][]) =>
    attendees({ ...call, contacts: list.map(([roles, invited], i) => ({ id: id(41 + i), name: `C${i}`, roles, invited })) })
      .filter(({ side }) => side === "client").map(({ key, presence }) => `${key.replace(/contact:0.+0(\d\d)$/, "$1")} ${presence}`);
  it.each([
    ["nobody is named", [], ["client:decision required", "client:dayToDay required"]],
    ["a sponsor serves where nobody else decides", [[["SPONSOR"], null], [["DAY_TO_DAY"], null]], ["41 required", "42 required"]],
    ["the decision maker comes before a sponsor", [[["SPONSOR"], null], [["DECISION_MAKER", "DAY_TO_DAY"], null]], ["41 kept out", "42 required"]],
    ["who is named for the call comes before all", [[["DECISION_MAKER"], null], [["SPONSOR", "DAY_TO_DAY"], true]], ["41 kept out", "42 required"]],
    ["who is not to be invited does not count", [[["DECISION_MAKER", "DAY_TO_DAY"], false]], ["41 kept out", "client:decision required", "client:dayToDay required"]],
    ["others may come when named", [[["DECISION_MAKER", "DAY_TO_DAY"], true], [["TECHNICAL"], true]], ["41 required", "42 optional"]],
  ] as [string, [string[], boolean | null][], string[]][])("%s", (_, list, expected) => expect(contacts(...list)).toEqual(expected));

  it("always has somebody who decides and somebody of every day, or says whom to name", () =>
    holds((f) => {
      const client = attendees(f).filter(({ side, presence }) => side === "client" && presence === "required");
      const roles = client.flatMap(({ person: who }) => f.contacts.find((one) => one.id === who?.id)?.roles ?? []);
      const keys = client.map(({ key }) => key);
      expect(keys.includes("client:decision") || roles.includes("DECISION_MAKER") || roles.includes("SPONSOR")).toBe(true);
      expect(keys.includes("client:dayToDay") || roles.includes("DAY_TO_DAY")).toBe(true);
    }));
});

describe("P2.5 exceptions", () => {
  const by = { by: "Max (manager)", reason: "The client asked for her." };
  const dev = { ...here(7, "Dee"), didTrial: false };
  it("somebody added against the rules is optional, with the reason and the cost", () => {
    const f = { ...call, developers: [dev], exceptions: [{ kind: "ADDITION", person: dev, ...by }] } as const;
    expect(at(f, `developer:${id(7)}`)).toMatchObject({ presence: "optional", rule: "P2.5", reason: "Added by Max (manager), at a cost of 45 person-minutes: The client asked for her." });
    expect(personMinutes(attendees(f), 45) - personMinutes(attendees(call), 45)).toBe(45);
  });
  it("a guest who was on no list appears", () =>
    expect(at({ ...call, exceptions: [{ kind: "ADDITION", person: here(9, "Gil"), ...by }] }, `added:${id(9)}`)).toMatchObject({ presence: "optional", rule: "P2.5" }));
  it("a waiver takes a required person out, and shows who waived", () => {
    const f = { ...call, pm: here(2, "Ada"), exceptions: [{ kind: "WAIVER", person: here(2, "Ada"), ...by }] } as const;
    expect(at(f, "pm")).toMatchObject({ presence: "kept out", rule: "P2.5", reason: "Waived by Max (manager): The client asked for her." });
  });
  it("an addition never makes a required person optional, and a waiver never lets a kept-out one in", () => {
    expect(at({ ...call, exceptions: [{ kind: "ADDITION", person: here(2, "Ada"), ...by }] }, "pm")?.presence).toBe("required");
    expect(at({ ...call, developers: [dev], exceptions: [{ kind: "WAIVER", person: dev, ...by }] }, `developer:${id(7)}`)?.presence).toBe("kept out");
  });
});

describe("P2.6 the difference", () => {
  it("says who came, who left and who changed, and nothing when nothing did", () => {
    const before = attendees(call);
    const after = attendees({ ...call, pm: here(5, "Lin"), contacts: [], exceptions: [{ kind: "ADDITION", person: here(9, "Gil"), by: "Max", reason: "Knows the ERP." }] });
    expect(attendeeChanges(before, before)).toEqual([]);
    expect(attendeeChanges(before, after).map(({ sentence }) => sentence)).toEqual([
      "Lin takes the place of Ada as PM.", "Ms Brandt is no longer on the list.",
      "Gil is new, optional: Added by Max, at a cost of 45 person-minutes: Knows the ERP.",
      "The decision maker or sponsor (nobody yet) is new, required: Somebody who decides must hear what was agreed.",
      "The day-to-day contact (nobody yet) is new, required: The PM meets the person of every day.",
    ]);
  });
  it("says so when a lead becomes necessary", () => {
    const lead = (matters: LeadNeed["matters"]) => ({ lead: here(5, "Lin"), conditional: false, need: { team: SHOPIFY, matters, needed: matters.length > 0, rule: "P2.3", reason: "Needed because there is an integration." } as const });
    expect(attendeeChanges(attendees({ ...call, leads: [lead([])] }), attendees({ ...call, leads: [lead(["integration"])] })).map(({ sentence }) => sentence))
      .toEqual(["Lin is now required, and was kept out: Needed because there is an integration."]);
  });
  it("no change exactly where each place has the same person and presence", () =>
    fc.assert(fc.property(facts, facts, fc.subarray(["pm", "leads", "developers", "contacts"] as const), (a, donor, changed) => {
      const b = { ...a, ...Object.fromEntries(changed.map((part) => [part, donor[part]])) };
      const [one, other] = [attendees(a), attendees(b)];
      const shape = (list: typeof one) => list.map(({ key, person: who, presence }) => `${key} ${who?.id} ${presence}`).sort();
      expect(attendeeChanges(one, other).length === 0).toBe(JSON.stringify(shape(one)) === JSON.stringify(shape(other)));
    })));
});

describe("P2.3 when a team lead applies", () => {
  const teams = [HUBSPOT, SHOPIFY, TRAINING];
  const settled = ["technical.migration", "technical.security", "technical.leadPromised"].map((field) => answer(field, []));
  const ask = (answers = settled, complexity: "SIMPLE" | "COMPLEX" = "SIMPLE", trialTeams: string[] = []) =>
    leadsNeeded({ answers, complexity, teams, trialTeams }).filter(({ needed }) => needed).map(({ team, matters }) => `${team.slug}: ${matters.join()}`);
  it.each([
    ["nothing: nobody", settled, "SIMPLE", [], []],
    ["complex: every technical team's lead", settled, "COMPLEX", [], ["hubspot: complex", "shopify: complex"]],
    ["a trial task: that team's", settled, "SIMPLE", [TRAINING.id], ["training: trial"]],
    ["an integration: the team named on its row", [...settled, ...row("integrations", id(51), { "integrations.team": SHOPIFY.id })], "SIMPLE", [], ["shopify: integration"]],
    ["an integration of a team that is not here: every technical team's", [...settled, ...row("integrations", id(51), { "integrations.team": id(999) })], "SIMPLE", [],
      ["hubspot: integration", "shopify: integration"]],
    ["a migration", [...settled.slice(1), answer("technical.migration", [TRAINING.id])], "SIMPLE", [], ["training: migration"]],
    ["a security matter", [settled[0]!, settled[2]!, answer("technical.security", [SHOPIFY.id])], "SIMPLE", [], ["shopify: security"]],
    ["a promise", [...settled.slice(0, 2), answer("technical.leadPromised", [HUBSPOT.id])], "SIMPLE", [], ["hubspot: promised"]],
    ["not known yet: every technical team's", [...settled.slice(1), { ...answer("technical.migration", null), state: "UNKNOWN" as const }], "SIMPLE", [],
      ["hubspot: open", "shopify: open"]],
  ] as const)("%s", (_, answers, complexity, trials, expected) => expect(ask([...answers], complexity, [...trials])).toEqual(expected));

  it("says why", () =>
    expect(leadsNeeded({ answers: [...row("integrations", id(51), { "integrations.team": HUBSPOT.id })], complexity: "COMPLEX", teams: [HUBSPOT], trialTeams: [] })[0]?.reason)
      .toBe("Needed because the work is complex, and there is an integration."));
});
