import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abridged } from "@/components/ui/abridge";
import { type Piece, wordDiff } from "@/components/ui/word-diff";

const said = (pieces: readonly Piece[]) => pieces.map(({ kind, text }) => `${{ same: "", removed: "-", added: "+" }[kind]}${text}`);
const joined = (pieces: readonly Piece[], without: Piece["kind"]) => pieces.filter(({ kind }) => kind !== without).map(({ text }) => text).join("");

describe("B4 the difference of two texts, word by word", () => {
  test("B4 says what went, then what came in its place, and takes neighbours together", () => {
    expect(said(wordDiff("1 March, hard", "15 March, hard: fair"))).toEqual(["-1", "+15", " March, hard", "+: fair"]);
    expect(said(wordDiff("the old shop stays", "the new store stays"))).toEqual(["the ", "-old shop", "+new store", " stays"]);
    expect(said(wordDiff("", "All new"))).toEqual(["+All new"]);
    expect(wordDiff("", "")).toEqual([]);
  });

  test("B4 a word that stayed by chance between longer changes goes with them, and a change of one word stays one word", () => {
    expect(said(wordDiff("The state of a job comes back to our CRM", "Quotes of many years are moved to the new portal"))).toHaveLength(2);
    expect(said(wordDiff("Live in March for the fair", "Live in May for the show"))).toEqual(["Live in ", "-March", "+May", " for the ", "-fair", "+show"]);
    expect(said(wordDiff("First the shop\nthen the warehouse", "Before all a portal\nlater everything else")).join("")).toContain("\n");
  });

  test("B4 keeps letters with their accents, emoji, flags and amounts whole, and divides Chinese", () => {
    expect(said(wordDiff("nai\u0308ve", "naive"))).toEqual(["-nai\u0308ve", "+naive"]);
    expect(said(wordDiff("team 👩‍💻 of 3", "team 👨‍💻 of 3"))).toEqual(["team ", "-👩‍💻", "+👨‍💻", " of 3"]);
    expect(said(wordDiff("to 🇸🇰", "to 🇵🇹"))).toEqual(["to ", "-🇸🇰", "+🇵🇹"]);
    expect(said(wordDiff("for 1,250.50 euros", "for 1,350.50 euros"))).toEqual(["for ", "-1,250.50", "+1,350.50", " euros"]);
    expect(said(wordDiff("我们今年开店", "我们明年开店"))).toEqual(["我们", "-今年", "+明年", "开店"]);
  });

  test("B4 the same letters in another encoding are no difference", () =>
    expect(wordDiff("Cafe\u0301 in Zürich", "Café in Zu\u0308rich").every(({ kind }) => kind === "same")).toBe(true));

  test("B4 holds both texts, whole", () => {
    const text = fc.array(fc.constantFrom("shop", "client", ",", " ", "\n", "é", "👩‍💻", "12", ". ", "店")).map((words) => words.join(""));
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      expect([joined(pieces, "added"), joined(pieces, "removed")]).toEqual([before, after]);
    }));
  });

  test("B4 goes no way round: what differs in one word is one word", () =>
    fc.assert(fc.property(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 40 }), fc.nat(), (words, at) => {
      const [before, after] = [words.join(" "), words.map((word, i) => (i === at % words.length ? "other" : word)).join(" ")];
      expect(wordDiff(before, after).filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual([words[at % words.length], "other"]);
    })));

  test("B4 finds single words in texts of 100 KB, and shows texts with nothing in common as replaced", () => {
    const sentence = (n: number) => `In week ${n} the team delivers part ${n * 7} of the shop to the client. `;
    const long = Array.from({ length: 1_600 }, (_, n) => sentence(n)).join("");
    expect(long.length).toBeGreaterThan(100_000);
    const changed = long.replace("part 700 of", "section 700 of").replace("week 1400", "month 1400");
    expect(said(wordDiff(long, changed)).filter((text) => /^[-+]/.test(text))).toEqual(["-part", "+section", "-week", "+month"]);
    const everywhere = Array.from({ length: 1_600 }, (_, n) => (n % 2 ? sentence(n) : `Nobody agreed on ${n}. `)).join("");
    const pieces = wordDiff(long, everywhere);
    expect([joined(pieces, "added"), joined(pieces, "removed")]).toEqual([long, everywhere]);
    const [a, b] = ["x ".repeat(50_000).trim(), "y ".repeat(50_000).trim()];
    expect(wordDiff(a, b)).toEqual([{ kind: "removed", text: a }, { kind: "added", text: b }]);
  });

  test("B4 compares sentence by sentence where too many words differ", () => {
    const before = Array.from({ length: 500 }, (_, n) => `Sentence ${n} stays as old as the old end of part ${n}.\n`).join("");
    const changed = wordDiff(before, before.replaceAll("old", "new")).filter(({ kind }) => kind !== "same");
    expect([changed.length, new Set(changed.map(({ text }) => text))]).toEqual([2_000, new Set(["old", "new"])]);
  });
});

describe("B4 a comparison as it is read", () => {
  const long = "The same words again and again. ".repeat(40);
  test("B4 leaves out long stretches that stayed, and counts them, at the ends too", () => {
    const shown = abridged([{ kind: "same", text: long }, { kind: "added", text: "new" }, { kind: "same", text: long }, { kind: "removed", text: "old" }, { kind: "same", text: long }]);
    expect(shown.map(({ kind, left }) => (left === undefined ? kind : `left ${kind}`))).toEqual(["left same", "same", "added", "same", "left same", "same", "removed", "same", "left same"]);
    const count = shown.reduce((sum, { left, text = "" }) => sum + (left ?? text.length), 0);
    expect(count).toBe(3 * long.length + 6);
    expect(shown[1]?.text).toMatch(/^[A-Z\w].*\. $/s);
  });
  test("B4 shows what is very long by its beginning, and cuts no letter in two", () => {
    const [shown, left] = abridged([{ kind: "added", text: "👩‍💻".repeat(1_000) }]);
    expect(shown?.text).toMatch(/^(👩‍💻)+$/u);
    expect((shown?.text?.length ?? 0) + (left?.left ?? 0)).toBe(5_000);
    expect(abridged([{ kind: "added", text: "short" }])).toEqual([{ kind: "added", text: "short" }]);
  });
});
