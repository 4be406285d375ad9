import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import type { Visibility } from "@/lib/policies/fields";
import { type Answers, documentHref, isLink, isUpload } from "../rules/answers";
import { answersOf } from "./answers";
import { briefFieldsOf } from "./brief-fields";
import { readinessFor } from "./brief";
import { computeBrief } from "./computed";
import { getHandover } from "./handover";
import { fieldsOf, getVersion } from "./versions";

/** A document that a brief names: where it stands in the brief, and where it is. */
export type DealDocument = { key: string; label: string; name: string; href: string; upload: { version: number; size: number; sha256: string } | null; handoverId: string };

type Handover = { id: string; status: HandoverStatus };

/** The handover whose brief is still written: one's own draft, or what was returned. */
export const isBeingWritten = ({ status }: Handover): boolean => status === "DRAFT" || status === "RETURNED";

/**
 * Of a deal's handover, what its page shows of the brief: the documents that it names, as far as this reader reads their fields,
 * and how much of it is filled in while it is written (P1.2). Writers see what they wrote, others the version that was submitted.
 * NOT_FOUND out of scope.
 */
export async function getDealBrief(ctx: Ctx, { id, status }: Handover) {
  const head = await getHandover(ctx, id);
  const readable = new Set(head.readable);
  const mayGoOn = head.viewer.powers.answer === null && isBeingWritten({ id, status });
  const isDraft = status === "DRAFT" || mayGoOn;
  const { fields, answers } = isDraft
    ? { fields: await briefFieldsOf(db(ctx), id), answers: await answersOf(db(ctx), id) as Answers }
    : await getVersion(db(ctx), id, head.briefVersion).then(async ({ content }) => ({ fields: await fieldsOf(db(ctx), content), answers: content.answers }));
  const progress = isBeingWritten({ id, status }) && isDraft ? readinessFor(readable, await computeBrief(db(ctx), id, { now: ctx.now })) : null;
  return {
    mayGoOn,
    progress: progress && { required: progress.required, quality: progress.qualityPercent },
    documents: documentsIn(id, { fields, answers, readable }),
  };
}
export type DealBrief = Awaited<ReturnType<typeof getDealBrief>>;

function documentsIn(handoverId: string, { fields, answers, readable }: { fields: readonly { id: string; label: string; visibility: Visibility }[]; answers: Answers; readable: ReadonlySet<Visibility> }): DealDocument[] {
  return answers.flatMap(({ field, rowId, state, value }): DealDocument[] => {
    const of = fields.find((one) => one.id === field);
    if (!of || !readable.has(of.visibility) || state !== "VALUE") return [];
    const found = { key: `${field} ${rowId ?? ""}`, label: of.label, handoverId };
    if (isUpload(value)) return [{ ...found, name: value.name, href: documentHref(value.document), upload: { version: value.version, size: value.size, sha256: value.sha256 } }];
    return isLink(value) ? [{ ...found, name: value.name, href: value.url, upload: null }] : [];
  });
}
