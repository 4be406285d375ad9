import type { PolicyKind } from "@/lib/platform/generated/enums";
import type { BriefTemplate, PolicyContent } from "../schema";
import { ATTENDEE_PARAMETERS } from "./attendee-parameters";
import { hubspotTemplate } from "./brief-template-hubspot";
import { integrationTemplate } from "./brief-template-integration";
import { shopifyTemplate } from "./brief-template-shopify";
import { wordpressTemplate } from "./brief-template-wordpress";
import { CHECKLIST_TEMPLATE } from "./checklist-template";
import { CLOCKS_POLICY } from "./clocks";
import { COMPLEXITY_RUBRIC } from "./complexity-rubric";
import { TRACTION_RUBRIC } from "./traction-rubric";

/** Version 1 of every policy that belongs to the whole organisation (B6). */
export const VERSION_ONE: Omit<PolicyContent, "BRIEF_TEMPLATE"> = {
  COMPLEXITY_RUBRIC,
  TRACTION_RUBRIC,
  CHECKLIST_TEMPLATE,
  ATTENDEE_PARAMETERS,
  CLOCKS: CLOCKS_POLICY,
};

export const VERSION_ONE_KINDS = Object.keys(VERSION_ONE) as Exclude<PolicyKind, "BRIEF_TEMPLATE">[];

/** The kinds of delivery team that come with a template of their own. */
export const TEAM_KINDS = {
  hubspot: hubspotTemplate,
  wordpress: wordpressTemplate,
  shopify: shopifyTemplate,
  integration: integrationTemplate,
} as const satisfies Record<string, (slug?: string) => BriefTemplate>;

/** Version 1 of a team's brief template: that of its kind, else one that asks the core fields only. */
export function briefTemplateFor({ slug, name }: { slug: string; name: string }): BriefTemplate {
  const kind = (Object.keys(TEAM_KINDS) as (keyof typeof TEAM_KINDS)[]).find((known) => slug.includes(known));
  return kind ? { ...TEAM_KINDS[kind](slug), name } : { name, slug, fields: [], core: [] };
}
