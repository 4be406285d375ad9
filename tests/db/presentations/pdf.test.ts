import { describe } from "vitest";
import { getClientPdf, getVersionPdf } from "@/lib/presentations/queries/pdf";
import { asUser, expect, test } from "../../support/db";
import { linked } from "../../support/factories/presentations";

describe("the options on paper", () => {
  test("P7.5 are the same for client and seller, and nobody else has them", async ({ db }) => {
    const deal = await linked(db);
    const [theirs, ours] = [await getClientPdf(deal.client), await getVersionPdf(await asUser(deal.sam, db), { id: deal.dealId, version: 1 })];
    expect(theirs.name).toBe("Nordlicht, options for Acme, version 1.pdf");
    for (const { bytes } of [theirs, ours]) expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(ours.name).toBe(theirs.name);
    await expect(getVersionPdf(await asUser(deal.sue, db), { id: deal.dealId, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getVersionPdf(await asUser(deal.sam, db), { id: deal.dealId, version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
