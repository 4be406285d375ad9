// Everything that `npm test` runs, and the one line it ends with. `--only types,lint,unit,db,build,e2e` runs some of it;
// further words are test files.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild, ensureClient } from "./build";
import { findChromium } from "./chromium";
import { startTemporaryCluster } from "./cluster";
import { NODE, ROOT } from "./run-node";
import { fillSample, startPortal } from "./test-portal";

const STEPS = ["types", "lint", "unit", "db", "build", "e2e"] as const;
type Step = (typeof STEPS)[number];
type Result = { passed: number; failed: number };

const RESULTS = join(ROOT, "test-results");
const say = (line: string): void => console.log(line);
const bin = (path: string): string => join(ROOT, "node_modules", path);

/** Tools that run now. Asked to stop, we stop them; what their steps started is then undone as after any failure. */
const running = new Set<ChildProcess>();
let isInterrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    isInterrupted = true;
    for (const child of running) child.kill(signal);
  });
}

/** Runs a tool to its end and answers with its exit code; quiet ones speak only when they fail. */
function tool(args: string[], { env = {}, isQuiet = false }: { env?: Record<string, string>; isQuiet?: boolean } = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(NODE, args, { cwd: ROOT, stdio: ["ignore", isQuiet ? "pipe" : "inherit", isQuiet ? "pipe" : "inherit"], env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env } });
    running.add(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", () => done(1));
    child.once("close", (code) => {
      running.delete(child);
      if (code !== 0 && said) say(said.trim());
      done(code ?? 1);
    });
  });
}

const one = (isGood: boolean): Result => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 });

async function types(): Promise<Result> {
  const isReady = (await tool([bin("next/dist/bin/next"), "typegen"], { isQuiet: true })) === 0;
  return one(isReady && (await tool([bin("typescript/bin/tsc"), "--noEmit"], { isQuiet: true })) === 0);
}

const lint = async (): Promise<Result> => one((await tool([bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"], { isQuiet: true })) === 0);

type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] };

/** A file that could not be read counts as one failure, and so does a run that broke off without a failing test. */
async function vitest(projects: string[], files: string[]): Promise<Result> {
  const report = join(RESULTS, "vitest.json");
  rmSync(report, { force: true });
  const code = await tool([bin("vitest/vitest.mjs"), "run", ...projects.flatMap((name) => ["--project", name]), "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, "--passWithNoTests", ...files]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Two portals: one with the sample organisation, and one that nobody has set up yet. */
async function e2e(files: string[]): Promise<Result> {
  const report = join(RESULTS, "e2e.json");
  rmSync(report, { force: true });
  const chromium = findChromium(say);
  const cluster = await startTemporaryCluster();
  const undo: (() => Promise<void>)[] = [cluster.stop];
  try {
    const sample = await startPortal(cluster, "sample");
    undo.push(sample.stop);
    const empty = await startPortal(cluster, "empty");
    undo.push(empty.stop);
    await fillSample(sample);
    const env = { CHROMIUM_PATH: chromium, E2E_BASE_URL: sample.url, E2E_OWNER_DATABASE_URL: sample.ownerUrl, E2E_SETUP_URL: empty.setUpLink, E2E_APP_DATABASE_URL: sample.appUrl, E2E_AUTH_SECRET: sample.authSecret };
    const code = await tool([bin("@playwright/test/cli.js"), "test", ...(files.length ? ["--no-deps"] : []), ...files], { env });
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { stats, errors } = JSON.parse(readFileSync(report, "utf8")) as PlaywrightReport;
    const failed = stats.unexpected + errors.length;
    if (stats.flaky) say(`Passed at the second try only: ${String(stats.flaky)}.`);
    return { passed: stats.expected + stats.flaky, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** A step that cannot run is a failure with its reason, not the end of the others. */
async function attempt(name: string, run: () => Promise<Result>): Promise<Result> {
  const began = Date.now();
  if (isInterrupted) return { passed: 0, failed: 1 };
  try {
    const result = await run();
    say(`${name}: ${String(result.passed)} passed, ${String(result.failed)} failed in ${String(Math.round((Date.now() - began) / 1000))} s.`);
    return result;
  } catch (error) {
    say(`${name} could not run: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const at = words.indexOf("--only");
  const wanted = at < 0 ? [...STEPS] : (words[at + 1] ?? "").split(",");
  const files = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const unknown = wanted.filter((word) => !STEPS.some((step) => step === word));
  if (unknown.length) throw new Error(`There is no step "${unknown.join(", ")}"; there are ${STEPS.join(", ")}.`);
  const isWanted = (step: Step): boolean => wanted.includes(step);

  mkdirSync(RESULTS, { recursive: true });
  await ensureClient();
  const projects = (["unit", "db"] as const).filter(isWanted);
  const results = (await Promise.all([
    isWanted("lint") ? attempt("Lint", lint).then((result) => [result]) : [],
    // The linter takes one core for as long as types and unit tests take the other.
    (async () => [
      ...(isWanted("types") ? [await attempt("Types", types)] : []),
      ...(projects.length ? [await attempt(`Tests (${projects.join(", ")})`, () => vitest(projects, files))] : []),
    ])(),
  ])).flat();
  if (isWanted("build") || isWanted("e2e")) {
    const build = await attempt("Build", async () => ensureBuild(say).then(() => ({ passed: 0, failed: 0 })));
    results.push(build);
    if (isWanted("e2e") && build.failed) say("The browser tests cannot run without a build.");
    else if (isWanted("e2e")) results.push(await attempt("Browser tests", () => e2e(files)));
  }
  const sum = (key: keyof Result): number => results.reduce((total, result) => total + result[key], 0);
  say(`${String(sum("passed"))} passed, ${String(sum("failed"))} failed`);
  return sum("failed") ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    say("0 passed, 1 failed");
    process.exit(1);
  },
);
