import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Db } from "./db";
import { env } from "./env";
import { type Jobs, JOBS_SCHEMA } from "./queues";

let started: Promise<PgBoss> | undefined;

/** `send` throws on a boss that was not started; one start serves the process, and a failed one is tried again. */
function startedBoss(): Promise<PgBoss> {
  const quiet = { migrate: false, supervise: false, schedule: false };
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, schema: JOBS_SCHEMA, max: 1, ...quiet });
  boss.on("error", () => undefined); // without a listener, a lost connection would end the process; sends report theirs
  return boss.start().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
}

/** Enqueue in the caller's transaction: the job exists if and only if the write does. `startAfter` is in seconds. */
export async function enqueue<Q extends keyof Jobs>(tx: Db, queue: Q, data: Jobs[Q], startAfter = 0): Promise<void> {
  const boss = await (started ??= startedBoss());
  await boss.send(queue, data, { db: fromPrisma(tx), startAfter });
}
