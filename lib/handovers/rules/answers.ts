import type { Field, GroupId } from "../fields/types";
import { dateFormat, numberFormat } from "@/lib/platform/intl";
import { inOrder, orderField } from "./row-order";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What is known of a value that nobody knows yet (P1.4): who finds out, by when (yyyy-mm-dd), and the risk until then. */
export type Unknown = { ownerId: string | null; due: string | null; risk: string | null };

/** One answer of the brief. A plain field has no row; a cell of a group has the id of its row. */
export type Answer = {
  field: string;
  rowId: string | null;
  state: "VALUE" | "UNKNOWN" | "NOT_APPLICABLE";
  /** In the shape that FIELD_TYPES names; null where nothing was entered. */
  value: Json;
  unknown?: Unknown;
  /** Why it is not applicable (P1.4). */
  reason?: string;
};

/** All answers of one brief, in any order; at most one for each field and row. */
export type Answers = readonly Answer[];

/** The answer to a field, or undefined. */
export const answerOf = (answers: Answers, field: string, rowId: string | null = null): Answer | undefined =>
  answers.find((answer) => answer.field === field && answer.rowId === rowId);

/** The value of a field; null where it is empty, unknown or not applicable. */
export function valueOf(answers: Answers, field: string, rowId: string | null = null): Json {
  const answer = answerOf(answers, field, rowId);
  return answer?.state === "VALUE" ? answer.value : null;
}

/** The value of a field that holds text, a choice, a date or an id; null where there is none. */
export function textValueOf(answers: Answers, field: string, rowId: string | null = null): string | null {
  const value = valueOf(answers, field, rowId);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The values of a field that holds several; empty where there are none. */
export function listValueOf(answers: Answers, field: string, rowId: string | null = null): string[] {
  const value = valueOf(answers, field, rowId);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** The ids of a group's rows that hold anything, in their order. */
export function rowsOf(answers: Answers, group: GroupId): string[] {
  const ids = answers.flatMap(({ field, rowId, value, state }) =>
    rowId !== null && field.startsWith(`${group}.`) && (state !== "VALUE" || saysSomething(value)) ? [rowId] : []);
  return inOrder([...new Set(ids)], answerOf(answers, orderField(group))?.value);
}

/** Whether a value says something; an empty list does not, though it may be an answer (`isAnswered`). */
export function saysSomething(value: Json): boolean {
  if (value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  if (Array.isArray(value)) return value.length > 0;
  return true;
}

/** Whether a field has been answered with a value. "No team at all" is an answer to which teams it concerns. */
export const isAnswered = (answer: Answer | undefined, type: Field["type"]): boolean =>
  answer?.state === "VALUE" && (saysSomething(answer.value) || (type === "teams" && Array.isArray(answer.value)));

/** Names for the ids in answers: people, contacts and teams alike. */
export type Names = ReadonlyMap<string, string>;

/** An answer as text for people: option labels, names, amounts; "" where there is none. */
export function textOf(field: Pick<Field, "type" | "options">, answer: Answer | undefined, names: Names = new Map()): string {
  if (!answer) return "";
  if (answer.state === "UNKNOWN") return "Not known yet";
  if (answer.state === "NOT_APPLICABLE") return answer.reason ? `Not applicable: ${answer.reason}` : "Not applicable";
  return textOfValue(field, answer.value, names);
}

/** A value as text, as `textOf` says it. */
export function textOfValue({ type, options }: Pick<Field, "type" | "options">, value: Json, names: Names = new Map()): string {
  const nameOf = (id: Json) => (typeof id === "string" ? (names.get(id) ?? "Somebody who is gone") : "");
  const optionOf = (one: Json) => options?.find((option) => option.value === one)?.label ?? (typeof one === "string" ? one : "");
  const each = (say: (one: Json) => string) => (Array.isArray(value) ? value.map(say).join(", ") : "");
  if (value === null) return "";
  switch (type) {
    case "yesNo": return value === true ? "Yes" : value === false ? "No" : "";
    case "choice": return optionOf(value);
    case "choices": return each(optionOf);
    case "person": case "contact": case "team": return nameOf(value);
    case "teams": return Array.isArray(value) && value.length === 0 ? "None" : each(nameOf);
    case "people": return each(nameOf);
    case "money": return isMoney(value) ? moneyText(value.minor, value.currency) : "";
    case "file": return isUpload(value) ? `${value.name}, version ${value.version}` : isLink(value) ? value.name : "";
    case "number": return typeof value === "number" ? numberFormat("en-GB", { maximumFractionDigits: 6 }).format(value) : "";
    case "date": return typeof value === "string" ? dateText(value) : "";
    default: return typeof value === "string" ? value : "";
  }
}

export const isMoney = (value: Json): value is { minor: number; currency: string } =>
  isObject(value) && typeof value.minor === "number" && typeof value.currency === "string";
/** A document that lives elsewhere. */
export type LinkValue = { name: string; url: string };
export const isLink = (value: Json): value is LinkValue =>
  isObject(value) && typeof value.name === "string" && typeof value.url === "string";
/** One uploaded version of a document: its id, and the digest that pins what it holds (B4). */
export type UploadValue = { name: string; document: string; version: number; sha256: string; size: number };
export const isUpload = (value: Json): value is UploadValue =>
  isObject(value) && typeof value.name === "string" && typeof value.document === "string" && typeof value.version === "number" &&
  typeof value.sha256 === "string" && typeof value.size === "number";
/** Where an uploaded document is downloaded, by whoever may read it. */
export const documentHref = (id: string): string => `/api/documents/${id}`;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function moneyText(minor: number, currency: string): string {
  const format = numberFormat("en-GB", { style: "currency", currency, currencyDisplay: "code" });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits).replace(/\u00a0/g, " ");
}

/** A day (yyyy-mm-dd) as people write it: "12 March 2027". */
export const dateText = (date: string): string => {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? date
    : dateFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(at);
};
