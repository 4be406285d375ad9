import "server-only";
import { type Ctx, zoneOf } from "@/lib/auth/ctx";
import { dealRefusal, readsDiscovery } from "@/lib/deals/policy";
import { getDeal } from "@/lib/deals/queries";
import { handoverNumber } from "@/lib/deals/format";
import { type Json, rowsOf, textOf } from "@/lib/handovers/rules/answers";
import { agoWords, sameValue, sourceWords } from "@/lib/handovers/rules/provenance";
import { namesOf } from "@/lib/auth/names";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { fieldOf, type Question } from "../rules/questions";
import { discoveryRefusal, standingOf } from "../rules/standing";
import { discoveryFacts, type KnownAnswer } from "./facts";

export type DiscoveryPage = Awaited<ReturnType<typeof getDiscovery>>;
export type DiscoveryQuestion = DiscoveryPage["questions"][number];

/**
 * The discovery of a deal for those who sell it and their managers (P7.4): each question with what is known, who asked and by which
 * version. For everybody else it is NOT_FOUND, as the draft of the brief is.
 */
export async function getDiscovery(ctx: Ctx, { id }: { id: string }) {
  const deal = await getDeal(ctx, { id });
  if (!readsDiscovery(ctx.actor, deal.facts)) throw new AppError("NOT_FOUND");
  const { handover, teams, asked, answers, questions } = await discoveryFacts(db(ctx), ctx, id);
  const versions = await versionsOf(ctx, asked.map(({ policyId }) => policyId));
  const people = await namesOf(db(ctx), [...answers.flatMap(({ byId }) => byId ?? []), ...asked.map(({ askedById }) => askedById)]);
  const when = { now: ctx.now, zone: zoneOf(ctx) };

  const shown = (question: Question) => {
    const field = fieldOf(question);
    const answer = answers.find((one) => one.field === field && one.rowId === null);
    const record = answer?.record ?? null;
    const mine = asked.find((one) => one.field === field);
    // what somebody wrote into the brief since is theirs, and was not asked by any version
    const saidHere = mine !== undefined && (record === null ? answer !== undefined && sameAnswered(answer, mine) : record.source === "discovery");
    const rows = question.list ? rowsOf(answers, question.list.id).length : 0;
    const standing = question.list ? (rows === 0 ? "notAsked" as const : handover ? "answered" as const : "known" as const) : standingOf(answer, record !== null && record.source !== "discovery");
    const byId = saidHere ? mine.askedById : (answer?.byId ?? null);
    const at = saidHere ? mine.askedAt : (answer?.at ?? null);
    return {
      id: field, ask: question.ask, why: question.why, standing,
      /** The team whose question it is, with the version that asks it now; and the one that asked, where it was answered here. */
      team: question.set.team, version: question.set.version, askedBy: saidHere ? (versions.get(mine.policyId) ?? null) : null,
      field: question.field && { id: question.field.id, label: question.field.label, type: question.field.type, options: question.field.options ?? [], example: question.field.example ?? null },
      list: question.list && { id: question.list.id, label: question.list.label, section: question.list.section, rows },
      value: answer?.value ?? null, revision: answer?.revision ?? 0, reason: answer?.reason ?? "",
      text: question.field && answer?.state === "VALUE" ? textOf(question.field, answer) : "",
      by: (byId && people.get(byId)) ?? null, at: at?.toISOString() ?? null, ago: at ? agoWords(at, when.now, when.zone) : null,
      /** "from the client, today", where a record says it. */
      from: record && record.source !== "discovery" ? sourceWords(record, null, when) : null,
      isFromBrief: handover !== null && !saidHere && record === null,
    };
  };
  return {
    deal, teams, questions: questions.map(shown),
    handover: handover && { id: handover.id, number: handoverNumber(handover.number) },
    /** Why the reader cannot answer here, or null (B7). */
    refusal: dealRefusal(ctx.actor, "discover", deal.facts) ?? discoveryRefusal({ stage: deal.stage, handover }),
  };
}

const sameAnswered = (answer: KnownAnswer, { state, value, reason }: { state: KnownAnswer["state"]; value: Json; reason: string }): boolean =>
  answer.state === state && sameValue(answer.value, value) && (state !== "NOT_APPLICABLE" || answer.reason === reason);

/** The numbers of the versions by which something was asked. */
async function versionsOf(ctx: Ctx, ids: string[]): Promise<Map<string, number>> {
  const rows = ids.length === 0 ? [] : await db(ctx).policyVersion.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, version: true } });
  return new Map(rows.map(({ id, version }) => [id, version]));
}
