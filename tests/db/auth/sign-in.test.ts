import { describe } from "vitest";
import { signInWithPassword } from "@/lib/auth/credentials";
import { ctxOf, readIdentity, sessionToken } from "@/lib/auth/session";
import { TRIES_PER_ACCOUNT, TRIES_PER_ADDRESS } from "@/lib/auth/throttle";
import { encode } from "next-auth/jwt";
import { newId } from "@/lib/platform/ids";
import { aMember, anAddress, PASSWORD } from "../../support/factories/people";
import { expect, NOW, prisma, test } from "../../support/db";

const at = { now: NOW, requestId: "test" };
const refused = { code: "UNAUTHENTICATED", message: "That mail address and password do not belong together." };
const timed = async (run: () => Promise<unknown>) => {
  const begin = performance.now();
  await run().catch(() => undefined);
  return performance.now() - begin;
};

describe("signing in by password", () => {
  test("works however the mail address is written", async () => {
    const { id, email } = await aMember(prisma);
    expect(await signInWithPassword({ email: ` ${email.toUpperCase()} `, password: PASSWORD, address: anAddress() })).toEqual({ userId: id, epoch: 0, sample: false });
  });

  test("gives the same answer for a wrong password, an unknown, deactivated or merely invited person", async () => {
    const member = await aMember(prisma);
    const gone = await aMember(prisma, "Gus", { active: false });
    const invited = await aMember(prisma, "Ivo", { passwordHash: null });
    await expect(signInWithPassword({ ...member, password: "something else entirely", address: anAddress() })).rejects.toMatchObject(refused);
    await expect(signInWithPassword({ email: `${newId()}@nowhere.example`, password: PASSWORD, address: anAddress() })).rejects.toMatchObject(refused);
    await expect(signInWithPassword({ ...gone, password: PASSWORD, address: anAddress() })).rejects.toMatchObject(refused);
    await expect(signInWithPassword({ ...invited, password: PASSWORD, address: anAddress() })).rejects.toMatchObject(refused);
    await expect(signInWithPassword({ ...invited, password: "nobody has this password", address: anAddress() })).rejects.toMatchObject(refused);
  });

  test("takes the same time for somebody unknown", async () => {
    const { email } = await aMember(prisma);
    const known = () => timed(() => signInWithPassword({ email, password: "something else entirely", address: anAddress() }));
    const unknown = () => timed(() => signInWithPassword({ email: `${newId()}@nowhere.example`, password: "something else entirely", address: anAddress() }));
    await unknown(); // the stranger's hash is made once
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < TRIES_PER_ACCOUNT; i++) {
      times.known.push(await known());
      times.unknown.push(await unknown());
    }
    const fastest = (list: number[]) => Math.min(...list);
    expect(fastest(times.unknown)).toBeGreaterThan(5); // a hash was computed
    expect(fastest(times.unknown) / fastest(times.known)).toBeGreaterThan(0.5);
    expect(fastest(times.unknown) / fastest(times.known)).toBeLessThan(2);
  });

  test("is closed for an account after five failures, also with the right password, and says for how long", async () => {
    const { email } = await aMember(prisma);
    for (let i = 0; i < TRIES_PER_ACCOUNT; i++)
      await expect(signInWithPassword({ email, password: "wrong", address: anAddress() })).rejects.toMatchObject(refused);
    await expect(signInWithPassword({ email, password: PASSWORD, address: anAddress() })).rejects.toMatchObject({
      code: "TOO_MANY", message: "Too many tries. Wait 15 minutes and try again.",
    });
  });

  test("says the same about an account that does not exist", async () => {
    const email = `${newId()}@nowhere.example`;
    for (let i = 0; i < TRIES_PER_ACCOUNT; i++) await expect(signInWithPassword({ email, password: "wrong", address: anAddress() })).rejects.toMatchObject(refused);
    await expect(signInWithPassword({ email, password: "wrong", address: anAddress() })).rejects.toMatchObject({ code: "TOO_MANY" });
  });

  test("is closed for an address after twenty failures with any account", async () => {
    const address = anAddress();
    for (let i = 0; i < TRIES_PER_ADDRESS; i++)
      await expect(signInWithPassword({ email: `${newId()}@nowhere.example`, password: "wrong", address })).rejects.toMatchObject(refused);
    const { email } = await aMember(prisma);
    await expect(signInWithPassword({ email, password: PASSWORD, address })).rejects.toMatchObject({ code: "TOO_MANY" });
    await expect(signInWithPassword({ email, password: PASSWORD, address: anAddress() })).resolves.toMatchObject({ epoch: 0 });
  });

  test("many tries at once are all counted", async () => {
    const { email } = await aMember(prisma);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => signInWithPassword({ email, password: "wrong", address: anAddress() })));
    const codes = tries.map((result) => (result.status === "rejected" ? (result.reason as { code: string }).code : "in"));
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(TRIES_PER_ACCOUNT);
    expect(codes.filter((code) => code === "TOO_MANY")).toHaveLength(20 - TRIES_PER_ACCOUNT);
  });

  test("a right password is no failure", async () => {
    const { email } = await aMember(prisma);
    const address = anAddress();
    for (let i = 0; i < 25; i++) await signInWithPassword({ email, password: PASSWORD, address });
  });
});

describe("a session", () => {
  test("brings the roles that the database has now", async () => {
    const { id } = await aMember(prisma, "Rob");
    const identity = { userId: id, epoch: 0, sample: false };
    const team = await prisma.team.create({ data: { id: newId(), slug: newId(), name: "Shopify", kind: "DELIVERY" } });
    expect((await ctxOf(identity, at))?.actor).toEqual({ type: "user", id, name: "Rob", isAdmin: false, memberships: [] });
    await prisma.membership.create({ data: { userId: id, teamId: team.id, role: "PM" } });
    expect((await ctxOf(identity, at))?.actor).toMatchObject({ memberships: [{ teamId: team.id, kind: "DELIVERY", role: "PM" }] });
  });

  test("ends with the next request once the person is deactivated, or signed out everywhere", async () => {
    const { id } = await aMember(prisma);
    const identity = { userId: id, epoch: 0, sample: false };
    await prisma.user.update({ where: { id }, data: { active: false } });
    expect(await ctxOf(identity, at)).toBeNull();
    await prisma.user.update({ where: { id }, data: { active: true, sessionEpoch: 1 } });
    expect(await ctxOf(identity, at)).toBeNull();
    expect(await ctxOf({ ...identity, epoch: 1 }, at)).not.toBeNull();
  });

  test("is read from a cookie of ours, and from nothing else", async () => {
    const identity = { userId: newId(), epoch: 3, sample: false };
    expect(await readIdentity(await sessionToken(identity))).toEqual(identity);
    expect(await readIdentity(undefined)).toBeNull();
    expect(await readIdentity("garbage")).toBeNull();
    const claims = { sub: identity.userId, epoch: 3 };
    expect(await readIdentity(await encode({ token: claims, secret: "another secret of more than 32 characters" }))).toBeNull();
    expect(await readIdentity(await encode({ token: claims, secret: process.env.AUTH_SECRET ?? "", maxAge: -60 }))).toBeNull();
    expect(await readIdentity(await encode({ token: { ...claims, sub: "' OR 1=1" }, secret: process.env.AUTH_SECRET ?? "" }))).toBeNull();
  });

  test("in the sample is nobody's where there is no sample", async () => {
    const { id } = await aMember(prisma);
    expect(await ctxOf({ userId: id, epoch: 0, sample: true }, at)).toBeNull();
  });
});
