import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDERS = ["app", "components", "lib"];
const files = FOLDERS.filter((dir) => existsSync(path.join(ROOT, dir)))
  .flatMap((dir) => readdirSync(path.join(ROOT, dir), { recursive: true, encoding: "utf8" }).map((f) => `${dir}/${f}`))
  .filter((f) => /\.tsx?$/.test(f) && !f.includes("/generated/"));
const sources = new Map(files.map((f) => [f, readFileSync(path.join(ROOT, f), "utf8")]));
const source = (f: string) => sources.get(f) ?? "";

/** What a file needs at run time: imports, re-exports, `import()`. Types couple nothing, so they are free. */
const readImports = (f: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) && !typesOnly(node.importClause) ? node.moduleSpecifier
      : ts.isExportDeclaration(node) && !node.isTypeOnly ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0]
      : undefined;
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(resolve(f, specifier.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(f, source(f), ts.ScriptTarget.Latest, false, f.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
};
const typesOnly = (clause?: ts.ImportClause) =>
  clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
  (!!clause && !clause.name && !!clause.namedBindings && ts.isNamedImports(clause.namedBindings) &&
    clause.namedBindings.elements.every((e) => e.isTypeOnly));
const resolve = (from: string, to: string) =>
  (to.startsWith(".") ? path.posix.join(path.posix.dirname(from), to) : to.replace(/^@\//, "")).replace(/\.tsx?$/, "");
const importsOf = new Map(files.map((f) => [f, readImports(f)]));
const imports = (f: string) => importsOf.get(f) ?? [];

/** A layer may use what stands after it, and itself. A folder of lib/ that is not named here is a feature. */
const LAYERS = [
  ["app"], ["components"], ["jobs"], ["sample"], ["feature"], ["http"], ["emails", "calendar", "pdf", "hubspot", "slack"], ["events"],
  ["auth"], ["platform"],
];
const folder = (f: string) => (f.startsWith("lib/") ? f.split("/")[1]! : f.split("/")[0]!);
const isSupport = (f: string) => LAYERS.flat().includes(folder(f));
const isFeature = (f: string) => f.startsWith("lib/") && !isSupport(f);
const layer = (f: string) => LAYERS.findIndex((names) => names.includes(isFeature(f) ? "feature" : folder(f)));
const isOurs = (i: string) => FOLDERS.includes(i.split("/")[0]!);

const WORD =
  /^lib\/[^/]+\/((schema|fields|lifecycle|policy|queries|commands|actions|events|format)|(rules|queries|commands|actions|fields|defaults)\/[a-z-]+)\.tsx?$/;
const PURE =
  /^lib\/([^/]+\/(schema|fields|lifecycle|policy|format|roles|events)|[^/]+\/(rules|fields|defaults)\/[^/]+|events\/(define|registry|changes)|platform\/(errors|database-down|text|time|business-time|zones|intl))(\.ts)?$/;
/** Besides each other, pure files may use these at run time. */
const PURE_MAY_USE = /^(zod|@date-fns\/tz(\/.+)?|date-fns|lib\/platform\/generated\/enums|lib\/auth\/ctx)$/;
const IMPURE = /new Date\(\)|Date\.now|performance\.now|Math\.random|randomUUID|process\.env|\bfetch\(/;
const REGISTRY = "lib/events/registry.ts";
const MAY_USE_DB = /^lib\/([^/]+\/(queries|commands)(\.ts|\/)|events\/(append|latest|verify)\.ts|jobs\/|sample\/|auth\/|platform\/)/;

const breaches = (rule: (f: string) => string | false | null | undefined) =>
  files.flatMap((f) => { const why = rule(f); return why ? [`${f}: ${why}`] : []; });

describe("architecture", () => {
  it("finds the source", () => {
    expect(files.length).toBeGreaterThan(150);
    expect([...importsOf.values()].flat().length).toBeGreaterThan(500);
  });
  it("imports point downwards; only the registry looks up, at the features' events", () =>
    expect(breaches((f) => imports(f).filter(isOurs).find((i) =>
      layer(i) < layer(f) && !(f === REGISTRY && /^lib\/[^/]+\/events$/.test(i))))).toEqual([]));
  it("a feature uses only the agreed words", () =>
    expect(breaches((f) => isFeature(f) && !WORD.test(f) && "not in the vocabulary")).toEqual([]));
  it("pure files do no IO and read no clock (B8)", () =>
    expect(breaches((f) => PURE.test(f) &&
      (imports(f).find((i) => !PURE.test(i) && !PURE_MAY_USE.test(i)) ?? IMPURE.exec(source(f))?.[0]))).toEqual([]));
  it("the database is reached from a few places, all of them server-only", () => {
    const db = /^lib\/platform\/(db|generated\/client)$/;
    expect(breaches((f) => !MAY_USE_DB.test(f) && imports(f).find((i) => db.test(i)))).toEqual([]);
    expect(breaches((f) => imports(f).some((i) => db.test(i)) && !imports(f).includes("server-only") && "not server-only")).toEqual([]);
  });
  it("components use only pure files and actions", () =>
    expect(breaches((f) => f.startsWith("components/") &&
      imports(f).find((i) => i.startsWith("lib/") && !PURE.test(i) && !PURE_MAY_USE.test(i) && !/\/actions(\/[a-z-]+)?$/.test(i)))).toEqual([]));
  it("settings, sessions and the network each have one owner", () =>
    expect(breaches((f) =>
      (!f.startsWith("lib/platform/env") && source(f).includes("process.env") && "process.env") ||
      (!f.startsWith("lib/auth/") && imports(f).find((i) => i.startsWith("next-auth"))) ||
      (f.startsWith("lib/") && f !== "lib/platform/outbound-http.ts" && /\bfetch\(/.test(source(f)) && "fetch"))).toEqual([]));
  it("every page of the portal goes through its door, which says without a script what was not found", () =>
    expect(breaches((f) => /^app\/\((portal|presenting)\)\/.*page\.tsx$/.test(f) && /\bawait\b/.test(source(f)) &&
      !source(f).includes("export default portalPage(") && "no portalPage")).toEqual([]));
  it("nothing in the portal calls Next's notFound(), which draws nothing on the server", () =>
    expect(breaches((f) => /\bnotFound\b/.test(source(f).replaceAll("`notFound()`", "")) && "notFound")).toEqual([]));
  it("every feature's events are registered", () =>
    expect(imports(REGISTRY).sort()).toEqual(expect.arrayContaining(
      files.filter((f) => isFeature(f) && f.endsWith("/events.ts")).map((f) => f.replace(/\.ts$/, "")))));
  it("only move() writes a handover's status (B1)", () =>
    expect(breaches((f) => f.startsWith("lib/handovers/commands/") && f !== "lib/handovers/commands/move.ts" &&
      /handover\.(update|updateMany|upsert)\([^;]*\bstatus:/s.test(source(f)) && "writes the status")).toEqual([]));
  it("features do not depend on each other's queries and commands in a circle; pure files are free to meet", () => {
    const uses = Map.groupBy(files.filter(isFeature), folder);
    const next = (name: string) =>
      new Set((uses.get(name) ?? []).flatMap(imports).filter((i) => isFeature(i) && !PURE.test(i)).map(folder).filter((n) => n !== name));
    const reach = (name: string, seen = new Set<string>()): Set<string> => {
      for (const n of next(name)) if (!seen.has(n)) { seen.add(n); reach(n, seen); }
      return seen;
    };
    expect([...uses.keys()].filter((name) => reach(name).has(name))).toEqual([]);
  });
});
