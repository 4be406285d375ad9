import { saveAnswers } from "@/lib/handovers/commands/answers";
import { removeRow } from "@/lib/handovers/commands/remove-row";
import { removeRowInput, saveAnswersInput } from "@/lib/handovers/schema";
import { endpoint } from "@/lib/http/endpoint";

/** Autosave (P1.3): a stable address that outlives a deploy and, with `keepalive`, the tab. */
export const PATCH = endpoint(saveAnswersInput, saveAnswers);

/** Takes one row of a group out of the brief. */
export const DELETE = endpoint(removeRowInput, removeRow);
