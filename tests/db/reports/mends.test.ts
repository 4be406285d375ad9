import { returnHandover } from "@/lib/handovers/commands/decide";
import { mendTypo } from "@/lib/handovers/commands/mend";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listMends } from "@/lib/handovers/queries/mends";
import type { Db } from "@/lib/platform/db";
import { exportFigure } from "@/lib/reports/queries/export";
import { listFigure } from "@/lib/reports/queries/list";
import { qualityFigures } from "@/lib/reports/queries/quality";
import { readSlice } from "@/lib/reports/queries/slice";
import { figureParams, reportParams } from "@/lib/reports/schema";
import { asUser, expect, test } from "../../support/db";
import { aPerson, aTeam } from "../../support/factories/agency";
import { answer, aReview } from "../../support/factories/handovers";

const TYPO = { field: "scope.inScope", wrong: "Five templates, definately with a shop.", right: "Five templates, definitely with a shop." };
const MONEY = { field: "commercial.payment", wrong: "Invoiced in two parts, definately.", right: "Invoiced in two parts, definitely." };
/** The times of events are the database's: what is counted has happened just now. */
const soon = () => new Date(Date.now() + 60_000);

/** Pia mended two typos, Lee one. */
async function threeMends(db: Db) {
  const review = await aReview(db);
  const { id, sam, pia, lee, pmKey, leadKey } = review;
  const { revision } = await returnHandover(await asUser(pia, db), { id, keyId: pmKey, briefVersion: 1, points: [{ field: TYPO.field, reason: "UNCLEAR", needed: "?", suggestion: "" }] });
  await answer(db, { sam }, id, { [TYPO.field]: TYPO.wrong, [MONEY.field]: MONEY.wrong, "technical.summary": "A block theme on ther own host." });
  await submitHandover(await asUser(sam, db), { id, revision });
  const mend = async (who: string, keyId: string, briefVersion: number, field: string, text: string) => mendTypo(await asUser(who, db), { id, keyId, briefVersion, field, rowId: null, text });
  await mend(pia, pmKey, 2, TYPO.field, TYPO.right);
  await mend(pia, pmKey, 3, MONEY.field, MONEY.right);
  await mend(lee, leadKey, 4, "technical.summary", "A block theme on their own host.");
  return review;
}

test("P1.7 mended typos are counted by reviewer; the number opens its list, which exports to CSV", async ({ db }) => {
  const { id, bea, pia } = await threeMends(db);
  const ctx = await asUser(bea, db, soon());
  const params = reportParams.parse({});
  const { mends } = await qualityFigures(db, (await readSlice(ctx, params)).slice);
  expect([mends.count, mends.by.map(({ name, count }) => [name, count])]).toEqual([3, [["Pia", 2], ["Lee", 1]]]);
  const list = async (part: object) => listFigure(ctx, { params, part: figureParams.parse({ figure: "mends", ...part }) });
  expect((await list({ by: pia })).total).toBe(2);
  const { total, rows } = await list({});
  expect([total, rows[0]?.href, rows[0]?.cells]).toEqual([3, `/handovers/${id}`, expect.objectContaining({ by: "Lee", field: "Technical summary", after: "A block theme on their own host." })]);
  const csv = (await Array.fromAsync(await exportFigure(ctx, { params, part: figureParams.parse({ figure: "mends" }) }))).join("");
  expect(csv).toContain(`${TYPO.wrong}`);
  expect(csv.trim().split("\n")).toHaveLength(4);
});

test("P1.7 mended typos of other teams, and of before the period, are not counted", async ({ db }) => {
  const { bea } = await threeMends(db);
  const other = await aPerson(db, "Olga", [{ teamId: await aTeam(db, "Partners", "SALES"), role: "MANAGER" }]);
  const countFor = async (who: string, now: Date) => (await qualityFigures(db, (await readSlice(await asUser(who, db, now), reportParams.parse({ period: "30" }))).slice)).mends.count;
  expect(await countFor(other, soon())).toBe(0);
  expect(await countFor(bea, soon())).toBe(3);
  expect(await countFor(bea, new Date(Date.now() + 40 * 86_400_000))).toBe(0);
});

test("P1.7 the seller sees what was mended, by whom and in which version; who may not read a field sees nothing of it", async ({ db }) => {
  const { id, sam, lee } = await threeMends(db);
  const seenBy = async (who: string) => { const ctx = await asUser(who, db); return listMends(ctx, await getHandover(ctx, id)); };
  expect((await seenBy(sam)).map(({ version, by, before, after }) => [version, by, before, after])).toEqual([
    [5, "Lee", "A block theme on ther own host.", "A block theme on their own host."], [4, "Pia", MONEY.wrong, MONEY.right], [3, "Pia", TYPO.wrong, TYPO.right],
  ]);
  expect((await seenBy(lee)).map(({ field }) => field)).toEqual(["technical.summary", TYPO.field]);
});
