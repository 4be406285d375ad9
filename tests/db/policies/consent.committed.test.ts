import { consentToPolicy } from "@/lib/policies/commands/consent";
import { beginPolicyDraft, publishPolicy, savePolicyDraft } from "@/lib/policies/commands/policies";
import { getPolicy } from "@/lib/policies/queries/policy-page";
import { asUser, expect, prisma, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { posted } from "../../support/policy-form";

test("B6: of managers who consent at once exactly one completes it, and it is published once", async () => {
  const agency = await anAgency(prisma);
  const ada = await asUser(agency.ada);
  for (let round = 0; round < 5; round++) {
    await beginPolicyDraft(ada, { kind: "COMPLEXITY_RUBRIC" });
    const { draft, inForce } = await getPolicy(ada, "COMPLEXITY_RUBRIC");
    const content = { ...posted("COMPLEXITY_RUBRIC", draft!.content), thresholds: { standard: String(10 + round), complex: "30" } };
    const { revision } = await savePolicyDraft(ada, { kind: "COMPLEXITY_RUBRIC", revision: draft!.revision, content });
    const managers = await Promise.all([agency.bea, agency.bo].map((person) => asUser(person)));
    const results = await Promise.all(managers.map((ctx) => consentToPolicy(ctx, { kind: "COMPLEXITY_RUBRIC", revision })));
    expect(results.map(({ isPublished }) => isPublished).sort()).toEqual([false, true]);
    expect((await getPolicy(ada, "COMPLEXITY_RUBRIC")).inForce.version).toBe(inForce.version + 1);
  }
  expect(await prisma.event.count({ where: { stream: agency.organisationId, type: "policy.versionPublished" } })).toBe(5);
});

test("P1.9: of two admins who publish or save at once one wins, and the other is told", async () => {
  const agency = await anAgency(prisma);
  const people = [agency.ada, await aPerson(prisma, "Eve", [], { isAdmin: true })];
  const [ada, eve] = await Promise.all(people.map((person) => asUser(person)));
  await beginPolicyDraft(ada!, { kind: "CLOCKS" });
  const { draft, inForce } = await getPolicy(ada!, "CLOCKS");
  const content = { ...posted("CLOCKS", draft!.content), backupAfterDaysAway: "3" };
  const saves = await Promise.allSettled([ada!, eve!].map((ctx) => savePolicyDraft(ctx, { kind: "CLOCKS", revision: draft!.revision, content })));
  expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(saves.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT", message: expect.stringMatching(/(Ada|Eve) has changed this draft/) } });
  const published = await Promise.allSettled([ada!, eve!].map((ctx) => publishPolicy(ctx, { kind: "CLOCKS", revision: draft!.revision + 1 })));
  expect(published.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await getPolicy(ada!, "CLOCKS")).inForce.version).toBe(inForce.version + 1);
});
