import { describe } from "vitest";
import { beginTemplateDraft, discardTemplateDraft, editTemplate, publishTemplate } from "@/lib/policies/commands/templates";
import { getDraftSays, getTemplate } from "@/lib/policies/queries/templates";
import { listTemplates, listUsing, templateUsage } from "@/lib/policies/queries/usage";
import type { TemplateEdit } from "@/lib/policies/fields/template-edit";
import { editTemplateInput } from "@/lib/policies/schema";
import { parseInput } from "@/lib/http/make-action";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { aPerson, anAgency } from "../../support/factories/agency";
import { aDraft, aSubmitted } from "../../support/factories/handovers";
import { asUser, eventTypes, expect, test } from "../../support/db";

const FIELD = {
  kind: "addField", section: "scope", label: "Seats bought", type: "number", ask: "", why: "A missing seat is found on the day of the training.", help: "", example: "",
  options: [], moreOptions: "", visibility: "all", pm: "on", material: "",
} as const satisfies TemplateEdit;

/** A draft of WordPress's template by Ada, with one field more. */
async function aTemplateDraft(db: Db, edit: TemplateEdit = FIELD) {
  const agency = await anAgency(db);
  const ada = await asUser(agency.ada, db);
  await beginTemplateDraft(ada, { teamId: agency.wordpress });
  const { revision, field } = await editTemplate(ada, { teamId: agency.wordpress, revision: 1, edit });
  const slug = (await db.team.findUniqueOrThrow({ where: { id: agency.wordpress } })).slug;
  return { ...agency, admin: ada, teamId: agency.wordpress, revision, field: field ?? "", slug };
}

describe("beginTemplateDraft", () => {
  test("works from what is in force and records one event; begun twice it is the same draft", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    expect(await beginTemplateDraft(ada, { teamId: agency.wordpress })).toEqual({ teamId: agency.wordpress, revision: 1 });
    await beginTemplateDraft(ada, { teamId: agency.wordpress });
    expect(await eventTypes(db, agency.organisationId)).toEqual(["policy.draftBegun"]);
    const [one, two] = await db.policyVersion.findMany({ where: { kind: "BRIEF_TEMPLATE", teamId: agency.wordpress }, orderBy: { version: "asc" } });
    expect(two).toMatchObject({ version: 2, status: "DRAFT", content: one?.content, draftedById: agency.ada });
  });

  test("of no delivery team is NOT_FOUND, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    for (const teamId of [newId(), agency.sales]) await expect(beginTemplateDraft(await asUser(agency.ada, db), { teamId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(beginTemplateDraft(await asUser(agency.bo, db), { teamId: agency.wordpress })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("editTemplate", () => {
  test("changes the draft over the revision that was seen, and writes no event; what is in force stays", async ({ db }) => {
    const { admin, teamId, revision, field, organisationId } = await aTemplateDraft(db);
    expect(revision).toBe(2);
    const view = await getTemplate(admin, teamId);
    expect(view).toMatchObject({ draft: { version: 2, revision: 2, by: "Ada" }, inForce: { version: 1 }, problems: [], changes: { fields: [{ id: field, kind: "added", label: "Seats bought" }] } });
    expect(await eventTypes(db, organisationId)).toEqual(["policy.draftBegun"]);
  });

  test("P1.9: of two admins the second is told who was first, and nothing of theirs is written", async ({ db }) => {
    const { admin, teamId, revision } = await aTemplateDraft(db);
    const eve = await asUser(await aPerson(db, "Eve", [], { isAdmin: true }), db);
    await editTemplate(eve, { teamId, revision, edit: { ...FIELD, label: "Eve's" } });
    await expect(editTemplate(admin, { teamId, revision, edit: { ...FIELD, label: "Ada's" } }))
      .rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9", message: expect.stringContaining("Eve has changed this draft") });
    expect((await getTemplate(admin, teamId)).changes.fields.map(({ label }) => label)).toEqual(["Seats bought", "Eve's"]);
  });

  test("P1.5: what the rules need is neither hidden nor made optional, and says so", async ({ db }) => {
    const { admin, teamId, revision } = await aTemplateDraft(db);
    const edit = (more: TemplateEdit) => editTemplate(admin, { teamId, revision, edit: more });
    await expect(edit({ kind: "hideCore", id: "purpose.goals", hidden: "yes" })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("the rules need it") });
    await expect(edit({ kind: "when", id: "commercial.contractReference", of: "required", when: "never" })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("the rules need it") });
    await expect(edit({ kind: "removeField", id: "client.about" })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("never removed") });
  });

  test("without a draft, or of no team, is NOT_FOUND; by anybody but an admin FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    for (const teamId of [agency.wordpress, newId()]) await expect(editTemplate(ada, { teamId, revision: 1, edit: FIELD })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editTemplate(await asUser(agency.pia, db), { teamId: agency.wordpress, revision: 1, edit: FIELD })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("of hostile input is refused with a sentence", async ({ db }) => {
    const { admin, teamId, revision } = await aTemplateDraft(db);
    const send = (edit: unknown) => { try { parseInput(editTemplateInput, { teamId, revision: String(revision), edit }); return ""; } catch (error) { return (error as Error).message; } };
    for (const edit of [
      { ...FIELD, label: "x".repeat(100_000) }, { ...FIELD, label: "a\0b" }, { ...FIELD, why: "\ud800" }, { ...FIELD, type: "html" }, { ...FIELD, required: true },
      { ...FIELD, options: Array.from({ length: 1_000 }, (_, i) => ({ value: `v${i}`, label: "x" })) }, { kind: "drop" }, { kind: "move", id: "../../x", direction: "up" },
      { kind: "addLine", id: "client.about", of: "visible", group: "0", line: { subject: "complexity", operator: "is", values: Array.from({ length: 500 }, () => "SIMPLE") } },
    ]) expect(send(edit)).toMatch(/\S/);
    expect(send(FIELD)).toBe("");
    let seen = revision;
    for (let i = (await getTemplate(admin, teamId)).template.fields.length; i < 80; i++) ({ revision: seen } = await editTemplate(admin, { teamId, revision: seen, edit: { ...FIELD, label: `Field ${i}` } }));
    await expect(editTemplate(admin, { teamId, revision: seen, edit: { ...FIELD, label: "One more" } })).rejects.toMatchObject({ code: "INVALID", message: "Use at most 80 fields." });
  });
});

describe("getDraftSays", () => {
  test("P1.9: says what the draft holds now of a field or a section, and null of one that was removed", async ({ db }) => {
    const { admin, teamId, revision, field } = await aTemplateDraft(db);
    expect(await getDraftSays(admin, { teamId, id: field })).toMatchObject({ revision, by: "Ada", isYours: true, says: { label: "Seats bought", type: "number", pm: "on", lead: "" } });
    expect((await getDraftSays(admin, { teamId, id: "scope" })).says).toEqual({ why: expect.stringMatching(/\S/) });
    await editTemplate(admin, { teamId, revision, edit: { kind: "removeField", id: field } });
    expect(await getDraftSays(admin, { teamId, id: field })).toEqual({ revision: revision + 1, by: "Ada", isYours: true, says: null });
  });

  test("without a draft, or of no team, is NOT_FOUND; for anybody but an admin FORBIDDEN", async ({ db }) => {
    const agency = await anAgency(db);
    const ada = await asUser(agency.ada, db);
    for (const teamId of [agency.wordpress, newId()]) await expect(getDraftSays(ada, { teamId, id: "scope" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getDraftSays(await asUser(agency.pia, db), { teamId: agency.wordpress, id: "scope" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("discardTemplateDraft", () => {
  test("works and records one event; what is in force stays", async ({ db }) => {
    const { admin, teamId, revision, organisationId } = await aTemplateDraft(db);
    await expect(discardTemplateDraft(admin, { teamId, revision: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await discardTemplateDraft(admin, { teamId, revision });
    expect(await eventTypes(db, organisationId)).toEqual(["policy.draftBegun", "policy.draftDiscarded"]);
    expect((await db.policyVersion.findMany({ where: { kind: "BRIEF_TEMPLATE", teamId } })).map(({ version, status }) => [version, status])).toEqual([[1, "PUBLISHED"]]);
    await expect(discardTemplateDraft(admin, { teamId, revision })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("by anybody but an admin is FORBIDDEN", async ({ db }) => {
    const { teamId, revision, bo } = await aTemplateDraft(db);
    await expect(discardTemplateDraft(await asUser(bo, db), { teamId, revision })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("publishTemplate", () => {
  test("B6: works, records one event that says what changed, and the version never changes again", async ({ db }) => {
    const { admin, teamId, revision, organisationId } = await aTemplateDraft(db);
    expect(await publishTemplate(admin, { teamId, revision })).toEqual({ teamId, version: 2 });
    const events = await db.event.findMany({ where: { stream: organisationId, type: "policy.published" } });
    expect(events.map(({ payload }) => JSON.parse(payload ?? "") as object)).toMatchObject([{ version: 2, changes: ["adds “Seats bought”"] }]);
    await expect(editTemplate(admin, { teamId, revision, edit: FIELD })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(db.$transaction((tx) => tx.policyVersion.updateMany({ where: { teamId, version: 2 }, data: { revision: 9 } }))).rejects.toThrow(/a published policy never changes/);
  });

  test("of an old revision is CONFLICT, without a draft NOT_FOUND, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const { admin, teamId, revision, bo, shopify } = await aTemplateDraft(db);
    await expect(publishTemplate(admin, { teamId, revision: revision - 1 })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    await expect(publishTemplate(admin, { teamId: shopify, revision })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(publishTemplate(await asUser(bo, db), { teamId, revision })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("of what is wrong, or says nothing new, is INVALID with the sentence", async ({ db }) => {
    const { admin, teamId, revision, field, shopify } = await aTemplateDraft(db);
    await beginTemplateDraft(admin, { teamId: shopify });
    await expect(publishTemplate(admin, { teamId: shopify, revision: 1 })).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("says the same") });
    const line = (values: string[]) => ({ kind: "addLine", id: field, of: "visible", group: 0, line: { subject: "complexity", operator: "is", values, number: "" } }) as const;
    const next = await editTemplate(admin, { teamId, revision, edit: line(["SIMPLE"]) });
    const last = await editTemplate(admin, { teamId, revision: next.revision, edit: line(["COMPLEX"]) });
    await expect(publishTemplate(admin, { teamId, revision: last.revision })).rejects.toMatchObject({ code: "INVALID", rule: "B6", message: "“Seats bought” is never shown: its condition contradicts itself." });
  });
});

describe("B6 who uses which version", () => {
  test("is counted for the admin, who sees no handover without another role", async ({ db }) => {
    const draft = await aDraft(db);
    await aSubmitted(db);
    const ada = await asUser(draft.ada, db);
    const line = (await listTemplates(ada)).find(({ teamId }) => teamId === draft.wordpress);
    expect(line).toMatchObject({ inForce: { version: 1 }, draft: null, current: { drafts: 1, review: 0, delivery: 0, over: 0 }, older: { drafts: 0 } });
    const { versions } = await templateUsage(ada, draft.wordpress);
    expect(versions).toMatchObject([{ version: 1, uses: { drafts: 1 } }]);
    const which = { templateId: versions[0]?.id ?? "", state: "drafts" as const };
    expect(await listUsing(ada, which)).toEqual([]);
    await db.user.update({ where: { id: draft.sam }, data: { isAdmin: true } });
    expect(await listUsing(await asUser(draft.sam, db), which)).toMatchObject([{ id: draft.id }]);
    await expect(listTemplates(await asUser(draft.bo, db))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listUsing(await asUser(draft.bo, db), which)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
