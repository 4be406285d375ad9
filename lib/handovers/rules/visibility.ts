import type { HandoverStatus } from "@/lib/platform/generated/enums";
import type { Visibility } from "@/lib/policies/fields";
import { isWriter } from "../lifecycle";

/** Who looks at a brief, as far as it decides what they read. */
export type ReaderFacts = {
  status: HandoverStatus;
  contactOwnerId: string;
  dealOwnerId: string;
  collaboratorIds: readonly string[];
  pmId: string | null;
  /** A manager of one of its sales or delivery teams. */
  isManager: boolean;
};

/**
 * Which fields of a brief somebody reads. Everybody in scope reads what is for all, internal and technical; the
 * commercial fields are for sales, the PM and managers, and not for a team lead, who decides on the technical side.
 */
export const readableBy = (person: string | null, facts: ReaderFacts): ReadonlySet<Visibility> =>
  person === null || facts.isManager || person === facts.pmId || isWriter(person, facts)
    ? new Set<Visibility>(["all", "internal", "commercial", "technical"])
    : new Set<Visibility>(["all", "internal", "technical"]);
