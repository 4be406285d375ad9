import fc from "fast-check";
import { expect, test } from "vitest";
import { command, type Command, interleaving, said } from "@/tests/support/sync/commands";
import { chooseInterleavings, CONFLICTS, REPLAYED, through } from "@/tests/support/sync/chosen";
import { OWNERS, World } from "@/tests/support/sync/world";

/** What goes wrong, if anything: after each command, and once everybody is back. */
function whatGoesWrong(commands: readonly Command[], owners: readonly [string, string]): string[] {
  const world = new World(owners);
  through(world.run({ do: "open", device: 0 }));
  through(world.run({ do: "open", device: 1 }));
  for (const [index, one] of commands.entries()) {
    through(world.run(one));
    const problems = world.problems();
    if (problems.length > 0) return [...problems, `after ${String(index + 1)}: ${said(one)}`];
  }
  through(world.settle());
  return world.left();
}

test("P1.3 in 10,000 interleavings of two devices, of two people or of one, nothing typed is lost, written over unseen, kept twice or under another name, and all ends settled", () => {
  fc.assert(fc.property(interleaving(40), fc.boolean(), (commands, isOnePerson) => { expect(whatGoesWrong(commands, isOnePerson ? ["sam", "sam"] : OWNERS)).toEqual([]); }), { numRuns: 10_000, seed: 20_261_125 });
}, 60_000);

test("P1.3 the interleavings that a browser replays are always the same, and hold every command and every kind of conflict", () => {
  const chosen = chooseInterleavings(REPLAYED.count, REPLAYED);
  const words = new Set(chosen.flatMap(({ commands }) => commands.map((one) => one.do)));
  const all = new Set(fc.sample(command, { seed: 1, numRuns: 1_000 }).map((one) => one.do));
  expect([...all].filter((word) => !words.has(word)).sort()).toEqual(["mine", "theirs"]); // chosen once everybody is back
  const moments = new Set(chosen.flatMap((one) => [...one.moments]));
  expect(CONFLICTS.filter((kind) => !moments.has(kind))).toEqual([]);
  expect(chooseInterleavings(REPLAYED.count, REPLAYED)).toEqual(chosen);
});
