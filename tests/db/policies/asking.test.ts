import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { announceEvent } from "@/lib/jobs/announce";
import { consentToPolicy } from "@/lib/policies/commands/consent";
import { beginPolicyDraft, discardPolicyDraft, savePolicyDraft } from "@/lib/policies/commands/policies";
import { getPolicy } from "@/lib/policies/queries/policy-page";
import type { Db } from "@/lib/platform/db";
import { asActor, asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { posted } from "../../support/policy-form";

const KIND = "COMPLEXITY_RUBRIC";

async function save(ctx: Ctx, standard: string): Promise<number> {
  const { draft } = await getPolicy(ctx, KIND);
  const content = { ...posted(KIND, draft!.content), thresholds: { standard, complex: "30" } };
  return (await savePolicyDraft(ctx, { kind: KIND, revision: draft!.revision, content })).revision;
}

/** The notices that wait, told as the worker would. */
async function notices(db: Db): Promise<{ userId: string; text: string; href: string }[]> {
  const system = asActor({ type: "system", job: "announce" }, db);
  for (const { id } of await db.event.findMany({ where: { type: "policy.consentAsked" }, orderBy: { seq: "asc" } })) await announceEvent(system, { eventId: id });
  return db.notification.findMany({ where: { readAt: null, href: "/policies/complexity" }, select: { userId: true, text: true, href: true } });
}
const drafted = async (db: Db) => {
  const agency = await anAgency(db);
  const admin = await asUser(agency.ada, db);
  await beginPolicyDraft(admin, { kind: KIND });
  return { ...agency, admin, revision: await save(admin, "10") };
};

describe("a draft that waits for consent", () => {
  test("B6 each manager is told who asks and what changes, with one event; told again, once", async ({ db }) => {
    const { bea, bo, organisationId } = await drafted(db);
    const told = await notices(db);
    expect(told.map(({ userId }) => userId).sort()).toEqual([bea, bo].sort());
    expect(told[0]?.text).toBe("Ada asks managers to consent to version 2 of the complexity rubric policy: Standard begins at: 9 points becomes 10 points; Complex begins at: 22 points becomes 30 points");
    expect(await notices(db)).toHaveLength(2);
    expect(await eventTypes(db, organisationId)).toEqual(["policy.versionDrafted", "policy.consentAsked"]);
  });

  test("B6 nobody is told of a draft that changes nothing, or that cannot be published", async ({ db }) => {
    const { admin } = await drafted(db);
    const { inForce, draft } = await getPolicy(admin, KIND);
    const unreachable = { ...posted(KIND, draft!.content), thresholds: { standard: "10", complex: "500" } };
    const { revision } = await savePolicyDraft(admin, { kind: KIND, revision: draft!.revision, content: unreachable });
    expect(await notices(db)).toEqual([]);
    await savePolicyDraft(admin, { kind: KIND, revision, content: posted(KIND, inForce.content) });
    expect(await notices(db)).toEqual([]);
  });

  test("B6 a change asks anew, for the draft as it stands now; discarding it ends the asking, told already or not", async ({ db }) => {
    const { admin } = await drafted(db);
    await notices(db);
    const revision = await save(admin, "11");
    const told = await notices(db);
    expect(told).toHaveLength(2);
    for (const { text } of told) expect(text).toContain("becomes 11 points");
    await discardPolicyDraft(admin, { kind: KIND, revision });
    expect(await notices(db)).toEqual([]);
  });

  test("B6 whoever consents is asked no more, and once it is published nobody is", async ({ db }) => {
    const { revision, bea, bo } = await drafted(db);
    await notices(db);
    await consentToPolicy(await asUser(bea, db), { kind: KIND, revision });
    expect((await notices(db)).map(({ userId }) => userId)).toEqual([bo]);
    await consentToPolicy(await asUser(bo, db), { kind: KIND, revision });
    expect(await notices(db)).toEqual([]);
  });
});
