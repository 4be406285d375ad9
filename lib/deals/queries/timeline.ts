import "server-only";
import { type Ctx, otherActorName, userIdOf } from "@/lib/auth/ctx";
import { readEvent } from "@/lib/events/registry";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { dealScope } from "../policy";
import { readsMoneyOf } from "../queries";

const PAGE = 50;

/** One page of what happened to a deal, newest first: who, what, when; `older` is where the next page begins, null at the end. NOT_FOUND out of scope. */
export async function listDealEvents(ctx: Ctx, { id, before }: { id: string; /** Only what has a smaller number. */ before?: number }) {
  const deal = await db(ctx).deal.findFirst({ where: { AND: [{ id }, dealScope(ctx.actor)] }, select: { id: true } });
  if (!deal) throw new AppError("NOT_FOUND");
  const found = await db(ctx).event.findMany({
    where: { stream: id, ...(before !== undefined && { seq: { lt: before } }) }, orderBy: { seq: "desc" }, take: PAGE + 1,
    select: { id: true, seq: true, type: true, actor: true, payload: true, at: true },
  });
  const rows = found.slice(0, PAGE);
  const names = await namesOf(db(ctx), rows.map(({ actor }) => userIdOf(actor)));
  const withMoney = (await readsMoneyOf(ctx, [deal])).has(id);
  const events = rows.map((row) => ({
    id: row.id, type: row.type, at: row.at,
    who: names.get(userIdOf(row.actor) ?? "") ?? otherActorName(row.actor),
    text: readEvent(withMoney ? row : { ...row, payload: moneyless(row.payload) })?.text ?? "changed something about a person who was erased since",
  }));
  return { events, older: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null };
}

/** A change of the value, for a reader who does not know the value: that it changed, and no figure. */
function moneyless(payload: string | null): string | null {
  const content = JSON.parse(payload ?? "null") as { changes?: { what: string }[] } | null;
  if (!content?.changes) return payload;
  return JSON.stringify({ ...content, changes: content.changes.map((one) => (one.what === "value" ? { ...one, from: "one figure", to: "another" } : one)) });
}
