import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { askManagers } from "@/lib/handovers/commands/managers";
import type { Jobs } from "@/lib/platform/queues";
import { sweepDocuments } from "@/lib/documents/commands/sweep";
import { parkSilentDeals } from "@/lib/traction/commands/park";
import { askBriefChecks } from "@/lib/ratings/commands/check";
import { announceEvent } from "./announce";

type Job<Q extends keyof Jobs> = {
  /** Cron in UTC; null for what is enqueued by a command. */
  schedule: string | null;
  /** Runs as the system, at least once: a repeat must have no second effect. */
  run: (ctx: Ctx, data: Jobs[Q]) => Promise<unknown>;
};

/** TABLE of the jobs: name -> schedule -> handler. Exhaustive: a queue without a handler does not compile. */
export const JOBS: { [Q in keyof Jobs]: Job<Q> } = {
  announce: { schedule: null, run: announceEvent },
  askManagers: { schedule: null, run: askManagers },
  sweepDocuments: { schedule: "17 3 * * *", run: sweepDocuments },
  /** Each hour, so that nobody is asked much later than their time; what was asked is not asked again. */
  askBriefChecks: { schedule: "17 * * * *", run: (ctx) => askBriefChecks(ctx) },
  /** P5.6, each night: what was parked is not parked again. */
  parkSilentDeals: { schedule: "47 2 * * *", run: parkSilentDeals },
};
