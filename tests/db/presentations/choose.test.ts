import { describe } from "vitest";
import { moveDeal } from "@/lib/deals/commands/stage";
import { dealScope } from "@/lib/deals/policy";
import { scope as handoverScope } from "@/lib/handovers/policy";
import { parseInput } from "@/lib/http/make-action";
import { newId } from "@/lib/platform/ids";
import { chooseByLink, recordChoice } from "@/lib/presentations/commands/choose";
import { createClientLink, revokeClientLink } from "@/lib/presentations/commands/links";
import { openClientLink } from "@/lib/presentations/commands/open";
import { presentOptions, withdrawPresentation } from "@/lib/presentations/commands/present";
import { getPresenting } from "@/lib/presentations/queries/page";
import { chooseByLinkInput, recordChoiceInput, revokeClientLinkInput, withdrawPresentationInput } from "@/lib/presentations/schema";
import { asActor, asUser, eventTypes, expect, NOW, test } from "../../support/db";
import { aChoice, aLink, aLinkInput, aPresenting, aTold, linked, presented } from "../../support/factories/presentations";

const own = async (db: Parameters<typeof eventTypes>[0], id: string) => (await eventTypes(db, id)).filter((type) => /^(clientLink|choice)\./.test(type));
const revoked = (deal: { dealId: string; linkId: string }) => revokeClientLinkInput.parse({ id: deal.dealId, linkId: deal.linkId });

describe("createClientLink and revokeClientLink", () => {
  test("P7.5 a link is told once; the database and the history keep no token", async ({ db }) => {
    const deal = await linked(db);
    expect(deal.token).toMatch(/^[\w-]{43}$/);
    const rows = JSON.stringify([await db.clientLink.findMany(), await db.event.findMany({ select: { payload: true } })], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(rows).not.toContain(deal.token);
    expect(JSON.stringify(await getPresenting(await asUser(deal.sam, db), { id: deal.dealId }))).not.toContain(deal.token);
    expect(await own(db, deal.dealId)).toEqual(["clientLink.created"]);
  });

  test("P7.5 only those who sell make and revoke one, while something is presented; a repeat of a revocation has one effect", async ({ db }) => {
    const deal = await linked(db);
    const sam = await asUser(deal.sam, db);
    await expect(createClientLink(await asUser(deal.bea, db), aLinkInput(deal.dealId))).rejects.toMatchObject({ code: "FORBIDDEN", rule: "P7.3" });
    await expect(createClientLink(await asUser(deal.dev, db), aLinkInput(deal.dealId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createClientLink(sam, aLinkInput(deal.dealId, { contactId: newId() }))).rejects.toMatchObject({ code: "INVALID", fields: { contactId: expect.anything() } });
    await expect(createClientLink(sam, aLinkInput(deal.dealId, { until: "2031-01-01" }))).rejects.toMatchObject({ code: "INVALID", fields: { until: expect.anything() } });
    await expect(revokeClientLink(sam, { ...revoked(deal), linkId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeClientLink(await asUser(deal.bea, db), revoked(deal))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await revokeClientLink(sam, revoked(deal));
    await revokeClientLink(sam, revoked(deal));
    expect(await own(db, deal.dealId)).toEqual(["clientLink.created", "clientLink.revoked"]);
    await withdrawPresentation(sam, withdrawPresentationInput.parse({ id: deal.dealId, presentationId: deal.presentationId, reason: "Wrong" }));
    await expect(createClientLink(sam, aLinkInput(deal.dealId))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("present the options first") });
  });
});

describe("openClientLink", () => {
  test("P7.5 opens the newest presentation and nothing else; that it was opened is kept, and is no event", async ({ db }) => {
    const deal = await linked(db);
    const before = await eventTypes(db, deal.dealId);
    expect(await openClientLink(deal.client)).toMatchObject({ version: 1, closed: null, choice: null, view: { client: "Acme" } });
    expect((await db.clientLink.findUniqueOrThrow({ where: { id: deal.linkId } })).lastOpenedAt).toEqual(NOW);
    expect(await eventTypes(db, deal.dealId)).toEqual(before);
    for (const scope of [dealScope, handoverScope]) expect(scope(deal.client.actor)).toEqual({ id: { in: [] } });
    await expect(openClientLink(await asUser(deal.sam, db))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P7.5 shows nothing once the presentation is withdrawn, and the new version once there is one", async ({ db }) => {
    const deal = await linked(db);
    const sam = await asUser(deal.sam, db);
    await withdrawPresentation(sam, withdrawPresentationInput.parse({ id: deal.dealId, presentationId: deal.presentationId, reason: "Wrong" }));
    await expect(openClientLink(deal.client)).rejects.toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("no longer works") });
    await presentOptions(sam, await aPresenting(db, deal));
    expect(await openClientLink(deal.client)).toMatchObject({ version: 2 });
  });
});

describe("chooseByLink", () => {
  test("P7.5 keeps who, when and why, by the link, with one event however often it is sent", async ({ db }) => {
    const deal = await linked(db);
    expect(await chooseByLink(deal.client, aChoice(deal))).toEqual(await chooseByLink(deal.client, aChoice(deal)));
    expect(await db.optionChoice.findMany({ where: { dealId: deal.dealId } })).toMatchObject([
      { optionName: "Repair the site", chosenBy: "Anna Brandt", reason: "It is quick.", via: "LINK", linkId: deal.linkId, recordedById: null, chosenAt: NOW, replacedAt: null, contactId: expect.any(String) },
    ]);
    expect(await own(db, deal.dealId)).toEqual(["clientLink.created", "choice.made"]);
    const [{ actor, payload } = { actor: "", payload: "" }] = await db.event.findMany({ where: { stream: deal.dealId, type: "choice.made" } });
    expect(actor).toBe(`client:${deal.linkId}`);
    expect(payload).not.toMatch(/Anna|quick/); // an erasure could not take it out of the history
  });

  test("P7.5 a later choice replaces the one that it was made over, and both stay; over another one it is refused in a sentence", async ({ db }) => {
    const deal = await linked(db);
    const first = await chooseByLink(deal.client, aChoice(deal));
    const rebuild = { optionId: deal.rebuild.id, reason: "The board wants it new.", chosenBy: "Bert" };
    await expect(chooseByLink(deal.client, aChoice(deal, rebuild))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Anna Brandt chose “Repair the site”") });
    await chooseByLink(deal.client, aChoice(deal, { ...rebuild, standing: first.choiceId }));
    const rows = await db.optionChoice.findMany({ where: { dealId: deal.dealId }, orderBy: { id: "asc" } });
    expect(rows.map(({ optionName, replacedAt }) => [optionName, replacedAt === null])).toEqual([["Repair the site", false], ["Rebuild the site", true]]);
    expect(await own(db, deal.dealId)).toEqual(["clientLink.created", "choice.made", "choice.made"]);
  });

  test("P7.5 a link that was revoked while its page was open says so and chooses nothing; so does one that expired", async ({ db }) => {
    const deal = await linked(db);
    await openClientLink(deal.client);
    await revokeClientLink(await asUser(deal.sam, db), revoked(deal));
    await expect(chooseByLink(deal.client, aChoice(deal))).rejects.toMatchObject({ code: "NOT_FOUND", message: "This link no longer works. Please ask the person who sent it to you for a new one." });
    await expect(openClientLink(deal.client)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const other = await aLink(db, deal);
    const later = asActor({ type: "client", linkId: other.linkId, dealId: deal.dealId }, db, new Date("2030-01-21T00:00:00Z"));
    await expect(chooseByLink(later, aChoice(deal))).rejects.toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("no longer works") });
    expect(await db.optionChoice.count({ where: { dealId: deal.dealId } })).toBe(0);
  });

  test("P7.5 what expired, was withdrawn or was presented anew cannot be chosen, by link or by seller", async ({ db }) => {
    const deal = await presented(db);
    const { linkId } = await aLink(db, deal, { until: "2030-03-01" });
    const at = (now: Date) => asActor({ type: "client", linkId, dealId: deal.dealId }, db, now);
    const late = new Date("2030-01-21T00:00:00Z");
    await expect(chooseByLink(at(late), aChoice(deal))).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.5", message: expect.stringContaining("could be chosen until 20 Jan 2030") });
    await expect(recordChoice(await asUser(deal.sam, db, late), aTold(deal))).rejects.toMatchObject({ code: "CONFLICT", rule: "P7.5" });
    await presentOptions(await asUser(deal.sam, db), await aPresenting(db, deal, { validUntil: "2030-01-25" }));
    await expect(chooseByLink(at(NOW), aChoice(deal))).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("presented anew") });
  });

  test("P7.5 another deal's presentation is not found, another deal's option is none of these, and nobody else is the client", async ({ db }) => {
    const [deal, other] = [await linked(db), await presented(db)];
    await expect(chooseByLink(deal.client, aChoice(other))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(chooseByLink(deal.client, aChoice(deal, { optionId: other.repair.id }))).rejects.toMatchObject({ code: "INVALID", fields: { optionId: expect.anything() } });
    await expect(chooseByLink(await asUser(deal.sam, db), aChoice(deal))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordChoice(deal.client, aTold(deal))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("P7.5 a lost deal is no longer open", async ({ db }) => {
    const deal = await linked(db);
    const { revision } = await db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    await moveDeal(await asUser(deal.sam, db), { id: deal.dealId, revision, move: "lose", reason: "They chose another" }).catch(async () => db.deal.update({ where: { id: deal.dealId }, data: { stage: "LOST" } }));
    await expect(chooseByLink(deal.client, aChoice(deal))).rejects.toMatchObject({ code: "CONFLICT", message: "This offer is no longer open." });
  });
});

describe("recordChoice", () => {
  test("P7.5 keeps what the client told the seller, and who was told", async ({ db }) => {
    const deal = await presented(db);
    await recordChoice(await asUser(deal.sam, db), aTold(deal));
    expect(await db.optionChoice.findMany({ where: { dealId: deal.dealId } })).toMatchObject([{ via: "SELLER", recordedById: deal.sam, linkId: null }]);
    expect(await own(db, deal.dealId)).toEqual(["choice.made"]);
  });

  test("P7.5 is for those who sell the deal", async ({ db }) => {
    const deal = await presented(db);
    await expect(recordChoice(await asUser(deal.bea, db), aTold(deal))).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const person of [deal.sue, deal.dev]) await expect(recordChoice(await asUser(person, db), aTold(deal))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("B3 erasing the person who chose empties name and reason, and leaves the choice", async ({ db }) => {
    const deal = await presented(db);
    await recordChoice(await asUser(deal.sam, db), aTold(deal, { chosenBy: "anna brandt" }));
    const { contactId } = await db.optionChoice.findFirstOrThrow({ where: { dealId: deal.dealId } });
    await db.$queryRaw`SELECT erase_contact(${contactId}::uuid)::text`;
    expect(await db.optionChoice.findFirstOrThrow({ where: { dealId: deal.dealId } })).toMatchObject({ chosenBy: "", reason: "", optionName: "Repair the site" });
  });
});

describe("what no page of ours sends", () => {
  const ids = { presentationId: newId(), optionId: newId() };
  const fine = { ...ids, chosenBy: "Anna", reason: "Quick." };
  test.for([
    ["NUL in the name", { ...fine, chosenBy: "An\0na" }], ["a lone surrogate", { ...fine, reason: "a\ud800" }], ["a reason of 100 KB", { ...fine, reason: "x".repeat(100_000) }],
    ["no reason", { ...fine, reason: " " }], ["an operator", { ...fine, optionId: { not: "" } }], ["a price", { ...fine, price: 1 }], ["somebody who recorded it", { ...fine, recordedById: newId() }],
    ["a moment", { ...fine, chosenAt: "2020-01-01" }], ["a way", { ...fine, via: "SELLER" }], ["a list", [fine]], ["nothing", null],
  ] as const)("%s is refused with a sentence", async ([, input]) => {
    expect(() => parseInput(chooseByLinkInput, input)).toThrow(/./);
    expect(() => parseInput(recordChoiceInput, input)).toThrow(/./);
    expect(chooseByLinkInput.safeParse(fine).success).toBe(true);
  });
});
