import type { Complexity, ContractType, HandoverStatus, ItemOwner, ItemPhase, PolicyKind } from "@/lib/platform/generated/enums";
import type { Concern, Material, Visibility } from "./fields";

/** What each kind of policy is called, and what it decides (B6). */
export const POLICY_KINDS = {
  COMPLEXITY_RUBRIC: { label: "Complexity rubric", decides: "Whether work is simple, standard or complex, and who is involved when." },
  TRACTION_RUBRIC: { label: "Traction rubric", decides: "When a prospect is serious enough to ask delivery people for their time." },
  BRIEF_TEMPLATE: { label: "Brief template", decides: "What a brief for this team asks, and what it must have." },
  CHECKLIST_TEMPLATE: { label: "Checklist template", decides: "What is done before, during and after the first call, by whom and by when." },
  ATTENDEE_PARAMETERS: { label: "First call", decides: "How long the first call is, and how its times are chosen." },
  DISCOVERY_SET: { label: "Discovery questions", decides: "What the client is asked before the contract, and which field of the brief each answer is." },
  CLOCKS: { label: "Clocks", decides: "How long each duty may take, and when people are told." },
} as const satisfies Record<PolicyKind, { label: string; decides: string }>;

/** The clocks of B5, each with the duty it measures. */
export const CLOCKS = {
  wonToSubmitted: { label: "Won to submitted", duty: "submit the handover", from: "the deal was won", by: "the contact owner" },
  submittedToDecision: { label: "Submitted to decision", duty: "accept or return the handover", from: "the handover was submitted", by: "the reviewer" },
  returnedToResubmitted: { label: "Returned to resubmitted", duty: "resubmit the handover", from: "the handover was returned", by: "the contact owner" },
  acceptedToScheduled: {
    label: "Accepted to first call scheduled", duty: "schedule the first call", from: "the handover was accepted", by: "the contact owner",
  },
  wonToHeld: { label: "Won to first call held", duty: "hold the first call", from: "the deal was won", by: "the contact owner" },
} as const;
export type ClockName = keyof typeof CLOCKS;
export const CLOCK_NAMES = Object.keys(CLOCKS) as [ClockName, ...ClockName[]];

/** The events that a checklist item's due date can be counted from, as the sentence says them. */
export const DUE_FROM_WORDS = {
  won: "the deal is won",
  submitted: "the handover is submitted",
  accepted: "the handover is accepted",
  firstCall: "the first call",
  started: "delivery starts",
} as const;
export type DueFrom = keyof typeof DUE_FROM_WORDS;
export const DUE_FROM = Object.keys(DUE_FROM_WORDS) as [DueFrom, ...DueFrom[]];

/** What the portal knows by itself, and so can tick (P2.12). */
export const CHECKLIST_FACTS = {
  "contract.signed": "the contract is signed",
  "promises.reconciled": "every promise is matched to the contract",
  "conditions.met": "every condition of the acceptance is met",
  "invitation.sent": "the invitation to the first call was sent",
  "agenda.written": "the agenda was sent",
  "introduction.sent": "the introduction mail was sent",
  "clientPage.shared": "the client's page was shared",
  "firstCall.scheduled": "the first call has a date",
  "firstCall.held": "the first call was held",
  "notes.sent": "the notes of the first call were sent",
  "handover.accepted": "the handover is accepted",
  "handover.started": "delivery has started",
  "openItems.answered": "every open item is answered",
  "rating.byReceiver": "the PM has rated the brief",
  "rating.bySeller": "the seller has rated the acceptance",
} as const;
export type ChecklistFact = keyof typeof CHECKLIST_FACTS;

export const COMPLEXITY_WORDS = { SIMPLE: "simple", STANDARD: "standard", COMPLEX: "complex" } as const satisfies Record<Complexity, string>;

/** From the least to the most. */
export const COMPLEXITY_CLASSES = ["SIMPLE", "STANDARD", "COMPLEX"] as const satisfies readonly Complexity[];

export const CONTRACT_WORDS = {
  FIXED: "fixed price", TIME_AND_MATERIALS: "time and materials", RETAINER: "retainer", BLOCK: "block of hours",
} as const satisfies Record<ContractType, string>;

export const PHASE_WORDS = {
  BEFORE: "Before the first call", DURING: "During the first call", AFTER: "After the first call",
} as const satisfies Record<ItemPhase, string>;

export const ITEM_OWNER_WORDS = {
  CONTACT_OWNER: "contact owner", PM: "PM", TEAM_LEAD: "team lead", MANAGER: "manager",
} as const satisfies Record<ItemOwner, string>;

export const VISIBILITY_WORDS = {
  all: "Everybody in the handover", internal: "Our people only, never the client", commercial: "Sales, the PM and managers", technical: "Our people, on the technical side",
} as const satisfies Record<Visibility, string>;

export const CONCERN_WORDS = { PM: "PM", TEAM_LEAD: "Team lead" } as const satisfies Record<Concern, string>;

export const MATERIAL_WORDS = { commercial: "The contact owner", technical: "The team lead concerned" } as const satisfies Record<Material, string>;

/** How handovers that use a template are counted, each with its states. */
export const USAGES = {
  drafts: { label: "Drafts", statuses: ["DRAFT", "RETURNED"] },
  review: { label: "Under review", statuses: ["SUBMITTED"] },
  delivery: { label: "With delivery", statuses: ["ACCEPTED", "IN_DELIVERY"] },
  over: { label: "Closed or withdrawn", statuses: ["CLOSED", "WITHDRAWN"] },
} as const satisfies Record<string, { label: string; statuses: readonly HandoverStatus[] }>;
export type UsageState = keyof typeof USAGES;
export type Usage = Record<UsageState, number>;
