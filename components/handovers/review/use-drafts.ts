"use client";

import { useEffect, useState } from "react";
import type { Thread } from "@/lib/handovers/queries/threads";
import { createDrafts, type Drafts, type DraftStore, type DraftsView } from "./drafts";

export type StartDraft = Pick<Thread, "id" | "field" | "rowId" | "text" | "reason" | "suggestion" | "revision">;

/** The comments of this key that are not sent yet, tied to this page, this device and the portal. */
export function useDrafts(id: string, keyId: string, start: readonly StartDraft[]): { drafts: Drafts; view: DraftsView } {
  const [view, setView] = useState<DraftsView>(() => ({ drafts: start.map(draftOf), state: "idle", message: null }));
  const [drafts] = useState(() => createDrafts(surroundings(id, keyId, setView), start.map((one) => ({ ...draftOf(one), base: one.revision }))));

  useEffect(() => {
    void drafts.adopt();
    const stop = new AbortController();
    window.addEventListener("pagehide", () => drafts.leave(), { signal: stop.signal });
    window.addEventListener("online", () => void drafts.flush(), { signal: stop.signal });
    return () => { stop.abort(); drafts.leave(); };
  }, [drafts]);
  useEffect(() => drafts.meet(start.map((one) => ({ ...draftOf(one), base: one.revision }))), [drafts, start]);
  return { drafts, view };
}

const draftOf = ({ id: commentId, field, rowId, text, reason, suggestion }: StartDraft) => ({ commentId, field, rowId, text, reason, suggestion });

const surroundings = (id: string, keyId: string, report: (view: DraftsView) => void) => ({
  url: `/api/handovers/${id}/comments`, keyId, report, store: storeOf(`comment:${keyId}:`),
  request: (url: string, init: RequestInit) => fetch(url, init),
  newId: () => crypto.randomUUID(),
  now: () => Date.now(),
  later: (run: () => void, milliseconds: number) => { const timer = setTimeout(run, milliseconds); return () => clearTimeout(timer); },
});

/** A full or forbidden storage must not stop anybody from writing: the page still holds everything. */
function storeOf(prefix: string): DraftStore {
  const careful = <T>(act: () => T, otherwise: T): T => { try { return act(); } catch { return otherwise; } };
  return {
    all: () => careful(() => Object.keys(localStorage).filter((name) => name.startsWith(prefix)).map((name) => localStorage.getItem(name) ?? ""), []),
    put: (commentId, text) => careful(() => localStorage.setItem(prefix + commentId, text), undefined),
    drop: (commentId) => careful(() => localStorage.removeItem(prefix + commentId), undefined),
  };
}
