import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { dealScope } from "@/lib/deals/policy";
import { readsMoneyOf } from "@/lib/deals/queries";
import { gatesOf, optionsForPresenting } from "@/lib/options/queries/facts";
import { presentRefusal } from "@/lib/options/rules/may-present";
import { presentedOf } from "@/lib/options/rules/presented";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { chooserText, linkState } from "../format";
import { lastDay, presentationState } from "../rules/choosing";
import { endDays } from "../rules/ending";
import { digestOf, readPresented } from "./stored";

const name = { select: { name: true } } as const;

/** Whether this reader sees the deal, and reads its prices. NOT_FOUND out of scope. */
async function readerOf(ctx: Ctx, id: string): Promise<{ withMoney: boolean }> {
  const deal = isId(id) && await db(ctx).deal.findFirst({ where: { AND: [{ id }, dealScope(ctx.actor)] }, select: { id: true } });
  if (!deal) throw new AppError("NOT_FOUND");
  return { withMoney: (await readsMoneyOf(ctx, [deal])).has(id) };
}

/** What the options tab says of presenting: versions, the client's links, and the choice. What the client said, and the links, are for readers of the deal's money. */
export async function getPresenting(ctx: Ctx, { id }: { id: string }) {
  const { withMoney } = await readerOf(ctx, id);
  const [versions, choices, links] = await Promise.all([
    db(ctx).optionPresentation.findMany({ where: { dealId: id }, orderBy: { version: "desc" }, take: 100, include: { presenter: name, presentedBy: name } }),
    db(ctx).optionChoice.findMany({ where: { dealId: id }, orderBy: [{ chosenAt: "desc" }, { id: "desc" }], take: 100, include: { recordedBy: name, presentation: { select: { version: true } } } }),
    withMoney ? db(ctx).clientLink.findMany({ where: { dealId: id }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 100, include: { createdBy: name, contact: name } }) : [],
  ]);
  return {
    withMoney,
    versions: versions.map(({ id: presentationId, version, content, presenter, presentedBy, presentedAt, expiresAt, withdrawnAt, withdrawnReason }, index) => ({
      id: presentationId, version, presenter: presenter.name, by: presentedBy.name, presentedAt, until: lastDay({ expiresAt }), withdrawnReason,
      state: presentationState({ version, expiresAt, withdrawnAt, isNewest: index === 0 }, ctx.now), options: readPresented(content).options.map((option) => ({ id: option.id, name: option.name })),
    })),
    choices: choices.map(({ id: choiceId, presentationId, optionId, optionName, chosenBy, reason, via, recordedBy, chosenAt, replacedAt, presentation }) => ({
      id: choiceId, presentationId, optionId, option: optionName, version: presentation.version, by: withMoney ? chooserText(chosenBy) : null, reason: withMoney ? reason : "", via,
      recordedBy: recordedBy?.name ?? null, chosenAt, replacedAt,
    })),
    links: links.map(({ id: linkId, contact, createdBy, createdAt, expiresAt, revokedAt, lastOpenedAt }) => ({
      id: linkId, for: contact?.name ?? null, by: createdBy.name, createdAt, until: lastDay({ expiresAt }), lastOpenedAt, state: linkState({ revokedAt, expiresAt }, ctx.now),
    })),
  };
}
export type Presenting = Awaited<ReturnType<typeof getPresenting>>;

/** One version as the client was shown it, for who reads the deal's prices; NOT_FOUND otherwise. */
export async function getVersion(ctx: Ctx, { id, version }: { id: string; version: number }) {
  const { withMoney } = await readerOf(ctx, id);
  const found = withMoney ? await db(ctx).optionPresentation.findUnique({ where: { dealId_version: { dealId: id, version } } }) : null;
  if (!found) throw new AppError("NOT_FOUND");
  const newest = await db(ctx).optionPresentation.findFirstOrThrow({ where: { dealId: id }, orderBy: { version: "desc" }, select: { version: true } });
  const choice = await db(ctx).optionChoice.findFirst({ where: { dealId: id, presentationId: found.id, replacedAt: null }, select: { optionId: true } });
  return {
    id: found.id, version, digest: found.digest, view: readPresented(found.content), chosenId: choice?.optionId ?? null,
    state: presentationState({ ...found, isNewest: newest.version === version }, ctx.now),
  };
}

/** Why options cannot be presented now with this person presenting, or null: the first gate that is closed. */
export const presentingRefusal = async (ctx: Ctx, { id, presenterId }: { id: string; presenterId: string }) =>
  presentRefusal(await gatesOf(db(ctx), { dealId: id, presenterId, now: ctx.now }));

/** What would be presented now by this person, with the digest that the command wants to see again. Null while an option is incomplete. */
export async function findPreview(ctx: Ctx, { id, presenter }: { id: string; presenter: string }) {
  const { withMoney } = await readerOf(ctx, id);
  if (!withMoney) return null;
  try {
    const options = await optionsForPresenting(db(ctx), id);
    if (options.length === 0) return null;
    const deal = await db(ctx).deal.findUniqueOrThrow({ where: { id }, select: { client: name } });
    const organisation = await db(ctx).organisation.findFirstOrThrow(name);
    const days = endDays(options, ctx.now);
    const view = presentedOf({ organisation: organisation.name, client: deal.client.name, presenter, day: ctx.now.toISOString().slice(0, 10), validUntil: days.usual, options });
    return { view, seen: digestOf(view.options), ...days };
  } catch (error) {
    if (error instanceof AppError && error.code === "CONFLICT") return null;
    throw error;
  }
}

/** The people at the client whom a link can be for, or who chose. */
export const listChoosers = (ctx: Ctx, { clientId }: { clientId: string }) =>
  db(ctx).contact.findMany({ where: { clientId, erasedAt: null }, orderBy: { name: "asc" }, take: 200, select: { id: true, name: true } });
