import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { takeTurns } from "@/scripts/turns";

function aServer(atOnce = 2) {
  const turn = takeTurns({ atOnce, patienceMs: 1_000 });
  const drawn: string[] = [];
  const ask = (name: string) => {
    const response = new EventEmitter();
    turn(response as never, () => drawn.push(name));
    return { close: () => void response.emit("close") };
  };
  return { ask, drawn };
}

describe("the turns of pages", () => {
  it("are taken in order, so many at a time, and each ends with its answer", () => {
    const { ask, drawn } = aServer();
    const [a, b] = ["a", "b", "c", "d", "e"].map(ask);
    expect(drawn).toEqual(["a", "b"]);
    b?.close();
    expect(drawn).toEqual(["a", "b", "c"]);
    a?.close();
    expect(drawn).toEqual(["a", "b", "c", "d"]);
  });

  it("are not taken by who has left the line, and leave no place empty", () => {
    const { ask, drawn } = aServer(1);
    const [a, b, c] = ["a", "b", "c"].map(ask);
    b?.close();
    a?.close();
    expect(drawn).toEqual(["a", "c"]);
    c?.close();
    ask("d");
    expect(drawn).toEqual(["a", "c", "d"]);
  });

  it("come after a second at the latest, whatever the others wait for; and the line goes on in its measure", () => {
    vi.useFakeTimers();
    try {
      const { ask, drawn } = aServer(1);
      const [a, b] = ["a", "b"].map(ask);
      vi.advanceTimersByTime(999);
      expect(drawn).toEqual(["a"]);
      vi.advanceTimersByTime(1);
      expect(drawn).toEqual(["a", "b"]);
      ask("c");
      a?.close();
      expect(drawn).toEqual(["a", "b"]);
      b?.close();
      expect(drawn).toEqual(["a", "b", "c"]);
      vi.advanceTimersByTime(5_000);
      expect(drawn, "nothing is drawn twice").toEqual(["a", "b", "c"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("are drawn in the context of their own request, whoever made room: a long line holds on to nobody who has gone", () => {
    const request = new AsyncLocalStorage<string>();
    const turn = takeTurns({ atOnce: 1, patienceMs: 1_000 });
    const seen: (string | undefined)[] = [];
    const responses = ["a", "b", "c"].map((name) => {
      const response = new EventEmitter();
      request.run(name, () => turn(response as never, () => seen.push(request.getStore())));
      return response;
    });
    for (const [at, response] of responses.entries()) request.run(`the end of ${at}`, () => response.emit("close"));
    expect(seen).toEqual(["a", "b", "c"]);
  });
});
