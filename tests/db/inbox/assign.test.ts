import { describe } from "vitest";
import { listInbox } from "@/lib/handovers/queries/inbox";
import { assignKeys } from "@/lib/inbox/commands/assign";
import { assignableTo } from "@/lib/inbox/queries/assignable";
import { aPerson } from "../../support/factories/agency";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { aReview, aSubmitted } from "../../support/factories/handovers";

const reason = "Pia is ill";

describe("assignKeys", () => {
  test("P1.6 a team's manager gives a key to another PM, who finds it in the inbox; one event says so", async ({ db }) => {
    const { id, bo, max, pia, pmKey } = await aSubmitted(db);
    const before = (await eventTypes(db, id)).length;
    expect((await assignKeys(await asUser(bo, db), { keys: [{ id, keyId: pmKey }], userId: max, reason })).results).toMatchObject([{ problem: null }]);
    expect((await eventTypes(db, id)).slice(before)).toEqual(["handover.pmReassigned"]);
    const keysOf = async (who: string) => (await listInbox(await asUser(who, db), { view: "to-review" })).rows.map(({ keyId }) => keyId);
    expect([await keysOf(max), await keysOf(pia)]).toEqual([[pmKey], []]);
  });

  test("P1.6 each key keeps its own rules: the lead's is not for a PM, and the others are done", async ({ db }) => {
    const { id, number, bo, max, pmKey, leadKey } = await aReview(db);
    const { results } = await assignKeys(await asUser(bo, db), { keys: [{ id, keyId: leadKey }, { id, keyId: pmKey }], userId: max, reason });
    expect(results).toMatchObject([{ number, key: "WordPress team lead", problem: "Choose an active lead of that team." }, { number, key: "PM", problem: null }]);
  });

  test("P1.6 who manages none of its teams may not, and for a stranger it does not exist", async ({ db }) => {
    const { id, pia, max, pmKey } = await aSubmitted(db);
    const assign = async (who: string) => (await assignKeys(await asUser(who, db), { keys: [{ id, keyId: pmKey }], userId: max, reason })).results;
    expect(await assign(pia)).toMatchObject([{ problem: "Only a manager of a delivery team of this handover may re-assign." }]);
    expect(await assign(max)).toMatchObject([{ number: null, problem: "Not found." }]);
  });

  test("P1.6 a manager chooses among the active people of the teams managed who can take the keys, who takes the most first", async ({ db }) => {
    const { bo, pia, max, wordpress, pmKey, leadKey } = await aReview(db);
    const both = await aPerson(db, "Both", [{ teamId: wordpress, role: "PM" }, { teamId: wordpress, role: "TEAM_LEAD" }]);
    await aPerson(db, "Gone", [{ teamId: wordpress, role: "PM" }], { active: false });
    const choice = async (who: string, ...keyIds: string[]) => (await assignableTo(await asUser(who, db), { keyIds })).map(({ id, takes }) => [id, takes]);
    expect(await choice(bo, pmKey), "Pia has it, and Lee is no PM").toEqual([[both, 1], [max, 1]]);
    expect(await choice(bo, leadKey), "Lee has it").toEqual([[both, 1]]);
    expect(await choice(bo, pmKey, leadKey)).toEqual([[both, 2], [max, 1]]);
    expect(await choice(pia, pmKey), "who manages nobody").toEqual([]);
    const elsewhere = await aReview(db);
    expect(await choice(bo, elsewhere.pmKey), "a key that does not exist for them").toEqual([]);
  });

  test("P1.6 a manager's team view shows the open keys of the team's people, and nobody else has it", async ({ db }) => {
    const { pia, bo, lee, pmKey, leadKey } = await aReview(db);
    await aSubmitted(db); // another agency's
    const team = async (who: string) => (await listInbox(await asUser(who, db), { view: "team" })).rows.map(({ keyId, holder, remaining }) => ({ keyId, holder, hasTime: remaining !== null }));
    expect((await team(bo)).sort((a, b) => a.holder.localeCompare(b.holder))).toEqual([{ keyId: leadKey, holder: "Lee", hasTime: true }, { keyId: pmKey, holder: "Pia", hasTime: true }]);
    expect([await team(pia), await team(lee)]).toEqual([[], []]);
  });

  test("P1.6 a manager's team view needs both: somebody of the team, and a handover of the team", async ({ db }) => {
    const { bo, wordpress } = await aSubmitted(db);
    const shown = async () => (await listInbox(await asUser(bo, db), { view: "team" })).rows.map(({ keyId }) => keyId);
    const before = await shown();
    const elsewhere = await aSubmitted(db);
    await db.membership.create({ data: { userId: elsewhere.pia, teamId: wordpress, role: "PM" } }); // a person of the team, on another team's handover
    const joined = await aSubmitted(db);
    await db.handoverTeam.create({ data: { handoverId: joined.id, teamId: wordpress } }); // a handover of the team, held by somebody of another
    expect(await shown()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});
