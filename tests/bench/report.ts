import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import type { Round } from "./load";

/** One comparison; `target` is the least that ours may be of the floor, where there is one. */
export type Line = { what: string; ours: Round; floor: Round; target?: number };

/** One page at one size of the organisation. */
export type Growth = { what: string; size: number; ours: Round; floor: Round };

export type Figures = {
  lines: readonly Line[];
  growth: readonly Growth[];
  /** Bytes after gzip. */
  floorScript: number;
  scripts: readonly (readonly [string, number])[];
  /** MB, by process. */
  memory: Record<string, number>;
  /** Seconds. */
  starts: { cold: number; second: number } | null;
  conditions: { rounds: number; growthRounds: number; seconds: number; batch: number; isQuick: boolean };
};

const SCRIPT_BUDGET = 60;
const MEMORY_BUDGET = 500;

/** The figures with their conditions, as a page of Markdown. */
export function report({ lines, growth, floorScript, scripts, memory, starts, conditions }: Figures): string {
  const whole = (n: number) => n.toFixed(n < 10 ? 1 : 0);
  const kb = (bytes: number) => (bytes / 1000).toFixed(1);
  const verdict = (isMet: boolean) => (isMet ? "met" : "**missed**");
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const [cpu] = cpus();
  const total = Object.values(memory).reduce((sum, mb) => sum + mb, 0);
  return [
    "# Bench",
    "",
    `Commit ${commit}, ${new Date().toISOString().slice(0, 10)}. ${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.version}.`,
    `Production build, 10,000 handovers, loopback, 16 connections; load, portal, floor and Postgres share the machine. ${conditions.rounds} alternating rounds of ${conditions.seconds} s (acceptances: ${conditions.batch} fresh handovers a round); medians.${conditions.isQuick ? " A quick run: no figure counts." : ""}`,
    "The floor is a bare Next.js page that reads the same rows with `pg` and shows as many table rows; for acceptances a bare route handler that sends the same SQL, recorded from the command, with `pg`.",
    "",
    "| | requests/s | floor | ratio | target | p50 ms | floor | p99 ms | floor | failed |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...lines.map(({ what, ours, floor, target }) => {
      const ratio = ours.rps / floor.rps;
      const aim = target === undefined ? "" : `${target}, ${verdict(ratio >= target)}`;
      return `| ${what} | ${whole(ours.rps)} | ${whole(floor.rps)} | ${ratio.toFixed(2)} | ${aim} | ${whole(ours.p50)} | ${whole(floor.p50)} | ${whole(ours.p99)} | ${whole(floor.p99)} | ${ours.failed + floor.failed} |`;
    }),
    "",
    ...growthTable(growth, conditions.growthRounds),
    `JavaScript before anybody touches the page, gzip; the bare page loads ${kb(floorScript)} KB:`,
    "",
    "| page | KB | beyond the bare page | target |",
    "| --- | ---: | ---: | --- |",
    ...scripts.map(([what, size]) => `| ${what} | ${kb(size)} | ${kb(size - floorScript)} | ${SCRIPT_BUDGET}, ${verdict((size - floorScript) / 1000 <= SCRIPT_BUDGET)} |`),
    "",
    `Memory at its highest: ${Object.entries(memory).map(([name, mb]) => `${name} ${mb} MB`).join(", ")}; together ${total} MB, target ${MEMORY_BUDGET}, ${verdict(total <= MEMORY_BUDGET)}.`,
    "",
    starts
      ? `\`npm start\`: ${starts.cold.toFixed(1)} s in a fresh clone with the packages installed (build, new database), ${starts.second.toFixed(1)} s the second time (target 10, ${verdict(starts.second <= 10)}).`
      : "Starts were not timed.",
    "",
  ].join("\n");
}

const LEAST_KEPT = 0.9;

/** How little a page slows down when the organisation grows: its own requests/s against those at the smallest size. The floor's are shown beside it. */
function growthTable(growth: readonly Growth[], rounds: number): string[] {
  const whole = (n: number) => n.toFixed(n < 10 ? 1 : 0);
  const ratio = ({ ours, floor }: Growth) => ours.rps / floor.rps;
  const tail = ({ p50, p99 }: Round) => (p99 / p50).toFixed(1);
  return [
    `As the organisation grows (what lies beyond 10,000 belongs to 200 more PMs; ${rounds} rounds):`, "",
    "| | handovers | requests/s | floor | ratio | kept of it | p99 / p50 | floor |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...growth.map((one) => {
      const first = growth.find(({ what }) => what === one.what);
      const kept = first && first !== one ? one.ours.rps / first.ours.rps : null;
      return `| ${one.what} | ${one.size.toLocaleString("en-GB")} | ${whole(one.ours.rps)} | ${whole(one.floor.rps)} | ${ratio(one).toFixed(2)} | ${kept === null ? "" : `${kept.toFixed(2)} (at least ${LEAST_KEPT}, ${kept >= LEAST_KEPT ? "met" : "**missed**"})`} | ${tail(one.ours)} | ${tail(one.floor)} |`;
    }),
    "",
  ];
}
