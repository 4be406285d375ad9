import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Change, Outcome } from "@/components/handovers/brief/change";
import { openOutbox } from "@/components/handovers/brief/outbox";
import { createSaver, type SaveView } from "@/components/handovers/brief/saver";
import { keepAnswer, type Standing } from "@/lib/handovers/rules/keep-answer";

const WHERE = { field: "purpose.goals", rowId: null };
const text = (value: string) => ({ state: "VALUE" as const, value });

/** What the portal keeps, and how it answers: by the rule that the command asks. */
class Portal {
  kept = new Map<string, Standing>();
  /** How the next requests end: answered, never reached, or written without the answer coming back. */
  fate: ("down" | "lost" | 401 | 409 | 503)[] = [];
  requests = 0;

  request = (_: string, { body }: RequestInit): Promise<Response> => {
    this.requests++;
    const fate = this.fate.shift();
    if (fate === "down") return Promise.reject(new TypeError("Failed to fetch"));
    if (typeof fate === "number") return Promise.resolve(Response.json({ message: "The brief cannot be changed." }, { status: fate }));
    const { changes = [] } = JSON.parse(String(body)) as { changes?: (Change & { mark?: string })[] };
    const answers = changes.map((change) => this.keep(change));
    return fate === "lost" ? Promise.reject(new TypeError("Failed to fetch")) : Promise.resolve(Response.json({ answers, savedAt: "2030-01-02T10:00:00Z" }));
  };

  private keep({ field, rowId, base, value, mark }: Change & { mark?: string }): Outcome {
    const key = `${field}:${rowId ?? ""}`;
    if (value === "secret") return { field, rowId, outcome: "refused", reason: "This looks like a password.", isSecret: true };
    if (value === "refused") return { field, rowId, outcome: "refused", reason: "This cannot be kept." };
    const now = this.kept.get(key) ?? null;
    const decided = keepAnswer(now, { state: "VALUE", value, base, mark });
    if (decided.outcome === "conflict") return { field, rowId, outcome: "conflict", current: { state: "VALUE", value: now?.value ?? null, revision: now?.revision ?? 0, mark: now?.mark, by: "Sue", at: "2030-01-02T09:59:00Z" } };
    if (decided.outcome === "write") this.kept.set(key, { state: "VALUE", value, revision: decided.revision, mark: mark ?? null });
    return { field, rowId, outcome: "saved", revision: decided.revision };
  }

  get goals() { return this.kept.get("purpose.goals:")?.value; }
}

class Device implements Storage {
  [name: string]: unknown;
  get length() { return Object.keys(this).length; }
  clear() { for (const key of Object.keys(this)) delete this[key]; }
  getItem(key: string) { return (this[key] as string | undefined) ?? null; }
  key(index: number) { return Object.keys(this)[index] ?? null; }
  removeItem(key: string) { delete this[key]; }
  setItem(key: string, value: string) { this[key] = value; }
}

/** One open page: its timers run when the test says so. */
function openPage(portal: Portal, device: Device, locks?: LockManager) {
  let view: SaveView | null = null;
  let planned: (() => void) | null = null;
  let clock = 0;
  const surroundings = { isOnline: true };
  const saver = createSaver({
    url: "/answers", userId: "sam", outbox: openOutbox(device, locks, { userId: "sam", handoverId: "one" }), request: portal.request,
    isOnline: () => surroundings.isOnline, now: () => ++clock,
    later: (run) => { planned = run; return () => { planned = null; }; },
    report: (next) => { view = next; },
  });
  const settle = async () => { for (let turn = 0; turn < 30; turn++) await Promise.resolve(); };
  return {
    saver, surroundings, settle,
    get view() { if (!view) throw new Error("Nothing was reported."); return view; },
    type: (value: string, base = 0) => saver.type(WHERE, text(value), { base }),
    /** The planned moment comes: typing has stopped, or it is time to try again. */
    async wait() { const run = planned; planned = null; run?.(); await settle(); },
  };
}

let portal: Portal;
let device: Device;
beforeEach(() => { portal = new Portal(); device = new Device(); });

describe("P1.3: what is typed", () => {
  test("is on the device before it is sent, and off it once the portal has it", async () => {
    const page = openPage(portal, device);
    page.type("Real stock by Christmas");
    expect(device.length).toBe(1);
    expect(portal.requests).toBe(0);
    await page.wait();
    expect([portal.goals, device.length, page.view.state]).toEqual(["Real stock by Christmas", 0, "saved"]);
  });

  test("survives a portal that is down: tried again until it is kept", async () => {
    const page = openPage(portal, device);
    portal.fate = ["down", 503, "down"];
    page.type("one");
    for (let attempt = 0; attempt < 3; attempt++) { await page.wait(); expect(page.view.state).toBe("retrying"); }
    page.type("two");
    await page.wait();
    expect([portal.goals, page.view.state]).toEqual(["two", "saved"]);
  });

  test("survives an answer that never came, also when more was typed since: that is no conflict", async () => {
    const page = openPage(portal, device);
    portal.fate = ["lost"];
    page.type("one");
    await page.wait();
    page.type("one and two");
    await page.wait();
    expect([portal.goals, page.view.conflicts.size]).toEqual(["one and two", 0]);
  });

  test("survives the tab: the next page finds it, and sends it", async () => {
    const gone = openPage(portal, device);
    gone.surroundings.isOnline = false;
    gone.type("typed on the train");
    await gone.wait();
    expect(gone.view.state).toBe("offline");

    const page = openPage(portal, device);
    expect(await page.saver.adopt()).toMatchObject([{ change: { field: "purpose.goals", value: "typed on the train", base: 0 } }]);
    await page.saver.flush();
    expect([portal.goals, device.length]).toEqual(["typed on the train", 0]);
  });

  test("of a tab that is still open is left to that tab", async () => {
    const held: LockInfo[] = [];
    const locks = { request: (name: string) => { held.push({ name }); return new Promise(() => {}); }, query: () => Promise.resolve({ held, pending: [] }) } as unknown as LockManager;
    const open = openPage(portal, device, locks);
    open.type("still typing");
    expect(await openPage(portal, device, locks).saver.adopt()).toEqual([]);
    held.length = 0; // that tab is gone
    expect(await openPage(portal, device, locks).saver.adopt()).toHaveLength(1);
  });

  test("of another person on the same device is not touched", async () => {
    openPage(portal, device).type("Sam's");
    const other = openOutbox(device, undefined, { userId: "sue", handoverId: "one" });
    expect(await other.adopt(() => new Set())).toEqual([]);
    expect(device.length).toBe(1);
  });

  test("waits while the person is signed out, and goes when they are back", async () => {
    const page = openPage(portal, device);
    portal.fate = [401];
    page.type("one");
    await page.wait();
    expect([page.view.state, device.length]).toEqual(["signedOut", 1]);
    await page.saver.flush(); // leaving the field is no reason to ask again, nor to take the way back out of view
    expect([page.view.state, portal.requests]).toEqual(["signedOut", 1]);
    await page.saver.resume();
    expect([portal.goals, page.view.state]).toEqual(["one", "saved"]);
  });

  test("is kept on the device when the brief may not be changed any more, with the sentence why", async () => {
    const page = openPage(portal, device);
    portal.fate = [409];
    page.type("too late");
    await page.wait();
    expect([page.view.state, page.view.message, device.length]).toEqual(["stopped", "The brief cannot be changed.", 1]);
  });
});

describe("P1.3: two versions", () => {
  test("are both shown, and nothing is overwritten until somebody decides", async () => {
    const page = openPage(portal, device);
    portal.kept.set("purpose.goals:", { state: "VALUE", value: "theirs", revision: 2, mark: null });
    page.type("mine", 1);
    await page.wait();
    expect([page.view.state, portal.goals]).toEqual(["stale", "theirs"]);
    expect(page.view.conflicts.get("purpose.goals")?.current).toMatchObject({ value: "theirs", by: "Sue" });
    page.type("mine, still", 1);
    await page.wait();
    expect(portal.goals).toBe("theirs");
  });

  test("mine is written over theirs when I say so", async () => {
    const page = openPage(portal, device);
    portal.kept.set("purpose.goals:", { state: "VALUE", value: "theirs", revision: 2, mark: null });
    page.type("mine", 1);
    await page.wait();
    await page.saver.keepMine("purpose.goals");
    expect([portal.goals, page.view.conflicts.size, page.view.state]).toEqual(["mine", 0, "saved"]);
  });

  test("theirs is taken, and typed on over", async () => {
    const page = openPage(portal, device);
    portal.kept.set("purpose.goals:", { state: "VALUE", value: "theirs", revision: 2, mark: null });
    page.type("mine", 1);
    await page.wait();
    expect(page.saver.takeTheirs("purpose.goals")?.current).toMatchObject({ value: "theirs" });
    page.type("theirs, and more", 1);
    await page.wait();
    expect([portal.goals, page.view.conflicts.size]).toEqual(["theirs, and more", 0]);
  });
});

describe("P1.4: what looks like a password or a key", () => {
  const secret = { base: 0, problem: "This looks like a password.", isSecret: true };
  test("stays in the form, and goes neither to the portal nor onto the device, however it was begun", async () => {
    const page = openPage(portal, device);
    page.type("password: h");
    expect(device.length).toBe(1);
    page.saver.type(WHERE, text("password: hunter2"), secret);
    await page.wait();
    page.saver.leave();
    expect([portal.requests, device.length, page.saver.hasSecret()]).toEqual([0, 0, true]);
    expect(page.view.refused.get("purpose.goals")).toBe("This looks like a password.");
    page.type("In the vault.");
    await page.wait();
    expect([portal.goals, page.saver.hasSecret(), page.view.refused.size]).toEqual(["In the vault.", false, 0]);
  });
  test("leaves the device when the portal is the one to see it", async () => {
    const page = openPage(portal, device);
    page.type("secret");
    await page.wait();
    expect([device.length, page.saver.hasSecret(), page.saver.mine("purpose.goals")?.value]).toEqual([0, true, "secret"]);
  });
});

test("what cannot be kept says so at its field, is not sent again, and is forgotten as soon as it is mended", async () => {
  const page = openPage(portal, device);
  page.type("refused");
  await page.wait();
  expect(page.view.refused.get("purpose.goals")).toBe("This cannot be kept.");
  const { requests } = portal;
  await page.saver.flush();
  expect(portal.requests).toBe(requests);
  page.type("fine");
  expect(page.view.refused.size).toBe(0);
  await page.wait();
  expect(portal.goals).toBe("fine");
});

test("P1.3: whatever fails in between, what was typed last is what the portal keeps", async () => {
  const step = fc.oneof(
    fc.record({ typed: fc.string({ minLength: 1, maxLength: 8 }).filter((one) => one !== "refused") }),
    fc.constantFrom("wait" as const, "down" as const, "lost" as const, 503 as const, "reload" as const),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
    portal = new Portal();
    device = new Device();
    let page = openPage(portal, device);
    let last: string | undefined;
    const loaded = { base: 0 };
    for (const one of steps) {
      if (typeof one === "object") { last = one.typed; page.type(last, loaded.base); }
      else if (one === "wait") await page.wait();
      else if (one === "reload") {
        page = openPage(portal, device);
        loaded.base = portal.kept.get("purpose.goals:")?.revision ?? 0;
        await page.saver.adopt();
      } else portal.fate.push(one);
    }
    portal.fate = [];
    for (let turn = 0; turn < 4; turn++) { await page.saver.resume(); await page.wait(); }
    expect(page.view.conflicts.size).toBe(0);
    if (last !== undefined) expect(portal.goals).toBe(last);
  }), { numRuns: 300 });
});
