import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import type { Answer, Json } from "@/lib/handovers/rules/answers";
import { CARRIED, CARRIED_CELLS, type EarlierHandover, prefill, type PrefillFacts } from "@/lib/handovers/rules/prefill";
import { agoWords, effortOf, offersOf, type SourceRecord, sourceWords } from "@/lib/handovers/rules/provenance";
import { answer, anyAnswers, completeBrief, fieldsOf, id, row } from "./brief";

const NOW = new Date("2030-04-10T09:00:00Z");
const MARCH = new Date("2030-03-04T09:00:00Z");
const ALL = new Set(["all", "internal", "commercial", "technical"] as const);
const FIELDS_NOW = [...fieldsOf(), ...GROUP_CELLS];

const facts = (more: Partial<PrefillFacts> = {}): PrefillFacts => ({
  client: { id: id(1), legalName: "Brandt Optik GmbH", industry: "", zone: "Europe/Berlin", website: "", contacts: [{ id: id(21), roles: ["DECISION_MAKER"] }] },
  discovery: [],
  deal: { id: id(2), valueMinor: 0, currency: "EUR", contractType: null, signedOn: null, signedEvidence: "", source: "" },
  earlier: [], trial: null, option: null, ...more,
});
const earlier = (answers: Answer[], more: Partial<EarlierHandover> = {}): EarlierHandover => ({ id: id(12), number: 12, acceptedAt: MARCH, answers, readable: ALL, ...more });
const filled = (known: PrefillFacts) => prefill(FIELDS_NOW, known, { now: NOW, rowOf: () => id(31) });
const of = (known: PrefillFacts, field: string) => filled(known).find((one) => one.field === field);

describe("P1.2: what fills a new draft", () => {
  it("P1.2: client and deal come with their source, as of now", () => {
    const known = facts({ deal: { ...facts().deal, valueMinor: 4_200_000, signedOn: "2030-04-01" } });
    expect(of(known, "client.legalName")).toEqual({ field: "client.legalName", rowId: null, value: "Brandt Optik GmbH", source: "client", sourceId: id(1), heldAt: NOW });
    expect(of(known, "commercial.value")).toMatchObject({ value: { minor: 4_200_000, currency: "EUR" }, source: "deal", sourceId: id(2) });
    expect(of(known, "client.website")).toBeUndefined();
  });

  it("P1.4: what looks like a secret in a record or an earlier brief fills nothing", () => {
    const known = facts({
      client: { ...facts().client, website: "https://shop:gT7vwq2n@staging.brandt.example" },
      deal: { ...facts().deal, source: "Referral. Password: hunter2", signedEvidence: "https://files.example/c.pdf?api_key=4fd9c1e27ab84c0db7" },
      earlier: [earlier([answer("technical.hosting", "Root password: hunter2"), answer("technical.stack", "WordPress 6.5")])],
    });
    expect(filled(known).map(({ value }) => JSON.stringify(value)).join()).not.toMatch(/gT7vwq2n|hunter2|4fd9c1e27/);
    expect(of(known, "technical.stack")).toMatchObject({ value: "WordPress 6.5" });
  });

  it("P1.2: an earlier accepted handover of the client fills how they work and what runs where, with the day of its acceptance", () => {
    const known = facts({ earlier: [earlier([answer("technical.hosting", "Two servers at Hetzner")])] });
    expect(of(known, "technical.hosting")).toEqual({ field: "technical.hosting", rowId: null, value: "Two servers at Hetzner", source: "handover", sourceId: id(12), heldAt: MARCH });
  });

  it("P1.2: never scope, promises, dates or money, whatever an earlier brief holds", () => {
    const carried = filled(facts({ earlier: [earlier(completeBrief())] })).filter(({ source }) => source === "handover");
    expect(carried.length).toBeGreaterThan(10);
    for (const { field } of carried) {
      expect(field).not.toMatch(/^(scope|promises|purpose|commercial|milestones|integrations|risks|openItems|documents|complexity|custom)\./);
      expect(field === "dates.leadTimes" || !field.startsWith("dates.")).toBe(true);
      expect(FIELDS_NOW.find((one) => one.id === field)).toMatchObject({ type: expect.not.stringMatching(/^(date|money|person|contact|team|teams|people|file)$/), visibility: expect.not.stringMatching("commercial") });
    }
  });

  it("P1.2: of the same team's own fields those are carried that describe what is there, and none that the contract depends on", () => {
    const fields = fieldsOf("wordpress");
    const before = earlier(["host", "pages", "theme", "care", "templates"].map((key) => answer(`custom.wordpress.${key}`, "as it was")));
    const carried = prefill(fields, facts({ earlier: [before] }), { now: NOW, rowOf: () => undefined }).filter(({ source }) => source === "handover");
    expect(carried.map(({ field }) => field)).toEqual(["custom.wordpress.host"]);
  });

  it("P1.2: the newest acceptance that says something counts, and only what this person may read of it", () => {
    const older = earlier([answer("technical.hosting", "One server"), answer("client.language", "German")], { id: id(11), number: 11, acceptedAt: new Date("2029-11-01T09:00:00Z") });
    const newer = earlier([answer("technical.hosting", "Two servers"), answer("client.language", "  ")]);
    expect(of(facts({ earlier: [newer, older] }), "technical.hosting")?.value).toBe("Two servers");
    expect(of(facts({ earlier: [newer, older] }), "client.language")).toMatchObject({ value: "German", sourceId: id(11) });
    expect(of(facts({ earlier: [{ ...newer, readable: new Set(["all"]) }, older] }), "technical.hosting")?.value).toBe("One server");
  });

  it("P1.2: a person at the client keeps the record's roles; an earlier brief adds what the record has no place for", () => {
    const before = earlier(row("contacts", id(99), { "contacts.contact": id(21), "contacts.roles": ["SCEPTIC"], "contacts.address": "Dr Brandt", "contacts.welcome": true }));
    const cells = filled(facts({ earlier: [before] })).filter(({ rowId }) => rowId === id(31));
    expect(Object.fromEntries(cells.map(({ field, value }) => [field, value]))).toMatchObject({ "contacts.contact": id(21), "contacts.roles": ["DECISION_MAKER"], "contacts.address": "Dr Brandt" });
    expect(cells.map(({ field }) => field)).not.toContain("contacts.welcome");
    const bare = facts({ earlier: [before], client: { ...facts().client, contacts: [{ id: id(21), roles: [] }] } });
    expect(of(bare, "contacts.roles")).toMatchObject({ value: ["SCEPTIC"], source: "handover" });
  });

  it("names only fields that exist", () =>
    expect([...CARRIED, ...CARRIED_CELLS].filter((field) => ![...FIELDS, ...GROUP_CELLS].some((one) => one.id === field))).toEqual([]));

  it("P1.2: fills each place once, whatever the earlier briefs hold", () =>
    fc.assert(fc.property(anyAnswers, anyAnswers, (a, b) => {
      const places = filled(facts({ earlier: [earlier(a), earlier(b, { id: id(13) })] })).map(({ field, rowId }) => `${field} ${rowId}`);
      expect(new Set(places).size).toBe(places.length);
    }), { numRuns: 100 }));
});

describe("P1.2: what a source says later", () => {
  const current = (value: Json) => [{ field: "commercial.value", rowId: null, value, source: "deal" as const, sourceId: id(2), heldAt: NOW }];
  const record = (taken: Json, kept: Json = null): SourceRecord[] => [{ field: "commercial.value", rowId: null, source: "deal", sourceId: id(2), heldAt: MARCH, taken, kept }];
  const offered = (value: Json, mine: Json, records: SourceRecord[]) => offersOf({ current: current(value), answers: mine === null ? [] : [answer("commercial.value", mine)], records }).length === 1;
  const eur = (minor: number) => ({ minor, currency: "EUR" });

  it("P1.2: a source that changed is offered, whether mine is still the old one or was typed", () => {
    expect(offered(eur(2), eur(1), record(eur(1)))).toBe(true);
    expect(offered(eur(2), eur(3), record(eur(1)))).toBe(true);
  });
  it("P1.2: a source that did not change is not, though mine did", () => expect(offered(eur(1), eur(3), record(eur(1)))).toBe(false));
  it("P1.2: what I have already is not", () => expect(offered({ currency: "EUR", minor: 2 }, eur(2), record(eur(1)))).toBe(false));
  it("P1.2: what a source learns after the draft began is", () => expect([offered(eur(2), null, []), offered(eur(2), eur(3), [])]).toEqual([true, true]));
  it("P1.2: whoever kept their own is asked again only when the source changes again", () => {
    expect(offered(eur(2), eur(3), record(eur(1), eur(2)))).toBe(false);
    expect(offered(eur(4), eur(3), record(eur(1), eur(2)))).toBe(true);
  });
  it("P1.2: where I said that it is not known, the source's value is offered", () =>
    expect(offersOf({ current: current(eur(2)), answers: [{ field: "commercial.value", rowId: null, state: "UNKNOWN", value: null }], records: [] })).toHaveLength(1));
});

describe("P4.9: typed against prefilled", () => {
  const from = (field: string, taken: Json): SourceRecord => ({ field, rowId: null, source: "deal", sourceId: id(2), heldAt: MARCH, taken, kept: null });

  it("P4.9: counts what stayed, what was changed, and what was typed", () => {
    const answers = [answer("a.one", "as it was"), answer("a.two", "changed"), answer("a.three", null), answer("a.four", "typed"), answer("a.five", "  "), answer("a.six", ["b", "a"])];
    const records = [from("a.one", "as it was"), from("a.two", "before"), from("a.three", "before"), from("a.six", ["b", "a"]), { ...from("a.four", null), kept: "other" }];
    expect(effortOf(answers, records)).toEqual({ prefilledStayed: 2, prefilledChanged: 2, typed: 1 });
  });

  it("P4.9: nobody's answer is counted twice, and all that say something are counted", () =>
    fc.assert(fc.property(anyAnswers, fc.array(fc.nat(59)), (answers, picks) => {
      const records = picks.flatMap((n) => { const one = answers[n % Math.max(1, answers.length)]; return one ? [{ ...from(one.field, one.value), rowId: one.rowId }] : []; });
      const { prefilledStayed, prefilledChanged, typed } = effortOf(answers, records);
      const says = answers.filter((one) => one.state !== "VALUE" || (typeof one.value === "string" ? one.value.trim() !== "" : one.value !== null)).length;
      expect(prefilledStayed + prefilledChanged + typed).toBeGreaterThanOrEqual(says);
      expect(prefilledStayed + prefilledChanged + typed).toBeLessThanOrEqual(answers.length);
    })));
});

describe("the words beside an answer", () => {
  const words = (heldAt: Date, source: SourceRecord["source"] = "deal", handover: string | null = null) => sourceWords({ source, heldAt }, handover, { now: NOW, zone: "Europe/Berlin" });
  it("P1.2: say where it comes from, and when", () => {
    expect(words(new Date("2030-04-07T09:00:00Z"))).toBe("from the deal, 3 days ago");
    expect(words(MARCH, "handover", "HO-12")).toBe("from HO-12, in March");
    expect(words(new Date("2029-03-04T09:00:00Z"), "handover", null)).toBe("from an earlier handover, in March 2029");
  });
  it("count days as the reader's calendar does", () => {
    const late = new Date("2030-04-09T22:30:00Z");
    expect([agoWords(late, NOW, "Europe/Berlin"), agoWords(late, NOW, "UTC"), agoWords(NOW, NOW, "UTC")]).toEqual(["today", "yesterday", "today"]);
  });
});
