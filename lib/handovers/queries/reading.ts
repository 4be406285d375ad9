import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { answersOf } from "./answers";
import { briefFieldsOf } from "./brief-fields";
import { namesFor } from "./computed";
import type { Answers, Names } from "../rules/answers";
import type { Field } from "../fields/types";
import { promiseRows } from "../rules/promises";
import { readingOf } from "../rules/reading";
import { forReader } from "../rules/visibility";
import type { HandoverHead } from "./handover";
import { fieldsOf, getVersion, namesIn } from "./versions";

export type BriefReadingDto = Awaited<ReturnType<typeof getReading>>;

/**
 * A brief to read: of a draft, and of what was returned for those who write it, the live answers; for everybody else the
 * version that was submitted last (B4). `version` asks for another frozen one.
 */
export async function getReading(ctx: Ctx, head: HandoverHead, { version }: { version?: number } = {}) {
  const isLive = version === undefined && (head.status === "DRAFT" || (head.status === "RETURNED" && head.viewer.isWriter));
  const { names, frozen, ...whole } = isLive || head.briefVersion === 0 ? await live(ctx, head.id) : await asSubmitted(ctx, head.id, version ?? head.briefVersion);
  const { fields, answers } = forReader(whole, new Set(head.readable));
  const sections = readingOf({ fields, answers, names, readable: new Set(head.readable) });
  return {
    frozen,
    /** What its comments stand beside. */
    known: { fields, answers, names },
    sections,
    topThree: sections.flatMap((section) => section.fields).find(({ id }) => id === "delivery.topThree")?.text ?? "",
    promises: promiseRows(answers).map((promise) => ({ ...promise, owner: promise.ownerId ? (names.get(promise.ownerId) ?? "") : "" })),
  };
}

type Read = { fields: Field[]; answers: Answers; names: Names; frozen: { version: number; at: string; by: string; digest: string } | null };

async function live(ctx: Ctx, id: string): Promise<Read> {
  const answers = await answersOf(db(ctx), id);
  return { answers, fields: await briefFieldsOf(db(ctx), id), names: await namesFor(db(ctx), answers), frozen: null };
}

async function asSubmitted(ctx: Ctx, id: string, version: number): Promise<Read> {
  const { content, at, by, digest } = await getVersion(db(ctx), id, version);
  return { answers: content.answers, fields: await fieldsOf(db(ctx), content), names: namesIn(content), frozen: { version, at, by, digest } };
}
