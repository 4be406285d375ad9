import type { Concern, Condition, FieldType, Material, Option, SectionId, Visibility, When } from "@/lib/policies/fields";

/** The groups of repeating rows, in the order of their sections. */
export const GROUP_IDS = [
  "contacts", "measures", "acceptance", "deliverables", "dependencies", "promises", "milestones", "integrations", "access", "estimates", "risks",
  "openItems", "ourPeople", "documents",
] as const;
export type GroupId = (typeof GROUP_IDS)[number];

/** Where a first value comes from (P1.2). */
export const PREFILLS = {
  "client.legalName": "from the client",
  "client.industry": "from the client",
  "client.zone": "from the client",
  "client.website": "from the client",
  "client.contacts": "from the client's people",
  "deal.value": "from the deal",
  "deal.contractType": "from the deal",
  "deal.signedOn": "from the deal",
  "deal.signedEvidence": "from the deal",
  "deal.source": "from the deal",
  "deal.discovery": "from discovery",
  "deal.option": "from the chosen option",
  "deal.estimate": "from the estimate",
  "deal.complexity": "from the deal's complexity",
  "deal.trial": "from the trial task",
  "deal.involvement": "from the involvement before the contract",
} as const;
export type Prefill = keyof typeof PREFILLS;

/** One field of the brief: of the core table, of a template, or of the complexity rubric. */
export type Field = {
  /** `purpose.goals`; a cell of a group is `<group>.<cell>`; of a template `custom.<team slug>.<key>`. */
  id: string;
  section: SectionId;
  label: string;
  /** The sentence of the blocker, where the one made from the label would read badly. */
  ask?: string;
  /** One sentence: why delivery asks. */
  why: string;
  help?: string;
  example?: string;
  type: FieldType;
  options?: readonly Option[];
  /** The group whose rows hold this cell; a plain field has none. */
  group?: GroupId;
  visibility: Visibility;
  concerns: readonly Concern[];
  required: When;
  visible?: Condition;
  material?: Material;
  prefill?: Prefill;
  /** Not every brief has it: it stays out of the way, and left empty it takes nothing from the quality (P1.4). */
  detail?: true;
  /** The rules need it: a template can reword it, and neither hide it nor make it optional. */
  locked?: true;
};

/** A group of rows: what one row is called, and which cell names it in lists. */
export type Group = {
  id: GroupId;
  section: SectionId;
  label: string;
  /** What one row is called, in the singular: "Add a promise". */
  one: string;
  why: string;
  title: string;
  prefill?: Prefill;
  /** As of a field. */
  detail?: true;
};

export const BOTH = ["PM", "TEAM_LEAD"] as const;
export const PM = ["PM"] as const;
export const LEAD = ["TEAM_LEAD"] as const;
