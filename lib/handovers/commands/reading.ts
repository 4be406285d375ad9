import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { scope } from "../policy";
import type { recordReadingInput } from "../schema";

/** A working day in one section of one version: more than that nobody reads. */
const MOST_SECONDS = 8 * 60 * 60;

const MEASURED: readonly HandoverStatus[] = ["SUBMITTED", "RETURNED", "ACCEPTED"];

/** Adds the seconds that a reviewer had sections of a version in view (P4.6). It is measured, records no event and blocks nothing. */
export async function recordReading(ctx: Ctx, { id, version, sections }: z.output<typeof recordReadingInput>): Promise<{ kept: number }> {
  const handover = await db(ctx).handover.findFirst({ where: { AND: [{ id }, scope(ctx.actor)] }, select: { status: true, briefVersion: true, keys: { select: { holderId: true } } } });
  if (!handover) throw new AppError("NOT_FOUND");
  const userId = personOf(ctx.actor);
  if (userId === null || !handover.keys.some(({ holderId }) => holderId === userId)) throw new AppError("FORBIDDEN", { rule: "P4.6", reason: "Only the reading of reviewers is measured." });
  // What was read before a decision arrives when its page is left, which is after the decision.
  if (version > handover.briefVersion || !MEASURED.includes(handover.status))
    throw new AppError("CONFLICT", { rule: "P4.6", reason: "Reading is measured while the brief is under review." });
  const rows = Object.entries(sections);
  await db(ctx).$executeRaw`
    INSERT INTO "ReadingTime" ("handoverId", version, "userId", section, seconds, "updatedAt")
    SELECT ${id}::uuid, ${version}, ${userId}::uuid, section, seconds, ${ctx.now}
    FROM unnest(${rows.map(([section]) => section)}::text[], ${rows.map(([, seconds]) => seconds)}::int[]) AS r (section, seconds)
    ON CONFLICT ("handoverId", version, "userId", section)
    DO UPDATE SET seconds = least(${MOST_SECONDS}, "ReadingTime".seconds + excluded.seconds), "updatedAt" = excluded."updatedAt"`;
  return { kept: rows.length };
}
