import { amountText, parseMoney } from "@/lib/deals/format";
import { showFile } from "@/components/documents/shown";
import { isLink, isMoney, isUpload, type Json } from "@/lib/handovers/rules/answers";
import type { FieldType } from "@/lib/policies/fields";
import type { Typed } from "./change";

/** One answer in the page: `data-answer` names its field, `data-row` its row, `data-type`, `data-base` its revision. */
export const ANSWER = "[data-answer]";

export type Place = { field: string; rowId: string | null; type: FieldType; base: number };
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const placeOf = ({ dataset }: HTMLElement): Place => ({
  field: dataset.answer ?? "",
  rowId: dataset.row || null,
  type: (dataset.type ?? "text") as FieldType,
  base: Number(dataset.base ?? 0),
});

/** The parts of an answer: `value` (one or several), `currency`, `name`, `url`, `upload`, `none`, and those of "not known" and "not applicable". */
const parts = (answer: HTMLElement, part: string): Control[] => [...answer.querySelectorAll<Control>(`[data-part="${part}"]`)];
const textOf = (answer: HTMLElement, part: string): string => parts(answer, part)[0]?.value ?? "";
const isTicked = (answer: HTMLElement, part: string): boolean => parts(answer, part).some((one) => one instanceof HTMLInputElement && one.checked);

/** What stands in the form for one answer, and what is wrong with its shape, if it cannot be sent yet. */
export function readTyped(answer: HTMLElement): { typed: Typed; problem?: string } {
  const { value, problem } = readValue(answer, placeOf(answer).type);
  if (isTicked(answer, "isUnknown")) {
    const unknown = { ownerId: textOf(answer, "owner") || null, due: textOf(answer, "due") || null, risk: textOf(answer, "risk") };
    return { typed: { state: "UNKNOWN", value: problem ? null : value, unknown } };
  }
  if (isTicked(answer, "isNotApplicable"))
    return { typed: { state: "NOT_APPLICABLE", value: problem ? null : value, reason: textOf(answer, "reason") } };
  return { typed: { state: "VALUE", value }, problem };
}

function readValue(answer: HTMLElement, type: FieldType): { value: Json; problem?: string } {
  const all = parts(answer, "value");
  const ticked = all.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.checked).map(({ value }) => value);
  const text = all[0]?.value ?? "";
  switch (type) {
    case "choices": case "people": return { value: ticked.length > 0 ? ticked : null };
    case "teams": return { value: isTicked(answer, "none") ? [] : ticked.length > 0 ? ticked : null };
    case "yesNo": return { value: ticked[0] === undefined ? null : ticked[0] === "true" };
    case "number": return readNumber(text);
    case "money": return readMoney(text, textOf(answer, "currency"));
    case "file": return readFile(textOf(answer, "name"), textOf(answer, "url"), textOf(answer, "upload"));
    case "date":
      return all[0] instanceof HTMLInputElement && all[0].validity.badInput ? { value: null, problem: "Enter a date that exists." } : { value: text || null };
    default: return { value: all[0]?.type === "radio" ? (ticked[0] ?? null) : text === "" ? null : text };
  }
}

function readNumber(text: string): { value: Json; problem?: string } {
  const bare = text.trim().replace(/\s/g, "");
  if (bare === "") return { value: null };
  return /^-?\d+([.,]\d+)?$/.test(bare) ? { value: Number(bare.replace(",", ".")) } : { value: text, problem: "Enter a number, such as 12 or 2.5." };
}

function readMoney(text: string, currency: string): { value: Json; problem?: string } {
  if (text.trim() === "") return { value: null };
  const minor = parseMoney(text, currency);
  return minor === null ? { value: text, problem: "Enter an amount, such as 1250 or 1250.50." } : { value: { minor, currency } };
}

function readFile(name: string, url: string, upload: string): { value: Json; problem?: string } {
  if (upload !== "") return { value: JSON.parse(upload) as Json };
  if (name.trim() === "" && url.trim() === "") return { value: null };
  const problem = name.trim() === "" || url.trim() === "" ? "Enter the document's name and its address." : undefined;
  return { value: { name, url }, problem };
}

/** Puts an answer into the form, as it was typed or as somebody else kept it. */
export function writeTyped(answer: HTMLElement, { state, value, unknown, reason }: Typed): void {
  writeValue(answer, placeOf(answer).type, value);
  tick(answer, "isUnknown", state === "UNKNOWN");
  tick(answer, "isNotApplicable", state === "NOT_APPLICABLE");
  if (unknown) { set(answer, "owner", unknown.ownerId ?? ""); set(answer, "due", unknown.due ?? ""); set(answer, "risk", unknown.risk); }
  if (reason !== undefined) set(answer, "reason", reason);
}

function writeValue(answer: HTMLElement, type: FieldType, value: Json): void {
  if (type === "money") {
    set(answer, "value", isMoney(value) ? amountText(value.minor, value.currency) : typeof value === "string" ? value : "");
    if (isMoney(value)) set(answer, "currency", value.currency);
  } else if (type === "file") {
    const link = isLink(value) ? value : { name: "", url: "" };
    set(answer, "name", link.name);
    set(answer, "url", link.url);
    set(answer, "upload", isUpload(value) ? JSON.stringify(value) : "");
    showFile(answer, value);
  } else {
    const wanted = Array.isArray(value) ? value.map(String) : value === null ? [] : [String(value)];
    for (const one of parts(answer, "value")) {
      if (one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")) one.checked = wanted.includes(one.value);
      else one.value = wanted[0] ?? "";
    }
    tick(answer, "none", type === "teams" && Array.isArray(value) && value.length === 0);
  }
}

function set(answer: HTMLElement, part: string, text: string): void {
  const [one] = parts(answer, part);
  if (one) one.value = text;
}

function tick(answer: HTMLElement, part: string, isOn: boolean): void {
  for (const one of parts(answer, part)) if (one instanceof HTMLInputElement) one.checked = isOn;
}

/** What one control rules out in others: "none" and the teams, "not known" and "not applicable", and typing after all. */
export function settleParts(answer: HTMLElement, changed: Element): void {
  const part = changed.getAttribute("data-part");
  const isOn = changed instanceof HTMLInputElement && changed.checked;
  if (part === "none" && isOn) for (const one of parts(answer, "value")) if (one instanceof HTMLInputElement) one.checked = false;
  if (part === "value") {
    tick(answer, "none", false);
    tick(answer, "isUnknown", false);
    tick(answer, "isNotApplicable", false);
  }
  if (part === "isUnknown" && isOn) tick(answer, "isNotApplicable", false);
  if (part === "isNotApplicable" && isOn) tick(answer, "isUnknown", false);
  if ((part === "owner" || part === "due" || part === "risk") && !isTicked(answer, "isUnknown")) {
    tick(answer, "isUnknown", true);
    tick(answer, "isNotApplicable", false);
  }
  if (part === "reason" && !isTicked(answer, "isNotApplicable")) {
    tick(answer, "isNotApplicable", true);
    tick(answer, "isUnknown", false);
  }
}

/** Was anything changed before our script arrived? Form restoration is off, so this is the person's own doing. */
export function isTouched(answer: HTMLElement): boolean {
  return [...answer.querySelectorAll<Control>("[data-part]")].some((one) => {
    if (one instanceof HTMLSelectElement) return [...one.options].some((option) => option.selected !== option.defaultSelected && (option.value !== "" || option.defaultSelected));
    if (one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")) return one.checked !== one.defaultChecked;
    return one.value !== one.defaultValue;
  });
}
