import { sayReload } from "@/components/ui/renewed";
import { toast } from "@/components/ui/toast";
import type { GroupId } from "@/lib/handovers/fields/types";
import { groupOrdered, orderField } from "@/lib/handovers/rules/row-order";
import { secretRefusal } from "@/lib/handovers/rules/secrets";
import type { Typed } from "./change";
import { ANSWER, isTouched, placeOf, readTyped, settleParts, writeTyped } from "./controls";
import { reveal } from "./reveal";
import { addRow, applyOrder, count, moveRow, rowOf } from "./rows";
import type { Saver } from "./saver";
import type { Kept } from "./sync-state";
import { type Known, showWhatApplies } from "./visibility";

/** Ties the form, which the server rendered, to the saver. One listener per kind of event; rows come and go. Returns what unties it. */
export function wire(root: HTMLElement, saver: Saver, known: Known): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(kind: K, run: (event: HTMLElementEventMap[K], target: Element) => void) =>
    root.addEventListener(kind, (event) => { if (event.target instanceof Element) run(event, event.target); }, { signal: stop.signal });

  const keep = (answer: HTMLElement, isTyping: boolean) => {
    const { field, rowId, base } = placeOf(answer);
    const { typed, problem, isSecret } = checked(answer);
    saver.type({ field, rowId }, typed, { base, problem: problem && (isTyping ? "" : problem), isSecret });
  };

  on("input", (_, target) => {
    const answer = target.closest<HTMLElement>(ANSWER);
    if (!answer || !target.hasAttribute("data-part")) return;
    settleParts(answer, target);
    keep(answer, true);
    if (target.matches("select, [type=checkbox], [type=radio]")) { showWhatApplies(root, known); void saver.flush(); }
  });
  on("paste", ({ clipboardData }, target) => {
    const text = clipboardData?.getData("text/plain") ?? "";
    const isCell = (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.matches("[data-group-row] [data-part=value]");
    if (!isCell || !text.includes("\n")) return;
    const before = target.value;
    setTimeout(() => void import("./paste-rows").then(({ offerRows }) => offerRows({ root, control: target, before, text, saver, keep }), sayReload)); // once the words stand there
  });
  on("focusout", (_, target) => {
    const answer = target.closest<HTMLElement>(ANSWER);
    if (answer && checked(answer).problem && saver.mine(keyIn(answer))) keep(answer, false);
    if (answer) showWhatApplies(root, known);
    void saver.flush();
  });
  let isElsewhere = false;
  on("click", (event, target) => {
    if (target.closest("[data-elsewhere]")) isElsewhere = true;
    const button = target.closest<HTMLElement>("[data-action]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.action === "add-row") begin(root, button.dataset.group ?? "");
    if (button.dataset.action === "remove-row") remove(root, button, saver);
    if (button.dataset.action === "move-row") move(root, button, saver);
    if (button.dataset.action === "use") use(root, button, saver);
    if (button.dataset.action === "refresh" || button.dataset.action === "keep-mine")
      void import("./settle-offer").then(({ settleOffer }) => settleOffer(button, saver), sayReload).then(() => showWhatApplies(root, known));
  });
  on("submit", (event) => event.preventDefault());

  const page = { signal: stop.signal };
  window.addEventListener("pagehide", () => saver.leave(), page);
  window.addEventListener("beforeunload", (event) => { if (saver.isAtRisk()) event.preventDefault(); }, page); // it stands in the form alone
  window.addEventListener("online", () => void saver.resume(), page);
  window.addEventListener("offline", () => void saver.flush(), page);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saver.leave();
    else void saver.resume().then(() => { if (isElsewhere && !saver.isPending()) location.reload(); }); // whoever was added there can be chosen here
  }, page);

  for (const answer of root.querySelectorAll<HTMLElement>(ANSWER)) if (!answer.closest("[data-blank]") && isTouched(answer)) keep(answer, true);
  return () => stop.abort();
}

/** What was typed, removed or moved before the tab, the session or the connection ended stands in the form again. */
export function restore(root: HTMLElement, left: readonly Kept[]): void {
  for (const kept of left) {
    if ("removal" in kept) {
      for (const { change } of kept.dropped) { const answer = answerAt(root, change); if (answer) writeTyped(answer, change); }
      hideRow(root, kept.removal.group, kept.removal.rowId);
      continue;
    }
    const { change } = kept;
    const [group = ""] = change.field.split(".");
    if (!answerAt(root, change) && change.rowId) addRow(root, group, change.rowId);
    const answer = answerAt(root, change);
    if (!answer) continue;
    writeTyped(answer, change);
    reveal(answer);
  }
  for (const kept of left) if ("change" in kept && groupOrdered(kept.change.field) && Array.isArray(kept.change.value)) applyOrder(root, kept.change.field.split(".")[0] ?? "", kept.change.value.map(String));
}

const answerAt = (root: HTMLElement, { field, rowId }: { field: string; rowId: string | null }) =>
  root.querySelector<HTMLElement>(`[data-answer="${CSS.escape(field)}"][data-row="${rowId ?? ""}"]`);

/** What the cells of a row say in the form. */
export const cellsOf = (row: HTMLElement) =>
  [...row.querySelectorAll<HTMLElement>(ANSWER)].map((answer) => ({ ...placeOf(answer), typed: readTyped(answer).typed }));

export function hideRow(root: HTMLElement, group: string, rowId: string, isHidden = true): void {
  const row = root.querySelector<HTMLElement>(`[data-group="${group}"][data-group-row="${rowId}"]`);
  if (!row) return;
  row.hidden = isHidden;
  count(root, group);
}

/** What was typed; what looks like a password or a key does not leave the form (P1.4). */
function checked(answer: HTMLElement) {
  const { typed, problem } = readTyped(answer);
  const secret = secretRefusal([typed.value, typed.unknown?.risk ?? null, typed.reason ?? null]);
  return { typed, problem: secret ?? problem, isSecret: secret !== null };
}

const keyIn = (answer: HTMLElement): string => answer.dataset.key ?? "";

function begin(root: HTMLElement, group: string): void {
  const row = addRow(root, group);
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>("[data-part=value]")?.focus({ preventScroll: true });
}

function remove(root: HTMLElement, button: HTMLElement, saver: Saver): void {
  const row = rowOf(button);
  const { group = "", groupRow = "", one = "Row" } = row?.dataset ?? {};
  if (!row) return;
  const cells = cellsOf(row);
  hideRow(root, group, groupRow);
  root.querySelector<HTMLElement>(`[data-action="add-row"][data-group="${group}"]`)?.focus();
  void saver.removeRow(group, groupRow, cells);
  toast(`${one} removed`, {
    undo: () => {
      hideRow(root, group, groupRow, false);
      void saver.restoreRow(group, groupRow, cells);
    },
  });
}

function move(root: HTMLElement, button: HTMLElement, saver: Saver): void {
  const moved = moveRow(root, button);
  const list = moved && root.querySelector<HTMLElement>(`[data-rows="${moved.group}"]`);
  if (moved && list) saver.type({ field: orderField(moved.group as GroupId), rowId: null }, { state: "VALUE", value: moved.order }, { base: Number(list.dataset.order ?? 0) });
}

/** Takes the wording that a reviewer suggested (P1.8), in the reviewer's name; it can be taken back, and edited like any other. */
function use(root: HTMLElement, button: HTMLElement, saver: Saver): void {
  const { for: key = "", text = "", suggestion, by = "the reviewer" } = button.dataset;
  const answer = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const control = answer?.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea[data-part=value], input[data-part=value]");
  if (!answer || !control) return;
  const { field, rowId, base } = placeOf(answer);
  const { typed: before } = readTyped(answer);
  const keep = (typed: Typed, taken: boolean) => {
    writeTyped(answer, typed);
    saver.type({ field, rowId }, { ...readTyped(answer).typed, ...(taken && suggestion && { suggestion }) }, { base });
    void saver.flush();
    for (const one of root.querySelectorAll<HTMLElement>(`[data-taken="${CSS.escape(suggestion ?? "")}"]`)) one.hidden = !taken;
    button.hidden = taken;
  };
  keep({ state: "VALUE", value: text }, true);
  toast(`Wording suggested by ${by}, taken.`, { undo: () => keep(before, false) });
  control.focus();
}
