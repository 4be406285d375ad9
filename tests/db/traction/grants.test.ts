import { describe } from "vitest";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { grantInvolvement, revokeGrant } from "@/lib/traction/commands/grants";
import { tractionOf } from "@/lib/traction/queries/traction";
import { grantFor, tractionRefusal } from "@/lib/traction/rules/traction";
import { grantInvolvementInput } from "@/lib/traction/schema";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { aDeal, aHandoverOf } from "../../support/factories/deals";

const on = (id: string, more = {}) => grantInvolvementInput.parse({ id, allows: "WRITTEN", until: "2030-01-20", reason: "A theme of 2009", ...more });
const refused = async (db: Db, id: string, now = NOW) => {
  const state = await tractionOf(db, id, now);
  return tractionRefusal(state, "WRITTEN", grantFor(state.grants, "WRITTEN", now));
};

describe("grantInvolvement", () => {
  test("P5.2 lets one kind through below the threshold until its day ends, kept with score and need, with one event however often it is sent", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    expect(await refused(db, id)).toMatchObject({ rule: "P5.2" });
    const ctx = await asUser(agency.bea, db);
    expect(await grantInvolvement(ctx, on(id))).toEqual(await grantInvolvement(ctx, on(id)));
    expect(await refused(db, id)).toBeNull();
    expect(await refused(db, id, new Date("2030-01-20T23:59:59Z"))).toBeNull();
    expect(await refused(db, id, new Date("2030-01-21T00:00:00Z"))).toMatchObject({ rule: "P5.2" });
    expect(await db.involvementGrant.findMany({ where: { dealId: id } })).toMatchObject([{ allows: "WRITTEN", score: 0, needed: 5, grantedById: agency.bea, reason: "A theme of 2009" }]);
    expect(await eventTypes(db, id)).toEqual(["traction.granted"]);
  });

  test("P5.2 is for a sales manager who does not sell the deal", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    await expect(grantInvolvement(await asUser(agency.sam, db), on(id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P5.2" });
    const own = await aDeal(db, agency, { collaborators: { create: { userId: agency.bea } } });
    await expect(grantInvolvement(await asUser(agency.bea, db), on(own))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P5.2", message: expect.stringContaining("does not sell this deal") });
    await aHandoverOf(db, id, { pmId: agency.pia, firstSubmitAt: NOW, teams: { create: { teamId: agency.wordpress } } });
    for (const person of [agency.pia, agency.bo]) await expect(grantInvolvement(await asUser(person, db), on(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const person of [agency.sue, agency.dev]) await expect(grantInvolvement(await asUser(person, db), on(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P5.2 is refused when the deal is not open, and when the same is granted already", async ({ db }) => {
    const agency = await anAgency(db);
    for (const stage of ["PARKED", "LOST", "WON"] as const)
      await expect(grantInvolvement(await asUser(agency.bea, db), on(await aDeal(db, agency, { stage })))).rejects.toMatchObject({ code: "CONFLICT" });
    const id = await aDeal(db, agency);
    await grantInvolvement(await asUser(agency.bea, db), on(id));
    await expect(grantInvolvement(await asUser(agency.bea, db), on(id, { until: "2030-02-01" }))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/granted already.*Bea granted written answers/) });
  });

  test("P5.2 ends on a day that lies ahead, within sixty days", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    for (const until of ["2030-01-01", "2030-04-01", "9999-12-31"])
      await expect(grantInvolvement(await asUser(agency.bea, db), on(id, { until }))).rejects.toMatchObject({ code: "INVALID", rule: "P5.2", fields: { until: [expect.any(String)] } });
    for (const bad of [{ allows: "EVERYTHING" }, { until: "soon" }, { reason: " " }, { score: 8 }]) expect(grantInvolvementInput.safeParse({ ...on(id), ...bad }).success).toBe(false);
  });
});

describe("revokeGrant", () => {
  const granted = async (db: Db) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const { grantId } = await grantInvolvement(await asUser(agency.bea, db), on(id));
    return { agency, id, take: { id, grantId, reason: "The client is silent." } };
  };

  test("P5.2 ends it now, with one event however often it is sent, and for good", async ({ db }) => {
    const { agency, id, take } = await granted(db);
    const ctx = await asUser(agency.bea, db);
    await revokeGrant(ctx, take);
    await revokeGrant(ctx, take);
    expect(await refused(db, id)).toMatchObject({ rule: "P5.2" });
    expect(await eventTypes(db, id)).toEqual(["traction.granted", "traction.grantRevoked"]);
    await expect(db.$transaction((tx) => tx.involvementGrant.update({ where: { id: take.grantId }, data: { revokedAt: null } }))).rejects.toThrow(/stays taken back/);
  });

  test("P5.2 of another manager who comes second, or of what has ended, is a conflict", async ({ db }) => {
    const { agency, take } = await granted(db);
    const ben = await aPerson(db, "Ben", [{ teamId: agency.sales, role: "MANAGER" }]);
    await expect(revokeGrant(await asUser(ben, db, new Date("2030-01-25T10:00:00Z")), take)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("ended already") });
    await revokeGrant(await asUser(agency.bea, db), take);
    await expect(revokeGrant(await asUser(ben, db), take)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/revoked already.*Bea revoked/) });
  });

  test("P5.2 is not found on another deal, and is no seller's", async ({ db }) => {
    const { agency, take } = await granted(db);
    const other = await aDeal(db, agency);
    await expect(revokeGrant(await asUser(agency.bea, db), { ...take, id: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeGrant(await asUser(agency.bea, db), { ...take, grantId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeGrant(await asUser(agency.sue, db), take)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeGrant(await asUser(agency.sam, db), take)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P5.2" });
  });
});
