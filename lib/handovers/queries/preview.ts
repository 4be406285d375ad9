import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { AppError, type Refusal } from "@/lib/platform/errors";
import type { Visibility } from "@/lib/policies/fields";
import { promiseRows } from "../rules/promises";
import { inReadingOrder, readingOf } from "../rules/reading";
import { READS } from "../rules/visibility";
import { answersOf } from "./answers";
import { briefFieldsOf } from "./brief-fields";
import { namesFor } from "./computed";
import { getHandover } from "./handover";

export type Preview = Awaited<ReturnType<typeof getPreview>>;

/**
 * A brief that is being written, as its PM will read it (P1.2): what a PM may read, in the order of the review. For those who
 * may write it now; `refusal` says why not, and then there is nothing to read. For everybody else it is NOT_FOUND.
 */
export async function getPreview(ctx: Ctx, id: string) {
  const head = await getHandover(ctx, id);
  if (!head.viewer.isWriter) throw new AppError("NOT_FOUND");
  const refusal: Refusal | null = head.viewer.powers.edit;
  if (refusal) return { head, refusal, sections: [], topThree: "", promises: [] };
  const answers = await answersOf(db(ctx), id);
  const [fields, names] = [await briefFieldsOf(db(ctx), id), await namesFor(db(ctx), answers)];
  const readable = new Set<Visibility>(READS.pm);
  const sections = inReadingOrder(readingOf({ fields, answers, names, readable }), "PM");
  return {
    head, refusal, sections,
    topThree: sections.flatMap((section) => section.fields).find((field) => field.id === "delivery.topThree")?.text ?? "",
    promises: promiseRows(answers).map((promise) => ({ ...promise, owner: promise.ownerId ? (names.get(promise.ownerId) ?? "") : "" })),
  };
}
