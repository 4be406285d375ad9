import { ACCESS_CELLS, ACCESS_GROUP } from "./fields/access";
import { CLIENT_FIELDS, CONTACT_CELLS, CONTACTS_GROUP } from "./fields/client";
import { COMMERCIAL_FIELDS } from "./fields/commercial";
import { DATE_FIELDS, MILESTONE_CELLS, MILESTONES_GROUP } from "./fields/dates";
import {
  DELIVERY_FIELDS, DOCUMENT_CELLS, DOCUMENTS_GROUP, OPEN_ITEM_CELLS, OPEN_ITEMS_GROUP, OUR_PEOPLE_CELLS, OUR_PEOPLE_GROUP, RISK_CELLS, RISKS_GROUP,
} from "./fields/delivery";
import { PROMISE_CELLS, PROMISE_FIELDS, PROMISES_GROUP } from "./fields/promises";
import { ACCEPTANCE_CELLS, ACCEPTANCE_GROUP, MEASURE_CELLS, MEASURES_GROUP, PURPOSE_FIELDS } from "./fields/purpose";
import { DELIVERABLE_CELLS, DELIVERABLES_GROUP, DEPENDENCIES_GROUP, DEPENDENCY_CELLS, SCOPE_FIELDS } from "./fields/scope";
import { ESTIMATE_CELLS, ESTIMATES_GROUP, INTEGRATION_CELLS, INTEGRATIONS_GROUP, TECHNICAL_FIELDS } from "./fields/technical";
import type { Field, Group, GroupId } from "./fields/types";

const PLAIN = [
  ...CLIENT_FIELDS, ...COMMERCIAL_FIELDS, ...PURPOSE_FIELDS, ...SCOPE_FIELDS, ...PROMISE_FIELDS, ...DATE_FIELDS,
  ...TECHNICAL_FIELDS, ...DELIVERY_FIELDS,
] as const;
const CELLS = [
  ...CONTACT_CELLS, ...MEASURE_CELLS, ...ACCEPTANCE_CELLS, ...DELIVERABLE_CELLS, ...DEPENDENCY_CELLS, ...PROMISE_CELLS, ...MILESTONE_CELLS,
  ...INTEGRATION_CELLS, ...ACCESS_CELLS, ...ESTIMATE_CELLS, ...RISK_CELLS, ...OPEN_ITEM_CELLS, ...OUR_PEOPLE_CELLS, ...DOCUMENT_CELLS,
] as const;

/** The id of a core field or cell, checked by the compiler. */
export type CoreFieldId = (typeof PLAIN)[number]["id"] | (typeof CELLS)[number]["id"];

/** TABLE of the core brief: its plain fields, in the order of sections and within them. */
export const FIELDS: readonly Field[] = PLAIN;

/** The groups of repeating rows. */
export const GROUPS: Record<GroupId, Group> = {
  contacts: CONTACTS_GROUP,
  measures: MEASURES_GROUP,
  acceptance: ACCEPTANCE_GROUP,
  deliverables: DELIVERABLES_GROUP,
  dependencies: DEPENDENCIES_GROUP,
  promises: PROMISES_GROUP,
  milestones: MILESTONES_GROUP,
  integrations: INTEGRATIONS_GROUP,
  access: ACCESS_GROUP,
  estimates: ESTIMATES_GROUP,
  risks: RISKS_GROUP,
  openItems: OPEN_ITEMS_GROUP,
  ourPeople: OUR_PEOPLE_GROUP,
  documents: DOCUMENTS_GROUP,
};

/** The cells of every group, in the order of their columns. */
export const GROUP_CELLS: readonly Field[] = CELLS;

const BY_ID: ReadonlyMap<string, Field> = new Map([...FIELDS, ...GROUP_CELLS].map((field) => [field.id, field]));

/** A core field or cell by its id; undefined for the fields of templates and of the rubric. */
export const coreField = (id: string): Field | undefined => BY_ID.get(id);

/** The cells of one group, in the order of their columns. */
export const cellsOf = (group: GroupId): Field[] => GROUP_CELLS.filter((cell) => cell.group === group);

/** What is asked of a person whose answer is missing: "Enter the target date." The form says it in the same words. */
export function askFor({ ask, label, type }: Pick<Field, "ask" | "label" | "type">): string {
  if (ask !== undefined) return ask;
  const name = nounOf(label);
  switch (type) {
    case "yesNo":
      return `Answer yes or no: ${label.endsWith("?") ? label : `${label}.`}`;
    case "choice": case "choices": case "person": case "people": case "contact": case "team": case "teams":
      return `Choose ${name}.`;
    default:
      return `Enter ${name}.`;
  }
}

/** "Portal id" -> "the portal id"; a label that starts with an abbreviation or a question word stays as it is. */
function nounOf(label: string): string {
  const [first = ""] = label.split(" ");
  const lower = /^[A-Z][a-zé’'-]*,?$/.test(first) ? first.toLowerCase() + label.slice(first.length) : label;
  return /^(what|who|why|how|when|where|which|the|anything)\b/i.test(lower) ? lower.replace(/\?$/, "") : `the ${lower.replace(/\?$/, "")}`;
}
