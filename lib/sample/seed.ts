import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Ctx, mint, type UserActor } from "@/lib/auth/ctx";
import { readEvent } from "@/lib/events/registry";
import { notifyPeople } from "@/lib/notifications/commands";
import { peopleToTell } from "@/lib/notifications/queries/audience";
import type { Db } from "@/lib/platform/db";
import { PrismaClient } from "@/lib/platform/generated/client";
import { askBriefChecks } from "@/lib/ratings/commands/check";
import { PERSON_KEYS, type PersonKey, CAST, type SamplePerson } from "./cast";
import { weekdayAt } from "./moments";
import { buildOrganisation, type Ids } from "./organisation";
import { policySteps } from "./policy-steps";
import { rateCardSteps } from "./rate-card";
import { tellStories } from "./stories";
import type { Step } from "./story";

/**
 * Fills a migrated, empty database with the sample organisation: a year-old agency whose last six weeks happened. Every
 * step is the real command, run by the person who would have done it, at its instant of the past: as the database's
 * owner, who alone may set the recorded time. The same `today` tells the same stories.
 */
export async function seedSample(ownerUrl: string, today = new Date()): Promise<void> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 1 }), transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
  try {
    const setUp = weekdayAt(today, { days: -45, clock: "09:00", zone: CAST.katarina.zone });
    const ids = await atInstant(client, setUp, (tx) => buildOrganisation(tx, { now: setUp, today }));
    const actors = actorsOf(ids);
    const steps = [...tellStories(ids, today).flatMap((story) => story.steps), ...policySteps(today), ...rateCardSteps(ids, today), ...hourlyJobs(today)].sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, by, run } of steps)
      await atInstant(client, at, (tx) => run(tx, asPerson(actors, { by, now: at, db: tx }))).catch((cause: unknown) => {
        throw new Error(`The sample's story breaks off: ${CAST[by].name}, ${at.toISOString()}.`, { cause });
      });
    await client.$transaction((tx) => settle(tx, today));
  } finally {
    await client.$disconnect();
  }
}

/** What the worker would have asked by itself, once on each day (P8.4). */
const hourlyJobs = (today: Date): Step[] =>
  Array.from({ length: 30 }, (_, day) => ({
    at: weekdayAt(today, { days: day - 30, clock: "15:17", zone: "UTC" }), by: "katarina" as const,
    run: async (tx: Db, { now }: Ctx) => void (await askBriefChecks(mint({ actor: { type: "system", job: "askBriefChecks" }, now, requestId: "sample", db: tx }))),
  }));

/** One transaction whose recorded time is an instant of the past. */
const atInstant = <T>(client: PrismaClient, at: Date, fn: (tx: Db) => Promise<T>): Promise<T> =>
  client.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('portal.now', ${at.toISOString()}, true)`;
    return fn(tx);
  });

type Actors = Record<PersonKey, UserActor>;

const actorsOf = ({ people, teams }: Ids): Actors =>
  Object.fromEntries(PERSON_KEYS.map((key) => {
    const { name, roles, isAdmin = false }: SamplePerson = CAST[key];
    const memberships = roles.map(([slug, role]) => ({ teamId: teams[slug], kind: slug.startsWith("sales-") ? ("SALES" as const) : ("DELIVERY" as const), role }));
    return [key, { type: "user", id: people[key], name, isAdmin, memberships }];
  })) as unknown as Actors;

const asPerson = (actors: Actors, { by, now, db }: { by: PersonKey; now: Date; db: Db }): Ctx =>
  mint({ actor: actors[by], now, requestId: "sample", db });

/**
 * What would have happened meanwhile: the rows' own creation times, and the notices, read but for those of the last two
 * days. The jobs that the commands enqueued are done with that.
 */
async function settle(tx: Db, today: Date): Promise<void> {
  await tx.$executeRaw`UPDATE "Deal" d SET "createdAt" = e.at FROM "Event" e WHERE e.stream = d.id AND e.seq = 1`;
  await tx.$executeRaw`UPDATE "Contact" c SET "createdAt" = e.at FROM "Event" e WHERE e."subjectId" = c.id AND e.type = 'contact.added'`;
  await tx.$executeRaw`UPDATE "Condition" c SET "createdAt" = k."decidedAt" FROM "HandoverKey" k WHERE k.id = c."keyId" AND k."decidedAt" IS NOT NULL`;
  await tx.$executeRaw`DELETE FROM jobs.job WHERE name IN ('announce', 'askManagers')`;
  const system = mint({ actor: { type: "system", job: "sample" }, now: today, requestId: "sample", db: tx });
  for (const row of await tx.event.findMany({ orderBy: [{ at: "asc" }, { seq: "asc" }] })) {
    const event = readEvent(row);
    const tell = event && (await peopleToTell(tx, { event, row }));
    if (tell) await notifyPeople(system, { eventId: row.id, at: row.at, ...tell });
  }
  const unreadFrom = weekdayAt(today, { days: -2, clock: "00:00", zone: "UTC" });
  await tx.$executeRaw`UPDATE "Notification" SET "readAt" = at + interval '3 hours' WHERE at < ${unreadFrom}`;
}
