import "server-only";
import { PgBoss } from "pg-boss";
import { mint } from "@/lib/auth/ctx";
import { type Db, prisma, samplePrisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { type Jobs, JOBS_SCHEMA } from "@/lib/platform/queues";
import { JOBS } from "./registry";

/** How often the worker looks whether the sample came or went. */
const SAMPLE_POLL_MS = 2_000;
const BATCH = 10;

export type Worker = { stop: () => Promise<void> };

/**
 * Runs the jobs of the organisation's database and, as long as there is one, of the sample's. Stopping lets the running
 * ones end; what is left is done by the next worker.
 */
export async function startWorker(): Promise<Worker> {
  await prisma.organisation.count(); // a worker that cannot ask the database by Prisma is none
  const main = await consume(env.DATABASE_URL);
  const sample = env.SAMPLE_DATABASE_URL === undefined ? null : followSample(env.SAMPLE_DATABASE_URL);
  logger.info({ queues: Object.keys(JOBS) }, "the worker has started");
  return {
    stop: async () => {
      await sample?.stop();
      await stopBoss(main);
      await prisma.$disconnect();
      logger.info("the worker has stopped");
    },
  };
}

/** One database's jobs. `database` is what their Ctx carries: nothing for the organisation's own. */
async function consume(connectionString: string, database?: () => Db): Promise<PgBoss> {
  // The application's role owns no table: what only an owner may do is left to the migrations.
  const boss = new PgBoss({ connectionString, schema: JOBS_SCHEMA, max: 4, migrate: false, createSchema: false, reindex: false, monitorVacuum: false });
  boss.on("error", (error) => logger.error({ err: error }, "the queue has a problem"));
  await boss.start();
  for (const name of Object.keys(JOBS) as (keyof Jobs)[]) await serve(boss, name, database);
  return boss;
}

/** Takes a queue's jobs a few at a time; each succeeds or fails for itself. */
async function serve<Q extends keyof Jobs>(boss: PgBoss, name: Q, database?: () => Db): Promise<void> {
  const { schedule, run } = JOBS[name];
  if (schedule !== null) await boss.schedule(name, schedule);
  await boss.work<Jobs[Q], unknown, { perJobResults: true; batchSize: number; pollingIntervalSeconds: number }>(
    name,
    { perJobResults: true, batchSize: BATCH, pollingIntervalSeconds: 1 },
    (jobs) => Promise.all(jobs.map(async ({ id, data }) => {
      const ctx = mint({ actor: { type: "system", job: name }, now: new Date(), requestId: `job:${id}`, ...(database && { db: database() }) });
      try {
        await run(ctx, data);
        return { id, status: "completed" as const };
      } catch (error) {
        logger.error({ err: error, job: name, jobId: id, data }, "a job failed, and will be tried again");
        return { id, status: "failed" as const, output: { message: error instanceof Error ? error.message : String(error) } };
      }
    })),
  );
}

/** The sample's database comes and goes with the visitors' wish: its consumer follows. */
function followSample(connectionString: string): Worker {
  let boss: PgBoss | null = null;
  let isStopping = false;
  const look = async () => {
    const ready = await isSampleReady();
    if (ready && !boss) boss = await consume(connectionString, samplePrisma);
    if (!ready && boss) {
      const gone = boss;
      boss = null;
      await stopBoss(gone);
    }
  };
  const follow = (async () => {
    while (!isStopping) {
      await look().catch((error: unknown) => logger.warn({ err: error }, "the sample's jobs cannot be run now"));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_POLL_MS).unref());
    }
  })();
  void follow;
  return {
    stop: async () => {
      isStopping = true;
      if (boss) await stopBoss(boss);
    },
  };
}

async function isSampleReady(): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ state: string }[]>`SELECT state FROM "SampleState" WHERE id = 1`;
  return row?.state === "ready";
}

const stopBoss = (boss: PgBoss): Promise<void> =>
  boss.stop({ graceful: true, timeout: 5_000 }).catch((error: unknown) => logger.warn({ err: error }, "the queue did not stop in time"));
