import type { InvolvementKind } from "./rules/traction";

const WORDS = {
  WRITTEN: { label: "Written answers", word: "written answers" },
  CALL: { label: "A call", word: "a call" },
  ESTIMATE: { label: "An estimate", word: "an estimate" },
  TRIAL: { label: "A trial task", word: "a trial task" },
} as const satisfies Record<InvolvementKind, { label: string; word: string }>;

/** On a choice, and inside a sentence. */
export const involvementLabel = (kind: InvolvementKind): string => WORDS[kind].label;
export const involvementWord = (kind: InvolvementKind): string => WORDS[kind].word;
