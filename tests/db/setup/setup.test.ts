import { describe } from "vitest";
import { signInWithPassword } from "@/lib/auth/credentials";
import { sampleStatus, signInToSample } from "@/lib/auth/sample";
import { hashToken, newToken } from "@/lib/auth/secret-link";
import { isEmptyInstallation, setUpCtx } from "@/lib/auth/setup";
import { chainProblem } from "@/lib/events/verify";
import { newId } from "@/lib/platform/ids";
import { POLICY_CONTENT } from "@/lib/policies/schema";
import { setUpOrganisation } from "@/lib/setup/commands";
import { anAddress, PASSWORD } from "../../support/factories/people";
import { asOwner, eventTypes, expect, NOW, prisma, test } from "../../support/db";

const at = { now: NOW, requestId: "test" };
const input = (token: string, name: string) => ({ token, organisation: "Nordlicht", zone: "Europe/Berlin", currency: "EUR", name, email: `${name}@agency.example`, password: PASSWORD });
const keepToken = (token: string) =>
  asOwner((client) => client.query(`INSERT INTO "SetupToken" (id, "tokenHash") VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET "tokenHash" = excluded."tokenHash"`, [hashToken(token)]));

// In order: an empty installation, then two who set it up at once, then one that is set up.
describe("the first visit", () => {
  test("without the token of the log, nobody sets up", async () => {
    expect(await isEmptyInstallation()).toBe(true);
    expect(await setUpCtx(newToken(), at)).toBeNull();
    await keepToken(newToken());
    expect(await setUpCtx(newToken(), at)).toBeNull();
    expect(await setUpCtx("", at)).toBeNull();
  });

  test("there is no sample where none can be made", async () => {
    expect(await sampleStatus()).toBe("closed");
    await expect(signInToSample(newId())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("two who set up at once: one wins, with everything; the other leaves nothing", async () => {
    const token = newToken();
    await keepToken(token);
    const ctx = await setUpCtx(token, at);
    if (!ctx) throw new Error("the token does not work");
    const results = await Promise.allSettled(["ada", "bob"].map((name) => setUpOrganisation(ctx, input(token, name))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT", message: "This installation is set up already. Sign in." } });

    const organisation = await prisma.organisation.findFirstOrThrow();
    const [admin] = await prisma.user.findMany();
    expect(await prisma.user.count()).toBe(1);
    expect(admin).toMatchObject({ isAdmin: true, active: true, lastSeenAt: expect.any(Date) }); // whoever sets up is signed in
    await expect(signInWithPassword({ email: admin?.email ?? "", password: PASSWORD, address: anAddress() })).resolves.toMatchObject({ userId: admin?.id });
    expect((await prisma.team.findMany({ orderBy: { slug: "asc" } })).map(({ slug, kind, technical }) => [slug, kind, technical])).toEqual([
      ["hubspot", "DELIVERY", true], ["integration", "DELIVERY", true], ["sales", "SALES", false], ["shopify", "DELIVERY", true], ["wordpress", "DELIVERY", true],
    ]);
    expect(await eventTypes(prisma, organisation.id)).toEqual(["organisation.setUp", "admin.granted", ...Array<string>(5).fill("team.created")]);
    expect(await chainProblem(prisma, "ORGANISATION", organisation.id)).toBeNull();
  });

  test("B6: version 1 of every policy is published, and each says what its schema asks", async () => {
    const policies = await prisma.policyVersion.findMany();
    expect(policies.map(({ kind }) => kind).sort()).toEqual([
      "ATTENDEE_PARAMETERS", "BRIEF_TEMPLATE", "BRIEF_TEMPLATE", "BRIEF_TEMPLATE", "BRIEF_TEMPLATE", "CHECKLIST_TEMPLATE", "CLOCKS", "COMPLEXITY_RUBRIC", "DISCOVERY_SET", "DISCOVERY_SET", "DISCOVERY_SET", "DISCOVERY_SET", "TRACTION_RUBRIC",
    ]);
    for (const { kind, version, status, content } of policies) {
      expect({ version, status }).toEqual({ version: 1, status: "PUBLISHED" });
      expect(POLICY_CONTENT[kind].safeParse(content).error, kind).toBeUndefined();
    }
  });

  test("the token is used up with the first person", async () => {
    const token = newToken();
    await keepToken(token);
    expect(await setUpCtx(token, at)).toBeNull();
    expect(await isEmptyInstallation()).toBe(false);
  });
});
