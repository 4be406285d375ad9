import { isAfterAcceptance } from "@/lib/handovers/lifecycle";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import type { Visibility } from "@/lib/policies/fields";

/** A place where a document stands, and who reads that place: the brief as it is being written, or a frozen version. */
export type Standing = { in: "draft" | "version"; visibility: Visibility };

export type Reader = {
  status: HandoverStatus;
  /** Contact owner, deal owner or an invited colleague. */
  isWriter: boolean;
  /** May change the brief now: a writer before acceptance, the PM who amends after it (B4). */
  mayAnswer: boolean;
  readable: ReadonlySet<Visibility>;
};

/**
 * May somebody, in whose scope the handover is, download this document? Whoever reads a version of the brief reads the
 * documents that it names, replaced or not, as far as its fields are for them (B4). What stands in a draft is for those who
 * read the draft; what stands nowhere any more is for those who write the brief; once it is
 * accepted, sales observes, and what the PM prepares is for the PM (P3.1). `own` is the visibility of its field.
 */
export function mayDownload({ status, isWriter, mayAnswer, readable }: Reader, { standings, own }: { standings: readonly Standing[]; own: Visibility }): boolean {
  if (mayAnswer || (isWriter && !isAfterAcceptance(status))) return readable.has(own);
  const readsDraft = status === "DRAFT";
  return standings.some((standing) => readable.has(standing.visibility) && (standing.in === "version" || readsDraft));
}
