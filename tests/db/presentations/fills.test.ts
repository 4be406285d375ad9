import { describe } from "vitest";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { refreshAnswer } from "@/lib/handovers/commands/prefilled";
import { getBrief } from "@/lib/handovers/queries/brief";
import { answersOf } from "@/lib/handovers/queries/answers";
import { rowsOf, textValueOf, valueOf } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { chooseByLink, recordChoice } from "@/lib/presentations/commands/choose";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { aChoice, aTold, linked } from "../../support/factories/presentations";

const draftOf = async (db: Db, dealId: string) => (await db.handover.findFirstOrThrow({ where: { dealId }, select: { id: true } })).id;
const fieldOf = async (db: Db, person: string, id: string, field: string) =>
  (await getBrief(await asUser(person, db), id)).sections.flatMap(({ fields }) => fields).find((one) => one.field.id === field);

describe("the chosen option", () => {
  test("P7.5 P1.2 fills the draft with its source: scope, price, phases, assumptions, risks and milestones", async ({ db }) => {
    const deal = await linked(db);
    const id = await draftOf(db, deal.dealId);
    const before = await eventTypes(db, id);
    await chooseByLink(deal.client, aChoice(deal));
    const answers = await answersOf(db, id);
    expect(["scope.inScope", "scope.outOfScope", "scope.assumptions", "scope.clientProvides", "scope.phases"].map((field) => textValueOf(answers, field))).toEqual([
      "Repair the site: We mend what is broken and leave the rest as it is.\nRepair", "New texts", "The plugins can be updated", "Access to the hosting", "Repair: 20 to 45.5 hours, most likely 30\nFrom start to end: 2 to 4 weeks.",
    ]);
    expect(textValueOf(answers, "scope.option")).toBe("The client chose “Repair the site”, of version 1, on 2 Jan 2030, and not “Rebuild the site”.\nWhy: It is quick.");
    expect(rowsOf(answers, "risks").map((row) => textValueOf(answers, "risks.text", row))).toEqual(["The old theme stays slow"]);
    expect(rowsOf(answers, "milestones").map((row) => [textValueOf(answers, "milestones.title", row), valueOf(answers, "milestones.date", row)])).toEqual([["Repair is done", null]]);
    expect(await fieldOf(db, deal.sam, id, "scope.outOfScope")).toMatchObject({ source: "from the chosen option, version 1, today", offer: null });
    expect(await eventTypes(db, id)).toEqual(before);
    expect(JSON.stringify(answers)).not.toContain("Anna Brandt");
  });

  test("P7.5 P1.2 overwrites nothing that was typed: it is offered beside it, and can be taken", async ({ db }) => {
    const deal = await linked(db);
    const id = await draftOf(db, deal.dealId);
    const sam = await asUser(deal.sam, db);
    await saveAnswers(sam, { id, changes: [{ field: "scope.outOfScope", rowId: null, base: 0, state: "VALUE", value: "Photographs" }] });
    await chooseByLink(deal.client, aChoice(deal));
    const shown = await fieldOf(db, deal.sam, id, "scope.outOfScope");
    expect(shown).toMatchObject({ answer: { value: "Photographs" }, source: null, offer: { value: "New texts", from: "the chosen option, version 1" } });
    await refreshAnswer(sam, { id, field: "scope.outOfScope", rowId: null, base: shown?.answer?.revision ?? 0, value: "New texts" });
    expect(await fieldOf(db, deal.sam, id, "scope.outOfScope")).toMatchObject({ answer: { value: "New texts", source: "option" }, offer: null });
  });

  test("P7.5 another choice offers what is different, and its lines come once", async ({ db }) => {
    const deal = await linked(db);
    const id = await draftOf(db, deal.dealId);
    const { choiceId } = await chooseByLink(deal.client, aChoice(deal));
    await recordChoice(await asUser(deal.sam, db), aTold(deal, { optionId: deal.rebuild.id, standing: choiceId }));
    const answers = await answersOf(db, id);
    expect(rowsOf(answers, "risks")).toHaveLength(1);
    expect(rowsOf(answers, "milestones")).toHaveLength(1);
    expect((await fieldOf(db, deal.sam, id, "scope.option"))?.offer?.text).toContain("chose “Rebuild the site”");
  });

  test("P7.5 P1.2 fills a draft that begins after the choice as well", async ({ db }) => {
    const deal = await linked(db);
    await chooseByLink(deal.client, aChoice(deal));
    const first = await draftOf(db, deal.dealId);
    await db.handover.update({ where: { id: first }, data: { status: "WITHDRAWN" } });
    const { id } = await beginHandover(await asUser(deal.sam, db), { dealId: deal.dealId });
    const answers = await answersOf(db, id);
    expect(id).not.toBe(first);
    expect([textValueOf(answers, "scope.outOfScope"), valueOf(answers, "commercial.value")]).toEqual(["New texts", { minor: 1_800_000, currency: "EUR" }]);
    expect(rowsOf(answers, "milestones")).toHaveLength(1);
  });
});
