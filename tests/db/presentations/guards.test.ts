import { describe } from "vitest";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/platform/db";
import { chooseByLink } from "@/lib/presentations/commands/choose";
import { expect, NOW, test } from "../../support/db";
import { aChoice, linked, presented } from "../../support/factories/presentations";

/** Why the database refuses something, whatever the application would say; null where it lets it through. Leaves nothing. */
async function refusal(db: Db, act: (tx: Db) => Promise<unknown>): Promise<string | null> {
  let why: string | null = null;
  await db.$transaction(async (tx) => { await act(tx); throw new Error("let through"); }).catch((error: unknown) => { why = String(error).includes("let through") ? null : String(error); });
  return why;
}

describe("the database", () => {
  test("P7.5 keeps what was presented byte for byte, and a withdrawal for good", async ({ db }) => {
    const { presentationId: id, sam } = await presented(db);
    for (const data of [{ content: "{}" }, { version: 7 }, { expiresAt: new Date("2031-01-01") }, { presenterId: sam }]) expect(await refusal(db, (tx) => tx.optionPresentation.update({ where: { id }, data }))).toMatch(/permission denied|stays as it was presented/);
    expect(await refusal(db, (tx) => tx.optionPresentation.delete({ where: { id } }))).toMatch(/permission denied/);
    const withdrawn = { withdrawnAt: NOW, withdrawnById: sam, withdrawnReason: "Wrong" };
    expect(await refusal(db, (tx) => tx.optionPresentation.update({ where: { id }, data: withdrawn }))).toBeNull();
    expect(await refusal(db, async (tx) => { await tx.optionPresentation.update({ where: { id }, data: withdrawn }); await tx.optionPresentation.update({ where: { id }, data: { withdrawnAt: null, withdrawnById: null } }); })).toMatch(/stays as it was presented/);
  });

  test("P7.3 takes nobody but sales as presenter, and no content without its digest", async ({ db }) => {
    const { dealId, sam, dev } = await presented(db);
    const row = { id: newId(), dealId, version: 9, content: "{}", digest: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", presenterId: sam, presentedById: sam, presentedAt: NOW, expiresAt: new Date("2030-02-01") };
    expect(await refusal(db, (tx) => tx.optionPresentation.create({ data: row }))).toBeNull();
    expect(await refusal(db, (tx) => tx.optionPresentation.create({ data: { ...row, presenterId: dev } }))).toMatch(/a presenter is in sales/);
    expect(await refusal(db, (tx) => tx.optionPresentation.create({ data: { ...row, content: "[]" } }))).toMatch(/presentation_content/);
  });

  test("P7.5 takes a choice of what this deal was presented with, while it holds and its link is open, and one that stands", async ({ db }) => {
    const deal = await linked(db);
    const other = await linked(db);
    await chooseByLink(deal.client, aChoice(deal));
    await db.optionChoice.updateMany({ where: { dealId: deal.dealId }, data: { replacedAt: NOW } });
    const row = { id: newId(), dealId: deal.dealId, presentationId: deal.presentationId, optionId: deal.repair.id, optionName: "Repair", chosenBy: "Anna", reason: "Quick", via: "LINK" as const, linkId: deal.linkId, chosenAt: NOW };
    const lets = (more: object) => refusal(db, (tx) => tx.optionChoice.create({ data: { ...row, ...more } }));
    expect(await lets({})).toBeNull();
    for (const more of [{ optionId: other.repair.id }, { presentationId: other.presentationId }, { chosenAt: new Date("2030-01-21") }]) expect(await lets(more)).toMatch(/cannot be chosen/);
    expect(await lets({ linkId: other.linkId })).toMatch(/does not choose/);
    expect(await lets({ linkId: null })).toMatch(/choice_via/);
    expect(await refusal(db, async (tx) => { await tx.optionChoice.create({ data: row }); await tx.optionChoice.create({ data: { ...row, id: newId() } }); })).toMatch(/Unique constraint/);
    expect(await refusal(db, (tx) => tx.optionChoice.updateMany({ where: { dealId: deal.dealId }, data: { chosenBy: "Bert" } }))).toMatch(/permission denied/);
    expect(await refusal(db, (tx) => tx.optionChoice.updateMany({ where: { dealId: deal.dealId }, data: { replacedAt: null } }))).toMatch(/stays taken back/);
  });
});
