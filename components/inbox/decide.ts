import type { AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type * as z from "zod";
import { toast } from "@/components/ui/toast";
import { acceptKeyAction, addReturnPointsAction, returnHandoverAction, undoAcceptanceAction, undoReturnAction } from "@/lib/handovers/actions";
import { reviewPath } from "@/lib/handovers/format";
import type { acceptKeyInput, returnHandoverInput } from "@/lib/handovers/schema";
import type { ActionResult } from "@/lib/http/make-action";

type Router = Pick<AppRouterInstance, "push" | "refresh">;
type Failure = Extract<ActionResult<unknown>, { ok: false }>;
/** Null when it worked; else what to tell the person, who did what and when included (P1.9). */
export type Outcome = Failure | null;

/** How long a refusal stays: it tells a story, and must be read. */
const READ = 20_000;
const OFFLINE: Failure = { ok: false, code: "UNAVAILABLE", message: "The portal cannot be reached, or was renewed meanwhile. What you wrote is kept: try again in a moment, or reload the page." };

/**
 * Accepts one key, offers ten seconds to undo (B1), and goes on. A second press while the first is under way does nothing. `back` is
 * what an undo leads to: by default the review.
 */
export async function acceptAndGo(input: z.input<typeof acceptKeyInput>, router: Router, go: () => void, back?: () => void): Promise<Outcome> {
  const result = await once(input.keyId, () => acceptKeyAction(input));
  if (!result) return null;
  if (!result.ok) return fail(result);
  const from = location.href;
  const words = result.data.status === "ACCEPTED" ? "Accepted: the PM is accountable now." : "Your key is turned. Others still decide.";
  toast(words, { undo: () => takeBack(() => undoAcceptanceAction(keyOf(input)), back ?? (() => goBack(router, input, from))) });
  go();
  return null;
}

/** Returns the brief with its points; the same for the undo. */
export async function returnAndGo(input: z.input<typeof returnHandoverInput>, router: Router, go: () => void): Promise<Outcome> {
  const result = await once(input.keyId, () => returnHandoverAction(input));
  if (!result) return null;
  if (!result.ok) return fail(result);
  const from = location.href;
  toast("Returned to the contact owner.", { undo: () => takeBack(() => undoReturnAction(keyOf(input)), () => goBack(router, input, from)) });
  go();
  return null;
}

/** Adds points to a return that somebody already gave (P1.7). */
export async function addPoints(input: z.input<typeof returnHandoverInput>): Promise<Outcome> {
  const result = await once(input.keyId, () => addReturnPointsAction(input));
  if (!result) return null;
  if (!result.ok) return fail(result);
  toast("Your points are added to the return.");
  return null;
}

const keyOf = ({ id, keyId }: { id: string; keyId: string }) => ({ id, keyId });

/** How long what waits next may take to open, in milliseconds. */
const OPENING = 3_000;

/**
 * The review as it is now, not as this browser saw it before the decision. Somebody who undoes at once is still on the way to what
 * waits next: that page would open over this one, so it is awaited.
 */
async function goBack(router: Router, { id, keyId }: { id: string; keyId: string }, from: string): Promise<void> {
  const until = Date.now() + OPENING;
  while (Date.now() < until && (location.href === from || location.pathname === "/inbox/next")) await new Promise((next) => setTimeout(next, 50));
  router.push(reviewPath(id, keyId));
  router.refresh();
}

async function takeBack(undo: () => Promise<ActionResult<unknown>>, back: () => void | Promise<void>) {
  const result = await undo().catch(() => OFFLINE);
  if (!result.ok) return void fail(result);
  toast("Taken back. It waits for your key again.", { tone: "info" });
  await back();
}

function fail(failure: Failure): Failure {
  toast(failure.message, { tone: "danger", lasts: READ });
  return failure;
}

const underWay = new Set<string>();

/** Undefined for a press while the same decision is under way: it has one effect (P1.9). */
async function once<T>(keyId: string, act: () => Promise<ActionResult<T>>): Promise<ActionResult<T> | undefined> {
  if (underWay.has(keyId)) return undefined;
  underWay.add(keyId);
  try {
    return await act().catch(() => OFFLINE);
  } finally {
    underWay.delete(keyId);
  }
}
