import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askFor, coreField, FIELDS } from "@/lib/handovers/fields";
import type { Answer, Answers } from "@/lib/handovers/rules/answers";
import { fillerReason } from "@/lib/handovers/rules/filler";
import { readiness } from "@/lib/handovers/rules/readiness";
import { anyAnswers, answer, completeBrief, fieldsOf, id, row, withAnswer, without } from "./brief";

const ask = (answers: Answers, complexity: "SIMPLE" | "STANDARD" | "COMPLEX" | null = "SIMPLE", ...teams: string[]) =>
  readiness({ fields: fieldsOf(...teams), answers, complexity, teams });
const sentences = (answers: Answers, complexity?: "SIMPLE" | "COMPLEX") => ask(answers, complexity).blockers.map(({ sentence }) => sentence);
const full = completeBrief();

describe("P1.5 must-haves", () => {
  it("a complete brief is ready, with nothing to point out", () =>
    expect(ask(full)).toMatchObject({ blockers: [], warnings: [], requiredPercent: 100 }));

  it("an empty brief lists what every brief needs, in the order of the sections, in the words of the form", () => {
    const { blockers, requiredPercent, qualityPercent } = ask([]);
    const always = FIELDS.filter(({ required }) => required === true);
    for (const field of always) expect.soft(blockers.map(({ sentence }) => sentence)).toContain(askFor(field));
    expect(blockers.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining([
      "Name the decision maker among the people at the client.", "Name the day-to-day contact among the people at the client.",
      "Add the promises that were made, or say that none were made.",
    ]));
    expect([requiredPercent, qualityPercent]).toEqual([0, 0]);
    const order = ["client", "commercial", "purpose", "scope", "promises", "dates", "technical", "delivery"];
    const seen = blockers.map(({ section }) => order.indexOf(section));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  const must = FIELDS.filter(({ required }) => required === true).map((field) => field.id);
  it.each(must)("%s blocks when it is missing, with a link to it and a reason", (field) => {
    const { blockers, requiredPercent } = ask(without(full, field));
    expect(blockers).toEqual([expect.objectContaining({ field, rowId: null, rule: "P1.5", reason: expect.stringMatching(/\.$/) })]);
    expect(requiredPercent).toBeLessThan(100);
  });

  it("the technical summary is needed unless the work is simple, also while nobody knows", () => {
    const brief = without(full, "technical.summary");
    expect(sentences(brief, "SIMPLE")).toEqual([]);
    expect(sentences(brief, "COMPLEX")).toEqual(["Enter the technical summary."]);
    expect(ask(brief, null).blockers[0]).toMatchObject({ field: "technical.summary", reason: "Needed because the work is not simple." });
  });

  it("one person can be decision maker and day-to-day contact; a row without a person is none", () => {
    const noContacts = full.filter(({ field }) => !field.startsWith("contacts."));
    const both = row("contacts", id(11), { "contacts.roles": ["DAY_TO_DAY", "DECISION_MAKER"] });
    expect(sentences([...noContacts, ...both])).toEqual([]);
    expect(sentences([...noContacts, answer("contacts.roles", ["DAY_TO_DAY", "DECISION_MAKER"], id(11))])).toHaveLength(3);
  });

  it("promises are rows or an explicit word, and not both", () => {
    const none = without(full, "promises.none");
    expect(sentences(none)).toEqual(["Add the promises that were made, or say that none were made."]);
    expect(sentences([...none, answer("promises.none", false)])).toHaveLength(1);
    expect(sentences([...none, ...row("promises", id(31))])).toEqual([]);
    expect(sentences([...full, ...row("promises", id(31))])).toEqual(["You say that no promises were made, and list one. Remove one or the other."]);
  });

  it("a row that was begun is finished: the blocker names the row", () => {
    const brief = [...without(full, "promises.none"), ...row("promises", id(31)), answer("promises.where", "Mail", id(32))];
    expect(ask(brief).blockers).toMatchObject([
      { field: "promises.text", rowId: id(32), sentence: "Promise 2: Enter what was promised." },
      { field: "promises.type", rowId: id(32), sentence: "Promise 2: Choose what the promise is about." },
    ]);
  });

  it("what a contract needs follows its type", () => {
    const retainer = withAnswer(without(full, "commercial.recurring"), answer("commercial.contractType", "RETAINER"));
    expect(ask(retainer).blockers).toMatchObject([{ field: "commercial.recurring", rule: "P1.4", reason: "Needed because the contract type is retainer." }]);
    expect(sentences(withAnswer(retainer, answer("commercial.contractType", "FIXED")))).toEqual([]);
  });

  it("a question of the rubric cannot be left open", () => {
    const open: Answer = { field: "complexity.size", rowId: null, state: "UNKNOWN", value: null, unknown: { ownerId: id(1), due: "2027-01-01", risk: "It may grow." } };
    expect(sentences(withAnswer(full, open))).toEqual(["Choose an answer: How large is it?"]);
  });

  it("a team's template asks for more, and only where its condition holds", () => {
    const shopify = completeBrief(fieldsOf("shopify"));
    expect(ask(shopify, "SIMPLE", "shopify").blockers).toEqual([]);
    const noB2b = withAnswer(without(shopify, "custom.shopify.b2bDetail"), answer("custom.shopify.b2b", false));
    expect(ask(noB2b, "SIMPLE", "shopify").blockers).toEqual([]);
    const b2b = withAnswer(noB2b, answer("custom.shopify.b2b", true));
    expect(ask(b2b, "SIMPLE", "shopify").blockers).toMatchObject([
      { field: "custom.shopify.b2bDetail", reason: "Needed because “Do companies buy, too?” is yes." },
    ]);
  });
});

describe("P1.4 what does not count", () => {
  it.each(["N/A", "n.a.", "TBD", "tbd!!", "-", "--", "…", "?", "x", "xxx", "aaaa", "To be defined", "see contract", " . ", "“TBD”", "Don't know", "K.A.",
    "TBD / later", "n/a, n/a", "to be confirmed - tbd", "Lorem ipsum dolor sit amet, consectetur", "lorem ipsum", "see notes"])(
    "%j is filler", (text) => {
      expect(fillerReason(text, { label: "Goals" })).toMatch(/says nothing yet\.$/);
      expect(sentences(withAnswer(full, answer("purpose.goals", text)))).toEqual([expect.stringMatching(/^Enter the goals, in the client's words\. “.+” says nothing yet\.$/)]);
    });
  it("the label repeated is filler", () =>
    expect(fillerReason("goals in the client's words?", { label: "Goals in the client’s words" })).toBe("The label is repeated, without an answer."));
  it.each(["asdf", "asdfgh", "qwertz", "lkjh", "sdfsdf", "asdasdasd", "jklö asdf", "xcvbnm", "dfgkjh"])("%j is a hand on the keyboard", (text) =>
    expect(fillerReason(text, { label: "Goals" })).toMatch(/is no word\.$/));
  it("the example and the explanation repeated are filler", () => {
    const field = coreField("purpose.success");
    if (!field?.example || !field.help) throw new Error("The field has lost its words.");
    expect(fillerReason(`${field.example} `, field)).toBe("The example is repeated, without an answer.");
    expect(fillerReason(field.help.toUpperCase(), field)).toBe("The explanation is repeated, without an answer.");
    expect(sentences(withAnswer(full, answer("purpose.success", field.example)))).toHaveLength(1);
    expect(fillerReason(`${field.example} And the phone rings less.`, field)).toBeNull();
  });
  it("no word of the table's own labels, and no answer of the sample organisation, is filler", () => {
    const texts = readdirSync("lib/sample/clients").flatMap((file) => [...readFileSync(`lib/sample/clients/${file}`, "utf8").matchAll(/: "((?:[^"\\]|\\.){4,})"/g)].map(([, text = ""]) => text));
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => fillerReason(text, { label: "" }) !== null && !/^(open|unknown)$/i.test(text))).toEqual([]);
    expect(FIELDS.filter(({ label }) => fillerReason(label, { label: "" }) !== null)).toEqual([]);
  });
  it.each(["HTTPS", "SMTP", "Fjordata", "Strč prst skrz krk.", "None", "TOTO", "Postgres", "Kč", "rhythms", "DKNY"])("%j is a word", (text) => expect(fillerReason(text, { label: "Goals" })).toBeNull());
  it.each(["Everything", "None; all products are moved.", "14 %", "2", "11", "Not applicable to us before May, says Ms Brandt.", "Ω-3", "见合同附件"])(
    "%j is an answer", (text) => expect(fillerReason(text, { label: "Goals" })).toBeNull());
  it("blank is missing, and no filler", () => expect(sentences(withAnswer(full, answer("purpose.goals", " \n")))).toEqual(["Enter the goals, in the client's words."]));

  const unknown = (care: Partial<NonNullable<Answer["unknown"]>>): Answer => ({
    field: "dates.target", rowId: null, state: "UNKNOWN", value: null,
    unknown: { ownerId: id(1), due: "2027-01-10", risk: "We may miss the fair.", ...care },
  });
  it("unknown counts with an owner, a due date and the risk", () => {
    expect(sentences(withAnswer(full, unknown({})))).toEqual([]);
    expect(sentences(withAnswer(full, unknown({ ownerId: null })))).toEqual(["Enter the target date. If it is not known yet, name who finds out."]);
    expect(sentences(withAnswer(full, unknown({ due: null, risk: "tbd" })))).toEqual([
      "Enter the target date. If it is not known yet, say by when, and say what the risk is until then."]);
  });
  it("not applicable counts with a reason", () => {
    const na = (reason: string): Answer => ({ field: "scope.outOfScope", rowId: null, state: "NOT_APPLICABLE", value: null, reason });
    expect(sentences(withAnswer(full, na("A block of hours has no fixed scope.")))).toEqual([]);
    for (const reason of ["", "n/a"]) expect(sentences(withAnswer(full, na(reason)))).toEqual(["Enter what is out of scope. If it does not apply, say why."]);
  });

  it("one long text in two fields is pointed out, and blocks nothing", () => {
    const text = "The shop shows the real stock by Christmas, for both showrooms.";
    const twice = withAnswer(withAnswer(full, answer("purpose.goals", text)), answer("purpose.success", `${text.toUpperCase()}!`));
    expect(ask(twice)).toMatchObject({ blockers: [], warnings: [{ field: "purpose.success", sentence: "“Success criteria” says the same as “Goals, in the client's words”." }] });
  });
  it("the same text in a row and in a field, or twice in one list, is pointed out; two people may work for one company", () => {
    const text = "The new shop will be ready for the trade fair on 12 March.";
    const promise = (n: number, words: string) => row("promises", id(n), { "promises.text": words });
    const brief = [...without(full, "promises.none"), ...promise(31, "A newsletter"), ...promise(32, "a newsletter!"), ...promise(33, text)];
    expect(ask(withAnswer(brief, answer("scope.inScope", text))).warnings.map(({ field, rowId, sentence }) => [field, rowId, sentence])).toEqual([
      ["promises.text", id(32), "Promise 2 says the same as promise 1."],
      ["promises.text", id(33), "Promise 3 says the same as “What is in scope”."],
    ]);
  });
  it("filler in a cell that a row can do without is pointed out, and says which row", () => {
    const brief = [...without(full, "promises.none"), ...row("promises", id(31), { "promises.where": "tbd" })];
    expect(ask(brief)).toMatchObject({ blockers: [], warnings: [{ field: "promises.where", rowId: id(31), sentence: "Promise 1: Enter where it was said. “tbd” says nothing yet." }] });
  });
  it("P4.4 a promise that is not matched to the contract, or names no clause of it, is pointed out, and blocks nothing", () => {
    const brief = [
      ...without(full, "promises.none"), ...row("promises", id(31), { "promises.contract": "IN_CONTRACT" }).filter(({ field }) => field !== "promises.clause"),
      ...row("promises", id(32), { "promises.text": "Four weekends of support" }).filter(({ field }) => field !== "promises.contract"),
      ...row("promises", id(33), { "promises.text": "A lead in the first call", "promises.contract": "DECLINED" }).filter(({ field }) => field !== "promises.clause"),
    ];
    expect(ask(brief)).toMatchObject({ blockers: [], warnings: [
      { field: "promises.clause", rowId: id(31), rule: "P4.4", sentence: "Promise 1: Name its clause in the contract." },
      { field: "promises.contract", rowId: id(32), rule: "P4.4", sentence: "Promise 2: Match it to the contract: it is in there, to be renegotiated, or declined." },
    ] });
  });
  it("filler in an optional field is pointed out", () =>
    expect(ask(withAnswer(full, answer("client.about", "TBD")))).toMatchObject({ blockers: [], warnings: [{ field: "client.about" }] }));
  it("fewer than three things to know are pointed out", () =>
    expect(ask(withAnswer(full, answer("delivery.topThree", "One.\n\nTwo."))).warnings).toMatchObject([{ field: "delivery.topThree", rule: "P1.5" }]));
});

describe("the two numbers", () => {
  it("required is 100 exactly when nothing blocks, and quality never gates", () =>
    fc.assert(fc.property(anyAnswers, fc.constantFrom("SIMPLE", "COMPLEX", null), (answers, complexity) => {
      const { blockers, requiredPercent, qualityPercent, required } = ask(answers, complexity);
      expect(requiredPercent === 100).toBe(blockers.length === 0);
      expect(required.total - required.done).toBe(blockers.length);
      for (const percent of [requiredPercent, qualityPercent]) { expect(percent).toBeGreaterThanOrEqual(0); expect(percent).toBeLessThanOrEqual(100); }
    })));

  it("what quality misses is a list of names, each a link, and holds nothing that not every brief has", () => {
    const brief = without(without(without(full, "client.about"), "client.tradingName"), "purpose.goals");
    expect(ask(full).gaps.map(({ field }) => field)).not.toContain("client.about");
    expect(ask(brief).gaps.filter(({ section }) => section === "client" || section === "purpose")).toEqual([{ field: "client.about", section: "client", label: "What the client does" }]);
    expect(ask(brief).qualityPercent).toBeLessThan(ask(full).qualityPercent);
    expect(ask(without(full, "client.tradingName")).gaps).toEqual(ask(full).gaps);
  });

  it("one gap among hundreds of must-haves is still a gap", () => {
    const many = Array.from({ length: 150 }, (_, n) => row("promises", id(1_000 + n))).flat();
    const brief = withAnswer([...without(full, "promises.none"), ...many], answer("promises.text", "", id(1_000)));
    expect(ask(brief)).toMatchObject({ requiredPercent: 99, blockers: [{ field: "promises.text" }] });
  });

  it("B8 the order of the answers changes nothing; B7 every problem has a sentence, a reason and a rule", () =>
    fc.assert(fc.property(anyAnswers, (answers) => {
      const result = ask(answers);
      expect(ask([...answers].reverse())).toEqual(result);
      for (const { sentence, reason, rule, field } of [...result.blockers, ...result.warnings]) {
        expect(sentence).toMatch(/[.?]$/);
        expect(reason).toMatch(/[.]$/);
        expect(rule).toMatch(/^P(1\.[45]|4\.4)$/);
        expect(coreField(field) ?? field.startsWith("complexity.")).toBeTruthy();
      }
    })));

  it("the sections add up to the whole", () =>
    fc.assert(fc.property(anyAnswers, (answers) => {
      const { sections, required } = ask(answers);
      const sum = (key: "done" | "total") => Object.values(sections).reduce((total, section) => total + section[key], 0);
      expect([sum("done"), sum("total")]).toEqual([required.done, required.total]);
    })));

  it("more answers never make it less complete", () =>
    fc.assert(fc.property(fc.subarray(full.filter(({ rowId }) => rowId === null)), (some) => {
      const rest = full.filter(({ rowId }) => rowId !== null);
      expect(ask([...some, ...rest]).qualityPercent).toBeLessThanOrEqual(ask(full).qualityPercent);
    })));
});
