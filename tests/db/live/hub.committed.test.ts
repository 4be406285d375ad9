import type pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { noteHere } from "@/lib/live/commands";
import { Hub, type Listener } from "@/lib/live/queries/hub";
import type { Told } from "@/lib/live/rules/notice";
import { prisma } from "@/lib/platform/db";
import { asOwner, asUser } from "../../support/db";
import { aReview } from "../../support/factories/handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];

function browser(userId: string, epoch = 0) {
  const told: Told[] = [];
  const state = { ended: false };
  const listener: Listener = { identity: { userId, epoch, sample: false }, tell: (one) => told.push(one), beat: () => undefined, end: () => (state.ended = true) };
  return { told, state, listener, handovers: () => told.flatMap(({ handovers = [] }) => handovers) };
}
const newHub = () => new Hub(process.env.DATABASE_URL ?? "", () => prisma);
/** Until the hub's connection listens: then the database knows it by its query. */
const listening = (hubs = 1) => vi.waitFor(async () => {
  const rows = await asOwner(async (client) => (await client.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'portal live' AND query LIKE 'LISTEN%' AND state = 'idle' AND datname = current_database()`)).rows);
  expect(rows.length).toBe(hubs);
}, 5_000);

describe("live updates", () => {
  test("two processes tell those for whom the handover exists that it changed, and nobody else anything", async () => {
    const { id, pia, sam, lee, dev, max, pmKey } = await aReview();
    const hubs = [newHub(), newHub()];
    const there = [pia, sam, lee, dev, max].map((one, index) => ({ one, hub: hubs[index % 2], ...browser(one) }));
    for (const { hub, listener } of there) expect(hub?.add(listener)).toBe(true);
    await listening(2);
    await returnHandover(await asUser(pia), { id, keyId: pmKey, briefVersion: 1, points });
    await vi.waitFor(() => { for (const { handovers, one } of there) if ([pia, sam, lee].includes(one)) expect(handovers()).toContain(id); }, 5_000);
    for (const { told, one } of there) {
      if ([dev, max].includes(one)) expect(told).toEqual([]);
      for (const sent of told) expect(Object.keys(sent).filter((key) => key !== "handovers" && key !== "mine")).toEqual([]);
    }
    for (const { hub, listener } of there) hub?.remove(listener);
  });

  test("who lost a key is told that something of theirs changed, and not of which handover", async () => {
    const { id, pia, max } = await aReview();
    const hub = newHub();
    const [before, then] = [browser(pia), browser(max)];
    hub.add(before.listener);
    hub.add(then.listener);
    await listening();
    await prisma.handover.update({ where: { id }, data: { pmId: max } });
    await vi.waitFor(() => { expect(before.told).toContainEqual({ mine: true }); expect(then.told.some(({ mine }) => mine)).toBe(true); }, 5_000);
    expect(before.handovers()).toEqual([]);
    hub.remove(before.listener);
    hub.remove(then.listener);
  });

  test("coming and going is told once each, and a renewal is not", async () => {
    const { id, pia, lee } = await aReview();
    const hub = newHub();
    const { listener, told } = browser(lee);
    hub.add(listener);
    await listening();
    const seen = () => told.filter(({ presence }) => presence?.includes(id)).length;
    await noteHere(await asUser(pia), { id, isLeaving: false });
    await vi.waitFor(() => expect(seen()).toBe(1), 5_000);
    await noteHere(await asUser(pia), { id, isLeaving: false });
    await noteHere(await asUser(pia), { id, isLeaving: true });
    await vi.waitFor(() => expect(seen()).toBe(2), 5_000);
    hub.remove(listener);
  });

  test("after the database threw the connection out, the hub listens again and everybody looks at everything again", async () => {
    const { id, pia, lee, pmKey } = await aReview();
    const hub = newHub();
    const { listener, told, handovers } = browser(lee);
    hub.add(listener);
    await listening();
    await asOwner((client: pg.Client) => client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal live' AND datname = current_database()`));
    await vi.waitFor(() => expect(told).toContainEqual({ all: true }), 8_000);
    await returnHandover(await asUser(pia), { id, keyId: pmKey, briefVersion: 1, points });
    await vi.waitFor(() => expect(handovers()).toContain(id), 5_000);
    hub.remove(listener);
  });

  test("a session that was revoked, and somebody who was deactivated, hear nothing more", async () => {
    const { pia, lee, max } = await aReview();
    const hub = newHub();
    const [revoked, gone, stays] = [browser(pia), browser(lee), browser(max)];
    for (const { listener } of [revoked, gone, stays]) hub.add(listener);
    await prisma.user.update({ where: { id: pia }, data: { sessionEpoch: { increment: 1 } } });
    await prisma.user.update({ where: { id: lee }, data: { active: false } });
    await hub.endSignedOut();
    expect([revoked.state.ended, gone.state.ended, stays.state.ended]).toEqual([true, true, false]);
    for (const { listener } of [revoked, gone, stays]) hub.remove(listener);
  });

  test("one person has so many streams and no more, and leaves room when one ends", async () => {
    const { pia } = await aReview();
    const hub = newHub();
    const all = Array.from({ length: 7 }, () => browser(pia).listener);
    expect(all.map((one) => hub.add(one))).toEqual([true, true, true, true, true, true, false]);
    const [first, , , , , , last] = all;
    if (first) hub.remove(first);
    expect(last && hub.add(last)).toBe(true);
    for (const one of all) hub.remove(one);
  });
});
