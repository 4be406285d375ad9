import { isGroupId } from "@/lib/discovery/rules/askable";
import type { PolicyKind } from "@/lib/platform/generated/enums";
import type { BriefTemplate, DiscoverySet, PolicyContent } from "../schema";
import { ATTENDEE_PARAMETERS } from "./attendee-parameters";
import { hubspotTemplate } from "./brief-template-hubspot";
import { integrationTemplate } from "./brief-template-integration";
import { shopifyTemplate } from "./brief-template-shopify";
import { wordpressTemplate } from "./brief-template-wordpress";
import { CHECKLIST_TEMPLATE } from "./checklist-template";
import { CLOCKS_POLICY } from "./clocks";
import { COMPLEXITY_RUBRIC } from "./complexity-rubric";
import { COMMON_QUESTIONS } from "./discovery-common";
import { TEAM_QUESTIONS } from "./discovery-teams";
import { TRACTION_RUBRIC } from "./traction-rubric";

/** Version 1 of every policy that belongs to the whole organisation (B6). */
export const VERSION_ONE: Omit<PolicyContent, "BRIEF_TEMPLATE" | "DISCOVERY_SET"> = {
  COMPLEXITY_RUBRIC,
  TRACTION_RUBRIC,
  CHECKLIST_TEMPLATE,
  ATTENDEE_PARAMETERS,
  CLOCKS: CLOCKS_POLICY,
};

export const VERSION_ONE_KINDS = Object.keys(VERSION_ONE) as Exclude<PolicyKind, "BRIEF_TEMPLATE" | "DISCOVERY_SET">[];

/** The kinds of delivery team that come with a template of their own. */
export const TEAM_KINDS = {
  hubspot: hubspotTemplate,
  wordpress: wordpressTemplate,
  shopify: shopifyTemplate,
  integration: integrationTemplate,
} as const satisfies Record<string, (slug?: string) => BriefTemplate>;

/** Version 1 of a team's brief template: that of its kind, else one that asks the core fields only. */
export function briefTemplateFor({ slug, name }: { slug: string; name: string }): BriefTemplate {
  const kind = kindOf(slug);
  return kind ? { ...TEAM_KINDS[kind](slug), name } : { name, slug, fields: [], core: [] };
}

/** Version 1 of a team's discovery questions (P7.4): what every client is asked, and what those of its kind are asked besides. */
export function discoverySetFor({ slug }: { slug: string }): DiscoverySet {
  const kind = kindOf(slug);
  const own = kind ? TEAM_QUESTIONS[kind].map(({ field, ...question }) => ({ ...question, field: field.includes(".") || isGroupId(field) ? field : `custom.${slug}.${field}` })) : [];
  return { questions: [...COMMON_QUESTIONS, ...own] };
}

const kindOf = (slug: string) => (Object.keys(TEAM_KINDS) as (keyof typeof TEAM_KINDS)[]).find((known) => slug.includes(known));
