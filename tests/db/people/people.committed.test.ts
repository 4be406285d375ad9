import { ctxOf } from "@/lib/auth/session";
import { deactivatePerson, reactivatePerson, setRoles } from "@/lib/people/commands/people";
import { reassignPm } from "@/lib/handovers/commands/people";
import { updateTeam } from "@/lib/teams/commands";
import { aPerson, anAgency } from "../../support/factories/agency";
import { aLiveHandover } from "../../support/factories/deals";
import { asUser, expect, NOW, prisma, test } from "../../support/db";

const roles = (userId: string, revision: number) => ({ userId, revision, isAdmin: false, roles: [] });

test("P1.6: a session ends with the request after its person's deactivation", async () => {
  const agency = await anAgency(prisma);
  const identity = { userId: agency.dev, epoch: 0, sample: false };
  const at = { now: NOW, requestId: "test" };
  expect(await ctxOf(identity, at)).not.toBeNull();
  await deactivatePerson(await asUser(agency.ada), { userId: agency.dev });
  expect(await ctxOf(identity, at)).toBeNull();
  await reactivatePerson(await asUser(agency.ada), { userId: agency.dev });
  expect(await ctxOf(identity, at), "an old session does not come back with the person").toBeNull();
});

test("two admins who demote each other at once: one stays, every time", async () => {
  const agency = await anAgency(prisma);
  const bob = await aPerson(prisma, "Bob", [], { isAdmin: true });
  await prisma.user.updateMany({ where: { isAdmin: true, NOT: { id: { in: [agency.ada, bob] } } }, data: { isAdmin: false } });
  for (let round = 0; round < 10; round++) {
    const [ada, bobCtx] = [await asUser(agency.ada), await asUser(bob)];
    const revision = async (id: string) => (await prisma.user.findUniqueOrThrow({ where: { id } })).revision;
    const inputs = [roles(bob, await revision(bob)), roles(agency.ada, await revision(agency.ada))] as const;
    const results = await Promise.allSettled([setRoles(ada, inputs[0]), setRoles(bobCtx, inputs[1])]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await prisma.user.count({ where: { isAdmin: true, active: true } })).toBe(1);
    await prisma.user.updateMany({ where: { id: { in: [agency.ada, bob] } }, data: { isAdmin: true } });
  }
});

test("P1.6: naming somebody waits for their deactivation under way, and is refused after it", async () => {
  const agency = await anAgency(prisma);
  const { id } = await aLiveHandover(prisma, agency);
  const bo = await asUser(agency.bo);
  const ada = await asUser(agency.ada);
  for (const name of [
    () => reassignPm(bo, { id, pmId: agency.max, reason: "Pia is on leave." }),
    () => updateTeam(ada, { teamId: agency.wordpress, revision: 1, name: "WordPress", technical: true, active: true, defaultPmId: agency.max }),
  ]) {
    let naming: Promise<unknown> = Promise.resolve();
    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${agency.max}::uuid FOR UPDATE`;
      naming = name().then(() => "named", (error: { code: string }) => error.code);
      await new Promise((later) => setTimeout(later, 300)); // time enough to ask, and to be kept waiting
      await tx.user.update({ where: { id: agency.max }, data: { active: false } });
    });
    expect(await naming).toBe("INVALID");
    await prisma.user.update({ where: { id: agency.max }, data: { active: true } });
  }
});
