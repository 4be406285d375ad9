import "server-only";
import { Prisma } from "@/lib/platform/generated/client";
import { pipelineHandovers } from "./facts";
import type { Slice } from "./slice";

const { sql } = Prisma;

/** P1.10: for which reasons managers were asked to help with what is not decided yet, `managersAsked` of rules/asked.ts: id, handover, state, reason, at. */
export const managersAsked = (slice: Slice) => sql`
  SELECT e.id, p.id AS handover, p.state, e.payload::jsonb ->> 'reason' AS reason, e.at
  FROM (${pipelineHandovers(slice)}) p JOIN "Event" e ON e.stream = p.id AND e.type = 'handover.managersAsked' AND e.at <= ${slice.at}::timestamptz
  WHERE p.state IN ('SUBMITTED', 'RETURNED')`;
