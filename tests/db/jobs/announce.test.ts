import { describe } from "vitest";
import { inviteColleague, reassignContactOwner, removeColleague } from "@/lib/deals/commands/people";
import { requestAtRiskStart } from "@/lib/deals/commands/at-risk";
import { winDeal } from "@/lib/deals/commands/stage";
import { appendEvent } from "@/lib/events/append";
import { announceEvent } from "@/lib/jobs/announce";
import { markAllRead, markRead } from "@/lib/notifications/commands";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asActor, asUser, expect, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { accepted, aDeal, aHandoverOf, aWonDeal } from "../../support/factories/deals";

const job = (db: Db) => asActor({ type: "system", job: "announce" }, db);
const newest = async (db: Db, stream: string, back = 0) => (await db.event.findMany({ where: { stream }, orderBy: { seq: "desc" }, skip: back, take: 1 }))[0]!;
const told = async (db: Db, eventId: string) =>
  (await db.notification.findMany({ where: { eventId }, include: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } })).map(({ user, text, href }) => [user.name, text, href]);

describe("telling people of an event", () => {
  test("reaches those concerned, not who did it, and has no second effect when repeated", async ({ db }) => {
    const agency = await anAgency(db);
    await aPerson(db, "Bert", [{ teamId: agency.sales, role: "MANAGER" }], { active: false });
    const id = await aDeal(db, agency);
    await requestAtRiskStart(await asUser(agency.sam, db), { id, revision: 1, until: "2030-01-20", reason: "They said yes" });
    const event = await newest(db, id);
    const { number } = await db.deal.findUniqueOrThrow({ where: { id } });
    expect(await announceEvent(job(db), { eventId: event.id })).toBe(1);
    expect(await announceEvent(job(db), { eventId: event.id })).toBe(0);
    expect(await told(db, event.id)).toEqual([["Bea", `D-${number} New shop: Sam asked for a start at risk until 20 Jan 2030: They said yes`, `/deals/${id}`]]);
  });

  test("names the person whom it is about; who was taken off gets no link that leads nowhere", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const sam = await asUser(agency.sam, db);
    await inviteColleague(sam, { id, userId: agency.sue });
    const invited = await newest(db, id);
    await announceEvent(job(db), { eventId: invited.id });
    expect(await told(db, invited.id)).toEqual([["Sue", expect.stringMatching(/Sam invited Sue/), `/deals/${id}`]]);
    await removeColleague(sam, { id, userId: agency.sue });
    const removed = await newest(db, id);
    await announceEvent(job(db), { eventId: removed.id });
    expect(await told(db, removed.id)).toEqual([["Sue", expect.stringMatching(/took Sue off/), "/notifications"]]);
  });

  test("tells a handover's PM and the new contact owner when the relationship moves", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aWonDeal(db, agency);
    const handoverId = await aHandoverOf(db, id);
    await accepted(db, handoverId, agency.pia);
    await reassignContactOwner(await asUser(agency.bea, db), { id, userId: agency.sue, reason: "Sam leaves" });
    const event = await newest(db, handoverId);
    await announceEvent(job(db), { eventId: event.id });
    expect((await told(db, event.id)).map(([name, , href]) => [name, href])).toEqual([["Pia", `/handovers/${handoverId}`], ["Sue", `/handovers/${handoverId}`]]);
  });

  test("B1: says nothing of a decision that was taken back, nor of the undo", async ({ db }) => {
    const agency = await anAgency(db);
    const handoverId = await aHandoverOf(db, await aWonDeal(db, agency), { pmId: agency.pia });
    const key = { keyId: newId(), role: "PM" as const, team: null, briefVersion: 1 };
    const pia = await asUser(agency.pia, db);
    await appendEvent(db, pia, { stream: handoverId, type: "handover.accepted", payload: { ...key, conditions: [] } });
    await appendEvent(db, pia, { stream: handoverId, type: "handover.acceptanceUndone", payload: key });
    const [undo, decision] = [await newest(db, handoverId), await newest(db, handoverId, 1)];
    expect([await announceEvent(job(db), { eventId: decision.id }), await announceEvent(job(db), { eventId: undo.id })]).toEqual([0, 0]);
    await appendEvent(db, pia, { stream: handoverId, type: "handover.accepted", payload: { ...key, conditions: [] } });
    expect(await announceEvent(job(db), { eventId: (await newest(db, handoverId)).id })).toBe(1);
  });

  test("says nothing to who did it", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency, { ownerId: agency.sue });
    await winDeal(await asUser(agency.sam, db), { id, revision: 1, signedOn: "2030-01-02", evidence: "on paper" });
    const event = await newest(db, id);
    await announceEvent(job(db), { eventId: event.id });
    expect((await told(db, event.id)).map(([name]) => name)).toEqual(["Bea", "Sue"]);
  });

  test("an event that is not there is no error", async ({ db }) => expect(await announceEvent(job(db), { eventId: newId() })).toBe(0));
});

describe("reading one's notices", () => {
  test("counts the unread, and each person reads their own", async ({ db }) => {
    const agency = await anAgency(db);
    const [sam, sue] = [await asUser(agency.sam, db), await asUser(agency.sue, db)];
    const ids = [newId(), newId(), newId()];
    await db.notification.createMany({ data: ids.map((id, i) => ({ id, userId: agency.sam, eventId: newId(), text: `Notice ${i}`, href: "/deals", at: new Date(Date.UTC(2030, 0, 1, i)) })) });
    expect([await countUnread(sam), await countUnread(sue)]).toEqual([3, 0]);
    await expect(markRead(sue, { id: ids[0]! })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await markRead(sam, { id: ids[0]! })).toEqual({ id: ids[0], href: "/deals" });
    await markRead(sam, { id: ids[0]! });
    const { unread, read } = await listNotifications(sam, {});
    expect([unread.map(({ id }) => id), read.map(({ id }) => id)]).toEqual([[ids[2], ids[1]], [ids[0]]]);
    expect([await markAllRead(sue), await markAllRead(sam), await countUnread(sam)]).toEqual([{ count: 0 }, { count: 2 }, 0]);
  });
});
