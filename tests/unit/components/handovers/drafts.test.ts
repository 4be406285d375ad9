import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDrafts, type Draft, type DraftsView } from "@/components/handovers/review/drafts";

type Row = Draft & { revision: number };

/** A portal that keeps comments as the command does, and can be out of reach; and a device. */
function world() {
  const rows = new Map<string, Row>();
  const device = new Map<string, string>();
  let ids = 0;
  const portal = { rows, isUp: true, answersLost: false, refuses: null as string | null };
  const request = async (_url: string, { method, body }: RequestInit): Promise<Response> => {
    await Promise.resolve();
    if (!portal.isUp) throw new TypeError("unreachable");
    if (portal.refuses) return Response.json({ message: portal.refuses }, { status: 409 });
    const { base, keyId: _, ...draft } = JSON.parse(String(body)) as Draft & { base: number; keyId: string };
    if (method === "DELETE") return Response.json({ discarded: Number(rows.delete(draft.commentId)) });
    const row = rows.get(draft.commentId);
    let answer: object = {};
    if (base === (row?.revision ?? 0)) { rows.set(draft.commentId, { ...draft, revision: base + 1 }); answer = { outcome: "saved", revision: base + 1 }; }
    else if (row?.text === draft.text) answer = { outcome: "saved", revision: row.revision };
    else answer = { outcome: "conflict", current: { text: row?.text ?? "", suggestion: row?.suggestion ?? "", revision: row?.revision ?? 0 } };
    if (portal.answersLost) throw new TypeError("the answer was lost");
    return Response.json(answer);
  };
  const page = (start: readonly (Draft & { base: number })[] = []) => {
    const seen: { view: DraftsView | null } = { view: null };
    const drafts = createDrafts({
      url: "/comments", keyId: "key", request, newId: () => `other-${ids++}`, now: () => 1, later: () => () => {}, report: (view) => { seen.view = view; },
      store: { all: () => [...device.values()], put: (commentId, text) => void device.set(commentId, text), drop: (commentId) => void device.delete(commentId) },
    }, start);
    return { drafts, seen };
  };
  return { portal, device, page };
}
const draft = (text: string, commentId = "one"): Draft => ({ commentId, field: "scope.inScope", rowId: null, text, reason: null, suggestion: "" });

describe("P1.8 a comment while it is written", () => {
  it("goes to the portal, typed over its revision, and then lies nowhere else", async () => {
    const { portal, device, page } = world();
    const { drafts, seen } = page();
    drafts.write(draft("A"));
    expect(device.size).toBe(1);
    await drafts.flush();
    drafts.write(draft("AB"));
    expect(await drafts.flush()).toBe(true);
    expect(portal.rows.get("one")).toMatchObject({ text: "AB", revision: 2 });
    expect([device.size, seen.view?.state]).toEqual([0, "saved"]);
  });

  it("comes back when a decision is undone while the page still stands, but not once it was discarded here", async () => {
    const { page } = world();
    const { drafts } = page([{ ...draft("Which?"), base: 1 }, { ...draft("And when?", "two"), base: 1 }]);
    await drafts.discard("two");
    drafts.sent();
    expect(drafts.list()).toEqual([]);
    drafts.meet([{ ...draft("Which?"), base: 1 }, { ...draft("And when?", "two"), base: 1 }]);
    expect(drafts.list().map(({ commentId, text }) => [commentId, text])).toEqual([["one", "Which?"]]);
    drafts.write(draft("Which one?"));
    drafts.meet([{ ...draft("Which?"), base: 1 }]);
    expect(drafts.list().map(({ text }) => text)).toEqual(["Which one?"]); // what is being typed is not overwritten
  });

  it("waits on the device while the portal is out of reach, and the next page brings it", async () => {
    const { portal, page } = world();
    portal.isUp = false;
    const first = page();
    first.drafts.write(draft("Written on a train"));
    expect(await first.drafts.flush()).toBe(false);
    expect(first.seen.view?.state).toBe("retrying");
    portal.isUp = true;
    const second = page();
    await second.drafts.adopt();
    expect(portal.rows.get("one")?.text).toBe("Written on a train");
    expect(second.seen.view?.drafts).toHaveLength(1);
  });

  it("stands beside what another device wrote meanwhile; neither is overwritten", async () => {
    const { portal, page } = world();
    const [laptop, phone] = [page(), page()];
    laptop.drafts.write(draft("Laptop"));
    await laptop.drafts.flush();
    phone.drafts.write(draft("Phone"));
    await phone.drafts.flush();
    expect([...portal.rows.values()].map(({ text }) => text).sort()).toEqual(["Laptop", "Phone"]);
    expect(phone.seen.view?.drafts.map(({ text }) => text).sort()).toEqual(["Laptop", "Phone"]);
  });

  it("says why where the portal refuses it, and keeps it on the device", async () => {
    const { portal, device, page } = world();
    portal.refuses = "Comments go out with a decision, and there is none to be made now.";
    const { drafts, seen } = page();
    drafts.write(draft("Too late"));
    expect(await drafts.flush()).toBe(false);
    expect(seen.view).toMatchObject({ state: "stopped", message: portal.refuses });
    expect(device.size).toBe(1);
  });

  it("is taken away, and can be written again", async () => {
    const { portal, page } = world();
    const { drafts } = page();
    drafts.write(draft("Gone"));
    await drafts.flush();
    const gone = await drafts.discard("one");
    expect(portal.rows.size).toBe(0);
    if (gone) drafts.write(gone);
    await drafts.flush();
    expect([...portal.rows.values()].map(({ text }) => text)).toEqual(["Gone"]);
  });

  it("loses nothing, whatever is lost on the way: the last words of each page stand at the portal", () =>
    fc.assert(fc.asyncProperty(fc.array(fc.record({ page: fc.nat(1), what: fc.constantFrom("type", "flush", "down", "up", "loseAnswers", "reload") }), { maxLength: 25 }), async (steps) => {
      const { portal, page } = world();
      const pages = [page(), page()];
      const last = ["", ""];
      let n = 0;
      for (const { page: at, what } of steps) {
        if (what === "type") { last[at] = `page ${at} says ${n++}`; pages[at]?.drafts.write(draft(last[at], `mine-${at}`)); }
        if (what === "flush") await pages[at]?.drafts.flush();
        if (what === "down") portal.isUp = false;
        if (what === "up") { portal.isUp = true; portal.answersLost = false; }
        if (what === "loseAnswers") portal.answersLost = true;
        if (what === "reload") { await pages[at]?.drafts.flush(); pages[at] = page([...portal.rows.values()].filter(({ commentId }) => commentId === `mine-${at}`).map((row) => ({ ...row, base: row.revision }))); await pages[at].drafts.adopt(); }
      }
      portal.isUp = true;
      portal.answersLost = false;
      for (const { drafts } of pages) await drafts.flush();
      const texts = [...portal.rows.values()].map(({ text }) => text);
      for (const text of last) if (text) expect(texts).toContain(text);
    })));
});
