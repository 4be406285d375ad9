import { describe } from "vitest";
import { addOption, archiveOption, editOption, moveOption, restoreOption } from "@/lib/options/commands/options";
import { addPhase, changePhase, movePhase, removePhase } from "@/lib/options/commands/phases";
import { optionsOf } from "@/lib/options/queries/facts";
import { addOptionInput, changePhaseInput, moveOptionInput } from "@/lib/options/schema";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";
import { aSeriousDeal } from "../../support/factories/involvement";
import { anEdit, anOption, anOptionInput, aPhaseInput, estimated, offered } from "../../support/factories/options";

const start = async (db: Db) => { const agency = await anAgency(db); const dealId = await aDeal(db, agency); return { ...agency, dealId, ctx: await asUser(agency.sam, db) }; };
const last = async (db: Db, dealId: string) => (await eventTypes(db, dealId)).at(-1);

describe("writing options", () => {
  test("P7.1 an option is added with one event, and the same sent again has no second effect", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    const { id } = await addOption(ctx, anOptionInput(dealId));
    expect(await addOption(ctx, anOptionInput(dealId))).toMatchObject({ id });
    expect((await eventTypes(db, dealId)).filter((type) => type === "option.added")).toHaveLength(1);
    expect(await optionsOf(db, dealId)).toMatchObject([{ id, position: 1, priceMinor: 1_800_000, weeksLow: 2, benefits: "Quick\nCheap" }]);
  });
  test("P7.1 a deal has ten options at most, however many are sent, and a thousand are refused in a sentence", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    for (let i = 1; i <= 10; i++) await addOption(ctx, anOptionInput(dealId, { name: `Option ${i}` }));
    for (let i = 11; i <= 30; i++) await expect(addOption(ctx, anOptionInput(dealId, { name: `Option ${i}` }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.1", message: expect.stringContaining("at most 10") });
    expect(await db.dealOption.count({ where: { dealId } })).toBe(10);
  });
  test("P7.1 putting away and adding again ends as well, and what was put away can be taken up", async ({ db }) => {
    const { dealId, ctx, sam } = await start(db);
    const { id } = await addOption(ctx, anOptionInput(dealId));
    await archiveOption(ctx, { id, revision: 1 });
    await archiveOption(ctx, { id, revision: 1 });
    expect(await last(db, dealId)).toBe("option.archived");
    await expect(editOption(ctx, anEdit(id, { revision: 2, benefits: "More" }))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("put away") });
    await restoreOption(ctx, { id });
    await restoreOption(ctx, { id });
    expect((await eventTypes(db, dealId)).filter((type) => type === "option.restored")).toHaveLength(1);
    await db.dealOption.createMany({ data: Array.from({ length: 59 }, (_, i) => ({ dealId, name: `Old ${i}`, currency: "EUR", createdById: sam, changedById: sam, archivedAt: new Date() })) });
    await expect(addOption(ctx, anOptionInput(dealId, { name: "One more" }))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("at most 60") });
  });
  test("P7.1 two options of one name are refused, whatever the capitals", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    await addOption(ctx, anOptionInput(dealId));
    await expect(addOption(ctx, anOptionInput(dealId, { name: "  REPAIR the site", price: "1" }))).rejects.toMatchObject({ code: "INVALID", fields: { name: [expect.any(String)] } });
    await addOption(ctx, anOptionInput(dealId, { name: "Repair_the site" }));
  });
  test("B3 P1.3 an option written over another revision is refused, with what was saved meanwhile beside each field", async ({ db }) => {
    const { dealId, ctx, bea } = await start(db);
    const { id } = await addOption(ctx, anOptionInput(dealId));
    await editOption(await asUser(bea, db), anEdit(id, { risks: "The theme is slow", price: "20000" }));
    const error = editOption(ctx, anEdit(id, { benefits: "Quick, and ours", risks: "The theme" }));
    await expect(error).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9", fields: { risks: ["Bea saved meanwhile: “The theme is slow”"], price: ["Bea saved meanwhile: 20000.00 EUR"] } });
    expect((await optionsOf(db, dealId))[0]).toMatchObject({ risks: "The theme is slow", benefits: "Quick\nCheap", revision: 2 });
    expect(await editOption(ctx, anEdit(id, { revision: 2, risks: "The theme", price: "20000" }))).toMatchObject({ revision: 3 });
    expect((await eventTypes(db, dealId)).filter((type) => type === "option.changed")).toHaveLength(2);
  });
  test("P7.1 prices and words of options are in no event: leads read the history of a deal", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    const { id } = await addOption(ctx, anOptionInput(dealId, { price: "54321" }));
    await editOption(ctx, anEdit(id, { price: "98765", benefits: "A secret" }));
    const told = JSON.stringify(await db.event.findMany({ where: { stream: dealId } }), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    for (const word of ["54321", "98765", "A secret"]) expect(told).not.toContain(word);
  });
  test("P7.1 the price is in the currency of the deal, also when that has changed since the page was read", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    await expect(addOption(ctx, anOptionInput(dealId, { currency: "USD" }))).rejects.toMatchObject({ code: "CONFLICT", fields: { price: [expect.stringContaining("EUR")] } });
    await addOption(ctx, anOptionInput(dealId, { currency: "USD", price: "" }));
  });
  test("options change places, and nothing happens past the end", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    const ids: string[] = [];
    for (const name of ["A", "B", "C"]) ids.push((await addOption(ctx, anOptionInput(dealId, { name: `Option ${name}` }))).id);
    await moveOption(ctx, { id: ids[2] ?? "", to: "up" });
    await moveOption(ctx, { id: ids[0] ?? "", to: "up" });
    expect((await optionsOf(db, dealId)).map(({ name }) => name)).toEqual(["Option A", "Option C", "Option B"]);
    expect((await eventTypes(db, dealId)).filter((type) => type === "option.moved")).toHaveLength(1);
  });
});

describe("phases", () => {
  test("P7.1 a phase is added with one event, thirty at most, and follows another of its option", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    const { id } = await addOption(ctx, anOptionInput(dealId));
    const first = await addPhase(ctx, aPhaseInput(id, "First"));
    expect(await addPhase(ctx, aPhaseInput(id, "First"))).toMatchObject({ id: first.id });
    expect((await eventTypes(db, dealId)).filter((type) => type === "option.phaseAdded")).toHaveLength(1);
    for (let i = 2; i <= 30; i++) await addPhase(ctx, aPhaseInput(id, `Phase ${i}`, { followsId: first.id }));
    await expect(addPhase(ctx, aPhaseInput(id, "One more"))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("at most 30") });
    await expect(addPhase(ctx, aPhaseInput(id, "FIRST", { words: "" }))).rejects.toMatchObject({ code: "INVALID", fields: { name: [expect.any(String)] } });
  });
  test("P7.1 phases in a circle are refused, over one step and over three", async ({ db }) => {
    const { dealId, ctx } = await start(db);
    const { id } = await addOption(ctx, anOptionInput(dealId));
    const a = (await addPhase(ctx, aPhaseInput(id, "A phase"))).id;
    const b = (await addPhase(ctx, aPhaseInput(id, "B phase", { followsId: a }))).id;
    const c = (await addPhase(ctx, aPhaseInput(id, "C phase", { followsId: b }))).id;
    const edit = (phaseId: string, followsId: string) => changePhase(ctx, changePhaseInput.parse({ id: phaseId, revision: 1, name: "A phase", words: "Update plugins and theme", followsId }));
    for (const to of [a, b, c]) await expect(edit(a, to)).rejects.toMatchObject({ code: "INVALID", rule: "P7.1", fields: { followsId: [expect.any(String)] } });
    const other = await anOption(db, { sam: ctx.actor.id } as never, dealId, { name: "Rebuild" });
    await expect(edit(a, other.phaseId)).rejects.toMatchObject({ code: "INVALID" });
    await removePhase(ctx, { id: b });
    expect((await optionsOf(db, dealId))[0]?.phases.map(({ name, followsId }) => [name, followsId])).toEqual([["A phase", null], ["C phase", a]]);
    await expect(changePhase(ctx, changePhaseInput.parse({ id: c, revision: 1, name: "C phase", followsId: b }))).rejects.toMatchObject({ code: "INVALID" });
  });
  test("P7.2 other words are other work: the phase's revision grows with its name and words, and with nothing else", async ({ db }) => {
    const { dealId, repair, sam } = await estimated(db);
    const ctx = await asUser(sam, db);
    const revision = async () => (await optionsOf(db, dealId))[0]?.phases.find(({ id }) => id === repair.phaseId)?.revision;
    const other = await addPhase(ctx, aPhaseInput(repair.id, "Before"));
    await changePhase(ctx, changePhaseInput.parse({ id: repair.phaseId, revision: 1, name: "Repair", words: "Update plugins and theme", followsId: other.id }));
    await movePhase(ctx, { id: repair.phaseId, to: "down" });
    expect(await revision()).toBe(1);
    await changePhase(ctx, changePhaseInput.parse({ id: repair.phaseId, revision: 1, name: "Repair", words: "And a new shop", followsId: other.id }));
    expect(await revision()).toBe(2);
    await expect(changePhase(ctx, changePhaseInput.parse({ id: repair.phaseId, revision: 1, name: "Repair", words: "Or not" }))).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("who and when", () => {
  const commands = (dealId: string, { id, phaseId }: { id: string; phaseId: string }) => ({
    addOption: [addOption, anOptionInput(dealId, { name: "Another" })], editOption: [editOption, anEdit(id, { benefits: "More" })], moveOption: [moveOption, { id, to: "down" }],
    archiveOption: [archiveOption, { id, revision: 1 }], restoreOption: [restoreOption, { id }], addPhase: [addPhase, aPhaseInput(id, "Another")],
    changePhase: [changePhase, changePhaseInput.parse({ id: phaseId, revision: 1, name: "Else" })], movePhase: [movePhase, { id: phaseId, to: "up" }], removePhase: [removePhase, { id: phaseId }],
  } as unknown as Record<string, [(ctx: unknown, input: unknown) => Promise<unknown>, unknown]>);

  test("P7.3 only who sells writes options: out of scope is not found, and who is asked for an estimate is refused", async ({ db }) => {
    const { dealId, repair, sue, dev, bo } = await offered(db);
    for (const [name, [run, input]] of Object.entries(commands(dealId, repair))) {
      await expect(run(await asUser(sue, db), input), name).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(run(await asUser(bo, db), input), name).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
      await expect(run(await asUser(dev, db), input), name).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await eventTypes(db, dealId)).filter((type) => type.startsWith("option."))).toHaveLength(4);
  });
  test("P7.1 the options of a deal that is lost, parked or won stay as they are", async ({ db }) => {
    const { dealId, repair, sam } = await offered(db);
    for (const stage of ["LOST", "PARKED", "WON"] as const) {
      await db.deal.update({ where: { id: dealId }, data: { stage } });
      for (const [name, [run, input]] of Object.entries(commands(dealId, repair))) await expect(run(await asUser(sam, db), input), `${name} ${stage}`).rejects.toMatchObject({ code: "CONFLICT" });
    }
  });
  test("P7.1 hostile input is refused with a sentence", async ({ db }) => {
    const agency = await anAgency(db);
    const dealId = await aSeriousDeal(db, agency);
    const plain = { dealId, name: "An option", currency: "EUR" };
    for (const more of [
      { name: "" }, { name: "\0" }, { name: "x".repeat(121) }, { benefits: "x".repeat(4_001) }, { risks: "\uD800" }, { weeksLow: "3" }, { weeksLow: "5", weeksHigh: "2" }, { weeksLow: "0", weeksHigh: "2" },
      { weeksLow: "1.5", weeksHigh: "2" }, { weeksLow: "1", weeksHigh: "9999" }, { price: "-1" }, { price: "1e9" }, { price: "99999999999999999999" }, { currency: "EURO" }, { position: 99 },
      { presenterId: agency.dev }, { dealId: { not: "" } }, { priceMinor: 5 },
    ]) expect(addOptionInput.safeParse({ ...plain, ...more }).success, JSON.stringify(more)).toBe(false);
    expect(addOptionInput.safeParse(plain).success).toBe(true);
    expect(moveOptionInput.safeParse({ id: dealId, to: "top" }).success).toBe(false);
  });
});
