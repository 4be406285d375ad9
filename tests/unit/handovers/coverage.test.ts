import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coreField, GROUPS } from "@/lib/handovers/fields";
import { customFieldId } from "@/lib/handovers/rules/template";
import { TEAM_KINDS, VERSION_ONE } from "@/lib/policies/defaults/version-one";
import { FIELD_TYPES } from "@/lib/policies/fields";

/**
 * What real handover briefs hold, phrase by phrase, and where the portal holds it: a core field or cell, a list of rows
 * (`promises`), a field of a template (`custom.hubspot.hubs`), a question of the rubric (`complexity`), a record of the portal
 * itself (`Deal.stage`), or, where only some agencies ask for it, a custom field of a type (`type:longText`).
 */
const COVERED: Record<string, Record<string, string>> = {
  "Identity and deal": {
    "legal name": "client.legalName", "trading name": "client.tradingName", "registry number": "client.registry", "engagement name": "Deal.name", "engagement code": "Deal.number",
    "industry, size, sites": "client.about", "delivery teams": "Handover.teams", "engagement type": "scope.engagement", "contract type": "commercial.contractType",
    "contract status": "Deal.signedOn", "verbal until a date": "Deal.atRiskUntil", "at risk": "Deal.atRiskReason", "signed date": "commercial.signedOn", evidence: "commercial.contract",
    "value, currency": "commercial.value", "recurring value": "commercial.recurring", term: "commercial.term", start: "commercial.termStart", "end, renewal, expiry": "commercial.termEnd",
    "CRM link": "commercial.crm", "pipeline, stage, close date": "commercial.crmStage", source: "Deal.source", "our legal entity": "commercial.ourEntity", competitors: "client.whyUs",
    "why we were chosen": "client.whyUs", "previous vendor and complaints": "client.previousVendor", "sales history": "client.history",
  },
  Commercial: {
    "payment milestones": "commercial.payment", "milestone that releases a payment": "milestones.payment", deposit: "commercial.payment", "rate card": "commercial.rateCard", "billing contact": "commercial.billingContact",
    "invoice format": "commercial.invoicing", "purchase order": "commercial.purchaseOrder", "discounts and special terms": "commercial.specialTerms",
    "changes to the standard agreement": "commercial.specialTerms", "penalties and SLA commitments": "commercial.sla", "budget cap": "commercial.budgetCap", "margin floor": "commercial.marginFloor",
    "hours sold by role and phase": "commercial.hoursSold", "retainer hours": "commercial.retainerHours", "revision rounds": "commercial.revisions", expenses: "commercial.invoicing", tax: "commercial.invoicing",
  },
  "Purpose and success": {
    "problem in the client's words": "purpose.problem", trigger: "purpose.trigger", impact: "purpose.impact", goals: "purpose.goals", "ranked use cases": "purpose.useCases",
    "rank of a use case": "measures.rank", metric: "measures.metric", baseline: "measures.baseline", target: "measures.target", date: "measures.date", "success criteria": "purpose.success", "return expected": "purpose.return",
    "success in 90 days": "purpose.ninetyDays", "acceptance criteria": "acceptance", criterion: "acceptance.criterion", evidence: "acceptance.evidence", approver: "acceptance.approver", window: "acceptance.window",
    rework: "acceptance.rework", "what the client believes they bought": "purpose.bought", "expectations, explicit and implied": "purpose.expectations",
  },
  Scope: {
    in: "scope.inScope", out: "scope.outOfScope", deliverables: "deliverables", "source clause": "deliverables.clause", "owner of a deliverable": "deliverables.owner", "acceptance of a deliverable": "deliverables.acceptance",
    assumptions: "scope.assumptions", constraints: "scope.constraints", "client obligations": "scope.clientProvides", dependencies: "dependencies", "category of a dependency": "dependencies.category",
    "owner of a dependency": "dependencies.owner", "date of a dependency": "dependencies.due", "impact of a dependency": "dependencies.impact", "third parties": "scope.thirdParties", "change-control trigger": "scope.changes",
    products: "custom.hubspot.hubs", "content and design inputs": "scope.content", audience: "scope.audience", references: "scope.references", phases: "scope.phases",
  },
  Promises: {
    text: "promises.text", "by whom": "promises.byWhom", "to whom": "promises.toWhom", when: "promises.saidOn", "where said": "promises.where", evidence: "promises.evidence", type: "promises.type",
    "in contract?": "promises.contract", clause: "promises.clause", status: "LedgerPromise.status", owner: "promises.owner", "named people promised": "promises.person", "lead promised": "technical.leadPromised",
    "the next step the client expects": "promises.nextStep", "none were made": "promises.none",
  },
  Dates: {
    start: "dates.start", "go-live": "dates.target", "its reason": "dates.targetReason", "hard or soft": "dates.targetKind", milestones: "milestones", "external, internal, buffer": "milestones.kind", "roll-out": "dates.rollOut",
    "first review": "dates.review", "client blackout dates": "dates.clientAway", "holidays of named people": "dates.clientAway", "approval lead times": "dates.leadTimes", "data delivery": "dates.data",
  },
  "Client people": {
    name: "contacts.contact", title: "Contact.title", mail: "Contact.email", phone: "Contact.phone", zone: "Contact.zone", language: "Contact.language", "how to address": "contacts.address", organisation: "contacts.organisation",
    roles: "contacts.roles", influence: "contacts.influence", engagement: "contacts.engagement", sentiment: "contacts.attitude", relationship: "contacts.relationship", channel: "contacts.channel", "watch-outs": "contacts.watchOuts",
    "met?": "contacts.met", "in the first call?": "contacts.firstCall", "gets the welcome?": "contacts.welcome",
  },
  "Our people": {
    "contact owner": "Handover.contactOwnerId", "sales manager, presales, account manager, finance, sponsor, approver": "ourPeople.roles", PM: "Handover.pmId", backup: "User.backupId", "team leads": "HandoverTeam.leadId",
    "escalation path": "delivery.escalation", "decision rights": "ourPeople.decides",
  },
  Technical: {
    summary: "technical.summary", "stack, platform and version": "technical.stack", "non-standard configuration": "technical.nonStandard", "hosting, environments": "technical.hosting", diagram: "technical.diagram",
    system: "integrations.system", direction: "integrations.direction", "standard or custom": "integrations.kind", "needed at go-live": "integrations.neededAtGoLive", "owner of an integration": "integrations.owner",
    "data sources": "technical.dataSources", migration: "technical.migration", SSO: "technical.securityDetail", "security and compliance": "technical.security", performance: "technical.quality", accessibility: "technical.quality",
    "access needed": "access", "access requested": "access.requested", "access received": "access.received", "where access is kept": "access.kept", "tools, licences, tiers": "technical.tools", "known issues": "technical.knownIssues",
    "decisions made and why": "technical.decisions", "demo and trial assets": "technical.assets", "open technical questions": "technical.openQuestions",
  },
  "Complexity and presales": {
    class: "Handover.complexity", "rubric version": "PolicyVersion.version", answers: "complexity", override: "type:longText", "involvement history": "technical.involvement", estimates: "estimates", "low end": "estimates.low",
    "high end": "estimates.high", author: "estimates.author", reviewer: "estimates.reviewer", approval: "estimates.approved", assumptions: "estimates.assumptions", "options considered, chosen, why": "scope.option", "trial task": "technical.trial",
    qualification: "client.qualification",
  },
  Risk: {
    category: "risks.category", severity: "risks.severity", probability: "risks.probability", evidence: "risks.evidence", mitigation: "risks.mitigation", owner: "risks.owner", trigger: "risks.trigger", deadline: "risks.due",
    sensitivities: "delivery.sensitivities", "unresolved objections": "delivery.objections", opportunities: "delivery.opportunities",
  },
  "Open items": {
    text: "openItems.text", gap: "openItems.text", "suggested answer": "openItems.suggestion", owner: "openItems.owner", due: "openItems.due", "risk if open": "openItems.risk", status: "openItems.status",
  },
  Communication: {
    cadence: "client.cadence", reports: "client.reports", channels: "client.channels", "sales in CC": "Handover.contactOwnerId", "the client's approval process": "client.approvals", escalation: "client.escalation", hours: "client.hours",
    zone: "client.zone", language: "client.language",
  },
  Documents: {
    type: "documents.type", version: "documents.version", hash: "type:text", date: "documents.date", "mandatory?": "documents.mandatory", status: "documents.status", "visible to client?": "documents.clientSees", file: "documents.file",
  },
  "First call and after": {
    attendees: "contacts.firstCall", duration: "policy:ATTENDEE_PARAMETERS.minutes", agenda: "delivery.callWishes", slots: "delivery.callTimes", link: "delivery.callLink", notes: "type:longText", outcome: "type:choice",
    "introduction mail": "contacts.welcome", checklist: "Handover.checklist", "top three things to know": "delivery.topThree", "first actions": "delivery.firstActions", "check-in date": "delivery.checkIn",
  },
  Control: {
    state: "Handover.status", rounds: "Handover.rounds", decisions: "HandoverKey.state", reasons: "ReturnPoint.reason", conditions: "Handover.conditions", exceptions: "AttendeeException.reason", "who granted an exception": "AttendeeException.byId",
    "exception from a must-have": "BriefAnswer.unknownRisk", clocks: "HandoverKey.dueAt", completeness: "Handover.qualityPercent", ratings: "type:number", "sign-offs": "HandoverKey.acceptedVersion", versions: "Handover.versions",
    confidentiality: "delivery.confidential",
  },
};

const templates = Object.values(TEAM_KINDS).map((template) => template());
const custom = new Set(templates.flatMap(({ slug, fields }) => fields.map(({ key }) => customFieldId(slug, key))));
const schema = readFileSync("prisma/schema.prisma", "utf8");

/** Whether the portal has such a place. */
function isKnown(target: string): boolean {
  if (target.startsWith("type:")) return target.slice(5) in FIELD_TYPES;
  if (target.startsWith("policy:")) {
    const [kind = "", key = ""] = target.slice(7).split(".");
    return kind in VERSION_ONE && key in VERSION_ONE[kind as keyof typeof VERSION_ONE];
  }
  if (target === "complexity") return VERSION_ONE.COMPLEXITY_RUBRIC.questions.length > 0;
  if (/^[A-Z]/.test(target)) {
    const [model = "", column = ""] = target.split(".");
    return new RegExp(`^ +${column} `, "m").test(new RegExp(`^model ${model} \\{[^}]*`, "m").exec(schema)?.[0] ?? "");
  }
  return coreField(target) !== undefined || target in GROUPS || custom.has(target);
}

describe("B6 everything that real briefs hold has its place", () => {
  it.each(Object.entries(COVERED))("%s", (_, phrases) => {
    for (const [phrase, target] of Object.entries(phrases)) expect.soft([phrase, target, isKnown(target)]).toEqual([phrase, target, true]);
  });
  it("a place that does not exist is found out", () =>
    expect(["client.shoeSize", "Deal.shoeSize", "Shoe.size", "type:shoe", "policy:CLOCKS.shoe", "custom.hubspot.shoe", "shoes"].filter(isKnown)).toEqual([]));
  it("INT: margin, sentiment, relationship, watch-outs and sensitivities are for nobody outside the house", () =>
    expect(["commercial.marginFloor", "contacts.attitude", "contacts.relationship", "contacts.watchOuts", "contacts.engagement", "delivery.sensitivities", "client.history", "commercial.budgetCap"]
      .filter((id) => coreField(id)?.visibility === "all")).toEqual([]));
});
