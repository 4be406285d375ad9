import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Complexity } from "@/lib/platform/generated/enums";
import { answerBriefCheck, askBriefChecks } from "@/lib/ratings/commands/check";
import { exportBeforeContract, getBeforeContract, listBeforeContract } from "@/lib/reports/queries/before-contract";
import { earlyParams, reportParams } from "@/lib/reports/schema";
import { asActor, asUser, expect, NOW, test } from "../../support/db";
import { anAccepted } from "../../support/factories/handovers";
import { aSeriousDeal } from "../../support/factories/involvement";
import { anAgency } from "../../support/factories/agency";

const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const report = async (ctx: Ctx, more = {}) => getBeforeContract(ctx, reportParams.parse(more));
const list = (ctx: Ctx, part: object, more = {}) => listBeforeContract(ctx, { params: reportParams.parse(more), part: earlyParams.parse(part) });

/** A handover that was accepted and asked about; the PM answers fifteen days later. */
async function answered(db: Db, turnedOut: Complexity | null) {
  const handover = await anAccepted(db);
  await askBriefChecks(asActor({ type: "system", job: "askBriefChecks" }, db, later(14)));
  await answerBriefCheck(await asUser(handover.pia, db, later(15)), { id: handover.id, verdict: "RIGHT", fields: [], sentence: "", turnedOut, revision: 1 });
  return handover;
}

describe("complexity against reality", () => {
  test("P6.3 R4 the class at submission against what it turned out as, each number with its list; the file holds the same", async ({ db }) => {
    const { bea, dealId } = await answered(db, "COMPLEX");
    const ctx = await asUser(bea, db, later(16));
    const { reality, drift } = await report(ctx);
    const foretold = (await db.handover.findFirstOrThrow({ where: { dealId } })).complexity ?? "SIMPLE";
    expect(reality).toMatchObject({ count: 1, same: 0, harder: 1, setByHand: 0 });
    expect(reality.rubric.find((row) => row.foretold === foretold)?.cells).toContainEqual({ turned: "COMPLEX", count: 1 });
    expect((await list(ctx, { figure: "reality", foretold, turned: "COMPLEX", hand: "no" })).rows).toMatchObject([{ id: dealId, cells: expect.arrayContaining(["complex"]) }]);
    for (const other of [{ turned: "SIMPLE" }, { hand: "yes" }, { foretold: "COMPLEX" }]) expect((await list(ctx, { figure: "reality", ...other })).rows).toEqual([]);
    expect(drift.ways).toMatchObject([{ foretold, turned: "COMPLEX", count: 1 }]);
    const pieces: string[] = [];
    for await (const piece of await exportBeforeContract(ctx, { params: reportParams.parse({}), part: earlyParams.parse({ figure: "reality" }) })) pieces.push(piece);
    expect(pieces.join("")).toMatch(/First classified,At submission,Set by hand,Turned out,Answered\r\nD-\d+,.*,complex,/);
  });

  test("P6.3 R4 what the PM left out counts in no cell; an answer counts from its day on, and before it nothing is known", async ({ db }) => {
    const { bea } = await answered(db, null);
    const ctx = await asUser(bea, db, later(16));
    expect([(await report(ctx)).reality.count, (await list(ctx, { figure: "reality" })).rows.length]).toEqual([0, 0]);
    const other = await answered(db, "SIMPLE");
    expect((await report(await asUser(other.bea, db, later(16)))).reality.count).toBe(1);
    expect((await report(await asUser(other.bea, db, later(16)), { owner: newId() })).reality.count).toBe(1); // a seller that is no choice is left out
  });

  test("P6.3 R4 what was set by hand stands apart, with who set it", async ({ db }) => {
    const { bea, sam, dealId, id } = await answered(db, "STANDARD");
    const rubric = await db.policyVersion.findFirstOrThrow({ where: { kind: "COMPLEXITY_RUBRIC" }, select: { id: true } });
    const override = newId();
    await db.classOverride.create({ data: { id: override, dealId, rubricId: rubric.id, from: "SIMPLE", class: "STANDARD", reason: "Nobody knows the old theme", state: "STANDING", askedById: sam, askedAt: NOW } });
    const { content, ...version } = await db.briefVersion.findFirstOrThrow({ where: { handoverId: id } });
    const frozen = content as { complexity: object; policies: object };
    const next = await db.briefVersion.create({ data: { ...version, version: 2, content: { ...frozen, complexity: { ...frozen.complexity, class: "STANDARD", computed: "SIMPLE" }, policies: { ...frozen.policies, override } } }, select: { version: true } });
    expect(next.version).toBe(2);
    const ctx = await asUser(bea, db, later(16));
    expect((await report(ctx)).reality).toMatchObject({ count: 1, same: 1, setByHand: 1 });
    expect((await list(ctx, { figure: "reality", hand: "yes" })).rows[0]?.cells).toContain("by Sam");
  });

  test("R4 each manager's own: the other team's is not in the number", async ({ db }) => {
    await answered(db, "COMPLEX");
    const other = await anAgency(db);
    for (const who of [other.bea, other.bo]) expect((await report(await asUser(who, db, later(16)))).reality.count).toBe(0);
  });
});

describe("the first class of a deal", () => {
  test("P6.3 R4 is kept the moment the questions are answered, once, whatever is answered later", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency, { complexity: "STANDARD" });
    const first = () => db.deal.findUniqueOrThrow({ where: { id: dealId }, select: { firstClass: true, firstClassAt: true } });
    expect(await first()).toEqual({ firstClass: "STANDARD", firstClassAt: NOW });
    const { id } = await db.handover.findFirstOrThrow({ where: { dealId } });
    const changes = [{ field: "complexity.integration", rowId: null, base: 1, state: "VALUE" as const, value: "several" }];
    expect((await saveAnswers(await asUser(agency.sam, db, later(1)), { id, changes })).answers).toMatchObject([{ outcome: "saved" }]);
    expect(await first()).toEqual({ firstClass: "STANDARD", firstClassAt: NOW });
    await expect(db.$transaction((tx) => tx.deal.update({ where: { id: dealId }, data: { firstClass: "COMPLEX" } }))).rejects.toThrow(/stays as it was/);
  });

  test("P6.3 while a question is open there is none; what came filled in has its class at submission", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency, { complexity: null });
    expect(await db.deal.findUnique({ where: { id: dealId } })).toMatchObject({ firstClass: null });
    const { dealId: submitted } = await anAccepted(db);
    expect((await db.deal.findUniqueOrThrow({ where: { id: submitted } })).firstClass).not.toBeNull();
  });
});
