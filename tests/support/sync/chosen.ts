import fc from "fast-check";
import { type Command, interleaving } from "./commands";
import { ORDER } from "./device";
import { type Pause, World } from "./world";

/** One of the model's interleavings, without the commands that found nothing to do. */
export type Chosen = { owners: readonly [string, string]; commands: Command[]; /** What happens in it: each command, in the state that it met. */ moments: ReadonlySet<string> };

/** What a real browser replays (tests/e2e/replay.spec.ts). */
export const REPLAYED = { count: 20, seed: 20_261_128 };

const SAMPLE = 2_000;
/** Opening a page is what takes a real browser long. */
const MOST = { commands: 12, opens: 4 };
const BEGINNING: Command[] = [{ do: "open", device: 0 }, { do: "open", device: 1 }];

/** In the model nothing takes time. */
export const through = (steps: Generator<Pause>): void => { for (const _ of steps); };

/**
 * So many of the model's own interleavings, always the same for a seed: those in which, together, most different things
 * happen. By turns both devices are one person's, or two people's.
 */
export function chooseInterleavings(count: number, { seed }: { seed: number }): Chosen[] {
  const owned = (index: number): Chosen["owners"] => (index % 2 === 0 ? ["sam", "sue"] : ["sam", "sam"]);
  const left = fc.sample(interleaving(40), { seed, numRuns: SAMPLE }).map((commands, index) => eventful([...BEGINNING, ...commands], owned(index)));
  const seen = new Set<string>();
  const chosen: Chosen[] = [];
  while (chosen.length < count) {
    const owners = owned(chosen.length);
    const fresh = ({ moments }: Chosen) => [...moments].filter((moment) => !seen.has(moment)).length;
    const best = left.filter((one) => one.owners.join() === owners.join() && !chosen.includes(one)).reduce((a, b) => (fresh(b) > fresh(a) ? b : a));
    chosen.push(best);
    for (const moment of best.moments) seen.add(moment);
  }
  return chosen;
}

function eventful(all: readonly Command[], owners: Chosen["owners"]): Chosen {
  const world = new World(owners);
  const commands: Command[] = [];
  const moments = new Set<string>();
  for (const command of all) {
    if (commands.length === MOST.commands || (command.do === "open" && commands.filter(({ do: word }) => word === "open").length === MOST.opens)) continue;
    const [before, circumstances] = [world.digest(), stateOf(world, command)];
    through(world.run(command));
    if (world.digest() === before) continue;
    commands.push(command);
    moments.add(`${command.do}, ${circumstances}`);
  }
  for (const _ of world.settle()) for (const kind of conflictsIn(world)) moments.add(kind);
  return { owners, commands, moments };
}

function stateOf({ devices }: World, command: Command): string {
  const pages = "device" in command ? (devices[command.device]?.pages ?? []) : devices.flatMap((device) => device.pages);
  const page = "page" in command ? pages[command.page % Math.max(1, pages.length)] : undefined;
  const { door, inFlight, isOffline, failures } = page?.state ?? { door: "", inFlight: null, isOffline: false, failures: 0 };
  return [door, inFlight && "under way", isOffline && "offline", failures > 0 && "failed", page && page.conflicts().length > 0 && "in conflict"].filter(Boolean).join(" ");
}

export const CONFLICTS = ["two answers", "two orders", "a removed row that was typed in", "a changed row that was to be removed"] as const;

const conflictsIn = ({ devices }: World): (typeof CONFLICTS)[number][] =>
  devices.flatMap(({ pages }) => pages.flatMap(({ state }) => [...state.items].flatMap(([key, { conflict }]) =>
    !conflict ? [] : conflict.cells ? [CONFLICTS[3]] : key === ORDER ? [CONFLICTS[1]] : conflict.current.removed ? [CONFLICTS[2]] : [CONFLICTS[0]])));
