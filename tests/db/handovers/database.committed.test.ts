import { describe } from "vitest";
import { chainProblem } from "@/lib/events/verify";
import { LIFECYCLE } from "@/lib/handovers/lifecycle";
import { HandoverStatus } from "@/lib/platform/generated/enums";
import { asOwner, expect, prisma, test, untriggered } from "../../support/db";
import { aReviewByTwo } from "../../support/factories/two-reviewers";

describe("the database by itself", () => {
  const moves = Object.values(LIFECYCLE).flatMap(({ from, to }) => from.map((f) => `${f} -> ${to}`));
  const all = Object.values(HandoverStatus);

  test("B1 allows exactly the moves of the lifecycle", async () => {
    const { id } = await aReviewByTwo();
    const allowed = await asOwner(async (owner) => {
      const found = new Set<string>();
      for (const from of all) for (const to of all.filter((s) => s !== from)) {
        await owner.query("BEGIN; SET LOCAL session_replication_role = replica");
        await owner.query(`UPDATE "Handover" SET status = $2 WHERE id = $1`, [id, from]);
        await owner.query(`UPDATE "HandoverKey" SET state = 'ACCEPTED' WHERE "handoverId" = $1`, [id]);
        await owner.query("SET LOCAL session_replication_role = origin");
        const update = owner.query(`UPDATE "Handover" SET status = $2 WHERE id = $1`, [id, to]);
        await update.then(() => found.add(`${from} -> ${to}`), () => {});
        await owner.query("ROLLBACK");
      }
      return found;
    });
    expect(allowed).toEqual(new Set(moves));
  });

  test("B1 accepts no handover while one of its keys is open", async () => {
    const { id, pmAccepts } = await aReviewByTwo();
    await pmAccepts();
    await expect(prisma.handover.update({ where: { id }, data: { status: "ACCEPTED" } })).rejects.toThrow(/accepted when all its keys are/);
  });

  test("B2 keeps exactly one accountable person, whatever the application writes", async () => {
    const { id } = await aReviewByTwo();
    await expect(prisma.handover.updateMany({ where: { id }, data: { accountableId: id } })).rejects.toThrow(/denied/);
  });

  test("B3 keeps events and their head from the application, and from a careless owner", async () => {
    const { id } = await aReviewByTwo();
    await expect(prisma.event.updateMany({ where: { stream: id }, data: { type: "x" } })).rejects.toThrow(/denied/);
    await expect(prisma.event.deleteMany({ where: { stream: id } })).rejects.toThrow(/denied/);
    await expect(prisma.handover.updateMany({ where: { id }, data: { headSeq: 0 } })).rejects.toThrow(/denied/);
    await expect(prisma.$executeRaw`UPDATE "Interval" SET value = 'CLOSED' WHERE stream = ${id}::uuid`).rejects.toThrow(/denied/);
    await expect(asOwner((owner) => owner.query(`DELETE FROM "Event"`))).rejects.toThrow("never changed or deleted");
    await expect(asOwner((owner) => owner.query(`UPDATE "Event" SET actor = 'user:x'`))).rejects.toThrow("never changed or deleted");
  });

  test("B4, B6 keeps frozen versions and published policies as they were", async () => {
    const { id } = await aReviewByTwo();
    await expect(prisma.briefVersion.updateMany({ where: { handoverId: id }, data: { digest: "x" } })).rejects.toThrow(/denied/);
    await expect(prisma.policyVersion.updateMany({ where: { version: 1 }, data: { version: 2 } })).rejects.toThrow(/never changes/);
  });

  test("R1 keeps states and owners as intervals of recorded time", async () => {
    const { id, pmAccepts, leadAccepts } = await aReviewByTwo();
    await pmAccepts();
    await leadAccepts();
    const kept = await prisma.interval.findMany({ where: { stream: id, kind: "STATUS" }, orderBy: { from: "asc" } });
    expect(kept.map(({ value, to }) => [value, to === null])).toEqual([["DRAFT", false], ["SUBMITTED", false], ["ACCEPTED", true]]);
    for (const [i, one] of kept.entries()) if (one.to) expect(kept[i + 1]?.from).toEqual(one.to);
    const accountable = await prisma.interval.findMany({ where: { stream: id, kind: "ACCOUNTABLE" }, orderBy: { from: "asc" } });
    expect(accountable).toHaveLength(2);
  });

  test.for([
    [`UPDATE "Event" SET payload = '{"reason":"x"}' WHERE stream = $1 AND seq = 1`, "event 1 was changed"],
    [`UPDATE "Event" SET actor = 'user:somebody' WHERE stream = $1 AND seq = 2`, "event 2 was changed"],
    [`DELETE FROM "Event" WHERE stream = $1 AND seq = 1`, "event 1 is missing"],
    [`DELETE FROM "Event" WHERE stream = $1 AND seq = (SELECT max(seq) FROM "Event" WHERE stream = $1)`, "the end was cut off"],
    [`UPDATE "Event" SET payload = NULL WHERE stream = $1 AND seq = 2`, null],
  ] as const)("B3 finds what was done behind its back: %s", async ([sql, problem]) => {
    const { id, pmAccepts } = await aReviewByTwo();
    await pmAccepts();
    expect(await chainProblem(prisma, "HANDOVER", id)).toBeNull();
    await untriggered(sql, [id]);
    expect(await chainProblem(prisma, "HANDOVER", id)).toBe(problem);
  });
});
