import { describe } from "vitest";
import { editOption } from "@/lib/options/commands/options";
import { presentedSchema } from "@/lib/options/rules/presented";
import { createClientLink } from "@/lib/presentations/commands/links";
import { presentOptions, withdrawPresentation } from "@/lib/presentations/commands/present";
import { getPresenting, getVersion } from "@/lib/presentations/queries/page";
import { presentOptionsInput, withdrawPresentationInput } from "@/lib/presentations/schema";
import { asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aPerson } from "../../support/factories/agency";
import { anEdit, estimated, offered } from "../../support/factories/options";
import { aLinkInput, aPresenting, presented } from "../../support/factories/presentations";

const own = async (db: Parameters<typeof eventTypes>[0], id: string) => (await eventTypes(db, id)).filter((type) => /^(presentation|clientLink|choice)\./.test(type));

describe("presentOptions", () => {
  test("P7.5 freezes what the client may see as version 1, with its digest, and one event however often it is sent", async ({ db }) => {
    const deal = await estimated(db);
    const sam = await asUser(deal.sam, db);
    const input = await aPresenting(db, deal);
    const made = await presentOptions(sam, input);
    expect(made.version).toBe(1);
    expect(await presentOptions(sam, input)).toEqual(made);
    const [row] = await db.optionPresentation.findMany({ where: { dealId: deal.dealId } });
    const view = presentedSchema.parse(JSON.parse(row?.content ?? ""));
    expect(view).toMatchObject({ organisation: "Nordlicht", client: "Acme", presenter: "Sam", day: "2030-01-02", validUntil: "2030-01-20", options: [{ name: "Repair the site", total: { low: 20, likely: 30, high: 45.5 } }, { name: "Rebuild the site" }] });
    expect(row?.content).not.toMatch(/Dev|The theme is old|The shop plugin/); // who estimated, and what they noted, stays in the house
    expect(await own(db, deal.dealId)).toEqual(["presentation.made"]);
  });

  test("P7.3 the presenter is sales, whoever is posted in the field; a developer cannot present at all", async ({ db }) => {
    const deal = await estimated(db);
    const sam = await asUser(deal.sam, db);
    const both = await aPerson(db, "Ben", [{ teamId: deal.sales, role: "SALES" }, { teamId: deal.wordpress, role: "DEVELOPER" }]);
    for (const presenterId of [deal.dev, deal.lee, deal.pia, both]) await expect(presentOptions(sam, await aPresenting(db, deal, { presenterId }))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    await expect(presentOptions(await asUser(deal.dev, db), await aPresenting(db, deal, { presenterId: deal.dev }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await own(db, deal.dealId)).toEqual([]);
  });

  test("P7.5 is for those who sell the deal: others are refused, and out of scope there is none", async ({ db }) => {
    const deal = await estimated(db);
    const input = await aPresenting(db, deal);
    await expect(presentOptions(await asUser(deal.bea, db), input)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    await expect(presentOptions(await asUser(deal.sue, db), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P7.2 an estimate that expired between the look and the presenting refuses it; so does a missing one", async ({ db }) => {
    const deal = await estimated(db);
    const input = await aPresenting(db, deal);
    const later = await asUser(deal.sam, db, new Date("2030-02-02T00:00:00Z"));
    await expect(presentOptions(later, { ...input, validUntil: "2030-02-20" })).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2", message: expect.stringContaining("held until") });
    const bare = await offered(db);
    await expect(presentOptions(await asUser(bare.sam, db), presentOptionsInput.parse({ ...input, id: bare.dealId, presenterId: bare.sam }))).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.2" });
  });

  test("P7.5 what was changed since the presenter looked is not presented unseen", async ({ db }) => {
    const deal = await estimated(db);
    const input = await aPresenting(db, deal);
    await editOption(await asUser(deal.sam, db), anEdit(deal.repair.id, { price: "19000", revision: (await db.dealOption.findUniqueOrThrow({ where: { id: deal.repair.id } })).revision }));
    await expect(presentOptions(await asUser(deal.sam, db), input)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("changed since you looked") });
    await presentOptions(await asUser(deal.sam, db), await aPresenting(db, deal));
  });

  test("P7.5 it holds no longer than its estimates, not from the past, and not for ever", async ({ db }) => {
    const deal = await estimated(db); // the estimates hold until the end of 1 February
    const sam = await asUser(deal.sam, db);
    for (const validUntil of ["2030-01-01", "2030-02-02", "2030-12-31"])
      await expect(presentOptions(sam, await aPresenting(db, deal, { validUntil }))).rejects.toMatchObject({ code: "INVALID", rule: "P7.5", fields: { validUntil: [expect.stringMatching(/^Choose /)] } });
    await presentOptions(sam, await aPresenting(db, deal, { validUntil: "2030-02-01" }));
  });

  test("P7.5 a change makes version 2, and version 1 stays as it was presented", async ({ db }) => {
    const deal = await presented(db);
    const sam = await asUser(deal.sam, db);
    const { revision } = await db.dealOption.findUniqueOrThrow({ where: { id: deal.repair.id } });
    await editOption(sam, anEdit(deal.repair.id, { price: "19500", revision }));
    expect(await presentOptions(sam, await aPresenting(db, deal))).toMatchObject({ version: 2 });
    expect((await getVersion(sam, { id: deal.dealId, version: 1 })).view.options[0]?.price.minor).toBe(1_800_000);
    expect((await getPresenting(sam, { id: deal.dealId })).versions.map(({ version, state }) => `${version} ${state}`)).toEqual(["2 current", "1 replaced"]);
  });

  test("P7.5 prices of a presentation are for readers of the deal's money", async ({ db }) => {
    const deal = await presented(db);
    await db.involvement.updateMany({ where: { dealId: deal.dealId }, data: { state: "ACCEPTED" } });
    const lee = await aPerson(db, "Lou", [{ teamId: deal.wordpress, role: "TEAM_LEAD" }]);
    await db.involvement.create({ data: { id: lee, dealId: deal.dealId, kind: "WRITTEN", personId: lee, role: "TEAM_LEAD", teamId: deal.wordpress, requestedById: deal.sam, asked: "a", suggestion: "b", capMinutes: 30, neededBy: NOW, why: "c" } });
    const reader = await asUser(lee, db);
    expect((await getPresenting(reader, { id: deal.dealId })).versions).toHaveLength(1);
    await expect(getVersion(reader, { id: deal.dealId, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("withdrawPresentation", () => {
  const on = (deal: { dealId: string; presentationId: string }, more = {}) => withdrawPresentationInput.parse({ id: deal.dealId, presentationId: deal.presentationId, reason: "A price was wrong", ...more });

  test("P7.5 ends it for good, with a reason and one event however often it is sent", async ({ db }) => {
    const deal = await presented(db);
    const sam = await asUser(deal.sam, db);
    await withdrawPresentation(sam, on(deal));
    await withdrawPresentation(sam, on(deal));
    expect(await own(db, deal.dealId)).toEqual(["presentation.made", "presentation.withdrawn"]);
    expect(await presentOptions(sam, await aPresenting(db, deal))).toMatchObject({ version: 2 }); // the same, presented anew
    await expect(createClientLink(sam, aLinkInput(deal.dealId))).resolves.toMatchObject({ url: expect.stringContaining("/o/") });
  });

  test("P7.5 a version that was replaced has nothing to withdraw, one of another deal is not found, and others may not", async ({ db }) => {
    const deal = await presented(db);
    const sam = await asUser(deal.sam, db);
    await expect(withdrawPresentation(sam, on(deal, { presentationId: deal.dealId }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(withdrawPresentation(await asUser(deal.bea, db), on(deal))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(withdrawPresentation(await asUser(deal.sue, db), on(deal))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await presentOptions(sam, await aPresenting(db, deal, { validUntil: "2030-01-25" }));
    await expect(withdrawPresentation(sam, on(deal))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("replaced") });
  });
});
