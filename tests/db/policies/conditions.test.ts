import { describe } from "vitest";
import { editItemCondition } from "@/lib/policies/commands/conditions";
import { beginPolicyDraft, publishPolicy, savePolicyDraft } from "@/lib/policies/commands/policies";
import { getItemCondition, getPolicy } from "@/lib/policies/queries/policy-page";
import { type ChecklistTemplate, editItemConditionInput } from "@/lib/policies/schema";
import type { Db } from "@/lib/platform/db";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { posted } from "../../support/policy-form";

const KIND = "CHECKLIST_TEMPLATE";
const ITEM = "scheduleCall";
const edit = (revision: number, edit: object, item = ITEM) => editItemConditionInput.parse({ revision, item, edit });
const line = (subject: string, operator: string, more = {}) => ({ kind: "addLine", group: 0, line: { subject, operator, ...more } });

async function aDraft(db: Db) {
  const agency = await anAgency(db);
  const admin = await asUser(agency.ada, db);
  await beginPolicyDraft(admin, { kind: KIND });
  return { ...agency, admin };
}
const whenOf = async (db: Db, admin: Awaited<ReturnType<typeof asUser>>) => ((await getPolicy(admin, KIND)).draft?.content as ChecklistTemplate).items.find(({ id }) => id === ITEM)?.when;

describe("editItemCondition", () => {
  test("P2.12, B6 line by line, in the draft alone, and told in words when it is published", async ({ db }) => {
    const { admin, organisationId } = await aDraft(db);
    await editItemCondition(admin, edit(1, line("complexity", "is", { values: ["STANDARD", "COMPLEX"] })));
    await editItemCondition(admin, edit(2, line("promises.contract", "is", { values: ["TO_RENEGOTIATE"] })));
    expect(await whenOf(db, admin)).toEqual({ all: [{ complexity: ["STANDARD", "COMPLEX"] }, { field: "promises.contract", is: "TO_RENEGOTIATE" }] });
    await editItemCondition(admin, edit(3, { kind: "removeLine", group: 0, line: 1 }));
    const { draft, inForce } = await getPolicy(admin, KIND);
    expect((inForce.content as ChecklistTemplate).items.find(({ id }) => id === ITEM)?.when).toBeUndefined();
    expect(draft?.changes).toEqual([expect.objectContaining({ label: "item “Schedule the first call”, applies", before: "always", after: "when the work is standard or complex" })]);
    await publishPolicy(admin, { kind: KIND, revision: 4 });
    expect(await eventTypes(db, organisationId)).toEqual(["policy.versionDrafted", "policy.versionPublished"]);
  });

  test("B6 always takes the condition away, and the form around it keeps it", async ({ db }) => {
    const { admin } = await aDraft(db);
    await editItemCondition(admin, edit(1, line("complexity", "is", { values: ["COMPLEX"] })));
    const { draft } = await getPolicy(admin, KIND);
    await savePolicyDraft(admin, { kind: KIND, revision: 2, content: posted(KIND, draft!.content) });
    expect(await whenOf(db, admin)).toEqual({ complexity: ["COMPLEX"] });
    await editItemCondition(admin, edit(3, { kind: "always" }));
    expect(await whenOf(db, admin)).toBeUndefined();
  });

  test("B6 what nobody is asked, or does not offer, is refused at its control, and nothing is written", async ({ db }) => {
    const { admin } = await aDraft(db);
    for (const wrong of [line("purpose.nothing", "answered"), line("complexity", "is", { values: [] }), line("complexity", "is", { values: ["HARD"] }), line("commercial.value", "atLeast", { number: "a lot" })])
      await expect(editItemCondition(admin, edit(1, wrong))).rejects.toMatchObject({ code: "INVALID", rule: "B6", fields: expect.anything() });
    expect((await getPolicy(admin, KIND)).draft?.revision).toBe(1);
  });

  test("without draft or item is NOT_FOUND, stale CONFLICT, by anybody but an admin FORBIDDEN", async ({ db }) => {
    const { ada, bo } = await anAgency(db);
    const admin = await asUser(ada, db);
    const always = { kind: "always" };
    await expect(editItemCondition(admin, edit(1, always))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getItemCondition(admin, ITEM)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await beginPolicyDraft(admin, { kind: KIND });
    await expect(editItemCondition(admin, edit(1, always, "noSuchItem"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editItemCondition(admin, edit(7, always))).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    for (const ask of [() => asUser(bo, db).then((ctx) => editItemCondition(ctx, edit(1, always))), () => asUser(bo, db).then((ctx) => getItemCondition(ctx, ITEM))])
      await expect(ask()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
