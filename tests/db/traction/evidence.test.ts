import { describe } from "vitest";
import { moveDeal } from "@/lib/deals/commands/stage";
import { chainProblem } from "@/lib/events/verify";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { addEvidence, withdrawEvidence } from "@/lib/traction/commands/evidence";
import { getTraction } from "@/lib/traction/queries/page";
import { addEvidenceInput } from "@/lib/traction/schema";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { type Agency, anAgency } from "../../support/factories/agency";
import { accepted, aDeal, aHandoverOf } from "../../support/factories/deals";

const on = (id: string, more = {}) => addEvidenceInput.parse({ id, kind: "budget", happenedOn: "2030-01-01", words: "“We have 80 000 for it.”", ...more });
const facts = (db: Db, id: string) => db.deal.findUniqueOrThrow({ where: { id }, select: { stage: true, parkedFrom: true } });

describe("addEvidence", () => {
  test("P5.1 records what was seen, when and by whom, with one event that does not repeat the words", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    await addEvidence(await asUser(agency.sam, db), on(id));
    expect(await db.tractionEvidence.findMany({ where: { dealId: id } })).toMatchObject([{ kind: "budget", happenedOn: new Date("2030-01-01"), words: "“We have 80 000 for it.”", addedById: agency.sam, addedAt: NOW }]);
    expect(await eventTypes(db, id)).toEqual(["traction.evidenceAdded"]);
    expect((await db.event.findFirstOrThrow({ where: { stream: id } })).payload).not.toContain("80 000");
    expect(await chainProblem(db, "DEAL", id)).toBeNull();
  });

  test("P5.1 the same again has one effect", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const ctx = await asUser(agency.sam, db);
    expect(await addEvidence(ctx, on(id))).toEqual(await addEvidence(ctx, on(id)));
    expect(await eventTypes(db, id)).toEqual(["traction.evidenceAdded"]);
  });

  test("P5.1 what lies ahead, lies years back, or is no kind of evidence is refused at its field", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const ctx = await asUser(agency.sam, db);
    for (const happenedOn of ["2030-01-04", "9999-12-31", "2027-12-31", "0001-01-01"])
      await expect(addEvidence(ctx, on(id, { happenedOn }))).rejects.toMatchObject({ code: "INVALID", rule: "P5.1", fields: { happenedOn: [expect.any(String)] } });
    for (const kind of ["handshake", "__proto__", "Budget"])
      await expect(addEvidence(ctx, on(id, { kind }))).rejects.toMatchObject({ code: "INVALID", fields: { kind: [expect.any(String)] } });
    for (const bad of [{ happenedOn: "2030-02-30" }, { happenedOn: "yesterday" }, { words: "  " }, { words: "a\0b" }, { words: "\ud800" }, { words: "x".repeat(2_001) }, { points: 5 }])
      expect(addEvidenceInput.safeParse({ ...on(id), ...bad }).success).toBe(false);
    expect(await eventTypes(db, id)).toEqual([]);
  });

  test("P5.1 keeps hostile text as it was typed", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const words = "<script>alert(1)</script>'); DROP TABLE \"Deal\"; -- ‮ 🙂\r\n  ";
    await addEvidence(await asUser(agency.sam, db), on(id, { words }));
    expect((await db.tractionEvidence.findFirstOrThrow({ where: { dealId: id } })).words).toBe(words);
  });

  test("P5.1 is refused once the deal is won or lost", async ({ db }) => {
    const agency = await anAgency(db);
    for (const stage of ["WON", "LOST"] as const) {
      const id = await aDeal(db, agency, { stage });
      await expect(addEvidence(await asUser(agency.sam, db), on(id))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("traction is measured while it is open") });
    }
  });

  test("P5.1 belongs to those who sell the deal: for others it does not exist, and delivery observes", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    for (const person of [agency.sue, agency.pia, agency.dev, agency.ada]) await expect(addEvidence(await asUser(person, db), on(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addEvidence(await asUser(agency.sam, db), on(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const handoverId = await aHandoverOf(db, id, { pmId: agency.pia, firstSubmitAt: NOW });
    await expect(addEvidence(await asUser(agency.pia, db), on(id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P5.1" });
    await accepted(db, handoverId, agency.pia);
    await expect(addEvidence(await asUser(agency.sam, db), on(id))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P3.1" });
  });
});

describe("new evidence of a parked deal", () => {
  const parked = async (db: Db, agency: Agency) => {
    const id = await aDeal(db, agency);
    await moveDeal(await asUser(agency.sam, db), { id, revision: 1, move: "park", reason: "Quiet since November" });
    return id;
  };

  test("P5.6 revives it to the stage that it had, once", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await parked(db, agency);
    expect(await facts(db, id)).toEqual({ stage: "PARKED", parkedFrom: "PROPOSAL" });
    const ctx = await asUser(agency.sam, db);
    await addEvidence(ctx, on(id));
    expect(await facts(db, id)).toEqual({ stage: "PROPOSAL", parkedFrom: null });
    await addEvidence(ctx, on(id, { kind: "need" }));
    expect(await eventTypes(db, id)).toEqual(["deal.moved", "traction.evidenceAdded", "traction.dealRevived", "traction.evidenceAdded"]);
  });

  test("P5.6 that is older than the silence which parks a deal is kept, and revives nothing", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await parked(db, agency);
    await addEvidence(await asUser(agency.sam, db), on(id, { happenedOn: "2029-11-01" }));
    expect(await facts(db, id)).toEqual({ stage: "PARKED", parkedFrom: "PROPOSAL" });
  });
});

describe("withdrawEvidence", () => {
  const recorded = async (db: Db) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const { evidenceId } = await addEvidence(await asUser(agency.sam, db), on(id));
    return { agency, id, evidenceId, take: { id, evidenceId, reason: "It was for another project." } };
  };

  test("P5.1 earns nothing from then on, stays in the list with its reason, and writes one event however often it is sent", async ({ db }) => {
    const { agency, id, take } = await recorded(db);
    const ctx = await asUser(agency.sam, db);
    await withdrawEvidence(ctx, take);
    await withdrawEvidence(ctx, take);
    expect(await getTraction(ctx, { id })).toMatchObject({ score: 0, evidence: [{ label: "Budget", withdrawn: { by: "Sam", reason: "It was for another project." } }] });
    expect(await eventTypes(db, id)).toEqual(["traction.evidenceAdded", "traction.evidenceWithdrawn"]);
  });

  test("P1.9 whoever comes second is told who did it; a deal that is won keeps its evidence", async ({ db }) => {
    const { agency, id, take } = await recorded(db);
    await withdrawEvidence(await asUser(agency.sam, db), take);
    await expect(withdrawEvidence(await asUser(agency.bea, db), take)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/withdrawn already\. Sam withdrew/) });
    const won = await aDeal(db, agency, { stage: "WON" });
    const { id: evidenceId } = await db.tractionEvidence.create({ data: { id: newId(), dealId: won, kind: "need", happenedOn: new Date("2029-12-20"), words: "x", addedById: agency.sam } });
    await expect(withdrawEvidence(await asUser(agency.sam, db), { ...take, id: won, evidenceId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(id).not.toBe(won);
  });

  test("P5.1 of another deal is not found, nor is a deal that is not one's own; delivery may not", async ({ db }) => {
    const { agency, id, take } = await recorded(db);
    const other = await aDeal(db, agency);
    await expect(withdrawEvidence(await asUser(agency.sam, db), { ...take, id: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(withdrawEvidence(await asUser(agency.sue, db), take)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await aHandoverOf(db, id, { pmId: agency.pia, firstSubmitAt: NOW });
    await expect(withdrawEvidence(await asUser(agency.pia, db), take)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P5.1" });
  });

  test("P5.1 the database keeps what was recorded, and a withdrawal is final", async ({ db }) => {
    const { agency, take } = await recorded(db);
    const { evidenceId } = take;
    await withdrawEvidence(await asUser(agency.sam, db), take);
    await expect(db.$transaction((tx) => tx.tractionEvidence.update({ where: { id: evidenceId }, data: { withdrawnAt: null } }))).rejects.toThrow(/stays taken back/);
  });
});

test("P5.1 who does not read the deal's value reads the kind and the day of evidence, and not its words", async ({ db }) => {
  const agency = await anAgency(db);
  const id = await aDeal(db, agency);
  await addEvidence(await asUser(agency.sam, db), on(id));
  await aHandoverOf(db, id, { firstSubmitAt: NOW, pmId: agency.pia, teams: { create: { teamId: agency.wordpress, leadId: agency.lee } } });
  expect((await getTraction(await asUser(agency.pia, db), { id })).evidence[0]).toMatchObject({ words: "“We have 80 000 for it.”" });
  expect((await getTraction(await asUser(agency.lee, db), { id })).evidence[0]).toMatchObject({ label: "Budget", on: "2030-01-01", words: null });
  await expect(getTraction(await asUser(agency.dev, db), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
