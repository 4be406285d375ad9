import { describe } from "vitest";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { startDelivery } from "@/lib/handovers/commands/deliver";
import { recordReading } from "@/lib/handovers/commands/reading";
import { submitHandover } from "@/lib/handovers/commands/submit";
import type { Db } from "@/lib/platform/db";
import { asActor, asUser, expect, NOW, test } from "../../support/db";
import { aReview, aSubmitted } from "../../support/factories/handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What about the shop?", suggestion: "" }];
const read = async (db: Db, who: string, { id, version = 1, now = NOW, ...sections }: { id: string; version?: number; now?: Date; scope?: number; topThree?: number }) =>
  recordReading(await asUser(who, db, now), { id, version, sections });
const kept = (db: Db, handoverId: string) => db.readingTime.findMany({ where: { handoverId }, select: { version: true, section: true, seconds: true, updatedAt: true }, orderBy: [{ version: "asc" }, { section: "asc" }] });

describe("P4.6 the time that a section was in view", () => {
  test("P4.6 is added up section by section, says when it grew last, and ends at a working day", async ({ db }) => {
    const { id, pia } = await aSubmitted(db);
    const later = new Date(NOW.getTime() + 60_000);
    expect(await read(db, pia, { id, scope: 28_000, topThree: 20 })).toEqual({ kept: 2 });
    expect(await read(db, pia, { id, scope: 799, now: later })).toEqual({ kept: 1 });
    expect(await kept(db, id)).toEqual([{ version: 1, section: "scope", seconds: 28_799, updatedAt: later }, { version: 1, section: "topThree", seconds: 20, updatedAt: NOW }]);
    await read(db, pia, { id, scope: 3_600, now: later });
    expect((await kept(db, id))[0]).toMatchObject({ seconds: 8 * 60 * 60 });
  });

  test("P4.6 counts while it is with the seller, and of an earlier version whose page is left late; not once the work began", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, leadKey } = await aReview(db);
    const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points });
    await read(db, lee, { id, scope: 5 });
    await submitHandover(await asUser(sam, db), { id, revision });
    await read(db, lee, { id, scope: 6 });
    await read(db, lee, { id, scope: 7, version: 2 });
    expect((await kept(db, id)).map(({ version, seconds }) => [version, seconds])).toEqual([[1, 11], [2, 7]]);
    for (const [who, keyId] of [[lee, leadKey], [pia, pmKey]] as const) await acceptKey(await asUser(who, db), { id, keyId, briefVersion: 2, conditions: [] });
    const { revision: accepted } = await db.handover.findUniqueOrThrow({ where: { id } });
    await startDelivery(await asUser(pia, db), { id, revision: accepted });
    await expect(read(db, lee, { id, scope: 8, version: 2 })).rejects.toMatchObject({ code: "CONFLICT", rule: "P4.6" });
  });

  test("P4.6 the portal itself reads nothing", async ({ db }) => {
    const { id } = await aSubmitted(db);
    await expect(recordReading(asActor({ type: "system", job: "test" }, db), { id, version: 1, sections: { scope: 5 } })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P4.6" });
  });
});
