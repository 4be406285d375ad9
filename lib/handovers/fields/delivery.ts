import { BOTH, type Field, type Group, PM } from "./types";

export const DELIVERY_FIELDS = [
  {
    id: "delivery.topThree", section: "delivery", label: "The top three things to know", type: "longText",
    ask: "Enter the top three things to know.",
    why: "If the PM reads only this, it should be enough for the first ten minutes with the client.",
    help: "One on each line.",
    example: "The date is a trade fair and cannot move.\nMs Brandt decides, Mr Lund does the work.\nThe last agency left without documentation.",
    visibility: "internal", concerns: BOTH, required: true, locked: true,
  },
  {
    id: "delivery.firstActions", section: "delivery", label: "First actions: 48 hours, week, month", type: "longText",
    why: "What you would do first, if it were yours.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "delivery.ourPeople", section: "delivery", label: "Others on our side, and what they know", type: "longText",
    why: "Presales, account manager or finance may hold the one answer that is missing.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "delivery.escalation", section: "delivery", label: "Whom the PM asks when it gets stuck", type: "longText",
    why: "A name for money, one for people and one for the client, before they are needed.",
    visibility: "internal", concerns: PM, required: false, detail: true,
  },
  {
    id: "delivery.callWishes", section: "delivery", label: "For the first call", type: "longText",
    ask: "Enter what matters for the first call.",
    why: "What the client wants to talk about, and what is better left for later.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "delivery.callTimes", section: "delivery", label: "When the client can meet", type: "text",
    why: "Three times are proposed, and they should fit.", example: "Mornings, not Wednesdays",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "delivery.callLink", section: "delivery", label: "Link to the call", type: "url",
    why: "Some clients insist on a room of their own.", visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "delivery.sensitivities", section: "delivery", label: "Sensitive subjects", type: "longText",
    why: "What is better not said in the first call.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "delivery.objections", section: "delivery", label: "Objections not yet resolved", type: "longText",
    why: "They come back as soon as something goes wrong.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "delivery.opportunities", section: "delivery", label: "What could come next", type: "longText",
    why: "So that nobody builds a wall where a door is planned.",
    visibility: "internal", concerns: [], required: false,
  },
  {
    id: "delivery.checkIn", section: "delivery", label: "Check-in with the client", type: "date",
    ask: "Enter the date of the check-in with the client.",
    why: "A short call by the PM, a few weeks in, to ask how it feels.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "delivery.confidential", section: "delivery", label: "Confidentiality", type: "longText",
    why: "Non-disclosure, embargoes, and who at the client does not know yet.",
    visibility: "all", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];

export const RISKS_GROUP = {
  id: "risks", section: "delivery", label: "Risks", one: "risk", title: "risks.text",
  why: "A risk that is named can be watched; sales usually saw it first.",
} as const satisfies Group;

const LEVELS = [{ value: "high", label: "High" }, { value: "medium", label: "Medium" }, { value: "low", label: "Low" }] as const;

export const RISK_CELLS = [
  {
    id: "risks.text", group: "risks", section: "delivery", label: "What could go wrong", type: "longText", ask: "Enter what could go wrong.",
    why: "In one sentence.", visibility: "internal", concerns: BOTH, required: true,
  },
  {
    id: "risks.category", group: "risks", section: "delivery", label: "Kind", type: "choice",
    options: [
      { value: "people", label: "People" }, { value: "scope", label: "Scope" }, { value: "date", label: "Date" },
      { value: "money", label: "Money" }, { value: "technical", label: "Technical" }, { value: "legal", label: "Legal" },
    ],
    why: "It tells who should look at it.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "risks.severity", group: "risks", section: "delivery", label: "How bad", type: "choice", options: LEVELS,
    ask: "Choose how bad it would be.", why: "The worst are read first.", visibility: "internal", concerns: PM, required: true,
  },
  {
    id: "risks.probability", group: "risks", section: "delivery", label: "How likely", type: "choice", options: LEVELS,
    why: "Bad and likely comes before bad and rare.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "risks.evidence", group: "risks", section: "delivery", label: "What makes you think so", type: "longText",
    why: "The PM can judge it better.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "risks.mitigation", group: "risks", section: "delivery", label: "What to do about it", type: "longText",
    why: "Your idea is a start.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "risks.trigger", group: "risks", section: "delivery", label: "The sign that it happens", type: "text",
    why: "So that it is noticed early.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "risks.owner", group: "risks", section: "delivery", label: "Who watches it", type: "person",
    why: "One person.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "risks.due", group: "risks", section: "delivery", label: "Look again on", type: "date", ask: "Enter the date on which to look again.",
    why: "After this date it is settled, or worse.", visibility: "internal", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];

export const OPEN_ITEMS_GROUP = {
  id: "openItems", section: "delivery", label: "Open items", one: "open item", title: "openItems.text",
  why: "What is not known yet, with your best answer, so that nobody has to ask you.",
} as const satisfies Group;

export const OPEN_ITEM_CELLS = [
  {
    id: "openItems.text", group: "openItems", section: "delivery", label: "What is open", type: "longText", ask: "Enter what is open.",
    why: "The question, so that somebody else can ask it.", visibility: "internal", concerns: PM, required: true,
  },
  {
    id: "openItems.suggestion", group: "openItems", section: "delivery", label: "Suggested answer", type: "longText",
    ask: "Enter the answer you would suggest.",
    why: "A suggestion is quicker to correct than a question is to answer.", visibility: "internal", concerns: PM, required: true,
  },
  {
    id: "openItems.owner", group: "openItems", section: "delivery", label: "Who finds out", type: "person",
    ask: "Choose who finds out.", why: "One person.", visibility: "internal", concerns: PM, required: true,
  },
  {
    id: "openItems.due", group: "openItems", section: "delivery", label: "By when", type: "date", ask: "Enter the date by which it must be known.",
    why: "After this date the suggested answer is used.", visibility: "internal", concerns: PM, required: true,
  },
  {
    id: "openItems.risk", group: "openItems", section: "delivery", label: "Risk if it stays open", type: "text",
    why: "It tells how hard to try.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "openItems.status", group: "openItems", section: "delivery", label: "Status", type: "choice",
    options: [{ value: "open", label: "Open" }, { value: "asked", label: "Asked" }, { value: "answered", label: "Answered" }],
    why: "So that it is not asked twice.", visibility: "internal", concerns: [], required: false,
  },
] as const satisfies readonly Field[];

export const OUR_PEOPLE_GROUP = {
  id: "ourPeople", section: "delivery", label: "Our people", one: "person of ours", title: "ourPeople.name",
  why: "Who else on our side knows this client, and may decide something.", detail: true,
} as const satisfies Group;

export const OUR_PEOPLE_CELLS = [
  {
    id: "ourPeople.name", group: "ourPeople", section: "delivery", label: "Name", type: "text", ask: "Enter the name of the person.",
    why: "A person, not a department.", visibility: "internal", concerns: PM, required: true,
  },
  {
    id: "ourPeople.roles", group: "ourPeople", section: "delivery", label: "Part they have", type: "choices", ask: "Choose the part they have.",
    options: [
      { value: "salesManager", label: "Sales manager" }, { value: "presales", label: "Presales" }, { value: "accountManager", label: "Account manager" },
      { value: "finance", label: "Finance" }, { value: "sponsor", label: "Sponsor" }, { value: "approver", label: "Approver" },
      { value: "escalation", label: "Escalation" }, { value: "other", label: "Other" },
    ],
    why: "It tells what to ask them.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "ourPeople.decides", group: "ourPeople", section: "delivery", label: "May decide", type: "text", ask: "Enter what they may decide.",
    why: "So that nobody asks for a decision that has been taken.", example: "Discounts up to 5 %", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "ourPeople.knows", group: "ourPeople", section: "delivery", label: "What they know", type: "longText", ask: "Enter what they know.",
    why: "The one answer that is missing.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "ourPeople.reach", group: "ourPeople", section: "delivery", label: "How to reach them", type: "text", ask: "Enter how to reach them.",
    why: "On a bad day there is no time to search.", visibility: "internal", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];

export const DOCUMENTS_GROUP = {
  id: "documents", section: "delivery", label: "Documents", one: "document", title: "documents.title",
  why: "What exists in writing, and where it is.",
} as const satisfies Group;

export const DOCUMENT_CELLS = [
  {
    id: "documents.title", group: "documents", section: "delivery", label: "Document", type: "text", ask: "Enter the name of the document.",
    why: "What it is.", example: "Technical annex to the contract", visibility: "all", concerns: [], required: true,
  },
  {
    id: "documents.type", group: "documents", section: "delivery", label: "Kind", type: "choice",
    options: [
      { value: "contract", label: "Contract" }, { value: "annex", label: "Technical annex" }, { value: "proposal", label: "Proposal" },
      { value: "estimate", label: "Estimate" }, { value: "design", label: "Design" }, { value: "notes", label: "Notes" },
      { value: "data", label: "Data" }, { value: "other", label: "Other" },
    ],
    why: "A contract can be read; only a technical annex can be reviewed (P4.4).", visibility: "all", concerns: [], required: false,
  },
  {
    id: "documents.file", group: "documents", section: "delivery", label: "Where it is", type: "file", ask: "Enter where the document is.",
    why: "One click, instead of a search.", visibility: "all", concerns: [], required: true,
  },
  {
    id: "documents.version", group: "documents", section: "delivery", label: "Version", type: "text",
    why: "The one that counts.", visibility: "all", concerns: [], required: false,
  },
  {
    id: "documents.date", group: "documents", section: "delivery", label: "Date", type: "date", ask: "Enter the date of the document.",
    why: "Newer usually wins.", visibility: "all", concerns: [], required: false,
  },
  {
    id: "documents.status", group: "documents", section: "delivery", label: "Status", type: "choice",
    options: [{ value: "draft", label: "Draft" }, { value: "final", label: "Final" }, { value: "signed", label: "Signed" }],
    why: "A draft is not a promise.", visibility: "all", concerns: [], required: false,
  },
  {
    id: "documents.mandatory", group: "documents", section: "delivery", label: "Must be read?", type: "yesNo",
    why: "Most need not be.", visibility: "all", concerns: [], required: false,
  },
  {
    id: "documents.clientSees", group: "documents", section: "delivery", label: "Has the client seen it?", type: "yesNo",
    why: "So that nobody quotes it to them by mistake.", visibility: "internal", concerns: [], required: false,
  },
] as const satisfies readonly Field[];
