import type { Complexity, ContractType } from "@/lib/platform/generated/enums";

/** What a field can hold. The value's shape is given beside each; `answerSchema` checks it. */
export const FIELD_TYPES = {
  text: { label: "Text", holds: "one line" },
  longText: { label: "Long text", holds: "several lines" },
  number: { label: "Number", holds: "a number" },
  money: { label: "Money", holds: "{ minor, currency }" },
  yesNo: { label: "Yes or no", holds: "true or false" },
  date: { label: "Date", holds: "yyyy-mm-dd" },
  choice: { label: "One choice", holds: "an option's value" },
  choices: { label: "Several choices", holds: "a list of options' values" },
  person: { label: "Person", holds: "the id of a colleague" },
  people: { label: "Several people", holds: "a list of ids of colleagues" },
  url: { label: "Link", holds: "an http, https or mailto address" },
  file: { label: "File", holds: "{ name, url } of a link, or { name, document, version, sha256, size } of an upload" },
  contact: { label: "Contact", holds: "the id of a person at the client" },
  team: { label: "Delivery team", holds: "the id of a delivery team" },
  teams: { label: "Several delivery teams", holds: "a list of ids of delivery teams; an empty one says none" },
} as const satisfies Record<string, { label: string; holds: string }>;

export type FieldType = keyof typeof FIELD_TYPES;

/** The eight sections of every brief, in their order. */
export const SECTIONS = {
  client: { label: "Client and people", why: "Delivery meets these people next, and should greet them as if they had met." },
  commercial: { label: "Commercial", why: "The PM plans within what was sold, without opening the contract." },
  purpose: { label: "Purpose and success", why: "A team that knows why the client buys makes the right small decisions." },
  scope: { label: "Scope", why: "What is in, what is out and what the client must provide, before anybody plans." },
  promises: { label: "Promises", why: "Delivery can only keep the promises that it has heard of." },
  dates: { label: "Dates", why: "Delivery plans backwards from the dates, and needs to know which of them can move." },
  technical: { label: "Technical", why: "The team lead judges here whether the work can be done as sold." },
  delivery: { label: "Risks, open items and the first call", why: "What the PM should know before saying hello." },
} as const satisfies Record<string, { label: string; why: string }>;

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

/**
 * Who reads a field: `all` everybody, the client too; `technical` everybody in the house; `internal` those who are named, and no
 * developer; `commercial` sales, the PM and managers. `READS` in lib/handovers/rules/visibility.ts is the table.
 */
export const VISIBILITIES = ["all", "internal", "commercial", "technical"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Whose key a field concerns, and so re-opens when it changes (B4). */
export const CONCERNS = ["PM", "TEAM_LEAD"] as const;
export type Concern = (typeof CONCERNS)[number];

/** Who confirms a change after acceptance (B4): the contact owner, or the team lead concerned. */
export const MATERIALS = ["commercial", "technical"] as const;
export type Material = (typeof MATERIALS)[number];

export type Option = { value: string; label: string };
export type Scalar = string | number | boolean;

/** How a number, or an amount of money in whole units, is compared. */
export const COMPARISONS = { atLeast: "at least", moreThan: "more than", atMost: "at most", lessThan: "less than" } as const;
export type Comparison = keyof typeof COMPARISONS;

/**
 * When something applies, as data: required-when, visible-when, checklist-when. `answered` asks for a value that says
 * something: an empty list (none) is an answer, and holds nothing. A condition on a cell of a group
 * (`integrations.kind`) holds when it holds for at least one row. `team` names delivery teams by slug.
 */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { field: string; is: Scalar }
  | { field: string; in: readonly Scalar[] }
  | { field: string; answered: boolean }
  | { field: string; compare: Comparison; to: number }
  | { complexity: readonly Complexity[] }
  | { contract: readonly ContractType[] }
  | { team: readonly string[] };

/** Never, always, or when a condition holds. */
export type When = boolean | Condition;

/** What a brief template says of a plain field of its own; `custom.<team slug>.<key>` is its id in answers. */
export type CustomField = {
  key: string;
  section: SectionId;
  label: string;
  /** The sentence of the blocker, where the one made from the label would read badly: "Enter the portal id." */
  ask?: string;
  why: string;
  help?: string;
  example?: string;
  type: FieldType;
  options?: readonly Option[];
  visibility: Visibility;
  concerns: readonly Concern[];
  required: When;
  /** Left out of the form while this does not hold. */
  visible?: Condition;
  material?: Material;
};

/** How a template treats one core field: what is left out stays as the core table has it. */
export type CoreFieldUse = {
  field: string; required?: When; hidden?: boolean; visible?: Condition; label?: string; why?: string; help?: string; example?: string;
};
