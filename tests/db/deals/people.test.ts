import { describe } from "vitest";
import { inviteColleague, reassignContactOwner, removeColleague } from "@/lib/deals/commands/people";
import { chainProblem } from "@/lib/events/verify";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { accepted, aDeal, aHandoverOf, aWonDeal } from "../../support/factories/deals";

describe("reassignContactOwner", () => {
  test("moves deal, live handover and open items at once, on both histories (P3.5)", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aWonDeal(db, agency);
    const handoverId = await aHandoverOf(db, id);
    const item = { handoverId, title: "Introduce the PM", why: "P2.12", phase: "BEFORE", ownerRole: "CONTACT_OWNER", ownerId: agency.sam, mandatory: true } as const;
    await db.checklistItem.createMany({ data: [{ ...item, id: newId(), item: "a", position: 1 }, { ...item, id: newId(), item: "b", position: 2, state: "DONE" }] });
    const bea = await asUser(agency.bea, db);
    const reassign = () => reassignContactOwner(bea, { id, userId: agency.sue, reason: "Sam leaves" });
    await reassign();
    expect(await reassign()).toEqual({ id, revision: 2 });
    expect(await db.deal.findUniqueOrThrow({ where: { id } })).toMatchObject({ contactOwnerId: agency.sue, ownerId: agency.sam });
    expect(await db.handover.findUnique({ where: { id: handoverId } })).toMatchObject({ contactOwnerId: agency.sue, accountableId: agency.sue });
    expect(await db.checklistItem.findMany({ where: { handoverId }, orderBy: { position: "asc" }, select: { ownerId: true } })).toEqual([{ ownerId: agency.sue }, { ownerId: agency.sam }]);
    expect([await eventTypes(db, id), await eventTypes(db, handoverId)]).toEqual([["deal.contactOwnerReassigned"], ["handover.contactOwnerReassigned"]]);
    expect([await chainProblem(db, "DEAL", id), await chainProblem(db, "HANDOVER", handoverId)]).toEqual([null, null]);
  });

  test("is a sales manager's, to somebody in sales who holds no key of the handover (P1.7)", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aWonDeal(db, agency);
    const handoverId = await aHandoverOf(db, id);
    await expect(reassignContactOwner(await asUser(agency.sam, db), { id, userId: agency.sue, reason: "x" })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P3.5" });
    const bea = await asUser(agency.bea, db);
    await expect(reassignContactOwner(bea, { id, userId: agency.pia, reason: "x" })).rejects.toMatchObject({ code: "INVALID" });
    const both = await aPerson(db, "Bob", [{ teamId: agency.sales, role: "SALES" }, { teamId: agency.wordpress, role: "PM" }]);
    await accepted(db, handoverId, both);
    await expect(reassignContactOwner(bea, { id, userId: both, reason: "x" })).rejects.toMatchObject({ code: "INVALID", rule: "P1.7" });
    expect([await eventTypes(db, id), await eventTypes(db, handoverId)]).toEqual([[], []]);
  });
});

describe("inviting a colleague (P1.2)", () => {
  test("opens the deal to them and takes it away again, each once", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const [sam, sue] = [await asUser(agency.sam, db), await asUser(agency.sue, db)];
    const colleague = { id, userId: agency.sue };
    await expect(inviteColleague(sue, colleague)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await inviteColleague(sam, colleague);
    await inviteColleague(sam, colleague);
    await expect(removeColleague(sue, colleague)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
    await removeColleague(sam, colleague);
    await removeColleague(sam, colleague);
    expect(await eventTypes(db, id)).toEqual(["deal.colleagueInvited", "deal.colleagueRemoved"]);
  });

  test("is for people in sales only", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    for (const userId of [agency.pia, agency.ada, agency.sam])
      await expect(inviteColleague(await asUser(agency.sam, db), { id, userId })).rejects.toMatchObject({ code: "INVALID", rule: "P1.2" });
  });
});
