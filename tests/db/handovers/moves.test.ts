import { describe } from "vitest";
import { tickItem } from "@/lib/handovers/commands/ledger";
import { closeHandover, startDelivery, withdrawHandover } from "@/lib/handovers/commands/deliver";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { LATER } from "../../support/factories/amending";
import { aDraft, anAccepted, aSubmitted } from "../../support/factories/handovers";

describe("B1 a move", () => {
  test("B1 is written once with its moment, counts the revision, and moves no other handover", async ({ db }) => {
    const [one, other] = [await anAccepted(db), await anAccepted(db)];
    expect(other.revision).toBe(one.revision);
    const started = await startDelivery(await asUser(one.pia, db, LATER), { id: one.id, revision: one.revision });
    expect(started).toEqual({ id: one.id, status: "IN_DELIVERY", revision: one.revision + 1 });
    expect(await db.handover.findUnique({ where: { id: one.id } })).toMatchObject({ status: "IN_DELIVERY", revision: one.revision + 1, updatedAt: LATER });
    expect(await db.handover.findUnique({ where: { id: other.id } })).toMatchObject({ status: "ACCEPTED", revision: other.revision });
  });

  test("P1.9 that is repeated has one effect and answers how things stand", async ({ db }) => {
    const { id, pia, revision } = await anAccepted(db);
    const start = async () => startDelivery(await asUser(pia, db), { id, revision });
    const first = await start();
    expect(await start()).toEqual(first);
    expect((await eventTypes(db, id)).filter((type) => type === "handover.started")).toHaveLength(1);
    const gone = await aDraft(db);
    const withdraw = async () => withdrawHandover(await asUser(gone.sam, db), { id: gone.id, revision: gone.revision, reason: "Lost" });
    expect([await withdraw(), await withdraw()]).toMatchObject([{ status: "WITHDRAWN" }, { status: "WITHDRAWN" }]);
    expect((await eventTypes(db, gone.id)).filter((type) => type === "handover.withdrawn")).toHaveLength(1);
  });

  test("P1.9 by somebody else is no repeat, and neither is one that something followed", async ({ db }) => {
    const { id, sam, sue, revision } = await aDraft(db);
    await submitHandover(await asUser(sam, db), { id, revision });
    await db.handover.update({ where: { id }, data: { contactOwnerId: sue } });
    await expect(submitHandover(await asUser(sue, db), { id, revision })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.1", message: expect.stringMatching(/while the handover is submitted\. Sam submitted version 1/) });

    const accepted = await anAccepted(db);
    const pm = await asUser(accepted.pia, db);
    await startDelivery(pm, { id: accepted.id, revision: accepted.revision });
    const item = await db.checklistItem.findFirstOrThrow({ where: { handoverId: accepted.id, ownerRole: "PM", state: "OPEN" } });
    await tickItem(pm, { id: accepted.id, itemId: item.id, revision: item.revision, state: "DONE", note: "" });
    await expect(startDelivery(pm, { id: accepted.id, revision: accepted.revision })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining(`Pia did “${item.title}”`) });
  });

  test("P1.9 on what was read two moves ago is no repeat, though the same person made the same move since", async ({ db }) => {
    const { id, sam, pia, pmKey, revision } = await aSubmitted(db);
    const back = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "MISSING", needed: "?", suggestion: "" }] });
    const submit = async (seen: number) => submitHandover(await asUser(sam, db), { id, revision: seen });
    await submit(back.revision);
    for (const seen of [revision - 1, revision, back.revision + 1]) await expect(submit(seen)).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.1" });
    expect(await submit(back.revision)).toMatchObject({ status: "SUBMITTED", revision: back.revision + 1 });
  });

  test("P1.9 on a stale page is refused with what happened meanwhile; by the wrong person it says nothing of it", async ({ db }) => {
    const { id, sam, pia, lee, pmKey, revision } = await aSubmitted(db);
    await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "MISSING", needed: "?", suggestion: "" }] });
    await expect(withdrawHandover(await asUser(sam, db), { id, revision, reason: "Lost" }))
      .rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9", message: expect.stringMatching(/^This has changed since you read it\. Pia returned version 1 as PM with 1 point to mend, on .+ UTC\.$/) });
    await expect(closeHandover(await asUser(pia, db), { id, revision: revision + 1, outcome: "COMPLETED", reason: "" }))
      .rejects.toMatchObject({ code: "CONFLICT", rule: "B1", message: expect.stringMatching(/^Not possible while the handover is returned\. Pia returned/) });
    await expect(withdrawHandover(await asUser(lee, db), { id, revision: revision + 1, reason: "Lost" })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "B1", message: "Only the contact owner may do this." });
  });
});
