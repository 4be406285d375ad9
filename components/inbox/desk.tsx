"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
import { orReload } from "@/components/ui/renewed";
import { SplitView } from "@/components/layout/split-view";
import { Skeleton } from "@/components/ui/skeleton";
import { toast, undoLatest } from "@/components/ui/toast";
import { reviewPath } from "@/lib/handovers/format";
import type { InboxFilters, InboxView } from "@/lib/inbox/format";
import type { Around } from "@/lib/inbox/queries/around";
import { acceptAndGo } from "./decide";
import { GO_KEYS } from "./go-keys";
import { KeepPlace } from "./keep-place";
import { type Fetched, fetchDetail, forgetDetails, hasPane, openInAddress, writeAddress } from "./pane";
import { REFRESH } from "./refresh";
import { currentRow, type KeyOfRow, keyOf, linkOf, markCurrent, neighbour, rowAfter, rowByKey, rowOf, tick, tickedRows } from "./rows";
import { remind, wake } from "./run";
import { useKeys } from "./use-keys";

const Dialogs = lazy(() => import("./dialogs").then((module) => ({ default: module.InboxDialogs }), orReload));

export type Asked = { what: "snooze" | "assign" | "views" | "help"; keys: KeyOfRow[]; n: number };

type DeskProps = {
  view: InboxView;
  filters: InboxFilters;
  singleKeys: boolean;
  zone: string;
  /** The key whose brief the server has drawn as `detail`. */
  openKey: string | null;
  /** Changes with every drawing by the server. */
  stamp: string;
  around: Pick<Around, "saved" | "teams">;
  list: ReactNode;
  detail: ReactNode;
};

type Pane = { key: string | null; fetched: Fetched | null; stamp: string };

/**
 * The hands of the inbox: rows and detail are the server's, this hears keys and clicks on them. Rows are found by their `data-key`
 * and hold no state, so that the list can be drawn anew under it (`refreshInbox`).
 */
export function InboxDesk({ view, filters, singleKeys, zone, openKey, stamp, around, list, detail }: DeskProps) {
  const router = useRouter();
  const [pane, setPane] = useState<Pane>({ key: openKey, fetched: null, stamp });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState("");
  const [, startDrawing] = useTransition();
  const wanted = useRef<string | null>(null);
  const paneBox = useRef<HTMLElement>(null);

  const isServers = pane.key !== null && pane.key === openKey && (pane.fetched === null || pane.stamp !== stamp);
  const html = pane.fetched && "html" in pane.fetched ? pane.fetched.html : null;
  const problem = pane.fetched && "problem" in pane.fetched ? pane.fetched.problem : null;

  async function open(keyId: string, { focus = false, how = pane.key === null ? "push" : "replace" }: { focus?: boolean; how?: "push" | "replace" | "none" } = {}) {
    const row = rowByKey(keyId);
    if (how !== "none") writeAddress(keyId, how);
    markCurrent(keyId);
    if (keyId !== pane.key) setPane({ key: keyId, fetched: null, stamp: "" });
    const answer = await fetchDetail(keyId);
    if (openInAddress() !== keyId) return; // something else was opened meanwhile
    setPane({ key: keyId, fetched: answer, stamp });
    setSaid(`Opened: ${linkOf(rowByKey(keyId))?.innerText.replace("\n", ", ") ?? "brief"}`);
    paneBox.current?.scrollTo({ top: 0 });
    if (focus) requestAnimationFrame(() => document.getElementById("open-brief")?.focus({ preventScroll: true }));
    const next = rowAfter(row);
    if (next) void fetchDetail(keyOf(next).keyId);
  }

  function close({ how = "replace" }: { how?: "replace" | "none" } = {}) {
    const row = rowByKey(pane.key);
    if (how !== "none") writeAddress(null, how);
    markCurrent(null);
    setPane({ key: null, fetched: null, stamp: "" });
    linkOf(row)?.focus();
  }

  function step(by: 1 | -1) {
    const row = neighbour(currentRow(pane.key), by);
    linkOf(row)?.focus();
    if (row && pane.key !== null && hasPane()) void open(keyOf(row).keyId);
  }

  /** The key that is acted on: that of the row with the focus, else the one that is open. */
  function chosen(): KeyOfRow | null {
    const row = currentRow(pane.key);
    const article = paneBox.current?.querySelector<HTMLElement>("[data-detail]");
    if (row) return keyOf(row);
    if (article) return keyOf(article);
    toast("Choose a row first, with j and k.", { tone: "info" });
    return null;
  }
  /** What is ticked, else the chosen one. */
  function chosenMany(): KeyOfRow[] {
    const ticked = tickedRows().map((row) => keyOf(row));
    if (ticked.length > 0) return ticked;
    const one = chosen();
    return one ? [one] : [];
  }

  /** On to the next row before this one goes, so that the next press has a row (and the next brief opens). */
  function advance(keyId: string) {
    const row = rowByKey(keyId);
    const next = rowAfter(row);
    row?.setAttribute("data-leaving", "");
    if (pane.key !== null && next && hasPane()) void open(keyOf(next).keyId);
    else if (pane.key !== null) close();
    linkOf(next)?.focus();
    refresh();
  }

  function accept(one: KeyOfRow | null) {
    if (one) void acceptAndGo({ ...one, conditions: [] }, router, () => advance(one.keyId), () => comeBack(one.keyId));
  }
  function comeBack(keyId: string) {
    wanted.current = keyId;
    refresh();
  }
  function ask(what: Asked["what"], keys: KeyOfRow[]) {
    if (what === "snooze" && !canSnooze) return;
    if (keys.length > 0 || what === "views" || what === "help") setAsked((last) => ({ what, keys, n: (last?.n ?? 0) + 1 }));
  }

  function refresh() {
    forgetDetails();
    startDrawing(() => router.refresh());
  }

  const canDecide = view === "to-review" || view === "snoozed";
  const canSnooze = canDecide;
  const toReview = (hash: string) => { const one = chosen(); if (one) router.push(`${reviewPath(one.id, one.keyId)}${hash}`); };

  /** The server has drawn the list anew, and what was fetched before may be old. */
  function drawn() {
    forgetDetails();
    markCurrent(pane.key);
    const back = wanted.current;
    if (back === null || !rowByKey(back)) return;
    wanted.current = null;
    linkOf(rowByKey(back))?.focus();
    if (pane.key !== null && hasPane()) void open(back);
  }

  const clicked = useEffectEvent((event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const button = event.target.closest<HTMLElement>("[data-act]");
    if (button) return void act(button);
    const link = event.target.closest<HTMLAnchorElement>("#inbox-list .row-link");
    const row = rowOf(link);
    if (!row || !hasPane() || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open(keyOf(row).keyId, { focus: true });
  });

  function act(button: HTMLElement) {
    const article = button.closest<HTMLElement>("[data-detail]");
    const keys = article ? [keyOf(article)] : tickedRows().map((row) => keyOf(row));
    switch (button.dataset.act) {
      case "accept": return accept(keys[0] ?? null);
      case "close": return close();
      case "snooze": case "assign": case "views": case "help": return ask(button.dataset.act, keys);
      case "wake": return keys.length > 0 ? void wake(keys) : undefined;
      case "remind": return keys.length > 0 ? void remind(keys) : undefined;
      case undefined: return undefined;
    }
  }

  const escaped = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element) || event.target.closest("dialog, [popover], input[type=search]")) return;
    if (tickedRows().length > 0) for (const row of tickedRows()) tick(row, false);
    else if (pane.key !== null) close();
  });
  const went = useEffectEvent(() => {
    const keyId = openInAddress();
    if (keyId === pane.key || location.pathname !== "/inbox") return;
    if (keyId === null) close({ how: "none" });
    else void open(keyId, { how: "none" });
  });
  const told = useEffectEvent(() => refresh());

  useEffect(() => {
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", escaped);
    window.addEventListener("popstate", went);
    window.addEventListener(REFRESH, told);
    return () => {
      document.removeEventListener("click", clicked);
      document.removeEventListener("keydown", escaped);
      window.removeEventListener("popstate", went);
      window.removeEventListener(REFRESH, told);
    };
  }, []);

  useKeys(singleKeys, {
    j: () => step(1),
    k: () => step(-1),
    x: () => { const row = currentRow(pane.key); if (row) tick(row); },
    z: undoLatest,
    "[Shift]+?": () => ask("help", []),
    c: () => toReview("#comment"),
    ...(canDecide && { a: () => accept(chosen()), r: () => toReview("#return"), s: () => ask("snooze", chosenMany()) }),
    ...Object.fromEntries(GO_KEYS.map(([keys, , href]) => [keys, () => location.assign(href)])),
  });

  return (
    <>
      <KeepPlace stamp={stamp} onDrawn={drawn} />
      <SplitView
        label="The open brief" list={list} detailRef={paneBox}
        detail={pane.key === null ? null : isServers ? detail : html !== null ? <div dangerouslySetInnerHTML={{ __html: html }} /> : problem !== null
          ? <p className="rounded-lg border border-line bg-surface px-5 py-8 text-center text-md text-ink-2">{problem}</p>
          : <PaneSkeleton />}
      />
      <p role="status" className="sr-only">{said}</p>
      {asked && (
        <Suspense fallback={null}>
          <Dialogs asked={asked} zone={zone} filters={filters} around={around} onDone={(keys) => { if (keys.length === 1 && keys[0]) advance(keys[0].keyId); }} />
        </Suspense>
      )}
    </>
  );
}

function PaneSkeleton() {
  return (
    <div role="status" aria-label="Opening the brief" className="space-y-4 rounded-lg border border-line bg-surface p-5">
      <Skeleton className="h-6 w-1/2" />
      <Skeleton className="h-9 w-3/4" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-20 w-full" />
    </div>
  );
}
