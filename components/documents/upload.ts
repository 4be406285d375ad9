import { isUpload, type Json } from "@/lib/handovers/rules/answers";
import { showFile } from "./shown";

type Settings = { handoverId: string; maxMb: number };

/** Files on their way, or stopped by an error: they stay at hand, so that nobody has to choose them again. */
const waiting = new WeakMap<HTMLElement, File>();
let underWay = 0;

/**
 * Sends one file to its place in the brief and shows how far it is. Once it is kept, the form holds the new version and
 * keeps it like anything typed. What was there before stays until then.
 */
export function upload(answer: HTMLElement, file: File, settings: Settings): void {
  waiting.set(answer, file);
  if (file.size > settings.maxMb * 1_000_000) { fail(answer, `“${file.name}” is too large; the limit is ${settings.maxMb} MB. Link to it instead.`, false); return; }
  if (file.size === 0) { fail(answer, `“${file.name}” is empty, or a folder.`, false); return; }
  const { field = "", row = "" } = { field: answer.dataset.answer, row: answer.dataset.row };
  const query = new URLSearchParams({ handover: settings.handoverId, field, row, name: file.name });
  const request = new XMLHttpRequest();
  request.open("POST", `/api/documents?${query.toString()}`);
  request.responseType = "text";
  request.upload.addEventListener("progress", ({ loaded, total }) => progress(answer, file, total > 0 ? Math.floor((loaded / total) * 100) : 0));
  request.addEventListener("loadend", () => {
    if (--underWay === 0) removeEventListener("beforeunload", warn);
    if (waiting.get(answer) !== file) return; // another one was chosen meanwhile
    const value = parsed(request.responseText);
    if (request.status === 200 && isUpload(value)) keep(answer, value);
    else fail(answer, sentenceFor(request.status, value), !REFUSED.has(request.status));
  });
  if (underWay++ === 0) addEventListener("beforeunload", warn);
  progress(answer, file, 0);
  request.send(file);
}

/** The same file once more, after an error. */
export function again(answer: HTMLElement, settings: Settings): void {
  const file = waiting.get(answer);
  if (file) upload(answer, file, settings);
}

/** The answer names no document any more; a version of the brief that names it keeps it. */
export function removeUpload(answer: HTMLElement): void {
  write(answer, null);
  answer.querySelector<HTMLInputElement>("[data-file-input]")?.focus();
}

function keep(answer: HTMLElement, value: Json): void {
  waiting.delete(answer);
  write(answer, value);
  nameRow(answer, isUpload(value) ? value.name : "");
  say(answer, isUpload(value) ? `Version ${value.version} was uploaded.` : "", { percent: null, mayTry: false });
}

/** Puts the value where the form reads it, and tells the form. */
function write(answer: HTMLElement, value: Json): void {
  const hidden = answer.querySelector<HTMLInputElement>("[data-part=upload]");
  if (!hidden) return;
  hidden.value = value === null ? "" : JSON.stringify(value);
  showFile(answer, value);
  hidden.dispatchEvent(new Event("input", { bubbles: true }));
  hidden.dispatchEvent(new FocusEvent("focusout", { bubbles: true })); // kept at once
}

/** A row of documents that has no name yet is called like its file. */
function nameRow(answer: HTMLElement, name: string): void {
  const title = answer.closest("[data-group-row]")?.querySelector<HTMLInputElement>(`[data-answer="documents.title"] [data-part=value]`);
  if (!title || title.value !== "" || answer.dataset.answer !== "documents.file") return;
  title.value = name.replace(/\.[^.]{1,8}$/, "").slice(0, 500);
  title.dispatchEvent(new Event("input", { bubbles: true }));
  title.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

function progress(answer: HTMLElement, file: File, percent: number): void {
  say(answer, percent < 100 ? `Uploading “${file.name}”` : `Checking “${file.name}”`, { percent, mayTry: false });
}

/** What this very file, or this place, will be refused for again: another file is the way out, and no second try. */
const REFUSED = new Set([403, 404, 409, 413, 422]);

function fail(answer: HTMLElement, sentence: string, mayTry: boolean): void {
  say(answer, sentence, { percent: null, mayTry, isError: true });
}

type Said = { percent: number | null; mayTry: boolean; isError?: boolean };

function say(answer: HTMLElement, words: string, { percent, mayTry, isError = false }: Said): void {
  const find = <E extends HTMLElement>(name: string) => answer.querySelector<E>(`[data-file-${name}]`);
  const [state, place, bar, button] = [find("state"), find("words"), find<HTMLProgressElement>("progress"), find("again")];
  if (!state || !place) return;
  state.hidden = words === "";
  if (place.textContent !== words) place.textContent = words; // said once, and not at each percent
  place.classList.toggle("text-danger-ink", isError);
  place.classList.toggle("font-medium", isError);
  if (bar) { bar.hidden = percent === null; bar.value = percent ?? 0; }
  if (button) button.hidden = !mayTry;
}

function sentenceFor(status: number, answer: Json): string {
  if (status === 401) return "You are signed out. Sign in in another tab, then try again; the file is still chosen here.";
  if (status === 0) return "The portal cannot be reached. The file is still chosen here.";
  if (status === 413) return "This file is too large. Link to it instead.";
  const message = typeof answer === "object" && answer !== null && "message" in answer ? answer.message : null;
  return typeof message === "string" ? message : "This file could not be kept.";
}

function parsed(text: string): Json {
  try { return JSON.parse(text) as Json; } catch { return null; }
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();
