import { consentToPolicy } from "@/lib/policies/commands/consent";
import { beginPolicyDraft, discardPolicyDraft, publishPolicy, savePolicyDraft } from "@/lib/policies/commands/policies";
import { getPolicy } from "@/lib/policies/queries/policy-page";
import { asUser, expect, prisma, test } from "../../support/db";
import { aPerson, anAgency } from "../../support/factories/agency";
import { posted } from "../../support/policy-form";

const ROUNDS = 50;

test("B6: of managers who consent at once exactly one completes it, and it is published once", { timeout: 120_000 }, async () => {
  const agency = await anAgency(prisma);
  const ada = await asUser(agency.ada);
  for (let round = 0; round < ROUNDS; round++) {
    await beginPolicyDraft(ada, { kind: "COMPLEXITY_RUBRIC" });
    const { draft, inForce } = await getPolicy(ada, "COMPLEXITY_RUBRIC");
    const content = { ...posted("COMPLEXITY_RUBRIC", draft!.content), thresholds: { standard: String(10 + (round % 2)), complex: "30" } };
    const { revision } = await savePolicyDraft(ada, { kind: "COMPLEXITY_RUBRIC", revision: draft!.revision, content });
    const managers = await Promise.all([agency.bea, agency.bo].map((person) => asUser(person)));
    const results = await Promise.all(managers.map((ctx) => consentToPolicy(ctx, { kind: "COMPLEXITY_RUBRIC", revision })));
    expect(results.map(({ isPublished }) => isPublished).sort()).toEqual([false, true]);
    expect((await getPolicy(ada, "COMPLEXITY_RUBRIC")).inForce.version).toBe(inForce.version + 1);
  }
  expect(await prisma.event.count({ where: { stream: agency.organisationId, type: "policy.versionPublished" } })).toBe(ROUNDS);
});

test("B6: a draft that is edited while a manager consents is published as it was read, or waits for everybody's consent anew", { timeout: 120_000 }, async () => {
  const agency = await anAgency(prisma);
  const [ada, bea, bo] = await Promise.all([agency.ada, agency.bea, agency.bo].map((person) => asUser(person)));
  const kind = "COMPLEXITY_RUBRIC" as const;
  const save = async (revision: number, standard: number) => {
    const { draft } = await getPolicy(ada!, kind);
    return savePolicyDraft(ada!, { kind, revision, content: { ...posted(kind, draft!.content), thresholds: { standard: String(standard), complex: "30" } } });
  };
  for (let round = 0; round < ROUNDS; round++) {
    await beginPolicyDraft(ada!, { kind });
    const before = await getPolicy(ada!, kind);
    const read = (before.inForce.content as { thresholds: { standard: number } }).thresholds.standard === 12 ? 13 : 12;
    const { revision } = await save(before.draft!.revision, read);
    await consentToPolicy(bea!, { kind, revision });
    const [edited, consented] = await Promise.allSettled([save(revision, 20), consentToPolicy(bo!, { kind, revision })]);
    const after = await getPolicy(ada!, kind);
    expect([edited.status, consented.status].sort()).toEqual(["fulfilled", "rejected"]);
    if (consented.status === "fulfilled") expect(after.inForce).toMatchObject({ version: before.inForce.version + 1, content: { thresholds: { standard: read } } });
    else {
      expect(after.inForce.version).toBe(before.inForce.version);
      expect(await prisma.policyConsent.count({ where: { policyId: (await prisma.policyVersion.findFirstOrThrow({ where: { kind, status: "DRAFT" } })).id } })).toBe(0);
      await discardPolicyDraft(ada!, { kind, revision: after.draft!.revision });
    }
  }
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
