import type { KeyRole } from "@/lib/platform/generated/enums";
import { SECTION_IDS, SECTIONS, type SectionId, type Visibility } from "@/lib/policies/fields";
import { GROUPS } from "../fields";
import { type Field, GROUP_IDS, type GroupId } from "../fields/types";
import { type Answer, answerOf, type Answers, documentHref, isLink, isUpload, type Json, type Names, rowsOf, saysSomething, textOf } from "./answers";
import { rowTitle } from "./versions";
import { forReader } from "./visibility";

/** One answer as it is read: its text, or why there is none. */
export type ReadField = {
  id: string;
  rowId: string | null;
  label: string;
  text: string;
  /** Several lines, to be set as they were written. */
  isLong: boolean;
  /** Words, in which a reviewer may mend a typo (P1.7). */
  isWording: boolean;
  /** Where a link or a file leads. */
  href: string | null;
  /** Of an uploaded document: what pins it (B4). */
  pin: { sha256: string; size: number } | null;
  /** Who finds out, by when, and what is at risk meanwhile (P1.4). */
  unknown: { owner: string; due: string; risk: string } | null;
};

export type ReadRow = { rowId: string; title: string; cells: ReadField[] };
export type ReadGroup = { id: GroupId; label: string; one: string; rows: ReadRow[] };
export type ReadSection = {
  id: SectionId;
  label: string;
  fields: ReadField[];
  groups: ReadGroup[];
  /** What was not answered, by name. */
  empty: { id: string; label: string }[];
};

/** A brief in reading form: section by section, only what says something, the rest by its name alone. */
export function readingOf(facts: {
  fields: readonly Field[];
  answers: Answers;
  names: Names;
  readable: ReadonlySet<Visibility>;
}): ReadSection[] {
  const { names } = facts;
  const { fields, answers } = forReader(facts, facts.readable);
  const plain = fields.filter((field) => field.group === undefined);
  return SECTION_IDS.map((id) => {
    const asked = plain.filter(({ section }) => section === id);
    const read = asked.map((field) => ({ field, answer: answerOf(answers, field.id) }));
    return {
      id,
      label: SECTIONS[id].label,
      fields: read.flatMap(({ field, answer }) => (answer && speaks(answer) ? [readField(field, answer, names)] : [])),
      groups: GROUP_IDS.filter((group) => GROUPS[group].section === id).map((group) => readGroup(group, fields, answers, names)),
      empty: read.filter(({ answer }) => !answer || !speaks(answer)).map(({ field }) => ({ id: field.id, label: field.label })),
    };
  });
}

/** A lead reads the technical side first; a PM goals, scope, promises and dates. */
const ORDER: Record<KeyRole, readonly SectionId[]> = {
  PM: ["purpose", "scope", "promises", "dates", "client", "technical", "delivery", "commercial"],
  TEAM_LEAD: ["technical", "scope", "promises", "dates", "purpose", "delivery", "client", "commercial"],
};

/** The sections in the order in which the holder of such a key reads them (P4.6). */
export const inReadingOrder = (sections: readonly ReadSection[], role: KeyRole): ReadSection[] =>
  ORDER[role].flatMap((id) => sections.filter((section) => section.id === id));

function readGroup(group: GroupId, fields: readonly Field[], answers: Answers, names: Names): ReadGroup {
  const { label, one, title } = GROUPS[group];
  const cells = fields.filter((field) => field.group === group);
  const rows = rowsOf(answers, group).map((rowId) => ({
    rowId,
    title: rowTitle(answers, group, rowId, names),
    cells: cells.flatMap((cell) => {
      const answer = answerOf(answers, cell.id, rowId);
      return cell.id !== title && answer && speaks(answer) ? [readField(cell, answer, names)] : [];
    }),
  }));
  return { id: group, label, one, rows };
}

function readField(field: Field, answer: Answer, names: Names): ReadField {
  const { value, unknown, rowId } = answer;
  return {
    id: field.id,
    rowId,
    label: field.label,
    text: textOf(field, answer, names),
    isLong: field.type === "longText",
    isWording: answer.state === "VALUE" && (field.type === "longText" || field.type === "text"),
    href: answer.state === "VALUE" ? hrefOf(field, value) : null,
    pin: answer.state === "VALUE" && isUpload(value) ? { sha256: value.sha256, size: value.size } : null,
    unknown: answer.state === "UNKNOWN"
      ? { owner: unknown?.ownerId ? (names.get(unknown.ownerId) ?? "Somebody who is gone") : "", due: unknown?.due ?? "", risk: unknown?.risk ?? "" }
      : null,
  };
}

function hrefOf({ type }: Field, value: Json): string | null {
  if (type === "url") return typeof value === "string" ? value : null;
  return isLink(value) ? value.url : isUpload(value) ? documentHref(value.document) : null;
}

/** "No team at all" is an answer, too. */
const speaks = ({ state, value }: Answer): boolean => state !== "VALUE" || saysSomething(value) || Array.isArray(value);
