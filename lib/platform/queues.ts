import { PgBoss } from "pg-boss";

/** Every queue, with what its jobs carry. */
export type Jobs = { announce: { eventId: string }; askManagers: { handoverId: string }; sweepDocuments: object | null; askBriefChecks: object | null; parkSilentDeals: object | null };
export const QUEUES: { [Q in keyof Jobs]: { retryLimit: number; retryBackoff: boolean; heartbeatSeconds: number } } = {
  announce: { retryLimit: 5, retryBackoff: true, heartbeatSeconds: 30 },
  askManagers: { retryLimit: 5, retryBackoff: true, heartbeatSeconds: 30 },
  sweepDocuments: { retryLimit: 2, retryBackoff: true, heartbeatSeconds: 30 },
  askBriefChecks: { retryLimit: 2, retryBackoff: true, heartbeatSeconds: 30 },
  parkSilentDeals: { retryLimit: 2, retryBackoff: true, heartbeatSeconds: 30 },
};

export const JOBS_SCHEMA = "jobs";

/** Part of migrating, as the owner: the web process neither creates nor supervises queues. */
export async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOBS_SCHEMA, supervise: false, schedule: false });
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) await boss.createQueue(name, options);
  await boss.stop();
}
