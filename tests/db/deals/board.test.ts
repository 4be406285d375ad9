import { describe } from "vitest";
import { setNextStep } from "@/lib/deals/commands/next-step";
import { moveDeal } from "@/lib/deals/commands/stage";
import { listDeals } from "@/lib/deals/queries";
import { listBoard } from "@/lib/deals/queries/board";
import { listDealsParams, moveOnBoardInput, setNextStepInput } from "@/lib/deals/schema";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aClient, aDeal, aHandoverOf } from "../../support/factories/deals";

const params = (more = {}) => listDealsParams.parse(more);

describe("listBoard", () => {
  test("shows each stage with its newest deals, and goes on in one column page by page, each deal once", async ({ db }) => {
    const agency = await anAgency(db);
    const clientId = (await aClient(db)).id;
    for (let i = 0; i < 75; i++) await aDeal(db, agency, { clientId, name: `Deal ${i}` });
    await aDeal(db, agency, { clientId, stage: "PARKED" });
    const ctx = await asUser(agency.sam, db);
    const whole = await listBoard(ctx, params());
    expect(whole.map(({ stage, cards }) => [stage, cards.length])).toEqual([["PROSPECT", 0], ["QUALIFIED", 0], ["PROPOSAL", 20], ["WON", 0], ["PARKED", 1], ["LOST", 0]]);
    const seen = whole[2]!.cards.map(({ id }) => id);
    let after = whole[2]!.next;
    while (after) {
      const [column] = await listBoard(ctx, params({ stage: "PROPOSAL", after }));
      seen.push(...column!.cards.map(({ id }) => id));
      after = column!.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([75, 75]);
  });

  test("offers the moves that the reader may make, and shows only deals in their scope", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const cards = async (person: string) => (await listBoard(await asUser(person, db), params())).flatMap((column) => column.cards);
    expect(await cards(agency.sam)).toMatchObject([{ id, moves: ["win", "lose", "park"] }]);
    expect(await cards(agency.sue)).toEqual([]);
    await aHandoverOf(db, id, { firstSubmitAt: NOW, teams: { create: { teamId: agency.wordpress, leadId: agency.lee } } });
    expect(await cards(agency.lee)).toMatchObject([{ id, moves: [], valueMinor: 0 }]);
  });

  test("a press of a menu's entry is one move, and anything else is refused", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency, { stage: "PROSPECT" });
    await moveDeal(await asUser(agency.sam, db), moveOnBoardInput.parse({ move: `qualify ${id} 1` }));
    expect((await db.deal.findUniqueOrThrow({ where: { id } })).stage).toBe("QUALIFIED");
    for (const move of ["", "qualify", `win ${id} 2`, `approve ${id} 2`, `qualify ${id} x`, `qualify ${id}`, `qualify '; DROP 1`]) expect(moveOnBoardInput.safeParse({ move }).success).toBe(false);
    await expect(moveDeal(await asUser(agency.bea, db), moveOnBoardInput.parse({ move: `propose ${id} 1` }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
  });
});

describe("setNextStep", () => {
  const on = (id: string, revision = 1, more = {}) => setNextStepInput.parse({ id, revision, nextStep: "Call Anna about the budget", nextStepOn: "2030-01-07", ...more });

  test("keeps what happens next and when, with one event that does not repeat the words; the same again has one effect", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const ctx = await asUser(agency.sam, db);
    await setNextStep(ctx, on(id));
    await setNextStep(ctx, on(id));
    expect((await listDeals(ctx, params())).rows).toMatchObject([{ nextStep: "Call Anna about the budget", nextStepOn: new Date("2030-01-07") }]);
    expect(await db.event.findMany({ where: { stream: id } })).toMatchObject([{ type: "deal.nextStepSet", payload: JSON.stringify({ isSet: true, on: "2030-01-07" }) }]);
    await setNextStep(ctx, on(id, 2, { nextStep: " ", nextStepOn: "" }));
    expect(await db.deal.findUniqueOrThrow({ where: { id } })).toMatchObject({ nextStep: "", nextStepOn: null });
  });

  test("P1.9 refuses a stale revision, a deal that is not open, a day without words and a day that nobody plans in", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const ctx = await asUser(agency.sam, db);
    await setNextStep(ctx, on(id));
    await expect(setNextStep(ctx, on(id, 1, { nextStep: "Something else" }))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Sam set the next step") });
    await expect(setNextStep(ctx, on(id, 2, { nextStep: "" }))).rejects.toMatchObject({ code: "INVALID" });
    await expect(setNextStep(ctx, on(await aDeal(db, agency, { stage: "LOST" })))).rejects.toMatchObject({ code: "CONFLICT" });
    for (const bad of [{ nextStepOn: "0001-01-01" }, { nextStepOn: "9999-12-31" }, { nextStep: "x".repeat(301) }, { nextStep: "\0" }]) expect(setNextStepInput.safeParse({ ...on(id), ...bad }).success).toBe(false);
  });

  test("is for those who sell the deal", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    await expect(setNextStep(await asUser(agency.sue, db), on(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(setNextStep(await asUser(agency.sam, db), on(newId()))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await aHandoverOf(db, id, { pmId: agency.pia, firstSubmitAt: NOW });
    await expect(setNextStep(await asUser(agency.pia, db), on(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await eventTypes(db, id)).toEqual([]);
  });
});
