import { describe } from "vitest";
import { deleteView, saveView, shareView } from "@/lib/inbox/commands/views";
import { getAround } from "@/lib/inbox/queries/around";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../../support/db";
import { type Agency, anAgency } from "../../support/factories/agency";

const filters = { view: "to-review" as const, complexity: "complex" as const, due: "week" as const };
const seen = async (who: string, db: Db) => (await getAround(await asUser(who, db))).saved.map(({ name, isMine, team, mayDelete }) => ({ name, isMine, team: team?.name ?? null, mayDelete }));
const aView = async (db: Db, { pia }: Pick<Agency, "pia">, teamId: string | null = null, name = "Big ones") => (await saveView(await asUser(pia, db), { name, filters, teamId })).id;

describe("saved views", () => {
  test("a view keeps the filters of the address, and is its owner's alone", async ({ db }) => {
    const agency = await anAgency(db);
    await aView(db, agency);
    expect((await getAround(await asUser(agency.pia, db))).saved).toMatchObject([{ name: "Big ones", filters, isMine: true, team: null, mayDelete: true }]);
    expect(await seen(agency.lee, db)).toEqual([]);
  });

  test("a name is taken once by each person, whatever its case", async ({ db }) => {
    const agency = await anAgency(db);
    await aView(db, agency);
    await expect(aView(db, agency, null, "  big ONES ")).rejects.toMatchObject({ code: "CONFLICT", fields: { name: ["Choose another name."] } });
    await saveView(await asUser(agency.lee, db), { name: "Big ones", filters, teamId: null });
  });

  test("shared with a team, everybody in it sees the view; taken back, nobody does", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aView(db, agency, agency.wordpress);
    expect(await seen(agency.lee, db)).toEqual([{ name: "Big ones", isMine: false, team: "WordPress", mayDelete: false }]);
    expect(await seen(agency.bo, db)).toMatchObject([{ mayDelete: true }]);
    expect(await seen(agency.lin, db)).toEqual([]);
    await shareView(await asUser(agency.pia, db), { id, teamId: null });
    expect(await seen(agency.lee, db)).toEqual([]);
  });

  test("only the owner shares it, and only with a team of the owner's", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aView(db, agency, agency.wordpress);
    await expect(shareView(await asUser(agency.lee, db), { id, teamId: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(shareView(await asUser(agency.pia, db), { id, teamId: agency.sales })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(aView(db, agency, agency.sales, "Sales")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(shareView(await asUser(agency.sam, db), { id, teamId: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("the owner deletes it, or a manager of the team that it is shared with; nobody else", async ({ db }) => {
    const agency = await anAgency(db);
    const [mine, shared] = [await aView(db, agency), await aView(db, agency, agency.wordpress, "Shared")];
    await expect(deleteView(await asUser(agency.bo, db), { id: mine })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteView(await asUser(agency.lee, db), { id: shared })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await deleteView(await asUser(agency.bo, db), { id: shared });
    await deleteView(await asUser(agency.pia, db), { id: mine });
    expect(await seen(agency.pia, db)).toEqual([]);
    await expect(deleteView(await asUser(agency.pia, db), { id: mine })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("what an older portal kept and this one does not know is left out of the menu", async ({ db }) => {
    const { pia } = await anAgency(db);
    await db.savedView.create({ data: { id: newId(), ownerId: pia, name: "Old", filters: { view: "archive" } } });
    expect(await seen(pia, db)).toEqual([]);
  });
});
