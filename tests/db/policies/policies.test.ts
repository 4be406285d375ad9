import { describe } from "vitest";
import type { Ctx } from "@/lib/auth/ctx";
import { consentToPolicy } from "@/lib/policies/commands/consent";
import { beginPolicyDraft, discardPolicyDraft, publishPolicy, savePolicyDraft } from "@/lib/policies/commands/policies";
import { ORGANISATION_KINDS, type OrganisationKind } from "@/lib/policies/fields/policy-form";
import { policiesInForce } from "@/lib/policies/queries";
import { rubricEffect } from "@/lib/policies/queries/effects";
import { getPolicy } from "@/lib/policies/queries/policy-page";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { aSubmitted } from "../../support/factories/handovers";
import { posted } from "../../support/policy-form";

const RUBRIC = "COMPLEXITY_RUBRIC";

/** Ada's draft of a policy, changed by `edit` of what its form posts. */
async function aPolicyDraft(db: Db, kind: OrganisationKind, edit: (form: ReturnType<typeof posted>) => void) {
  const agency = await anAgency(db);
  const ada = await asUser(agency.ada, db);
  await beginPolicyDraft(ada, { kind });
  const revision = await save(ada, kind, edit);
  return { ...agency, admin: ada, revision };
}

async function save(ctx: Ctx, kind: OrganisationKind, edit: (form: ReturnType<typeof posted>) => void): Promise<number> {
  const { draft } = await getPolicy(ctx, kind);
  const form = posted(kind, draft!.content);
  edit(form);
  return (await savePolicyDraft(ctx, { kind, revision: draft!.revision, content: form })).revision;
}

const higher = (form: ReturnType<typeof posted>) => { form["thresholds"] = { standard: "10", complex: "30" }; };
const CHANGED: Record<OrganisationKind, (form: ReturnType<typeof posted>) => void> = {
  COMPLEXITY_RUBRIC: higher,
  TRACTION_RUBRIC: (form) => { form["callMinutes"] = "20"; },
  CHECKLIST_TEMPLATE: (form) => { (form["items"] as object[]).push({ title: "Order the domain", why: "It takes days.", phase: "AFTER", ownerRole: "PM", due: { from: "started", businessDays: "2" }, mandatory: "on" }); },
  ATTENDEE_PARAMETERS: (form) => { form["minutes"] = "60"; },
  CLOCKS: (form) => { (form["clocks"] as Record<string, object>)["submittedToDecision"] = { businessDays: "3" }; },
};

describe("beginPolicyDraft", () => {
  test("B6: works for each policy from what is in force, with one event; begun twice it is the same draft", async ({ db }) => {
    const { ada, organisationId } = await anAgency(db);
    const admin = await asUser(ada, db);
    for (const kind of ORGANISATION_KINDS) for (let i = 0; i < 2; i++) expect(await beginPolicyDraft(admin, { kind })).toEqual({ kind, revision: 1 });
    expect(await eventTypes(db, organisationId)).toEqual(ORGANISATION_KINDS.map(() => "policy.versionDrafted"));
  });

  test("by anybody but an admin is FORBIDDEN", async ({ db }) => {
    const { bea, sam } = await anAgency(db);
    for (const person of [bea, sam]) await expect(beginPolicyDraft(await asUser(person, db), { kind: RUBRIC })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("savePolicyDraft", () => {
  test("B6: what a form posts unchanged is the draft as it was, for each policy, and no event", async ({ db }) => {
    const { ada, organisationId } = await anAgency(db);
    const admin = await asUser(ada, db);
    for (const kind of ORGANISATION_KINDS) {
      await beginPolicyDraft(admin, { kind });
      await save(admin, kind, () => undefined);
      const { draft, inForce } = await getPolicy(admin, kind);
      expect(draft?.content).toEqual(inForce.content);
      expect(draft?.changes).toEqual([]);
    }
    expect(new Set(await eventTypes(db, organisationId))).toEqual(new Set(["policy.versionDrafted"]));
  });

  test("P1.9: of two admins the second is told who was first, and nothing of theirs is written", async ({ db }) => {
    const { admin, revision } = await aPolicyDraft(db, RUBRIC, higher);
    const eve = await asUser(await aPerson(db, "Eve", [], { isAdmin: true }), db);
    await save(eve, RUBRIC, (form) => { form["thresholds"] = { standard: "11", complex: "30" }; });
    const form = posted(RUBRIC, (await getPolicy(admin, RUBRIC)).draft!.content);
    await expect(savePolicyDraft(admin, { kind: RUBRIC, revision, content: form })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Eve has changed this draft") });
  });

  test("B6: crossing thresholds, absurd weights and hostile text are refused with a sentence, and nothing is written", async ({ db }) => {
    const { admin, revision } = await aPolicyDraft(db, RUBRIC, higher);
    const wrong = (edit: (form: ReturnType<typeof posted>) => void) => expect(save(admin, RUBRIC, edit)).rejects.toMatchObject({ code: "INVALID", message: expect.stringMatching(/\S/) });
    await wrong((form) => { form["thresholds"] = { standard: "30", complex: "10" }; });
    for (const weight of ["1000000", "-3", "1.5", "heavy", ""]) await wrong((form) => { Object.assign((form["questions"] as object[])[0]!, { weight }); });
    for (const label of ["a\0b", "\ud800", "x".repeat(100_000), " "]) await wrong((form) => { Object.assign((form["questions"] as object[])[0]!, { label }); });
    await wrong((form) => { form["questions"] = []; });
    expect((await getPolicy(admin, RUBRIC)).draft?.revision).toBe(revision);
  });

  test("without a draft is NOT_FOUND, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const { ada, bo } = await anAgency(db);
    await expect(savePolicyDraft(await asUser(ada, db), { kind: "CLOCKS", revision: 1, content: {} })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(savePolicyDraft(await asUser(bo, db), { kind: "CLOCKS", revision: 1, content: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("discardPolicyDraft", () => {
  test("throws the draft away with one event; stale is CONFLICT, twice NOT_FOUND, by a manager FORBIDDEN", async ({ db }) => {
    const { admin, revision, bea, organisationId } = await aPolicyDraft(db, "CLOCKS", CHANGED.CLOCKS);
    await expect(discardPolicyDraft(await asUser(bea, db), { kind: "CLOCKS", revision })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(discardPolicyDraft(admin, { kind: "CLOCKS", revision: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await discardPolicyDraft(admin, { kind: "CLOCKS", revision });
    await expect(discardPolicyDraft(admin, { kind: "CLOCKS", revision })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await eventTypes(db, organisationId)).toEqual(["policy.versionDrafted", "policy.versionDiscarded"]);
  });
});

describe("publishPolicy", () => {
  for (const kind of ORGANISATION_KINDS.filter((one) => one !== RUBRIC))
    test(`B6: ${kind} counts from the publishing on, with one event that says what changed`, async ({ db }) => {
      const { admin, revision, organisationId } = await aPolicyDraft(db, kind, CHANGED[kind]);
      expect(await publishPolicy(admin, { kind, revision })).toEqual({ kind, version: 2 });
      const [event] = await db.event.findMany({ where: { stream: organisationId, type: "policy.versionPublished" } });
      expect(JSON.parse(event?.payload ?? "")).toMatchObject({ kind, version: 2, changes: [expect.stringMatching(/\S/)], consents: [] });
      expect((await getPolicy(admin, kind)).inForce.version).toBe(2);
      await expect(publishPolicy(admin, { kind, revision })).rejects.toMatchObject({ code: "NOT_FOUND" });
    });

  test("B6: a complexity rubric is published by no admin alone; a stale or unchanged draft is refused; by a manager FORBIDDEN", async ({ db }) => {
    const { admin, revision, bea } = await aPolicyDraft(db, "CLOCKS", () => undefined);
    await expect(publishPolicy(admin, { kind: "CLOCKS", revision })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("says the same") });
    await expect(publishPolicy(admin, { kind: "CLOCKS", revision: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(publishPolicy(await asUser(bea, db), { kind: "CLOCKS", revision })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await beginPolicyDraft(admin, { kind: RUBRIC });
    await expect(publishPolicy(admin, { kind: RUBRIC, revision: 1 })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "B6" });
  });
});

describe("a team's discovery questions", () => {
  const place = async (db: Db) => {
    const agency = await anAgency(db);
    return { ...agency, admin: await asUser(agency.ada, db), at: { kind: "DISCOVERY_SET", teamId: agency.wordpress } as const };
  };
  const asks = (form: ReturnType<typeof posted>, field: string) => (form["questions"] as object[]).push({ ask: "Which season is yours?", why: "A launch in the season is none.", field });

  test("P7.4, B6: are drafted, told with what changes in the words of the brief, and published for that team alone, with the events of a policy", async ({ db }) => {
    const { admin, at, shopify, organisationId } = await place(db);
    expect(await beginPolicyDraft(admin, at)).toEqual({ kind: "DISCOVERY_SET", team: expect.stringContaining("wordpress"), revision: 1 });
    const form = posted("DISCOVERY_SET", (await getPolicy(admin, "DISCOVERY_SET", at.teamId)).draft!.content);
    asks(form, "dates.rollOut");
    await savePolicyDraft(admin, { ...at, revision: 1, content: form });
    const { draft } = await getPolicy(admin, "DISCOVERY_SET", at.teamId);
    expect(draft).toMatchObject({ problems: [], changes: [{ label: "question “Which season is yours?”", before: null }] });
    expect(await publishPolicy(admin, { ...at, revision: 2 })).toMatchObject({ version: 2 });
    expect((await getPolicy(admin, "DISCOVERY_SET", at.teamId)).inForce).toMatchObject({ version: 2, content: { questions: expect.arrayContaining([{ id: "whichSeasonIsYours", ask: "Which season is yours?", why: "A launch in the season is none.", field: "dates.rollOut" }]) } });
    expect((await getPolicy(admin, "DISCOVERY_SET", shopify)).inForce.version).toBe(1);
    expect(await eventTypes(db, organisationId)).toEqual(["policy.versionDrafted", "policy.versionPublished"]);
  });

  test("P7.4: one that asks for no field of the brief, or twice for the same, is not published", async ({ db }) => {
    const { admin, at } = await place(db);
    await beginPolicyDraft(admin, at);
    const form = posted("DISCOVERY_SET", (await getPolicy(admin, "DISCOVERY_SET", at.teamId)).draft!.content);
    asks(form, "purpose.goals");
    asks(form, "custom.hubspot.hubs");
    await savePolicyDraft(admin, { ...at, revision: 1, content: form });
    expect((await getPolicy(admin, "DISCOVERY_SET", at.teamId)).draft?.problems).toHaveLength(2);
    await expect(publishPolicy(admin, { ...at, revision: 2 })).rejects.toMatchObject({ code: "INVALID", rule: "B6" });
  });

  test("of no team, or of one that delivers nothing, are NOT_FOUND; stale CONFLICT; by a manager FORBIDDEN", async ({ db }) => {
    const { admin, at, sales, bo } = await place(db);
    for (const teamId of [null, sales, newId()]) await expect(beginPolicyDraft(admin, { kind: "DISCOVERY_SET", teamId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(beginPolicyDraft(admin, { kind: "CLOCKS", teamId: at.teamId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await beginPolicyDraft(admin, at);
    await expect(discardPolicyDraft(admin, { ...at, revision: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(publishPolicy(await asUser(bo, db), { ...at, revision: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("consentToPolicy", () => {
  test("B6: a sales manager and a delivery manager publish it together, in any order, with their events", async ({ db }) => {
    for (const order of [["bea", "bo"], ["bo", "bea"]] as const) {
      const draft = await aPolicyDraft(db, RUBRIC, (form) => { form["thresholds"] = { standard: order[0] === "bea" ? "10" : "11", complex: "30" }; });
      const { version } = (await policiesInForce(db)).rubric;
      const [first, second] = [await asUser(draft[order[0]], db), await asUser(draft[order[1]], db)];
      for (let i = 0; i < 2; i++) expect(await consentToPolicy(first, { kind: RUBRIC, revision: draft.revision })).toMatchObject({ isPublished: false });
      expect((await policiesInForce(db)).rubric.version).toBe(version);
      expect(await consentToPolicy(second, { kind: RUBRIC, revision: draft.revision })).toMatchObject({ isPublished: true });
      expect((await policiesInForce(db)).rubric.version).toBe(version + 1);
      expect((await eventTypes(db, draft.organisationId)).slice(-3)).toEqual(["policy.versionConsented", "policy.versionConsented", "policy.versionPublished"]);
    }
  });

  test("B6: an edit voids what was consented to before, and a consent to what stood before the edit is CONFLICT", async ({ db }) => {
    const { admin, revision, bea, bo } = await aPolicyDraft(db, RUBRIC, higher);
    await consentToPolicy(await asUser(bea, db), { kind: RUBRIC, revision });
    const next = await save(admin, RUBRIC, (form) => { form["thresholds"] = { standard: "12", complex: "30" }; });
    await expect(consentToPolicy(await asUser(bo, db), { kind: RUBRIC, revision })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await consentToPolicy(await asUser(bo, db), { kind: RUBRIC, revision: next })).toMatchObject({ isPublished: false });
  });

  test("B6: one person who manages both counts once", async ({ db }) => {
    const { revision, sales, wordpress, bo } = await aPolicyDraft(db, RUBRIC, higher);
    const both = await asUser(await aPerson(db, "Kim", [{ teamId: sales, role: "MANAGER" }, { teamId: wordpress, role: "MANAGER" }]), db);
    expect(await consentToPolicy(both, { kind: RUBRIC, revision })).toMatchObject({ isPublished: false });
    expect(await consentToPolicy(await asUser(bo, db), { kind: RUBRIC, revision })).toMatchObject({ isPublished: true });
  });

  test("B6: of somebody who manages nobody any more does not count", async ({ db }) => {
    const { revision, bea, bo } = await aPolicyDraft(db, RUBRIC, higher);
    await consentToPolicy(await asUser(bea, db), { kind: RUBRIC, revision });
    await db.membership.deleteMany({ where: { userId: bea } });
    expect(await consentToPolicy(await asUser(bo, db), { kind: RUBRIC, revision })).toMatchObject({ isPublished: false });
  });

  test("without a draft is NOT_FOUND, by anybody but a manager FORBIDDEN, to another policy or an unreachable threshold INVALID", async ({ db }) => {
    const { bea, ada, pia } = await anAgency(db);
    await expect(consentToPolicy(await asUser(bea, db), { kind: RUBRIC, revision: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const person of [ada, pia]) await expect(consentToPolicy(await asUser(person, db), { kind: RUBRIC, revision: 1 })).rejects.toMatchObject({ code: "FORBIDDEN", rule: "B6" });
    await expect(consentToPolicy(await asUser(bea, db), { kind: "CLOCKS", revision: 1 })).rejects.toMatchObject({ code: "INVALID" });
    const { revision, bo } = await aPolicyDraft(db, RUBRIC, (form) => { form["thresholds"] = { standard: "10", complex: "500" }; });
    await expect(consentToPolicy(await asUser(bo, db), { kind: RUBRIC, revision })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("at most 57 can be reached") });
  });

  test("B6: a question that a template asks about cannot be taken out", async ({ db }) => {
    const { revision, bo, wordpress } = await aPolicyDraft(db, RUBRIC, (form) => { Object.assign((form["questions"] as object[])[0]!, { remove: "on" }); });
    const template = await db.policyVersion.findFirstOrThrow({ where: { kind: "BRIEF_TEMPLATE", teamId: wordpress } });
    const content = { ...(template.content as object), core: [{ field: "technical.summary", required: { field: "complexity.integration", is: "several" } }] };
    await db.policyVersion.create({ data: { kind: "BRIEF_TEMPLATE", teamId: wordpress, version: 9, status: "PUBLISHED", content } });
    await expect(consentToPolicy(await asUser(bo, db), { kind: RUBRIC, revision })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("the template of WordPress asks about its answer") });
  });
});

test("B6: a draft says which past handovers it would class differently; an admin reads the number, a manager the names", async ({ db }) => {
  const handover = await aSubmitted(db, { answers: { "complexity.novelty": "never" } });
  const { draft } = await (async () => { await aPolicyDraft(db, RUBRIC, (form) => { form["thresholds"] = { standard: "2", complex: "6" }; }); return getPolicy(await asUser(handover.ada, db), RUBRIC); })();
  const asked = draft!.content as Parameters<typeof rubricEffect>[1];
  const [admin, manager] = [await rubricEffect(await asUser(handover.ada, db), asked), await rubricEffect(await asUser(handover.bea, db), asked)];
  expect(admin).toMatchObject({ count: 1, rows: [], moves: [{ from: "STANDARD", to: "COMPLEX", count: 1 }] });
  expect(manager.rows).toMatchObject([{ id: handover.id, from: "STANDARD", to: "COMPLEX", reason: expect.stringContaining("6 of 57") }]);
});
