import { createHash } from "node:crypto";
import { describe } from "vitest";
import { overrideClass } from "@/lib/deals/commands/class-override";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { digestOf } from "@/lib/handovers/commands/freeze";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { computeBrief } from "@/lib/handovers/queries/computed";
import { snapshotOf } from "@/lib/handovers/queries/snapshot";
import type { Snapshot } from "@/lib/handovers/rules/snapshot";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, NOW, test } from "../../support/db";
import { aDraft, aRow, aSubmitted, complete } from "../../support/factories/handovers";

/** What version 1 keeps. */
async function kept(db: Db, id: string): Promise<Snapshot> {
  const snapshot = await snapshotOf(db, id, 1);
  if (!snapshot) throw new Error("There is no version 1.");
  return snapshot;
}

describe("B4 what a version keeps for ever", () => {
  test("B4 each answer with its state: what is unknown with owner, day and risk, what does not apply with its reason; and the names behind ids", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, sue, lee, pia, revision } = draft;
    const unknown = { ownerId: sue, due: "2030-02-01", risk: "Two weeks of work." };
    await saveAnswers(await asUser(sam, db), { id, changes: [
      { field: "technical.stack", rowId: null, base: 0, state: "UNKNOWN", value: null, unknown },
      { field: "scope.changes", rowId: null, base: 0, state: "NOT_APPLICABLE", value: null, reason: "They pay by the hour." },
    ] });
    await submitHandover(await asUser(sam, db), { id, revision });
    const { answers, labels } = await kept(db, id);
    const at = (field: string) => answers.find((one) => one.field === field);
    expect(at("technical.stack")).toEqual({ field: "technical.stack", rowId: null, state: "UNKNOWN", value: null, unknown });
    expect(at("scope.changes")).toEqual({ field: "scope.changes", rowId: null, state: "NOT_APPLICABLE", value: null, reason: "They pay by the hour." });
    const contacts = answers.filter(({ field }) => field === "contacts.contact");
    expect(contacts).toHaveLength(2);
    for (const { rowId, value } of contacts) expect([rowId, labels[String(value)]]).toEqual([expect.any(String), expect.stringMatching(/Ines Brandt|Jonas Weber/)]);
    expect([labels[pia], labels[lee], labels[sue]]).toEqual(["Pia", "Lee", "Sue"]);
  });

  test("B4 the people of PM and of the teams that have a lead, and every team", async ({ db }) => {
    const draft = await aDraft(db, { teams: ["wordpress", "shopify"] });
    const { id, sam, pia, lee, wordpress, shopify, revision } = draft;
    await db.handoverTeam.update({ where: { handoverId_teamId: { handoverId: id, teamId: shopify } }, data: { leadId: null } }); // simple work needs none
    await submitHandover(await asUser(sam, db), { id, revision });
    const { people, teams } = await kept(db, id);
    expect(people).toEqual({ pmId: pia, leads: [{ teamId: wordpress, leadId: lee }] });
    expect(teams.map(({ name, technical }) => [name, technical]).sort()).toEqual([["Shopify", true], ["WordPress", true]]);
  });

  test("B6, P6.3 the policies that computed it, each by its id, and the class with what the rubric alone said", async ({ db }) => {
    const draft = await aDraft(db);
    const { id, sam, dealId, revision } = draft;
    const { overrideId } = await overrideClass(await asUser(sam, db), { id: dealId, from: "SIMPLE", class: "COMPLEX", reason: "New platform.", leadId: null });
    await complete(db, draft, id);
    const { complexity } = await computeBrief(db, id, { now: NOW });
    await submitHandover(await asUser(sam, db), { id, revision });
    const version = await kept(db, id);
    const idOf = async (kind: "COMPLEXITY_RUBRIC" | "CHECKLIST_TEMPLATE" | "ATTENDEE_PARAMETERS" | "CLOCKS") => (await db.policyVersion.findFirstOrThrow({ where: { kind, status: "PUBLISHED" }, orderBy: { version: "desc" } })).id;
    const templates = (await db.handoverTeam.findMany({ where: { handoverId: id } })).map(({ templateId }) => templateId);
    expect(version.policies).toEqual({
      rubric: await idOf("COMPLEXITY_RUBRIC"), checklist: await idOf("CHECKLIST_TEMPLATE"), attendees: await idOf("ATTENDEE_PARAMETERS"), clocks: await idOf("CLOCKS"), templates, override: overrideId,
    });
    expect(version.complexity).toEqual({
      class: "COMPLEX", computed: "SIMPLE", score: complexity.score, max: complexity.max, reason: complexity.reason, consequences: complexity.consequences,
    });
    expect([complexity.max > 0, complexity.reason.length > 0, complexity.consequences.length > 0]).toEqual([true, true, true]);
  });

  test("B4 the score, the first call, the checklist and how complete it was, as they were computed", async ({ db }) => {
    const { id } = await aSubmitted(db, { answers: { "complexity.integration": "several" } });
    const version = await kept(db, id);
    const computed = await computeBrief(db, id, { now: NOW });
    expect(version.complexity.score).toBeGreaterThan(0);
    expect(version.complexity.score).toBe(computed.complexity.score);
    expect(version.attendees.map(({ person, presence }) => [person?.name, presence])).toEqual(computed.attendees.map(({ person, presence }) => [person?.name, presence]));
    expect(version.attendees.length).toBeGreaterThan(3);
    expect(version.checklist.length).toBeGreaterThan(10);
    expect(version.readiness).toEqual({ requiredPercent: 100, qualityPercent: computed.readiness.qualityPercent });
    expect(computed.readiness.qualityPercent).toBeGreaterThan(0);
  });

  test("B3, B4 its digest is the sha256 of all of it, and changes with each part", async ({ db }) => {
    const { id } = await aSubmitted(db);
    const version = await kept(db, id);
    expect(digestOf(version)).toBe(createHash("sha256").update(JSON.stringify(version)).digest("hex"));
    const parts = Object.keys(version).map((part) => digestOf({ ...version, [part]: null }));
    expect(new Set([digestOf(version), ...parts]).size).toBe(parts.length + 1);
  });
});

describe("P1.4 what is missing", () => {
  test("P1.4 is named cell by cell and counted, with the first of it in words", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "promises.none": false } });
    const { id, sam, revision } = draft;
    const rows = [await aRow(db, draft, id, { "promises.text": "A second language" }), await aRow(db, draft, id, { "promises.text": "A training day" })];
    const refusal = async () => submitHandover(await asUser(sam, db), { id, revision }).catch((error: unknown) => error as { rule: string; message: string; fields: Record<string, string[]> });
    const two = await refusal() as { rule: string; message: string; fields: Record<string, string[]> };
    expect(two.rule).toBe("P1.4");
    expect(Object.keys(two.fields).sort()).toEqual(rows.map((rowId) => `promises.type@${rowId}`).sort());
    expect(two.message).toMatch(/^2 must-haves are missing\. Promise 1: .+\.$/);
    await saveAnswers(await asUser(sam, db), { id, changes: [{ field: "promises.type", rowId: rows[0] ?? newId(), base: 0, state: "VALUE", value: "scope" }] });
    const one = await refusal() as { message: string; fields: Record<string, string[]> };
    expect([Object.keys(one.fields), one.message]).toEqual([[`promises.type@${rows[1]}`], expect.stringMatching(/^One must-have is missing\. Promise 2: .+\.$/)]);
  });

  test("P1.4, P1.5 says of one field all that is missing: a list of contacts without anybody who decides, or is there every day", async ({ db }) => {
    const { id, sam, revision } = await aDraft(db);
    await db.briefAnswer.updateMany({ where: { handoverId: id, field: "contacts.roles" }, data: { value: ["BILLING"] } });
    const refused = submitHandover(await asUser(sam, db), { id, revision });
    await expect(refused).rejects.toMatchObject({ rule: "P1.4", fields: { "contacts.roles": [expect.stringMatching(/decision maker/i), expect.stringMatching(/day-to-day/i)] } });
  });
});
