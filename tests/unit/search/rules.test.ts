import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VISIBILITIES } from "@/lib/policies/fields";
import { type FoundText, passageOf } from "@/lib/search/rules/passage";
import { letterOf, questionOf } from "@/lib/search/rules/question";
import { readingsOf } from "@/lib/search/rules/readers";
import { mayMean } from "@/lib/search/rules/typo";
import { plain, searchWords } from "@/lib/search/rules/words";

const ALL = [...VISIBILITIES];
const anyText = fc.array(fc.integer({ min: 1, max: 0xd7ff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));
const text = (said: string, more: Partial<FoundText> = {}): FoundText => ({ visibility: "all", field: "scope.inScope", label: "In scope", text: said, ...more });

describe("words", () => {
  it("are in small letters, without accents, apart at punctuation", () =>
    expect(searchWords("Müller & Söhne: e-commerce, HO-12 (2027)")).toEqual(["muller", "sohne", "e", "commerce", "ho", "12", "2027"]));
  it("are never more than can be compared, and never empty, for any text", () =>
    fc.assert(fc.property(anyText, (any) => searchWords(any).every((word) => word !== "" && [...word].length <= 30))));
});

describe("what is asked", () => {
  it("each visibility has a letter of its own, so that none is mistaken for another", () =>
    expect(new Set(VISIBILITIES.map(letterOf)).size).toBe(VISIBILITIES.length));
  const asked = (words: string[], readable = ["all"] as (typeof ALL)[number][], often = {}) => questionOf(words.map((word) => ({ word, ids: [] })), readable, new Map(Object.entries(often)));
  it("a field that may not be read is never asked for", () => expect(asked(["brandt"], ["all", "technical"])).toEqual({ indexed: "('abrandt':*|'tbrandt':*)", looked: null }));
  it("short words are whole words, and names may stand for a word", () =>
    expect(questionOf([{ word: "ho", ids: ["1"] }, { word: "shop", ids: [] }], ["all"]).indexed).toBe("('aho'|'@1')&('ashop':*)"));
  it("a frequent word is looked up in what a rarer one finds", () =>
    expect(asked(["shop", "quince"], ["all"], { ashop: 0.004, ashops: 0.003 })).toEqual({ indexed: "('aquince':*)", looked: "('ashop':*)" }));
  it("frequent words alone are whole words, where the whole word is what is frequent", () =>
    expect(asked(["shop", "sho"], ["all"], { ashop: 0.2 })).toEqual({ indexed: "('ashop')&('asho':*)", looked: null }));
  it("how frequent a word is in fields that may not be read does not matter", () =>
    expect(asked(["shop", "quince"], ["all"], { cshop: 0.9 })).toEqual({ indexed: "('ashop':*)&('aquince':*)", looked: null }));
  it("no text that is typed leaves its quotes", () =>
    fc.assert(fc.property(anyText, (any) => !asked(searchWords(any)).indexed.replace(/'a[^'\\]*'/g, "").includes("'"))));
});

describe("a typo", () => {
  it("is a letter too many, one missing, a wrong one, or two that changed places", () => {
    for (const word of ["brandtt", "brndt", "brantd", "brand", "brendt", "optyk", "andt"]) expect([word, mayMean(word, "Brandt Optik")]).toEqual([word, true]);
    for (const word of ["brunner", "bridge", "weber", "ptk"]) expect([word, mayMean(word, "Brandt Optik")]).toEqual([word, false]);
    expect(mayMean("website", "Jonas Weber")).toBe(false);
    expect(mayMean("aetlier", "Atelier Rousseau-Lemaître")).toBe(true);
    expect(mayMean("lemaitr", "Atelier Rousseau-Lemaître")).toBe(true);
  });
  it("is found whatever the slip, in any name that is long enough", () =>
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.nat(), fc.constantFrom("drop", "swap", "double"), (name, n, slip) => {
      const i = n % (name.length - 1);
      const typed = slip === "drop" ? name.slice(0, i) + name.slice(i + 1) : slip === "double" ? name.slice(0, i + 1) + name.slice(i) : name.slice(0, i) + (name[i + 1] ?? "") + (name[i] ?? "") + name.slice(i + 2);
      return mayMean(typed, name);
    })));
});

describe("who is asked about", () => {
  const team = (role: "MANAGER" | "PM", kind: "SALES" | "DELIVERY", teamId: string) => ({ role, kind, teamId });
  it("a lead reads no commercial field; writers, the PM and managers do", () => {
    const readings = readingsOf({ id: "me", memberships: [team("MANAGER", "DELIVERY", "wp"), team("MANAGER", "SALES", "s")] }, ["sam"]);
    const all = ["all", "commercial", "internal", "technical"];
    expect(readings).toEqual([
      { readers: ["wme", "pme"], readable: all, isMany: false },
      { readers: ["lme"], readable: ["all", "internal", "technical"], isMany: false },
      { readers: ["twp", "osam"], readable: all, isMany: true },
    ]);
  });
  it("who manages nobody asks for no team and no owner", () =>
    expect(readingsOf({ id: "me", memberships: [team("PM", "DELIVERY", "wp")] }, []).flatMap(({ readers }) => readers).sort()).toEqual(["lme", "pme", "wme"]));
});

describe("the passage", () => {
  const shown = (texts: FoundText[], words: string[], readable = ALL) => {
    const passage = passageOf(texts, words, readable);
    return passage && `${passage.label}: ${passage.pieces.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join("")}`;
  };
  it("marks the beginnings that were looked for", () => expect(shown([text("The Müllers' webshop")], ["muller", "web"])).toBe("In scope: The [Müller]s' [web]shop"));
  it("is of the field that holds most of the words", () =>
    expect(shown([text("A shop"), text("Shop and blog", { label: "Goals" })], ["shop", "blog"])).toBe("Goals: [Shop] and [blog]"));
  it("is never of a field that may not be read, even where another matches less", () =>
    expect(shown([text("A shop"), text("Shop and blog", { visibility: "commercial", label: "Terms" })], ["shop", "blog"], ["all"])).toBe("In scope: A [shop]"));
  it("is nothing where only a name was found", () => expect(shown([text("A shop")], ["brandt"])).toBeNull());
  it("is short, around the word, and cut at words", () => {
    const long = `${"before ".repeat(50)}needle ${"after ".repeat(80)}`;
    const said = shown([text(long)], ["needle"]) ?? "";
    expect(said).toMatch(/^In scope: …before .*\[needle\] after .*after…$/);
    expect(said.length).toBeLessThan(230);
  });
  it("says what the text says, for any text", () =>
    fc.assert(fc.property(anyText, fc.string({ minLength: 1, maxLength: 3 }), (any, word) => {
      const passage = passageOf([text(any)], [plain(word)], ALL);
      expect(passage === null || any.includes(passage.pieces.map((piece) => piece.text).join("").replace(/^…|…$/g, ""))).toBe(true);
    })));
});
