import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { scope } from "@/lib/handovers/policy";
import { db } from "@/lib/platform/db";
import type { Complexity, HandoverStatus } from "@/lib/platform/generated/enums";
import { CLOCKS, CLOCK_NAMES } from "../format";
import { reclassified, type PastClass } from "../rules/reclassified";
import type { AttendeeParameters, ChecklistTemplate, Clocks, ComplexityRubric, DiscoverySet } from "../schema";

const LOOKED_AT = 1_000;
const SHOWN = 100;

/** The latest handovers whose brief was submitted, as a draft of the rubric would class them. Counts are the organisation's; names only of what the reader sees. */
export async function rubricEffect(ctx: Ctx, draft: ComplexityRubric) {
  const past = await db(ctx).$queryRaw<PastClass[]>`
    SELECT h.id, coalesce(v.content->'complexity'->>'computed', v.content->'complexity'->>'class') AS class, coalesce(
      (SELECT jsonb_object_agg(substr(a->>'field', 12), a->>'value') FROM jsonb_array_elements(v.content->'answers') a
       WHERE a->>'field' LIKE 'complexity.%' AND a->>'state' = 'VALUE'), '{}') AS choices
    FROM "Handover" h JOIN "BriefVersion" v ON v."handoverId" = h.id AND v.version = h."briefVersion"
    ORDER BY h.number DESC LIMIT ${LOOKED_AT}`;
  const { changed, unanswered } = reclassified(draft, past);
  const visible = await db(ctx).handover.findMany({
    where: { AND: [scope(ctx.actor), { id: { in: changed.map(({ id }) => id) } }] }, orderBy: { number: "desc" }, take: SHOWN,
    select: { id: true, number: true, deal: { select: { name: true, client: { select: { name: true } } } } },
  });
  const moves = new Map<string, { from: Complexity | null; to: Complexity; count: number }>();
  for (const { from, to } of changed) {
    const key = `${from ?? ""} ${to}`;
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return {
    looked: past.length, unanswered, count: changed.length, moves: [...moves.values()],
    rows: visible.flatMap(({ deal, ...row }) => changed.filter(({ id }) => id === row.id).map((one) => ({ ...one, ...row, deal: deal.name, client: deal.client.name }))),
  };
}
export type RubricEffect = Awaited<ReturnType<typeof rubricEffect>>;

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const counted = (ctx: Ctx, statuses: HandoverStatus[]) => db(ctx).handover.count({ where: { status: { in: statuses } } });

/** What another checklist does to what is open, in sentences with numbers. */
export async function checklistEffect(ctx: Ctx, before: ChecklistTemplate, after: ChecklistTemplate): Promise<string[]> {
  const added = after.items.filter(({ id }) => !before.items.some((one) => one.id === id)).length;
  const removed = before.items.filter(({ id }) => !after.items.some((one) => one.id === id)).length;
  const [open, kept] = [await counted(ctx, ["DRAFT", "RETURNED"]), await counted(ctx, ["SUBMITTED", "ACCEPTED", "IN_DELIVERY"])];
  return [
    `${many(open, "draft or returned brief takes it", "drafts and returned briefs take it")} when they are submitted next${added + removed > 0 ? `: up to ${many(added, "item", "items")} more and ${many(removed, "item", "items")} less each` : ""}.`,
    `${many(kept, "handover that is submitted keeps its checklist", "handovers that are submitted keep their checklist")}.`,
  ];
}

/** The same of another first call. */
export async function attendeesEffect(ctx: Ctx, before: AttendeeParameters, after: AttendeeParameters): Promise<string[]> {
  const [open, kept] = [await counted(ctx, ["DRAFT", "RETURNED"]), await counted(ctx, ["SUBMITTED", "ACCEPTED", "IN_DELIVERY"])];
  const more = after.minutes - before.minutes;
  const cost = more === 0 ? "" : `: each of their first calls takes ${Math.abs(more)} minutes ${more > 0 ? "more" : "less"} of every person in it`;
  return [
    `${many(open, "draft or returned brief takes it", "drafts and returned briefs take it")} when they are submitted next${cost}.`,
    `${many(kept, "handover that is submitted keeps", "handovers that are submitted keep")} the figures of its version.`.replace("keep the figures of its version", "keep the figures of their version"),
  ];
}

/** The same of other clocks: for each that changes, how many are running. */
export async function clocksEffect(ctx: Ctx, before: Clocks, after: Clocks): Promise<string[]> {
  const orphans = await db(ctx).deal.count({ where: { stage: "WON", handovers: { none: { status: { not: "WITHDRAWN" } } } } });
  const running = {
    wonToSubmitted: orphans, submittedToDecision: await counted(ctx, ["SUBMITTED"]), returnedToResubmitted: await counted(ctx, ["RETURNED"]),
    acceptedToScheduled: await counted(ctx, ["ACCEPTED"]), wonToHeld: await counted(ctx, ["DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED"]),
  };
  const told = CLOCK_NAMES.flatMap((name) => {
    const [was, is] = [before.clocks[name].businessDays, after.clocks[name].businessDays];
    return was === is ? [] : [`${CLOCKS[name].label}: ${many(was, "business day", "business days")} becomes ${is}; ${running[name]} ${running[name] === 1 ? "is" : "are"} running now.`];
  });
  return told.length > 0 ? [...told, "Dates that a reviewer was already given stay; the next ones are counted anew."] : ["No clock runs differently."];
}

/** The same of other discovery questions: in how many open deals of the team they are asked from then on (P7.4). */
export async function discoveryEffect(ctx: Ctx, teamId: string, before: DiscoverySet, after: DiscoverySet): Promise<string[]> {
  const deals = await db(ctx).deal.count({ where: { stage: { in: ["PROSPECT", "QUALIFIED", "PROPOSAL"] }, teams: { some: { teamId } } } });
  const lacks = ({ questions }: DiscoverySet, field: string) => !questions.some((one) => one.field === field);
  const [more, less] = [after.questions.filter(({ field }) => lacks(before, field)).length, before.questions.filter(({ field }) => lacks(after, field)).length];
  return [
    `${many(deals, "open deal is asked by it", "open deals are asked by it")} from then on: ${many(more, "field", "fields")} more, ${less} less.`,
    "Answers that were given stay where they are, in the deal or in its brief, and name the version that asked.",
  ];
}
