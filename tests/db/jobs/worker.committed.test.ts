import { inviteColleague } from "@/lib/deals/commands/people";
import { startWorker } from "@/lib/jobs/worker";
import { asOwner, asUser, expect, prisma, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";

const until = async (holds: () => Promise<boolean>, ms = 15_000) => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((wait) => setTimeout(wait, 100))) if (await holds()) return true;
  return false;
};

test("the worker announces what was committed, as the application's role, and ends when it is told to", async () => {
  const agency = await anAgency(prisma);
  const id = await aDeal(prisma, agency);
  await inviteColleague(await asUser(agency.sam), { id, userId: agency.sue });
  const waiting = await asOwner((client) => client.query("SELECT state, start_after > now() + interval '5 s' AS later, heartbeat_seconds FROM jobs.job"));
  expect(waiting.rows).toEqual([{ state: "created", later: true, heartbeat_seconds: 30 }]);
  await asOwner((client) => client.query("UPDATE jobs.job SET start_after = now()"));

  const worker = await startWorker();
  expect(await until(async () => (await prisma.notification.count({ where: { userId: agency.sue } })) === 1)).toBe(true);
  expect(await until(async () => (await asOwner((client) => client.query("SELECT state FROM jobs.job"))).rows.every(({ state }) => state === "completed"))).toBe(true);
  await worker.stop();
});
