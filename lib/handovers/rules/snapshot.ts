import type { Complexity } from "@/lib/platform/generated/enums";
import type { Answer } from "./answers";
import type { Attendee } from "./attendees";
import type { ChecklistItem } from "./checklist";

/** What submitting freezes (B4): the answers, the people, the policies, and what was computed from them. */
export type Snapshot = {
  answers: Answer[];
  /** Names, as they were, for the ids that answers and people hold; an erased person's is replaced. */
  labels: Record<string, string>;
  people: { pmId: string; leads: { teamId: string; leadId: string }[] };
  teams: { id: string; slug: string; name: string; technical: boolean }[];
  /** The ids of the policy versions that computed it (B6). */
  policies: {
    rubric: string; checklist: string; attendees: string; clocks: string; templates: string[];
    /** The override of the class that stood then (P6.3); versions from before there were any say nothing. */
    override?: string | null;
  };
  complexity: {
    class: Complexity | null; score: number; max: number; reason: string; consequences: string[];
    /** What the rubric alone said, where the class was set by hand (P6.3). */
    computed?: Complexity | null;
  };
  attendees: Attendee[];
  checklist: ChecklistItem[];
  readiness: { requiredPercent: number; qualityPercent: number };
};
