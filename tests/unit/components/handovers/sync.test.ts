import fc from "fast-check";
import { expect, test } from "vitest";
import { type Command, interleaving, said } from "@/tests/support/sync/commands";
import { World } from "@/tests/support/sync/world";

/** What goes wrong, if anything: after each command, and once everybody is back. */
function whatGoesWrong(commands: readonly Command[]): string[] {
  const world = new World();
  world.run({ do: "open", device: 0 });
  world.run({ do: "open", device: 1 });
  for (const [index, command] of commands.entries()) {
    world.run(command);
    const problems = world.problems();
    if (problems.length > 0) return [...problems, `after ${String(index + 1)}: ${said(command)}`];
  }
  return world.settle();
}

test("P1.3 in 10,000 interleavings of two devices nothing typed is lost, written over unseen, kept twice or under another name, and all ends settled", () => {
  fc.assert(fc.property(interleaving(40), (commands) => { expect(whatGoesWrong(commands)).toEqual([]); }), { numRuns: 10_000, seed: 20_261_125 });
}, 60_000);
