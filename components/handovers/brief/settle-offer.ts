import { keepAnswerAction, refreshAnswerAction } from "@/lib/handovers/actions";
import type { Json } from "@/lib/handovers/rules/answers";
import { ANSWER, placeOf, readTyped, writeTyped } from "./controls";
import type { Saver } from "./saver";

/**
 * Takes what a source offers, or keeps one's own (P1.2), over the revision that this page knows. Where somebody else wrote
 * meanwhile, both are shown as after any other conflict; nothing is overwritten.
 */
export async function settleOffer(button: HTMLElement, saver: Saver): Promise<void> {
  const box = button.closest<HTMLElement>("[data-offer]");
  const answer = button.closest<HTMLElement>(ANSWER);
  if (!box || !answer || box.dataset.busy) return;
  const say = (sentence: string) => { const said = box.querySelector("[data-said]"); if (said) said.textContent = sentence; };
  const isRefresh = button.dataset.action === "refresh";
  box.dataset.busy = "true";
  await saver.flush();
  const key = answer.dataset.key ?? "";
  if (saver.mine(key)) {
    delete box.dataset.busy;
    return say("What you typed here is not saved yet. Try again in a moment.");
  }
  const { field, rowId, base } = placeOf(answer);
  const value = JSON.parse(box.dataset.offer ?? "null") as Json;
  const seen = saver.baseOf(key) ?? base;
  const settle = isRefresh ? refreshAnswerAction : keepAnswerAction;
  const result = await settle({ id: box.dataset.handover ?? "", field, rowId, base: seen, value: value as never }).catch(() => null);
  delete box.dataset.busy;
  if (!result) return say("The portal cannot be reached, or was renewed meanwhile. Nothing you typed is lost: try again in a moment, or reload the page.");
  if (!result.ok) return say(result.message);
  if (result.data.outcome === "conflict") {
    if (isRefresh) writeTyped(answer, { state: "VALUE", value });
    saver.type({ field, rowId }, readTyped(answer).typed, { base: seen }); // over the same revision: it is told what stands
    box.remove();
    return saver.flush();
  }
  if (isRefresh) writeTyped(answer, { state: "VALUE", value });
  saver.stands(key, result.data.revision);
  box.textContent = isRefresh ? `Taken from ${box.dataset.from ?? "its source"}.` : "You kept yours. It is offered again when the source changes.";
  box.classList.add("text-sm", "text-ink-2");
  box.tabIndex = -1;
  box.focus();
}
