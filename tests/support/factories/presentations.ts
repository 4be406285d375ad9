import type { Ctx } from "@/lib/auth/ctx";
import { clientLinkCtx } from "@/lib/auth/client-link";
import { optionsForPresenting } from "@/lib/options/queries/facts";
import { presentedOf } from "@/lib/options/rules/presented";
import type { Db } from "@/lib/platform/db";
import { createClientLink } from "@/lib/presentations/commands/links";
import { presentOptions } from "@/lib/presentations/commands/present";
import { digestOf } from "@/lib/presentations/queries/stored";
import { chooseByLinkInput, createClientLinkInput, presentOptionsInput, recordChoiceInput } from "@/lib/presentations/schema";
import { asActor, asUser, NOW } from "../db";
import { estimated } from "./options";

/** What a page that shows the options of this deal now would send to present them. */
export async function aPresenting(db: Db, deal: { dealId: string; sam: string }, more: Record<string, unknown> = {}) {
  const options = await optionsForPresenting(db, deal.dealId);
  const { options: seen } = presentedOf({ organisation: "x", client: "x", presenter: "x", day: "2030-01-02", validUntil: "2030-01-20", options });
  return presentOptionsInput.parse({ id: deal.dealId, presenterId: deal.sam, validUntil: "2030-01-20", seen: digestOf(seen), ...more });
}

/** A deal whose two options Sam has presented until the twentieth of January. */
export async function presented(db: Db) {
  const deal = await estimated(db);
  const { presentationId } = await presentOptions(await asUser(deal.sam, db), await aPresenting(db, deal));
  return { ...deal, presentationId };
}

export const aLinkInput = (dealId: string, more: Record<string, unknown> = {}) => createClientLinkInput.parse({ id: dealId, until: "2030-01-20", ...more });

/** A link of Sam's, with its token. */
export async function aLink(db: Db, { dealId, sam }: { dealId: string; sam: string }, more: Record<string, unknown> = {}) {
  const { linkId, url } = await createClientLink(await asUser(sam, db), aLinkInput(dealId, more));
  return { linkId, token: url.split("/o/")[1] ?? "" };
}

/** The same, presented before, with the Ctx of whoever holds it. */
export async function linked(db: Db) {
  const deal = await presented(db);
  const link = await aLink(db, deal);
  return { ...deal, ...link, client: asActor({ type: "client", linkId: link.linkId, dealId: deal.dealId }, db) };
}

/** As the door would mint it, from the token alone. */
export const byToken = (token: string, { now = NOW, address = "203.0.113.9" } = {}): Promise<Ctx | null> => clientLinkCtx(token, { now, requestId: "test", address });

type Choosable = { presentationId: string; repair: { id: string } };
export const aChoice = ({ presentationId, repair }: Choosable, more: Record<string, unknown> = {}) =>
  chooseByLinkInput.parse({ presentationId, optionId: repair.id, chosenBy: "Anna Brandt", reason: "It is quick.", ...more });
export const aTold = (deal: Choosable & { dealId: string }, more: Record<string, unknown> = {}) =>
  recordChoiceInput.parse({ id: deal.dealId, presentationId: deal.presentationId, optionId: deal.repair.id, chosenBy: "Anna Brandt", reason: "It is quick.", ...more });
