import { AsyncResource } from "node:async_hooks";
import type { ServerResponse } from "node:http";

type Settings = { /** How many are drawn at the same time. */ atOnce: number; /** Who has waited this long is drawn all the same: others may be waiting for a slow database. */ patienceMs: number };

/**
 * Pages are drawn in the order in which they were asked for, a few at a time: more at once would not be sooner, hold more memory, and
 * each wait for the others. A turn ends with its answer, or with the reader who has left; one who leaves the line is not drawn.
 * Each is drawn in the context of its own request, not of the one that made room: else every page would hold on to the one before it.
 */
export function takeTurns({ atOnce, patienceMs }: Settings): (response: Pick<ServerResponse, "once">, draw: () => void) => void {
  const line = new Set<() => void>();
  let drawn = 0;
  return (response, draw) => {
    let isDrawn = false;
    const begin = AsyncResource.bind(() => {
      leave();
      isDrawn = true;
      drawn++;
      draw();
    });
    const timer = drawn < atOnce ? undefined : setTimeout(begin, patienceMs);
    const leave = () => {
      clearTimeout(timer);
      line.delete(begin);
    };
    response.once("close", () => {
      if (!isDrawn) return leave();
      drawn--;
      const [first] = line;
      if (drawn < atOnce) first?.();
    });
    if (timer === undefined) begin();
    else line.add(begin);
  };
}
