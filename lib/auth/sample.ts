import "server-only";
import { prisma, samplePrisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Identity } from "./credentials";

export type SampleStatus = "absent" | "creating" | "ready" | "failed" | "closed";

/** Is there a sample to look at? `closed` once the installation has people of its own, or no sample can be made. */
export async function sampleStatus(): Promise<SampleStatus> {
  if (!env.SAMPLE_DATABASE_URL) return "closed";
  const [row] = await prisma.$queryRaw<{ state: string | null; people: boolean }[]>`
    SELECT (SELECT state FROM "SampleState" WHERE id = 1) AS state, EXISTS (SELECT FROM "User") AS people`;
  if (row?.people) return "closed";
  const state = row?.state;
  return state === "creating" || state === "ready" || state === "failed" ? state : "absent";
}

/** The people of the sample, for the role switcher. */
export const samplePeople = () =>
  samplePrisma().user.findMany({
    where: { active: true },
    select: {
      id: true, name: true, isAdmin: true,
      memberships: { select: { role: true, team: { select: { name: true } } }, orderBy: { role: "asc" } },
    },
    orderBy: { name: "asc" },
  });

/** Be somebody of the sample. Throws FORBIDDEN when there is none to look at, NOT_FOUND for an unknown person. */
export async function signInToSample(userId: string): Promise<Identity> {
  if ((await sampleStatus()) !== "ready")
    throw new AppError("FORBIDDEN", { reason: "There is no sample to look at." });
  const user = await samplePrisma().user.findFirst({ where: { id: userId, active: true }, select: { sessionEpoch: true } });
  if (!user) throw new AppError("NOT_FOUND");
  return { userId, epoch: user.sessionEpoch, sample: true };
}

/** Tell the supervisor to make or delete the sample. Only where one may be: not once people of one's own exist. */
export async function notifySample(wish: "create" | "drop"): Promise<void> {
  if ((await sampleStatus()) === "closed") throw new AppError("FORBIDDEN", { reason: "There is no sample to look at." });
  await prisma.$executeRaw`SELECT pg_notify('sample', ${wish})`;
}
