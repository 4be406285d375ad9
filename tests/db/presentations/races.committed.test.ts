import { describe } from "vitest";
import { chainProblem } from "@/lib/events/verify";
import { OPENINGS_PER_LINK, WRONG_LINKS_PER_ADDRESS } from "@/lib/auth/throttle";
import { newToken } from "@/lib/auth/secret-link";
import { chooseByLink, recordChoice } from "@/lib/presentations/commands/choose";
import { revokeClientLink } from "@/lib/presentations/commands/links";
import { presentOptions } from "@/lib/presentations/commands/present";
import { asActor, asUser, eventTypes, expect, NOW, prisma, test } from "../../support/db";
import { estimated } from "../../support/factories/options";
import { aChoice, aLink, aPresenting, aTold, byToken, linked } from "../../support/factories/presentations";

const won = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === "fulfilled").length;
const errors = (results: PromiseSettledResult<unknown>[]) => results.flatMap((result) => (result.status === "rejected" ? [result.reason as { code?: string; message: string }] : []));
const count = async (dealId: string, type: string) => (await eventTypes(prisma, dealId)).filter((one) => one === type).length;
const ROUNDS = 6;

describe("at once", () => {
  test("P1.9 P7.5 of two choices one wins, and the other is told who chose what", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const deal = await linked(prisma);
      const second = await aLink(prisma, deal);
      const other = asActor({ type: "client", linkId: second.linkId, dealId: deal.dealId });
      const sam = await asUser(deal.sam);
      const results = await Promise.allSettled([
        chooseByLink({ ...deal.client, db: undefined }, aChoice(deal)), chooseByLink(other, aChoice(deal, { optionId: deal.rebuild.id, chosenBy: "Bert" })), recordChoice(sam, aTold(deal, { chosenBy: "Carl", optionId: deal.rebuild.id })),
      ]);
      expect(won(results)).toBe(1);
      for (const { code, message } of errors(results)) expect(`${code} ${message}`).toMatch(/^CONFLICT .+ chose “.+” on 2 January 2030/);
      expect(await prisma.optionChoice.count({ where: { dealId: deal.dealId, replacedAt: null } })).toBe(1);
      expect(await count(deal.dealId, "choice.made")).toBe(1);
      expect(await chainProblem(prisma, "DEAL", deal.dealId)).toBeNull();
    }
  });

  test("P7.5 the same choice sent six times has one effect", async () => {
    const deal = await linked(prisma);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => chooseByLink({ ...deal.client, db: undefined }, aChoice(deal))));
    expect([won(results), await prisma.optionChoice.count({ where: { dealId: deal.dealId } }), await count(deal.dealId, "choice.made")]).toEqual([6, 1, 1]);
  });

  test("P7.5 revoking against choosing: a link that was revoked first chooses nothing, and says so", { timeout: 60_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const deal = await linked(prisma);
      const sam = await asUser(deal.sam);
      const [revoke, choose] = await Promise.allSettled([revokeClientLink(sam, { id: deal.dealId, linkId: deal.linkId }), chooseByLink({ ...deal.client, db: undefined }, aChoice(deal))]);
      expect(revoke.status).toBe("fulfilled");
      const order = (await eventTypes(prisma, deal.dealId)).filter((type) => /revoked|choice/.test(type));
      if (choose.status === "fulfilled") expect(order).toEqual(["choice.made", "clientLink.revoked"]);
      else expect([order, (choose.reason as Error).message]).toEqual([["clientLink.revoked"], expect.stringContaining("no longer works")]);
    }
  });

  test("P7.5 presented six times at once it is one version", async () => {
    const deal = await estimated(prisma);
    const [sam, input] = [await asUser(deal.sam), await aPresenting(prisma, deal)];
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => presentOptions(sam, input)));
    expect([won(results), await prisma.optionPresentation.count({ where: { dealId: deal.dealId } }), await count(deal.dealId, "presentation.made")]).toEqual([6, 1, 1]);
  });
});

describe("the link's door", () => {
  test("P7.5 says the same to a token that is unknown, has expired or was revoked, and lets an open one in as the client of its deal", async () => {
    const deal = await linked(prisma);
    expect((await byToken(deal.token))?.actor).toEqual({ type: "client", linkId: deal.linkId, dealId: deal.dealId });
    expect(await byToken(deal.token, { now: new Date("2030-01-21T00:00:00Z") })).toBeNull();
    for (const token of [newToken(), "", "a\0b", "x".repeat(100_000), `${deal.token}a`, deal.token.slice(1), "../../etc/passwd", "%00"]) expect(await byToken(token)).toBeNull();
    await revokeClientLink(await asUser(deal.sam, prisma, NOW), { id: deal.dealId, linkId: deal.linkId });
    expect(await byToken(deal.token)).toBeNull();
  });

  test("P7.5 whoever guesses is stopped by their address, and a link that works is not counted against it", async () => {
    const address = "198.51.100.77";
    const deal = await linked(prisma);
    for (let i = 0; i < WRONG_LINKS_PER_ADDRESS + 5; i++) expect(await byToken(deal.token, { address })).not.toBeNull();
    for (let i = 0; i < WRONG_LINKS_PER_ADDRESS; i++) expect(await byToken(newToken(), { address })).toBeNull();
    await expect(byToken(newToken(), { address })).rejects.toMatchObject({ code: "TOO_MANY" });
    await expect(byToken(deal.token, { address })).rejects.toMatchObject({ code: "TOO_MANY" });
    expect(await byToken(deal.token, { address: "198.51.100.78" })).not.toBeNull();
  });

  test("P7.5 one link is used so often and no more, from wherever", async () => {
    const deal = await linked(prisma);
    for (let i = 0; i < OPENINGS_PER_LINK; i++) expect(await byToken(deal.token, { address: `203.0.113.${i}` })).not.toBeNull();
    await expect(byToken(deal.token, { address: "203.0.113.200" })).rejects.toMatchObject({ code: "TOO_MANY" });
  });
});
