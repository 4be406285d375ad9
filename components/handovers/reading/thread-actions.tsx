"use client";

import { useEffect, useEffectEvent } from "react";
import { toast } from "@/components/ui/toast";
import { answerCommentAction, resolveCommentAction } from "@/lib/handovers/actions";

const storeOf = (threadId: string) => `answer:${threadId}`;

/** Hears the buttons of every thread on the page. What is typed as an answer stays on this device until it was sent. */
export function ThreadActions({ id }: { id: string }) {
  const press = useEffectEvent((event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-answer-thread], [data-resolve]") : null;
    if (!button) return;
    event.preventDefault();
    const { answerThread, resolve, resolved } = button.dataset;
    if (answerThread) void answer(id, answerThread, button);
    else if (resolve) void mark(id, resolve, resolved === "true");
  });

  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener("click", press, { signal: stop.signal });
    document.addEventListener("input", keep, { signal: stop.signal });
    document.addEventListener("toggle", bringBack, { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, []);
  return null;
}

async function answer(id: string, threadId: string, button: HTMLElement): Promise<void> {
  const around = button.closest("[data-answering]");
  const [area, told] = [around?.querySelector("textarea"), around?.querySelector<HTMLElement>("[role=alert]")];
  if (!area || !told) return;
  const say = (sentence: string) => { told.textContent = sentence; told.hidden = sentence === ""; };
  if (area.value.trim() === "") { say("Write the answer first."); area.focus(); return; }
  say("");
  const commentId = (area.dataset.commentId ??= crypto.randomUUID()); // a second press is the same answer
  const result = await answerCommentAction({ id, threadId, commentId, text: area.value }).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Your answer stays here; try again in a moment." }));
  if (!result.ok) { say(result.message); return; }
  try { localStorage.removeItem(storeOf(threadId)); } catch { /* nothing was kept */ }
  toast("Your answer is sent.");
}

async function mark(id: string, threadId: string, resolved: boolean): Promise<void> {
  const result = await resolveCommentAction({ id, threadId, resolved }).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Nothing was marked." }));
  if (!result.ok) toast(result.message, { tone: "danger" });
  else if (resolved) toast("Marked as resolved.", { undo: () => mark(id, threadId, false) });
}

const areaIn = (target: EventTarget | null) => {
  const around = target instanceof Element ? (target.closest("[data-answering]") ?? target.querySelector("[data-answering]")) : null;
  const threadId = around?.getAttribute("data-answering");
  const area = around?.querySelector("textarea");
  return threadId && area ? { threadId, area } : null;
};

function keep(event: Event): void {
  const at = areaIn(event.target);
  try { if (at) localStorage.setItem(storeOf(at.threadId), at.area.value); } catch { /* a device without storage keeps it as long as the page is open */ }
}

function bringBack(event: Event): void {
  const at = areaIn(event.target);
  if (!at || at.area.value !== "") return;
  try { at.area.value = localStorage.getItem(storeOf(at.threadId)) ?? ""; } catch { /* see above */ }
}
