import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { conflict } from "@/lib/deals/commands/change";
import { amountText } from "@/lib/deals/format";
import { appendEvent } from "@/lib/events/append";
import { normalised } from "@/lib/handovers/rules/filler";
import type { Db } from "@/lib/platform/db";
import { AppError, type FieldErrors } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { OPTION_FACTS, OPTION_TEXT_NAMES, OPTION_TEXTS, OPTIONS_AT_MOST, OPTIONS_EVER } from "../fields";
import { weeksText } from "../format";
import { freePlace, moved } from "../rules/phases";
import type { addOptionInput, archiveOptionInput, changeOptionInput, moveOptionInput, restoreOptionInput } from "../schema";
import { changeOption, changeOptions, type LoadedOption, requireLive } from "./change";

type Content = Omit<z.output<typeof changeOptionInput>, "id" | "revision">;

/** P7.1: one more way to do the job, at the end. Ten at most; the same sent again has one effect. */
export const addOption = (ctx: Ctx, { dealId, ...content }: z.output<typeof addOptionInput>) =>
  changeOptions(ctx, { dealId }, async (tx, deal) => {
    const author = writer(ctx);
    requireCurrency(content, deal.currency);
    const others = await tx.dealOption.findMany({ where: { dealId }, include: { phases: { where: { removedAt: null } } } });
    const same = others.find((one) => one.archivedAt === null && one.createdById === author && one.revision === 1 && differences(one, content).length === 0);
    if (same) return { id: same.id, dealId };
    await requireFreeName(tx, { dealId, name: content.name });
    const position = placeIn(others);
    const id = newId();
    await tx.dealOption.create({ data: { id, dealId, position, ...stored(content), createdById: author, createdAt: ctx.now, changedById: author, changedAt: ctx.now }, select: { id: true } });
    await appendEvent(tx, ctx, { stream: dealId, type: "option.added", payload: { optionId: id, name: content.name } });
    return { id, dealId };
  });

/**
 * What the option says. Written over what was read (`revision`): else CONFLICT, with what somebody else saved meanwhile beside each field
 * that differs, and nothing is overwritten.
 */
export const editOption = (ctx: Ctx, { id, revision, ...content }: z.output<typeof changeOptionInput>) =>
  changeOption(ctx, { id }, async (tx, option, deal) => {
    const { dealId } = option;
    requireLive(option);
    const changed = differences(option, content);
    if (changed.length === 0) return { id, dealId, revision: option.revision };
    if (option.revision !== revision) throw await stale(tx, option, changed);
    if (changed.includes("price")) requireCurrency(content, deal.currency);
    if (changed.includes("name")) await requireFreeName(tx, { dealId, name: content.name, except: id });
    const { count } = await tx.dealOption.updateMany({
      where: { id, revision, archivedAt: null }, data: { ...stored(content), revision: { increment: 1 }, changedById: writer(ctx), changedAt: ctx.now },
    });
    if (count === 0) throw await conflict(tx, dealId);
    await appendEvent(tx, ctx, { stream: dealId, type: "option.changed", payload: { optionId: id, name: content.name, what: changed.map(wordOf) } });
    return { id, dealId, revision: revision + 1 };
  });

/** One place up or down; at the end already, nothing happens. */
export const moveOption = (ctx: Ctx, { id, to }: z.output<typeof moveOptionInput>) =>
  changeOption(ctx, { id }, async (tx, option) => {
    const { dealId, name } = option;
    requireLive(option);
    const rows = await tx.dealOption.findMany({ where: { dealId, archivedAt: null }, orderBy: { position: "asc" }, select: { id: true } });
    const order = moved(rows, { id, to });
    if (!order) return { id, dealId };
    const ids = order.map((row) => row.id);
    await tx.$executeRaw`UPDATE "DealOption" o SET position = w.place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS w(id, place) WHERE o.id = w.id`;
    await appendEvent(tx, ctx, { stream: dealId, type: "option.moved", payload: { optionId: id, name, to } });
    return { id, dealId };
  });

/** Put away: it is presented no more, and kept. */
export const archiveOption = (ctx: Ctx, { id, revision }: z.output<typeof archiveOptionInput>) =>
  changeOption(ctx, { id }, async (tx, { dealId, name, archivedAt }) => {
    if (archivedAt !== null) return { id, dealId };
    const { count } = await tx.dealOption.updateMany({ where: { id, revision, archivedAt: null }, data: { archivedAt: ctx.now, position: null, revision: { increment: 1 } } });
    if (count === 0) throw await conflict(tx, dealId);
    await appendEvent(tx, ctx, { stream: dealId, type: "option.archived", payload: { optionId: id, name } });
    return { id, dealId };
  });

/** Taken up again, at the end. */
export const restoreOption = (ctx: Ctx, { id }: z.output<typeof restoreOptionInput>) =>
  changeOption(ctx, { id }, async (tx, { dealId, name, archivedAt }) => {
    if (archivedAt === null) return { id, dealId };
    await requireFreeName(tx, { dealId, name, except: id });
    const position = placeIn(await tx.dealOption.findMany({ where: { dealId, NOT: { id } }, select: { position: true } }));
    const { count } = await tx.dealOption.updateMany({ where: { id, archivedAt: { not: null } }, data: { archivedAt: null, position, revision: { increment: 1 } } });
    if (count === 0) throw await conflict(tx, dealId);
    await appendEvent(tx, ctx, { stream: dealId, type: "option.restored", payload: { optionId: id, name } });
    return { id, dealId };
  });

/** Who writes; the portal itself writes no options. */
export function writer(ctx: Ctx): string {
  const person = personOf(ctx.actor);
  if (person === null) throw new AppError("FORBIDDEN", { rule: "P7.3", reason: "Only a person writes options." });
  return person;
}

const stored = ({ priceMinor, ...rest }: Content) => ({ ...rest, priceMinor: priceMinor === null ? null : BigInt(priceMinor) });

type Part = keyof typeof OPTION_TEXTS | keyof typeof OPTION_FACTS;

/** What of an option is another by this content. */
function differences(option: LoadedOption, content: Content): Part[] {
  const price = option.priceMinor === null ? null : Number(option.priceMinor);
  return [
    ...(option.name === content.name ? [] : ["name" as const]),
    ...OPTION_TEXT_NAMES.filter((name) => option[name] !== content[name]),
    ...(option.weeksLow === content.weeksLow && option.weeksHigh === content.weeksHigh ? [] : ["weeks" as const]),
    ...(price === content.priceMinor && (price === null || option.currency === content.currency) ? [] : ["price" as const]),
  ];
}

const wordOf = (part: Part): string => `the ${part in OPTION_FACTS ? OPTION_FACTS[part as keyof typeof OPTION_FACTS] : `part “${OPTION_TEXTS[part as keyof typeof OPTION_TEXTS].label.toLowerCase()}”`}`;

/** B3, P1.3: two wrote at once. Both are shown, field by field, and the second chooses. */
async function stale(tx: Db, option: LoadedOption, parts: readonly Part[]): Promise<AppError> {
  const by = await tx.user.findUnique({ where: { id: option.changedById }, select: { name: true } });
  const fields: FieldErrors = Object.fromEntries(parts.map((part) => [part === "weeks" ? "weeksLow" : part, [`${by?.name ?? "Somebody"} saved meanwhile: ${said(option, part)}`]]));
  return new AppError("CONFLICT", { rule: "P1.9", reason: `${by?.name ?? "Somebody"} has changed this option meanwhile. What you typed is still here; save again to put it in the place of what stands beside it.`, fields });
}

function said(option: LoadedOption, part: Part): string {
  switch (part) {
    case "weeks": return option.weeksLow === null || option.weeksHigh === null ? "nothing" : weeksText(option.weeksLow, option.weeksHigh);
    case "price": return option.priceMinor === null ? "nothing" : `${amountText(Number(option.priceMinor), option.currency)} ${option.currency}`;
    default: return option[part] === "" ? "nothing" : `“${option[part]}”`;
  }
}

function requireCurrency({ currency, priceMinor }: Content, ofDeal: string): void {
  if (priceMinor === null || currency === ofDeal) return;
  const reason = `The deal is in ${ofDeal} by now. Enter the price in it.`;
  throw new AppError("CONFLICT", { rule: "P7.1", reason, fields: { price: [reason] } });
}

/** Two options of one name cannot be told apart. */
async function requireFreeName(tx: Db, { dealId, name, except }: { dealId: string; name: string; except?: string }): Promise<void> {
  const others = await tx.dealOption.findMany({ where: { dealId, archivedAt: null, ...(except && { NOT: { id: except } }) }, select: { name: true } });
  if (!others.some((one) => normalised(one.name) === normalised(name))) return;
  const reason = "Another option of this deal has this name.";
  throw new AppError("INVALID", { rule: "P7.1", reason, fields: { name: [reason] } });
}

/** A place at the end, or the sentence that there are enough. */
function placeIn(others: readonly { position: number | null }[]): number {
  const position = freePlace(others.map((one) => one.position), OPTIONS_AT_MOST);
  if (position === null) throw new AppError("CONFLICT", { rule: "P7.1", reason: `A deal has at most ${OPTIONS_AT_MOST} options. Put one away first.` });
  if (others.length >= OPTIONS_EVER) throw new AppError("CONFLICT", { rule: "P7.1", reason: `A deal keeps at most ${OPTIONS_EVER} options, with those that were put away. Take one of them up again.` });
  return position;
}
