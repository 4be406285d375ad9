import { describe } from "vitest";
import { signInWithPassword } from "@/lib/auth/credentials";
import { linkCtx } from "@/lib/auth/link";
import { ctxOf } from "@/lib/auth/session";
import { createLink, invitePerson, LINK_HOURS, redeemLink, revokeLinks } from "@/lib/people/commands/invitations";
import { deactivatePerson } from "@/lib/people/commands/people";
import { newId } from "@/lib/platform/ids";
import { anAgency, type Agency } from "../../support/factories/agency";
import { aMember, anAddress, PASSWORD } from "../../support/factories/people";
import { asOwner, asUser, eventTypes, expect, NOW, prisma, test } from "../../support/db";

const at = { now: NOW, requestId: "test" };
const tokenOf = ({ url }: { url: string }) => url.split("/").at(-1) ?? "";
const somebody = (more: object = {}) => ({ name: "Nia", email: `nia.${newId()}@agency.example`, zone: "Europe/Berlin", isAdmin: false, roles: [], ...more });
const open = async (token: string, now = NOW) => {
  const link = await linkCtx(token, { ...at, now });
  if (!link) throw new Error("the link does not work");
  return link;
};
const start = async (): Promise<{ agency: Agency; ada: Awaited<ReturnType<typeof asUser>>; since: () => Promise<string[]> }> => {
  const agency = await anAgency(prisma);
  const before = (await eventTypes(prisma, agency.organisationId)).length;
  return { agency, ada: await asUser(agency.ada), since: async () => (await eventTypes(prisma, agency.organisationId)).slice(before) };
};

describe("invitePerson", () => {
  test("makes somebody with roles, and a link that joins them once", async () => {
    const { agency, ada, since } = await start();
    const input = somebody({ isAdmin: true, roles: [{ teamId: agency.shopify, role: "PM" }, { teamId: agency.shopify, role: "PM" }] });
    const link = await invitePerson(ada, input);
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/);
    expect(link.expiresAt.getTime() - NOW.getTime()).toBe(LINK_HOURS.INVITE * 3_600_000);
    expect(await since()).toEqual(["person.invited", "admin.granted", "role.granted", "link.created"]);

    const { ctx, purpose, email } = await open(tokenOf(link));
    expect({ purpose, email }).toEqual({ purpose: "INVITE", email: input.email });
    expect(ctx.actor).toMatchObject({ id: link.userId, isAdmin: false, memberships: [] });
    expect(await redeemLink(ctx, { token: tokenOf(link), password: PASSWORD })).toEqual({ userId: link.userId, epoch: 1 });
    expect((await since()).at(-1)).toBe("person.joined");
    await expect(signInWithPassword({ email: input.email, password: PASSWORD, address: anAddress() })).resolves.toMatchObject({ userId: link.userId });
    expect(await linkCtx(tokenOf(link), at)).toBeNull();
    await expect(redeemLink(ctx, { token: tokenOf(link), password: PASSWORD })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("keeps no token, only its hash", async () => {
    const { ada } = await start();
    const token = tokenOf(await invitePerson(ada, somebody()));
    const found = await asOwner((client) => client.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM "Invitation" WHERE "tokenHash" = $1) + (SELECT count(*) FROM "Event" WHERE payload LIKE '%' || $1 || '%') AS n`, [token]));
    expect(Number(found.rows[0]?.n)).toBe(0);
  });

  test("with an address that is taken is INVALID, and leaves nothing", async () => {
    const { ada, since } = await start();
    const input = somebody();
    await invitePerson(ada, input);
    const events = await since();
    await expect(invitePerson(ada, { ...input, email: input.email.toUpperCase() })).rejects.toMatchObject({ code: "INVALID", fields: { email: [expect.stringContaining("already uses")] } });
    expect(await since()).toEqual(events);
  });

  test("into no team is NOT_FOUND, and leaves nobody", async () => {
    const { ada } = await start();
    const input = somebody({ roles: [{ teamId: newId(), role: "PM" }] });
    await expect(invitePerson(ada, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await prisma.user.findFirst({ where: { email: input.email } })).toBeNull();
  });

  test("by anybody but an admin is FORBIDDEN", async () => {
    const { agency } = await start();
    await expect(invitePerson(await asUser(agency.bea), somebody())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a link", () => {
  test("used by two at once joins one of them", async () => {
    const { ada } = await start();
    const token = tokenOf(await invitePerson(ada, somebody()));
    const { ctx } = await open(token);
    const results = await Promise.allSettled(["first passphrase of two", "second passphrase of two"].map((password) => redeemLink(ctx, { token, password })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  test("expires, also for who opened it before", async () => {
    const { ada } = await start();
    const link = await invitePerson(ada, somebody());
    const { ctx } = await open(tokenOf(link));
    const later = new Date(link.expiresAt.getTime() + 1);
    expect(await linkCtx(tokenOf(link), { ...at, now: later })).toBeNull();
    await expect(redeemLink({ ...ctx, now: later }, { token: tokenOf(link), password: PASSWORD })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("of somebody else opens nothing", async () => {
    const { ada } = await start();
    const [mine, other] = [await invitePerson(ada, somebody()), await invitePerson(ada, somebody())];
    const { ctx } = await open(tokenOf(mine));
    await expect(redeemLink(ctx, { token: tokenOf(other), password: PASSWORD })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await linkCtx("guessed", at)).toBeNull();
  });

  test("of somebody deactivated does not work", async () => {
    const { ada } = await start();
    const link = await invitePerson(ada, somebody());
    await deactivatePerson(ada, { userId: link.userId });
    expect(await linkCtx(tokenOf(link), at)).toBeNull();
  });
});

describe("createLink", () => {
  test("replaces the link before it; a new password ends every session", async () => {
    const { ada, since } = await start();
    const { id, email } = await aMember(prisma);
    const session = { userId: id, epoch: 0, sample: false };
    const [first, second] = [await createLink(ada, { userId: id }), await createLink(ada, { userId: id })];
    expect(await linkCtx(tokenOf(first), at)).toBeNull();
    const { ctx, purpose } = await open(tokenOf(second));
    expect(purpose).toBe("RESET");
    expect(second.expiresAt.getTime() - NOW.getTime()).toBe(LINK_HOURS.RESET * 3_600_000);
    expect(await ctxOf(session, at), "until the link is used, nothing changes").not.toBeNull();

    await redeemLink(ctx, { token: tokenOf(second), password: "another long passphrase" });
    expect(await ctxOf(session, at)).toBeNull();
    await expect(signInWithPassword({ email, password: PASSWORD, address: anAddress() })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(signInWithPassword({ email, password: "another long passphrase", address: anAddress() })).resolves.toMatchObject({ epoch: 1 });
    expect(await since()).toEqual(["link.created", "link.created", "password.reset"]);
  });

  test("for somebody deactivated is CONFLICT, for nobody NOT_FOUND, by anybody but an admin FORBIDDEN", async () => {
    const { agency, ada, since } = await start();
    const gone = await aMember(prisma, "Gus", { active: false });
    await expect(createLink(ada, { userId: gone.id })).rejects.toMatchObject({ code: "CONFLICT", message: "Gus is deactivated. Reactivate them first." });
    await expect(createLink(ada, { userId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createLink(await asUser(agency.bea), { userId: agency.sam })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await since()).toEqual([]);
  });
});

describe("revokeLinks", () => {
  test("stops the open link, and says when there is none", async () => {
    const { ada, since } = await start();
    const link = await invitePerson(ada, somebody());
    await revokeLinks(ada, { userId: link.userId });
    expect(await linkCtx(tokenOf(link), at)).toBeNull();
    expect((await since()).at(-1)).toBe("link.revoked");
    await expect(revokeLinks(ada, { userId: link.userId })).rejects.toMatchObject({ code: "CONFLICT", message: "There is no open link." });
  });

  test("of nobody is NOT_FOUND, by anybody but an admin FORBIDDEN", async () => {
    const { agency, ada } = await start();
    await expect(revokeLinks(ada, { userId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeLinks(await asUser(agency.bea), { userId: agency.sam })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
