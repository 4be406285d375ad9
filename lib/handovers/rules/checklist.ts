import type { ItemOwner, ItemPhase } from "@/lib/platform/generated/enums";
import { addBusinessDays, type Calendar } from "@/lib/platform/business-time";
import type { Condition } from "@/lib/policies/fields";
import { type ChecklistFact, CHECKLIST_FACTS, DUE_FROM_WORDS, type DueFrom } from "@/lib/policies/format";
import type { ChecklistTemplate } from "@/lib/policies/schema";
import { coreField } from "../fields";
import type { Field } from "../fields/types";
import { type ConditionFacts, conditionWords, holds, inWords } from "./condition";

export type ChecklistPerson = { id: string; name: string; calendar: Calendar };

export type ChecklistFacts = ConditionFacts & {
  contactOwner: ChecklistPerson;
  pm: ChecklistPerson | null;
  manager: ChecklistPerson | null;
  /** The teams whose lead takes part (P2.3), each with its named lead. */
  leads: readonly { team: { id: string; slug: string; name: string }; lead: ChecklistPerson | null }[];
  /** When each event happened, or is to happen; null while nobody knows. */
  dates: Readonly<Record<DueFrom, Date | null>>;
  /** What the portal knows to be so. */
  known: ReadonlySet<ChecklistFact>;
  /** For the words of the reasons: the fields of the teams' templates, and the teams' names by slug. */
  fieldOf?: (id: string) => Field | undefined;
  teamNames?: ReadonlyMap<string, string>;
};

export type ChecklistItem = {
  /** The item's id; a team lead's has the team's slug behind it: `readTechnical:shopify`. */
  item: string;
  title: string;
  why: string;
  phase: ItemPhase;
  ownerRole: ItemOwner;
  teamId: string | null;
  ownerId: string | null;
  dueAt: Date | null;
  mandatory: boolean;
  fact: ChecklistFact | null;
  /** Completed by what the portal knows. */
  isDone: boolean;
  position: number;
  rule: "P2.12";
  /** Why it is on the list, when it is due and how it is completed, in words (B7). */
  reason: string;
};

const PHASES: readonly ItemPhase[] = ["BEFORE", "DURING", "AFTER"];

/**
 * What is to be done before, during and after the first call (P2.12). Due at the end of a working day of its owner.
 * What falls to a team lead is listed once for each lead who takes part; where none does, the PM has it.
 */
export function checklist(template: ChecklistTemplate, facts: ChecklistFacts): ChecklistItem[] {
  return PHASES.flatMap((phase) => template.items.filter((item) => item.phase === phase))
    .filter(({ when }) => when === undefined || holds(when, facts))
    .flatMap((item) => owners(item.ownerRole, item.when, facts).map(({ role, person, team }): Omit<ChecklistItem, "position"> => {
      const isDone = item.fact !== undefined && facts.known.has(item.fact);
      const from = facts.dates[item.due.from];
      const moved = role === item.ownerRole ? "" : " No team lead takes part, so the PM has it.";
      return {
        item: team ? `${item.id}:${team.slug}` : item.id,
        title: item.title, why: item.why, phase: item.phase, ownerRole: role, teamId: team?.id ?? null, ownerId: person?.id ?? null,
        dueAt: from && addBusinessDays((person ?? facts.contactOwner).calendar, from, item.due.businessDays),
        mandatory: item.mandatory, fact: item.fact ?? null, isDone, rule: "P2.12",
        reason: `${because(item.when, facts)}${dueInWords(item.due)}.${moved}${item.fact ? ` Ticks itself once ${CHECKLIST_FACTS[item.fact]}.` : ""}`,
      };
    }))
    .map((entry, position) => ({ ...entry, position }));
}

type Owner = { role: ItemOwner; person: ChecklistPerson | null; team: { id: string; slug: string } | null };

function owners(role: ItemOwner, when: Condition | undefined, { contactOwner, pm, manager, leads }: ChecklistFacts): Owner[] {
  switch (role) {
    case "CONTACT_OWNER": return [{ role, person: contactOwner, team: null }];
    case "PM": return [{ role, person: pm, team: null }];
    case "MANAGER": return [{ role, person: manager, team: null }];
    case "TEAM_LEAD": {
      const slugs = teamsNamed(when);
      const named = slugs.length === 0 ? leads : leads.filter(({ team }) => slugs.includes(team.slug));
      return named.length === 0 ? [{ role: "PM", person: pm, team: null }] : named.map(({ team, lead }) => ({ role, person: lead, team }));
    }
  }
}

/** The teams that a condition is about, in whichever part. */
function teamsNamed(when: Condition | undefined): readonly string[] {
  if (!when) return [];
  if ("all" in when) return when.all.flatMap(teamsNamed);
  if ("any" in when) return when.any.flatMap(teamsNamed);
  return "team" in when ? when.team : [];
}

function because(when: Condition | undefined, { fieldOf = coreField, teamNames }: ChecklistFacts): string {
  if (!when) return "Here for every handover; ";
  return `Here because ${inWords(when, conditionWords((id) => fieldOf(id) ?? coreField(id), teamNames))}; `;
}

function dueInWords({ from, businessDays }: { from: DueFrom; businessDays: number }): string {
  const event = DUE_FROM_WORDS[from];
  if (businessDays === 0) return from === "firstCall" ? "due on the day of the first call" : `due on the day on which ${event}`;
  const days = `${Math.abs(businessDays)} business day${Math.abs(businessDays) === 1 ? "" : "s"}`;
  const side = businessDays > 0 ? "after" : "before";
  return `due ${days} ${side} ${event}`;
}
