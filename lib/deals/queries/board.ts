import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { DealStage } from "@/lib/platform/generated/enums";
import { PAGE_SIZE, pageOf, readCursor } from "@/lib/platform/pagination";
import { dealFacts, LOADED } from "../commands/change";
import { DEAL_MOVE_NAMES, moveRefusal } from "../lifecycle";
import { dealRefusal, dealScope, withoutMoney } from "../policy";
import { readsMoneyOf, stageSince } from "../queries";
import type { listDealsParams } from "../schema";
import { dealWhere } from "./search";

/** The columns of the board, in their order. */
export const BOARD_STAGES = ["PROSPECT", "QUALIFIED", "PROPOSAL", "WON", "PARKED", "LOST"] as const satisfies DealStage[];
/** So many cards of each column when all of them are shown. */
const GLANCE = 20;

type Filter = z.output<typeof listDealsParams>;

/**
 * The board: each stage with its newest deals, and where each column goes on. With a stage it is that column alone, a
 * page at a time.
 */
export async function listBoard(ctx: Ctx, { stage, after, ...filter }: Filter) {
  const columns = await Promise.all((stage ? [stage] : BOARD_STAGES).map((one) => column(ctx, { ...filter, stage: one, after, size: stage ? PAGE_SIZE : GLANCE })));
  const all = columns.flatMap(({ rows }) => rows);
  const [since, withMoney] = await Promise.all([stageSince(ctx, all), readsMoneyOf(ctx, all)]);
  return columns.map(({ stage: at, rows, next }) => ({
    stage: at, next,
    cards: rows.map((deal) => {
      const { id, number, name, revision, currency, nextStep, nextStepOn, signedOn, client, contactOwner } = deal;
      const mayMove = dealRefusal(ctx.actor, "move", dealFacts(deal)) === null;
      return {
        id, number, name, revision, currency, nextStep, nextStepOn, signedOn, stage: at,
        client: client.name, contactOwner: contactOwner.name, valueMinor: withoutMoney(deal, withMoney).valueMinor, since: since.get(id) ?? deal.createdAt,
        /** What the reader may do with it now; winning and starting at risk stand on the deal's page. */
        moves: mayMove ? DEAL_MOVE_NAMES.filter((move) => move !== "approve" && moveRefusal(move, deal) === null) : [],
      };
    }),
  }));
}
export type BoardColumn = Awaited<ReturnType<typeof listBoard>>[number];
export type BoardCard = BoardColumn["cards"][number];

async function column(ctx: Ctx, { stage, search, owner, team, after, size }: Omit<Filter, "stage"> & { stage: DealStage; size: number }) {
  const cursor = readCursor(after);
  const wanted = search.trim();
  const rows = await db(ctx).deal.findMany({
    relationLoadStrategy: "join",
    where: { AND: [
      dealScope(ctx.actor), { stage },
      owner ? { OR: [{ contactOwnerId: owner }, { ownerId: owner }] } : {},
      team ? { teams: { some: { teamId: team } } } : {},
      wanted === "" ? {} : dealWhere(wanted),
      cursor ? { number: { lt: Number(cursor.key) || 0 } } : {},
    ] },
    orderBy: { number: "desc" },
    take: size + 1,
    include: LOADED,
  });
  return { stage, ...pageOf(rows, ({ id, number }) => ({ key: String(number), id }), size) };
}
