import { type Field, PM } from "./types";

/** Values are those of the database's ContractType. */
export const CONTRACT_OPTIONS = [
  { value: "FIXED", label: "Fixed price" }, { value: "TIME_AND_MATERIALS", label: "Time and materials" },
  { value: "RETAINER", label: "Retainer" }, { value: "BLOCK", label: "Block of hours" },
] as const;

export const COMMERCIAL_FIELDS = [
  {
    id: "commercial.contractType", section: "commercial", label: "Contract type", type: "choice", options: CONTRACT_OPTIONS,
    why: "A fixed price and a retainer are planned, and changed, in different ways.",
    visibility: "all", concerns: PM, required: true, material: "commercial", prefill: "deal.contractType", locked: true,
  },
  {
    id: "commercial.contractReference", section: "commercial", label: "Contract reference", type: "text",
    ask: "Enter the contract's number or name.",
    why: "The number or name under which anybody finds the contract.",
    example: "C-2026-118, signed by both sides",
    visibility: "all", concerns: PM, required: true, locked: true,
  },
  {
    id: "commercial.ourEntity", section: "commercial", label: "Our company that signed", type: "text",
    ask: "Enter which company of ours signed.", why: "Invoices and liability follow the company that signed.",
    visibility: "all", concerns: [], required: false, detail: true,
  },
  {
    id: "commercial.signedOn", section: "commercial", label: "Signed on", type: "date",
    ask: "Enter the date on which the contract was signed.",
    why: "The clocks start here, and the client's own expectations too.",
    visibility: "all", concerns: PM, required: false, prefill: "deal.signedOn",
  },
  {
    id: "commercial.contract", section: "commercial", label: "Where the signed contract is", type: "file",
    why: "It can be read, and nobody in delivery is asked to review it (P4.4).",
    visibility: "commercial", concerns: [], required: false, prefill: "deal.signedEvidence",
  },
  {
    id: "commercial.value", section: "commercial", label: "Value", type: "money", ask: "Enter the value of the contract.",
    why: "The size of the work, in one figure.",
    visibility: "commercial", concerns: PM, required: true, material: "commercial", prefill: "deal.value",
  },
  {
    id: "commercial.recurring", section: "commercial", label: "Recurring value per month", type: "money",
    why: "What continues after the project is planned as capacity.",
    visibility: "commercial", concerns: PM, required: { contract: ["RETAINER"] }, material: "commercial",
  },
  {
    id: "commercial.summary", section: "commercial", label: "Commercial summary", type: "longText",
    why: "What was sold, in five sentences, so that the contract stays closed.",
    help: "What the client pays for, when, and what would cost extra.",
    example: "Fixed price for relaunch and migration of 420 pages, paid in three parts. Hosting is theirs. Training is included, "
      + "content writing is not.",
    visibility: "all", concerns: PM, required: true, locked: true,
  },
  {
    id: "commercial.payment", section: "commercial", label: "Payment milestones", type: "longText",
    why: "Some deliveries release an invoice, and finance waits for them.",
    help: "Deposit and instalments, and what releases each.",
    example: "30 % at start (paid), 40 % at design approval, 30 % four weeks after go-live.",
    visibility: "commercial", concerns: PM, required: false, material: "commercial",
  },
  {
    id: "commercial.invoicing", section: "commercial", label: "How to invoice", type: "longText",
    why: "An invoice in the wrong format comes back after thirty days.",
    help: "Format, tax, expenses, and where the invoice goes.",
    visibility: "commercial", concerns: [], required: false,
  },
  {
    id: "commercial.purchaseOrder", section: "commercial", label: "Purchase order", type: "text",
    why: "Without its number the invoice is not paid.", example: "PO-2028-1190, or: asked for, arrives before the first invoice",
    visibility: "commercial", concerns: [], required: false, detail: true,
  },
  {
    id: "commercial.billingContact", section: "commercial", label: "Billing contact", type: "contact",
    why: "Questions about money go to this person, and not to the day-to-day contact.",
    visibility: "commercial", concerns: [], required: false,
  },
  {
    id: "commercial.hoursSold", section: "commercial", label: "Hours sold, by role and phase", type: "longText",
    ask: "Enter the hours sold, by role and phase.",
    why: "The team plans with these hours, not with its own guess.",
    example: "Design 60, build 180, migration 40, project management 45. Reserve of 25, not told to the client.",
    visibility: "internal", concerns: ["PM", "TEAM_LEAD"], required: { contract: ["TIME_AND_MATERIALS", "BLOCK", "RETAINER"] },
    material: "commercial", prefill: "deal.estimate",
  },
  {
    id: "commercial.retainerHours", section: "commercial", label: "Retainer hours per month", type: "number",
    why: "What the client may ask for each month, before it costs extra.",
    visibility: "all", concerns: PM, required: false, visible: { contract: ["RETAINER", "BLOCK"] }, material: "commercial", detail: true,
  },
  {
    id: "commercial.rateCard", section: "commercial", label: "Rate card", type: "longText",
    why: "Extra work is offered at these rates, and at no others.",
    example: "Consulting 140, development 125, project management 130 an hour; weekends one and a half times.",
    visibility: "commercial", concerns: PM, required: false, material: "commercial", detail: true,
  },
  {
    id: "commercial.specialTerms", section: "commercial", label: "Discounts and special terms", type: "longText",
    why: "A discount given once is asked for again.",
    help: "Also every change to our standard agreement.",
    visibility: "commercial", concerns: PM, required: false, material: "commercial",
  },
  {
    id: "commercial.sla", section: "commercial", label: "Service levels and penalties", type: "longText",
    why: "The team must know before it is woken at night.",
    example: "Reply within four working hours. Penalty of 0.5 % per day after 1 March, at most 5 %.",
    visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: false, material: "commercial",
  },
  {
    id: "commercial.revisions", section: "commercial", label: "Revision rounds included", type: "number",
    why: "The PM can say kindly, and in time, that a round is the last one included.",
    visibility: "all", concerns: PM, required: false, material: "commercial",
  },
  {
    id: "commercial.budgetCap", section: "commercial", label: "The client's budget cap", type: "money",
    why: "Where the client stops, whatever the contract says.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "commercial.marginFloor", section: "commercial", label: "Margin floor, in per cent", type: "number",
    why: "The PM should know how much room there is before asking a manager.",
    visibility: "commercial", concerns: [], required: false,
  },
  {
    id: "commercial.termStart", section: "commercial", label: "Start of the contract", type: "date",
    ask: "Enter the date on which the contract starts.",
    why: "Hours and service levels count from this day.",
    visibility: "all", concerns: PM, required: false, material: "commercial", detail: true,
  },
  {
    id: "commercial.term", section: "commercial", label: "Term, renewal and notice", type: "longText",
    why: "A contract that renews by itself is ended in time, or not at all.",
    example: "Twelve months; renews for another twelve unless cancelled three months before.",
    visibility: "all", concerns: PM, required: false, material: "commercial", detail: true,
  },
  {
    id: "commercial.termEnd", section: "commercial", label: "End or renewal date", type: "date",
    ask: "Enter the date on which the contract ends or renews.",
    why: "Renewal is prepared months before, by the people who do the work.",
    visibility: "all", concerns: PM, required: { contract: ["RETAINER", "BLOCK"] }, material: "commercial",
  },
  {
    id: "commercial.crm", section: "commercial", label: "The deal in the CRM", type: "url",
    ask: "Enter the address of the deal in the CRM.", why: "Mails and calls of the sale can be looked up there.",
    visibility: "internal", concerns: [], required: false, detail: true,
  },
  {
    id: "commercial.crmStage", section: "commercial", label: "Pipeline, stage and close date in the CRM", type: "text",
    why: "Forecast and reality are compared later.",
    visibility: "internal", concerns: [], required: false, detail: true,
  },
] as const satisfies readonly Field[];
