import type { ChecklistTemplate } from "../schema";

/** Version 1 of the items that belong to one kind of team, or one kind of contract (P2.12). */
export const TEAM_CHECKLIST_ITEMS: ChecklistTemplate["items"] = [
  {
    id: "hubspotAccess", title: "Be super admin in the client's HubSpot portal", phase: "BEFORE", ownerRole: "PM", mandatory: true,
    why: "Without it the team can look, and change nothing.",
    due: { from: "accepted", businessDays: 5 }, when: { team: ["hubspot"] },
  },
  {
    id: "hubspotConsent", title: "Confirm the legal basis of every imported list", phase: "AFTER", ownerRole: "PM", mandatory: true,
    why: "A list without consent is not imported, whatever the hurry.",
    due: { from: "started", businessDays: 5 }, when: { team: ["hubspot"] },
  },
  {
    id: "hubspotSandbox", title: "Set up the sandbox", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: false,
    why: "Workflows that mail customers are tried out elsewhere first.",
    due: { from: "started", businessDays: 3 },
    when: { all: [{ team: ["hubspot"] }, { field: "custom.hubspot.tier", is: "enterprise" }] },
  },
  {
    id: "wordpressBackup", title: "Take a full backup of the present site", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "Before anybody touches it.",
    due: { from: "started", businessDays: 1 }, when: { team: ["wordpress"] },
  },
  {
    id: "wordpressStaging", title: "Set up the staging site", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "The client approves there, and nothing is tried out on the live site.",
    due: { from: "started", businessDays: 3 },
    when: { all: [{ team: ["wordpress"] }, { not: { field: "custom.wordpress.staging", is: true } }] },
  },
  {
    id: "wordpressRedirects", title: "List the addresses that must go on working", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "Rankings are lost in a day, and come back in months.",
    due: { from: "started", businessDays: 10 },
    when: { all: [{ team: ["wordpress"] }, { field: "technical.migration", answered: true }] },
  },
  {
    id: "shopifyAccess", title: "Have a collaborator account in the store", phase: "BEFORE", ownerRole: "PM", mandatory: true,
    why: "The client has to approve it, and that takes a day.",
    due: { from: "accepted", businessDays: 5 }, when: { team: ["shopify"] },
  },
  {
    id: "shopifyPayments", title: "Have the client apply to the payment providers", phase: "AFTER", ownerRole: "PM", mandatory: true,
    why: "Their contracts take weeks, and only the client can sign them.",
    due: { from: "started", businessDays: 5 }, when: { team: ["shopify"] },
  },
  {
    id: "shopifyTax", title: "Have the client's accountant confirm the tax settings", phase: "AFTER", ownerRole: "PM", mandatory: true,
    why: "We set up what they confirm, and decide nothing about tax ourselves.",
    due: { from: "started", businessDays: 15 }, when: { team: ["shopify"] },
  },
  {
    id: "integrationSandbox", title: "Have access to the test systems", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "The vendors need notice, and we should not test on real customers.",
    due: { from: "started", businessDays: 5 },
    when: { any: [{ team: ["integration"] }, { field: "integrations.kind", is: "custom" }] },
  },
  {
    id: "integrationMapping", title: "Have the field mapping approved by the client", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "Which field goes where is their decision, in writing.",
    due: { from: "started", businessDays: 10 },
    when: { any: [{ team: ["integration"] }, { field: "integrations.kind", is: "custom" }] },
  },
  {
    id: "migrationTrialRun", title: "Do a trial run of the migration", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "The second run is the first one that goes well.",
    due: { from: "started", businessDays: 15 }, when: { field: "technical.migration", answered: true },
  },
  {
    id: "securityAgreement", title: "Settle who signs off the security matters", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "Somebody at the client will check; better they begin today.",
    due: { from: "started", businessDays: 5 }, when: { field: "technical.security", answered: true },
  },
  {
    id: "kickoffTechnical", title: "Hold the technical kick-off inside the team", phase: "AFTER", ownerRole: "TEAM_LEAD", mandatory: true,
    why: "The developers were kept out of the call; here they hear what matters.",
    due: { from: "firstCall", businessDays: 2 }, when: { complexity: ["COMPLEX"] },
  },
  {
    id: "retainerRhythm", title: "Agree on how hours are asked for and reported", phase: "AFTER", ownerRole: "PM", mandatory: true,
    why: "A retainer is judged by its monthly report.",
    due: { from: "firstCall", businessDays: 5 }, when: { contract: ["RETAINER", "BLOCK"] },
  },
  {
    id: "timeReports", title: "Agree on the first time report", phase: "AFTER", ownerRole: "PM", mandatory: true,
    why: "Nobody likes to be surprised by the first invoice.",
    due: { from: "firstCall", businessDays: 5 }, when: { contract: ["TIME_AND_MATERIALS"] },
  },
];
