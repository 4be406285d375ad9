import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { readEvent } from "@/lib/events/registry";
import { type Db, db } from "@/lib/platform/db";
import type { Field } from "../fields/types";
import { type Asked, askedAgain } from "../rules/asked-again";
import type { GivenKey } from "../rules/keys";
import { countWords, isRead, readingEstimate, secondsToCount, wordsIn } from "../rules/reading-time";
import type { ReadSection } from "../rules/reading";
import { changesBetween } from "../rules/versions";
import { outcomesOf } from "./outcomes";
import { myReading } from "./reading-time";
import { getReview, givenKey, type Review } from "./review";
import { keptVersions } from "./kept-versions";
import { snapshotOf } from "./snapshot";
import { listThreads } from "./threads";
import { fieldsOf, namesIn } from "./versions";

export type ReviewPage = Awaited<ReturnType<typeof getReviewPage>>;

/** A section as the reader goes through it: how long it takes, whether they have read it (P4.6), and whether their key covers it. */
export type Part = { id: string; label: string; needed: number; seconds: number; isRead: boolean; isCovered: boolean };

/** The review as a page shows it: besides what is decided on, the comments, why this key is asked, and what was read already. */
export async function getReviewPage(ctx: Ctx, where: { id: string; keyId?: string }) {
  const review = await getReview(ctx, where);
  const { head, frozen, sections, key, topThree, decided } = review;
  const database = db(ctx);
  const fields = await fieldsOf(database, frozen.content);
  const names = namesIn(frozen.content);
  const threads = await listThreads(ctx, head, { fields, answers: frozen.content.answers, names });
  const facts = { handoverId: head.id, version: head.briefVersion, content: frozen.content, fields, names };
  const words = sections.map((section) => ({ section, words: wordsIn(section) - (section.id === "delivery" ? countWords(topThree) : 0) }));
  const given = key && givenKey(head, key);
  return {
    ...review, threads,
    /** By which version of each policy it was computed (B7). */
    versions: await keptVersions(ctx, head),
    outcomes: await outcomesOf(database, threads, facts),
    asked: given && (await whyAsked(database, review, { key: given, fields })),
    estimate: readingEstimate(words.reduce((sum, one) => sum + one.words, countWords(topThree))),
    parts: partsOf({ words, topThree, seconds: await myReading(ctx, head), covered: decided?.sections ?? null }),
    /** The fields, rows and cells (`field@row`) that changed since this person last decided. */
    changedAt: new Set(review.changed?.fields.flatMap(({ changes }) => changes.flatMap(({ field, rowId }) => (rowId === null ? [field] : [rowId, `${field}@${rowId}`]))) ?? []),
  };
}

function partsOf({ words, topThree, seconds, covered }: {
  words: readonly { section: ReadSection; words: number }[]; topThree: string; seconds: ReadonlyMap<string, number>; covered: readonly string[] | null;
}): Part[] {
  const part = (id: string, label: string, count: number): Part => {
    const had = seconds.get(id) ?? 0;
    return { id, label, needed: secondsToCount(count), seconds: had, isRead: isRead(count, had), isCovered: covered === null || id === "topThree" || covered.includes(id) };
  };
  return [part("topThree", "Top three", countWords(topThree)), ...words.map(({ section, words: count }) => part(section.id, section.label, count))];
}

/** B4: why this key is asked again, or not, told with the fields that this person may read. */
async function whyAsked(database: Db, { head, frozen, key }: Review, { key: given, fields }: { key: GivenKey; fields: readonly Field[] }): Promise<(Asked & { labels: string[] }) | null> {
  if (!key || head.status !== "SUBMITTED") return null;
  const last = await lastDecision(database, head.id, { keyId: key.id, before: head.briefVersion });
  const before = last && (await snapshotOf(database, head.id, last.version));
  const fieldOf = (id: string) => fields.find((field) => field.id === id);
  const asked = askedAgain({
    key: { ...given, state: key.state, acceptedVersion: key.acceptedVersion }, last, version: head.briefVersion, fieldOf,
    changes: before ? changesBetween(before.answers, frozen.content.answers) : [], before: before?.answers ?? [], after: frozen.content.answers,
  });
  const labels = asked?.fields.flatMap((id) => { const field = fieldOf(id); return field && head.readable.includes(field.visibility) ? [field.label] : []; }) ?? [];
  return asked && { ...asked, labels };
}

const DECISIONS = { "key.accepted": "accepted", "handover.returned": "returned", "handover.pointsAdded": "returned" } as const;

/** The last decision on a key about an earlier version; a round that was taken back ends with another decision, or none. */
async function lastDecision(database: Db, stream: string, { keyId, before }: { keyId: string; before: number }) {
  const rows = await database.event.findMany({
    where: { stream, type: { in: [...Object.keys(DECISIONS), "key.reopened", "handover.returnUndone"] } }, orderBy: { seq: "asc" }, select: { type: true, payload: true },
  });
  type Last = { did: "accepted" | "returned"; version: number } | null;
  let last = null as Last;
  let earlier = null as Last;
  for (const row of rows) {
    const data = readEvent(row)?.data as { keyId?: string; briefVersion?: number } | undefined;
    if (data?.keyId !== keyId || !data.briefVersion || data.briefVersion >= before) continue;
    if (row.type in DECISIONS) { earlier = last; last = { did: DECISIONS[row.type as keyof typeof DECISIONS], version: data.briefVersion }; }
    else last = earlier;
  }
  return last;
}
