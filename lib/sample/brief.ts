import type { GroupId } from "@/lib/handovers/fields/types";
import type { ContactRole, ContractType } from "@/lib/platform/generated/enums";
import type { DeliverySlug, PersonKey } from "./cast";

/**
 * A value as the sample writes it. Texts may say a date as `{+40}`: forty days from now. Dates are days from now, too,
 * and never a weekend; people, contacts and teams are named by key.
 */
export type SampleValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { money: number; currency: string }
  | { day: number }
  | { person: PersonKey }
  | { contact: string }
  | { team: DeliverySlug }
  | { teams: readonly DeliverySlug[] }
  | { file: string; url: string }
  | { unknown: { owner: PersonKey; day: number; risk: string } }
  | { notApplicable: string };

export type SampleContact = {
  name: string;
  title: string;
  email: string;
  phone: string;
  language: string;
  roles: readonly ContactRole[];
  /** What the brief adds about the person, by the cell's name. */
  brief?: Readonly<Record<string, SampleValue>>;
};

/** One client with one deal and the brief of its handover, complete unless its story stops before. */
export type SampleClient = {
  client: { name: string; legalName: string; industry: string; website: string; zone: string; country: string };
  contacts: Readonly<Record<string, SampleContact>>;
  deal: {
    name: string;
    /** In whole units of the currency. */
    value: number;
    currency: string;
    source: string;
    contractType: ContractType;
    teams: readonly DeliverySlug[];
    contactOwner: PersonKey;
    owner: PersonKey;
    evidence: string;
  };
  pm: PersonKey;
  leads: Partial<Record<DeliverySlug, PersonKey>>;
  /** Plain fields by id. */
  answers: Readonly<Record<string, SampleValue>>;
  /** The rubric's questions by id. */
  complexity: Readonly<Record<string, string>>;
  /** Rows of each group, by the cell's name. */
  rows: Partial<Record<Exclude<GroupId, "contacts">, readonly Readonly<Record<string, SampleValue>>[]>>;
};

/** None of the teams: an answer of its own. */
export const NO_TEAMS = { teams: [] } as const;
