import { toast } from "@/components/ui/toast";
import { type ItemResult, resultText } from "@/lib/inbox/format";
import { remindAction, snoozeKeysAction, wakeKeysAction } from "@/lib/inbox/actions";
import type { ActionResult } from "@/lib/http/make-action";
import { refreshInbox } from "./refresh";
import type { KeyOfRow } from "./rows";

type Keys = readonly Pick<KeyOfRow, "id" | "keyId">[];
const refs = (keys: Keys) => keys.map(({ id, keyId }) => ({ id, keyId }));
/** A refusal tells a story, and must be read. */
const READ = 20_000;

export const unreachable = { ok: false, code: "UNAVAILABLE", message: "The portal cannot be reached. Try again in a moment." } as const;

/** Runs something for many keys, tells what became of each, and draws the list anew. */
export async function tellEach(act: () => Promise<ActionResult<{ results: ItemResult[] }>>, { done, undo }: { done?: string; undo?: () => Promise<void> } = {}): Promise<boolean> {
  const result = await act().catch(() => unreachable);
  if (!result.ok) {
    toast(result.message, { tone: "danger", lasts: READ });
    return false;
  }
  const { results } = result.data;
  const failed = results.some(({ problem }) => problem !== null);
  const text = results.length === 1 && !failed && done ? done : resultText(results);
  toast(text, { tone: failed ? "warning" : "success", ...(failed && { lasts: READ }), ...(undo && results.some(({ problem }) => problem === null) && { undo }) });
  refreshInbox();
  return true;
}

/** Puts keys off; `until` in words comes from the server, in the person's own calendar. */
export async function snooze(keys: Keys, until: string, words: (at: string) => string): Promise<boolean> {
  const result = await snoozeKeysAction({ keys: refs(keys), until }).catch(() => unreachable);
  if (!result.ok) return tellEach(async () => result);
  const { results, until: at } = result.data;
  return tellEach(async () => ({ ok: true, data: { results } }), {
    done: `Snoozed until ${words(at)}. The clock keeps running.`,
    undo: async () => void (await wake(keys.filter(({ keyId }) => results.some((one) => one.keyId === keyId && one.problem === null)))),
  });
}

export const wake = (keys: Keys): Promise<boolean> => tellEach(() => wakeKeysAction({ keys: refs(keys) }), { done: "It is back among what waits for you." });
export const remind = (keys: Keys): Promise<boolean> => tellEach(() => remindAction({ keys: refs(keys) }), { done: "The contact owner is reminded." });
