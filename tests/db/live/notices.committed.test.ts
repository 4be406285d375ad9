import pg from "pg";
import { describe, vi } from "vitest";
import { noteHere } from "@/lib/live/commands";
import { HERE_SECONDS } from "@/lib/live/queries/presence";
import { asActor, asUser, expect, NOW, prisma, test } from "../../support/db";
import { aReview } from "../../support/factories/handovers";

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

/** How often everybody was told of somebody coming or going, while this was done. */
async function toldWhile(id: string, act: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const heard: string[] = [];
  client.on("notification", ({ payload = "" }) => heard.push(payload));
  await client.query("LISTEN live");
  await act();
  await client.query("SELECT pg_notify('live', 'end')"); // notices come in the order of their commits
  await vi.waitFor(() => expect(heard).toContain("end"), 5_000);
  await client.end();
  return heard.filter((payload) => payload === `p ${id}`).length;
}

describe("who has a brief open is told", () => {
  test("once when they come and once when they go: not at a renewal, nor when they were gone already", async () => {
    const { id, pia } = await aReview();
    const note = async (isLeaving: boolean, seconds = 0) => noteHere(await asUser(pia, prisma, after(seconds)), { id, isLeaving });
    const told = [];
    for (const [isLeaving, seconds] of [[true, 0], [false, 0], [false, 30], [false, 30 + HERE_SECONDS - 1], [true, 100], [true, 101], [false, 102]] as const)
      told.push(await toldWhile(id, () => note(isLeaving, seconds)));
    expect(told).toEqual([0, 1, 0, 0, 1, 0, 1]);
  });

  test("again when they come back after they were no longer here, and not when they then leave without having come back", async () => {
    const { id, pia } = await aReview();
    const note = async (isLeaving: boolean, seconds: number) => noteHere(await asUser(pia, prisma, after(seconds)), { id, isLeaving });
    await note(false, 0);
    expect(await toldWhile(id, () => note(false, HERE_SECONDS))).toBe(1);
    expect(await toldWhile(id, () => note(true, 3 * HERE_SECONDS))).toBe(0);
  });

  test("leaving takes away one's own presence, of that handover alone; a renewal keeps it longer", async () => {
    const [{ id, pia, lee }, other] = [await aReview(), await aReview()];
    await prisma.handover.update({ where: { id: other.id }, data: { pmId: pia } });
    const note = async (who: string, handoverId: string, isLeaving: boolean, seconds = 0) => noteHere(await asUser(who, prisma, after(seconds)), { id: handoverId, isLeaving });
    for (const [who, where] of [[pia, id], [lee, id], [pia, other.id]] as const) await note(who, where, false);
    await note(lee, id, false, 30);
    await note(pia, id, true);
    const here = await prisma.presence.findMany({ where: { userId: { in: [pia, lee] } }, select: { handoverId: true, userId: true, seenAt: true }, orderBy: { seenAt: "asc" } });
    expect(here).toEqual([{ handoverId: other.id, userId: pia, seenAt: NOW }, { handoverId: id, userId: lee, seenAt: after(30) }]);
  });

  test("the portal itself has no brief open", async () => {
    const { id } = await aReview();
    await expect(noteHere(asActor({ type: "system", job: "test" }), { id, isLeaving: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
