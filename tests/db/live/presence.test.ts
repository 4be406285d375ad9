import { describe } from "vitest";
import { scope } from "@/lib/handovers/policy";
import { noteHere } from "@/lib/live/commands";
import { HERE_SECONDS, listPresence } from "@/lib/live/queries/presence";
import { viewersOf } from "@/lib/live/queries/viewers";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aPerson } from "../../support/factories/agency";
import { aDraft, anAccepted, aReview } from "../../support/factories/handovers";

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

describe("who has a brief open", () => {
  test("is told to the others who may see the handover, and is no event", async ({ db }) => {
    const { id, pia, lee, sam } = await aReview(db);
    const before = await eventTypes(db, id);
    await noteHere(await asUser(pia, db), { id, isLeaving: false });
    expect(await listPresence(await asUser(lee, db), { ids: [id] })).toEqual({ [id]: ["Pia"] });
    expect(await listPresence(await asUser(sam, db), { ids: [id] })).toEqual({ [id]: ["Pia"] });
    expect(await listPresence(await asUser(pia, db), { ids: [id] })).toEqual({});
    expect(await eventTypes(db, id)).toEqual(before);
  });
  test("is told to nobody for whom the handover does not exist", async ({ db }) => {
    const { id, pia, max, dev } = await aReview(db);
    await noteHere(await asUser(pia, db), { id, isLeaving: false });
    for (const who of [max, dev]) expect(await listPresence(await asUser(who, db), { ids: [id] })).toEqual({});
  });
  test("ends when it is left, and by itself a minute after the last sign of life", async ({ db }) => {
    const { id, pia, lee } = await aReview(db);
    await noteHere(await asUser(pia, db), { id, isLeaving: false });
    expect(await listPresence(await asUser(lee, db, after(HERE_SECONDS - 1)), { ids: [id] })).toEqual({ [id]: ["Pia"] });
    expect(await listPresence(await asUser(lee, db, after(HERE_SECONDS)), { ids: [id] })).toEqual({});
    await noteHere(await asUser(pia, db), { id, isLeaving: true });
    expect(await listPresence(await asUser(lee, db), { ids: [id] })).toEqual({});
    await expect(noteHere(await asUser(pia, db), { id, isLeaving: true })).resolves.toEqual({ id });
  });
  test("of a handover out of scope is NOT_FOUND, of a draft for its PM, too", async ({ db }) => {
    const { id, dev } = await aReview(db);
    await expect(noteHere(await asUser(dev, db), { id, isLeaving: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const draft = await aDraft(db);
    await expect(noteHere(await asUser(draft.pia, db), { id: draft.id, isLeaving: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(noteHere(await asUser(dev, db), { id: newId(), isLeaving: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("whom a change is told to is exactly who the handover exists for, for every person and state", async ({ db }) => {
  const handovers = [await aDraft(db), await aReview(db), await anAccepted(db)];
  const [, review] = handovers;
  await db.dealCollaborator.create({ data: { dealId: review?.dealId ?? "", userId: review?.dev ?? "" } });
  // somebody who sells beside Sam, and Sam himself in a delivery team: neither makes them, or that team's manager, his sales manager
  for (const agency of handovers) await aPerson(db, "Sol", [{ teamId: agency.sales, role: "SALES" }]);
  for (const { sam, shopify } of handovers) {
    await db.membership.create({ data: { userId: sam, teamId: shopify, role: "DEVELOPER" } });
    await aPerson(db, "Shu", [{ teamId: shopify, role: "MANAGER" }]);
  }
  const people = await db.user.findMany({ select: { id: true } });
  const told = await viewersOf(db, handovers.map(({ id }) => id), people.map(({ id }) => id));
  for (const { id } of handovers)
    for (const person of people) {
      const { actor } = await asUser(person.id, db);
      const exists = (await db.handover.count({ where: { AND: [{ id }, scope(actor)] } })) === 1;
      expect([id, person.id, told.some(({ handoverId, personId }) => handoverId === id && personId === person.id)]).toEqual([id, person.id, exists]);
    }
  expect(told.length).toBeGreaterThan(12);
});

test("nobody who was deactivated is told anything", async ({ db }) => {
  const { id, pia } = await aReview(db);
  await db.user.update({ where: { id: pia }, data: { active: false } });
  expect(await viewersOf(db, [id], [pia])).toEqual([]);
});
