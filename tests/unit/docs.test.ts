import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const markdown = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md")).map((name) => join(folder, name));
const PAGES = ["README.md", "CONTRIBUTING.md", ...markdown("docs"), ...markdown("docs/adr")];

/** Every rule of the protocol: so many in each chapter. */
const CHAPTERS = { B: 8, "P1.": 13, "P2.": 12, "P3.": 6, "P4.": 9, "P5.": 6, "P6.": 6, "P7.": 5, "P8.": 6, R: 6 };
const RULES = Object.entries(CHAPTERS).flatMap(([chapter, count]) => Array.from({ length: count }, (_, index) => `${chapter}${index + 1}`));

/** Links as `[text](target)`, without those in examples of code. */
const linksOf = (page: string): string[] =>
  [...read(page).replaceAll(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []);

/** How a heading is called in an address. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) => text.toLowerCase().replaceAll(/[^\w\s-]/g, "").trim().replaceAll(" ", "-"));

describe("the documents", () => {
  it.each(PAGES)("%s links only to what exists", (page) => {
    const broken = linksOf(page).filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [target = "", anchor] = link.split("#");
      const file = target === "" ? page : relative(ROOT, join(ROOT, dirname(page), target));
      if (!existsSync(join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it("name only scripts that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = PAGES.flatMap((page) => [...read(page).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, word]) => run ?? word ?? ""));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("list every setting of lib/platform/env.ts, and say its default", () => {
    const source = read("lib/platform/env.ts");
    const settings = [...source.slice(source.indexOf("const SETTINGS"), source.indexOf("export type Env")).matchAll(/^ {2}([A-Z_]+):(.*)$/gm)];
    expect(settings.length).toBeGreaterThan(5);
    const page = read("docs/running.md");
    expect(settings.map(([, name = ""]) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    const defaults = settings.flatMap(([, name, rest = ""]) => { const value = /\.default\("?([^")]+)"?\)/.exec(rest)?.[1]; return value && name !== "NODE_ENV" ? [{ name, value }] : []; });
    expect(defaults.filter(({ name, value }) => !new RegExp(`\\| \`${name}\` \\| \`${value.replaceAll(".", "\\.").replaceAll("_", "")}\` \\|`).test(page))).toEqual([]);
  });
});

describe("docs/protocol.md", () => {
  const [, kept = "", inPart = "", notYet = ""] = read("docs/protocol.md").split(/^## /m);
  const rows = (part: string) => part.split("\n").filter((line) => /^\| [BPR]\d/.test(line)).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const proven = [...rows(kept), ...rows(inPart)].map((cells) => {
    const [file = "", test = ""] = cells.slice(-2).map((cell) => relative(ROOT, resolve(ROOT, "docs", /\(([^)]+)\)/.exec(cell)?.[1] ?? "")));
    return { rule: cells[0] ?? "", file, test };
  });

  it("has every rule of the protocol, once", () => {
    const named = [...proven.map(({ rule }) => rule), ...rows(notYet).flatMap(([rules = ""]) => rules.split(", "))];
    expect(named.toSorted()).toEqual(RULES.toSorted());
  });

  it.each(proven)("$rule is named by the file that keeps it, and by a test", ({ rule, file, test }) => {
    const word = new RegExp(`(?<![\\w.])${rule.replace(".", "\\.")}(?!\\d|\\.\\d)`);
    expect(read(file)).toMatch(word);
    const names = [...read(test).matchAll(/\b(?:test|it|describe)(?:\.\w+)?(?:\([^()]*\))?\(\s*(["`])(.*?)\1/gs)].map(([, , name]) => name);
    expect(names.filter((name) => word.test(name ?? ""))).not.toEqual([]);
  });
});
