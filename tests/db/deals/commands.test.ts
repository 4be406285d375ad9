import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { approveAtRiskStart, declineAtRiskStart, requestAtRiskStart } from "@/lib/deals/commands/at-risk";
import { inviteColleague, reassignContactOwner } from "@/lib/deals/commands/people";
import { moveDeal, signDeal, winDeal } from "@/lib/deals/commands/stage";
import { updateDeal } from "@/lib/deals/commands/update";
import { startRefusal } from "@/lib/deals/rules/at-risk";
import { updateDealInput } from "@/lib/deals/schema";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aPerson, type Agency, anAgency, aTeam } from "../../support/factories/agency";
import { accepted, aDeal, aHandoverOf } from "../../support/factories/deals";

const signature = { signedOn: "2030-01-02", evidence: "https://sign.example/1" };
const facts = (db: Db, id: string) => db.deal.findUniqueOrThrow({ where: { id } });

describe("updateDeal", () => {
  const input = (id: string, ownerId: string, more = {}) => updateDealInput.parse({ id, revision: 1, name: "New shop", amount: "12500", currency: "EUR", ownerId, ...more });

  test("says in one event what changed, from what, to what", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const change = { amount: "15000", contractType: "FIXED", teamIds: [agency.wordpress] };
    expect(await updateDeal(await asUser(agency.sam, db), input(id, agency.sam, change))).toEqual({ id, revision: 2 });
    const [event, ...more] = await db.event.findMany({ where: { stream: id } });
    expect([JSON.parse(event?.payload ?? ""), more]).toEqual([{ changes: [
      { what: "value", from: "12500.00 EUR", to: "15000.00 EUR" },
      { what: "contract type", from: "", to: "Fixed price" },
      { what: "teams", from: "", to: "WordPress" },
    ] }, []]);
  });

  test("records nothing where nothing changed, and refuses a stale revision", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const ctx = await asUser(agency.sam, db);
    expect(await updateDeal(ctx, input(id, agency.sam))).toEqual({ id, revision: 1 });
    expect(await eventTypes(db, id)).toEqual([]);
    await updateDeal(ctx, input(id, agency.sam, { name: "Shop 2" }));
    await expect(updateDeal(ctx, input(id, agency.sam, { name: "Shop 3" }))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/Sam changed name/) });
  });

  test("passes the deal on, with its handover, by an owner only", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const handoverId = await aHandoverOf(db, id);
    await inviteColleague(await asUser(agency.sam, db), { id, userId: agency.sue });
    await expect(updateDeal(await asUser(agency.sue, db), input(id, agency.sue))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.2" });
    await updateDeal(await asUser(agency.sam, db), input(id, agency.sue));
    expect(await db.handover.findUnique({ where: { id: handoverId } })).toMatchObject({ dealOwnerId: agency.sue, contactOwnerId: agency.sam });
    expect((await eventTypes(db, id)).at(-1)).toBe("deal.ownerChanged");
    expect((await eventTypes(db, handoverId)).at(-1)).toBe("handover.dealOwnerChanged");
  });
});

type Case = [name: string, events: string[], run: (ctx: Ctx, id: string, agency: Agency) => Promise<unknown>, right: keyof Agency, wrong: keyof Agency];
const byWord = { stage: "WON", wonAt: NOW, atRiskUntil: new Date("2030-01-20T00:00:00Z"), atRiskApprovedAt: NOW } as const;
const wished = { atRiskUntil: new Date("2030-01-20T23:59:59.999Z"), atRiskReason: "Their lawyer is on holiday" } as const;

/** Per command: works and records one event, wrong state is CONFLICT, out of scope NOT_FOUND, wrong person FORBIDDEN. */
const CASES: { [K in string]: { start: object; ended: object; args: Case } } = {
  winDeal: {
    start: {}, ended: { stage: "LOST" },
    args: ["winDeal", ["deal.won"], (ctx, id) => winDeal(ctx, { id, revision: 1, ...signature }), "sam", "pia"],
  },
  signDeal: {
    start: byWord, ended: { ...byWord, signedOn: NOW },
    args: ["signDeal", ["deal.signed"], (ctx, id) => signDeal(ctx, { id, revision: 1, ...signature }), "sam", "pia"],
  },
  moveDeal: {
    start: {}, ended: { stage: "WON", signedOn: NOW },
    args: ["moveDeal", ["deal.moved"], (ctx, id) => moveDeal(ctx, { id, revision: 1, move: "lose", reason: "Too slow" }), "sam", "pia"],
  },
  requestAtRiskStart: {
    start: {}, ended: { stage: "LOST" },
    args: ["requestAtRiskStart", ["deal.atRiskRequested"], (ctx, id) => requestAtRiskStart(ctx, { id, revision: 1, until: "2030-01-20", reason: "They said yes" }), "sam", "bea"],
  },
  approveAtRiskStart: {
    start: wished, ended: {},
    args: ["approveAtRiskStart", ["deal.atRiskApproved"], (ctx, id) => approveAtRiskStart(ctx, { id, revision: 1 }), "bea", "sam"],
  },
  declineAtRiskStart: {
    start: wished, ended: {},
    args: ["declineAtRiskStart", ["deal.atRiskDeclined"], (ctx, id) => declineAtRiskStart(ctx, { id, revision: 1, reason: "Wait for it" }), "bea", "sam"],
  },
};

test.for(Object.entries(CASES))("%s works once for the right person, and is refused in the wrong state, to strangers and to the wrong person", async ([, { start, ended, args }], { db }) => {
  const agency = await anAgency(db);
  const [, events, run, right, wrong] = args;
  const id = await aDeal(db, agency, start);
  const handoverId = await aHandoverOf(db, id);
  await db.handover.update({ where: { id: handoverId }, data: { pmId: agency.pia, firstSubmitAt: NOW } });
  await db.handover.update({ where: { id: handoverId }, data: { status: "WITHDRAWN" } });
  const stranger = await aPerson(db, "Stan", [{ teamId: await aTeam(db, "East", "SALES"), role: "MANAGER" }]);

  await expect(run(await asUser(stranger, db), id, agency)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(run(await asUser(agency.ada, db), id, agency)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(run(await asUser(agency.dev, db), id, agency)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(run(await asUser(agency[wrong], db), id, agency)).rejects.toMatchObject({ code: "FORBIDDEN", rule: expect.stringMatching(/^P\d/) });
  const over = await aDeal(db, agency, { ...ended, name: "Another" });
  await expect(run(await asUser(agency[right], db), over, agency)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await eventTypes(db, over)).toEqual([]);

  await run(await asUser(agency[right], db), id, agency);
  expect(await eventTypes(db, id)).toEqual(events);
  await expect(run(await asUser(agency[right], db), id, agency)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/ UTC\.$/) });
  expect(await eventTypes(db, id)).toEqual(events);
});

describe("P1.1: winning and starting at risk", () => {
  test("a deal is not won before the day it was signed on", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    await expect(winDeal(await asUser(agency.sam, db), { id, revision: 1, signedOn: "2030-01-05", evidence: "soon" })).rejects.toMatchObject({ code: "INVALID", rule: "P1.1" });
    expect(await eventTypes(db, id)).toEqual([]);
  });

  test("a wish, its approval and the signature lead from refused to free, to free for good", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const [sam, bea] = [await asUser(agency.sam, db), await asUser(agency.bea, db)];
    const may = async (now = NOW) => startRefusal(await facts(db, id), now) === null;
    await requestAtRiskStart(sam, { id, revision: 1, until: "2030-01-20", reason: "They said yes" });
    expect(await may()).toBe(false);
    await approveAtRiskStart(bea, { id, revision: 2 });
    expect([await may(), await may(new Date("2030-01-21T00:00:00Z"))]).toEqual([true, false]);
    expect(await facts(db, id)).toMatchObject({ stage: "WON", wonAt: NOW, signedOn: null, atRiskApprovedById: agency.bea });
    await expect(requestAtRiskStart(sam, { id, revision: 3, until: "2030-02-01", reason: "Longer" })).rejects.toMatchObject({ code: "CONFLICT" });
    await signDeal(sam, { id, revision: 3, ...signature });
    expect(await may(new Date("2031-01-01T00:00:00Z"))).toBe(true);
    expect(await facts(db, id)).toMatchObject({ wonAt: NOW, atRiskUntil: null, atRiskApprovedAt: null, atRiskReason: "" });
  });

  test.for([
    ["is the contact owner", (bea: string) => ({ contactOwnerId: bea })],
    ["is the owner", (bea: string) => ({ ownerId: bea })],
    ["entered the deal", (bea: string) => ({ createdById: bea })],
    ["was invited to it", (bea: string) => ({ collaborators: { create: { userId: bea } } })],
  ] as const)("is not approved by a sales manager who %s", async ([, more], { db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency, { ...wished, ...more(agency.bea) });
    await expect(approveAtRiskStart(await asUser(agency.bea, db), { id, revision: 1 })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.1" });
  });

  test("is not approved by a sales manager who wrote its brief", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency, wished);
    await aHandoverOf(db, id, { createdById: agency.bea });
    await expect(approveAtRiskStart(await asUser(agency.bea, db), { id, revision: 1 })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P1.1" });
  });

  test("asks for at most sixty days that lie ahead", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    for (const until of ["2030-01-01", "2030-03-04"])
      await expect(requestAtRiskStart(await asUser(agency.sam, db), { id, revision: 1, until, reason: "x" })).rejects.toMatchObject({ code: "INVALID", rule: "P1.1" });
  });
});

describe("losing a deal", () => {
  test("waits until its handover is withdrawn, and needs a reason", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const handoverId = await aHandoverOf(db, id);
    const lose = async (reason: string) => moveDeal(await asUser(agency.sam, db), { id, revision: 1, move: "lose", reason });
    await expect(lose("Too slow")).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/Withdraw HO-\d+ first/) });
    await db.handover.update({ where: { id: handoverId }, data: { status: "WITHDRAWN" } });
    await expect(lose(" ")).rejects.toMatchObject({ code: "INVALID", fields: { reason: [expect.any(String)] } });
    await lose("Too slow");
    expect(await facts(db, id)).toMatchObject({ stage: "LOST", lostReason: "Too slow" });
  });
});

describe("P3.1: once the handover is accepted", () => {
  test("sales changes nothing of the deal but its signature, and the manager moves the relationship on", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency, byWord);
    const handoverId = await aHandoverOf(db, id);
    await accepted(db, handoverId, agency.pia);
    const sam = await asUser(agency.sam, db);
    const refused = { code: "FORBIDDEN", rule: "P3.1" };
    await expect(updateDeal(sam, updateDealInput.parse({ id, revision: 1, name: "x", currency: "EUR", ownerId: agency.sam }))).rejects.toMatchObject(refused);
    await expect(moveDeal(sam, { id, revision: 1, move: "lose", reason: "x" })).rejects.toMatchObject(refused);
    await expect(inviteColleague(sam, { id, userId: agency.sue })).rejects.toMatchObject(refused);
    await signDeal(sam, { id, revision: 1, ...signature });
    await reassignContactOwner(await asUser(agency.bea, db), { id, userId: agency.sue, reason: "Sam leaves" });
    expect(await db.handover.findUnique({ where: { id: handoverId } })).toMatchObject({ contactOwnerId: agency.sue, accountableId: agency.pia });
  });
});
