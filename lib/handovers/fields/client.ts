import { type Field, type Group, PM } from "./types";

export const CLIENT_FIELDS = [
  {
    id: "client.legalName", section: "client", label: "Legal name", type: "text",
    why: "Invoices, domains and licences are registered under this name.",
    example: "Nordlicht Möbel GmbH, registered in Hamburg, HRB 104 233",
    visibility: "all", concerns: PM, required: false, prefill: "client.legalName",
  },
  {
    id: "client.tradingName", section: "client", label: "Trading name", type: "text",
    why: "What people call them, where it is not the name on the contract.", example: "Nordlicht",
    visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "client.registry", section: "client", label: "Registry number", type: "text",
    why: "Registrars, banks and tax offices ask for it.", example: "HRB 104 233, Hamburg",
    visibility: "all", concerns: [], required: false, detail: true,
  },
  {
    id: "client.about", section: "client", label: "What the client does", type: "longText",
    why: "The team should not ask in the first call what the company sells.",
    help: "Industry, size, sites, and who their customers are.",
    example: "Family-owned furniture maker, 140 people, two showrooms. Sells to architects and, since 2024, online.",
    visibility: "all", concerns: PM, required: false, prefill: "client.industry",
  },
  {
    id: "client.website", section: "client", label: "Website", type: "url",
    why: "The quickest way to see who they are.", example: "https://www.nordlicht-moebel.example",
    visibility: "all", concerns: PM, required: false, prefill: "client.website",
  },
  {
    id: "client.zone", section: "client", label: "Time zone of the client", type: "text",
    why: "People are suggested, and calls proposed, within the client's working day.",
    help: "The name of the zone, such as Europe/Berlin or America/Chicago.",
    visibility: "all", concerns: PM, required: false, prefill: "client.zone",
  },
  {
    id: "client.language", section: "client", label: "Language and tone", type: "text",
    why: "The first mail sets the tone, and nobody wants to get it wrong.",
    example: "German, formal until they offer otherwise; documents in English.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "client.hours", section: "client", label: "Working hours of the client", type: "text",
    why: "A mail at six in the evening is answered the next day, and that is no bad sign.", example: "Monday to Thursday 8 to 17, Friday until 13",
    visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "client.channels", section: "client", label: "How the client likes to be reached", type: "choices",
    why: "A client who reads chat does not answer mail, and the other way round.",
    options: [
      { value: "mail", label: "Mail" }, { value: "phone", label: "Phone" }, { value: "video", label: "Video call" },
      { value: "chat", label: "Shared chat" }, { value: "tickets", label: "Their ticket system" },
    ],
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "client.cadence", section: "client", label: "Meetings and reports they expect", type: "longText",
    why: "The rhythm is part of what was sold, and it takes the PM's hours.",
    example: "A call of 30 minutes every Tuesday; a one-page report to the board at the end of each month.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "client.reports", section: "client", label: "Reports: for whom, which day, which form", type: "longText",
    why: "A report that nobody reads costs as much as one that is waited for.",
    example: "For the board, on the last Friday of each month, one page as PDF.",
    visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "client.approvals", section: "client", label: "How the client approves work", type: "longText",
    why: "Waiting for an approval that nobody knew of is the most common delay.",
    help: "Who signs off what, in which order, and how long it takes.",
    example: "Design goes to Ms Brandt, then to the works council; allow ten working days.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "client.escalation", section: "client", label: "Who to call when something burns", type: "longText",
    why: "On a bad day the PM needs a name and a number, not a search.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "client.whyUs", section: "client", label: "Why they chose us", type: "longText",
    why: "This is what the team must not lose on the way.",
    help: "Whom else they looked at, and what tipped the balance.",
    example: "Two others were cheaper. They chose us because we showed the migration on their own data.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "client.qualification", section: "client", label: "How serious they are, and how we know", type: "longText",
    why: "Budget, a date and somebody who decides carry a project through its first crisis.",
    visibility: "internal", concerns: PM, required: false, detail: true,
  },
  {
    id: "client.previousVendor", section: "client", label: "The previous vendor, and what went wrong", type: "longText",
    why: "The team can avoid repeating what the client has already paid for once.",
    visibility: "internal", concerns: PM, required: false, prefill: "deal.discovery",
  },
  {
    id: "client.history", section: "client", label: "How the sale went", type: "longText",
    why: "The team joins a conversation that has been going on for months.",
    help: "How long it took, what they objected to, what made them say yes.",
    visibility: "internal", concerns: PM, required: false, prefill: "deal.source",
  },
] as const satisfies readonly Field[];

export const CONTACTS_GROUP = {
  id: "contacts", section: "client", label: "People at the client", one: "person", title: "contacts.contact",
  why: "Delivery needs to know who decides, and whom to talk to from day to day.", prefill: "client.contacts",
} as const satisfies Group;

/** Values are those of the database's ContactRole. */
export const CONTACT_ROLE_OPTIONS = [
  { value: "DECISION_MAKER", label: "Decision maker" }, { value: "SPONSOR", label: "Sponsor" },
  { value: "CHAMPION", label: "Champion" }, { value: "DAY_TO_DAY", label: "Day-to-day" },
  { value: "TECHNICAL", label: "Technical" }, { value: "BILLING", label: "Billing" },
  { value: "LEGAL", label: "Legal" }, { value: "SCEPTIC", label: "Sceptic" },
] as const;

export const CONTACT_CELLS = [
  {
    id: "contacts.contact", group: "contacts", section: "client", label: "Person", type: "contact",
    ask: "Choose the person at the client.", why: "A name, so that nobody writes to info@.",
    visibility: "all", concerns: PM, required: true, prefill: "client.contacts", locked: true,
  },
  {
    id: "contacts.roles", group: "contacts", section: "client", label: "Roles", type: "choices", options: CONTACT_ROLE_OPTIONS,
    ask: "Choose at least one role of this person.",
    why: "The first call needs the decision maker or sponsor, and the day-to-day contact (P2.2).",
    visibility: "all", concerns: PM, required: true, prefill: "client.contacts", locked: true,
  },
  {
    id: "contacts.organisation", group: "contacts", section: "client", label: "Works for", type: "text",
    ask: "Enter whom they work for.", why: "Where it is not the client itself: an agency, a vendor, the parent company.",
    visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "contacts.channel", group: "contacts", section: "client", label: "Best reached by", type: "choice",
    ask: "Choose how they are best reached.", why: "A message where it is read gets an answer.",
    options: [
      { value: "mail", label: "Mail" }, { value: "phone", label: "Phone" }, { value: "video", label: "Video call" }, { value: "chat", label: "Chat" },
    ],
    visibility: "internal", concerns: PM, required: false, detail: true,
  },
  {
    id: "contacts.engagement", group: "contacts", section: "client", label: "How engaged they are", type: "choice",
    ask: "Choose how engaged they are.", why: "Somebody who is silent in the sale is silent in the project.",
    options: [{ value: "active", label: "Answers and drives" }, { value: "passive", label: "Answers when asked" }, { value: "absent", label: "Hardly to be reached" }],
    visibility: "internal", concerns: PM, required: false, detail: true,
  },
  {
    id: "contacts.relationship", group: "contacts", section: "client", label: "How well we know them", type: "choice",
    ask: "Choose how well we know them.", why: "Trust that sales has earned need not be earned twice.",
    options: [{ value: "close", label: "Well, and for long" }, { value: "good", label: "Well" }, { value: "new", label: "Hardly yet" }, { value: "strained", label: "Strained" }],
    visibility: "internal", concerns: PM, required: false, detail: true,
  },
  {
    id: "contacts.influence", group: "contacts", section: "client", label: "Influence", type: "choice",
    why: "The PM should know whose no is final.",
    options: [{ value: "high", label: "High" }, { value: "medium", label: "Medium" }, { value: "low", label: "Low" }],
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "contacts.attitude", group: "contacts", section: "client", label: "Attitude to the project", type: "choice",
    why: "A sceptic who is met early becomes an ally more often.",
    options: [
      { value: "champion", label: "Drives it" }, { value: "supportive", label: "Supports it" },
      { value: "neutral", label: "Neutral" }, { value: "sceptical", label: "Sceptical" }, { value: "opposed", label: "Against it" },
    ],
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "contacts.address", group: "contacts", section: "client", label: "How to address them", type: "text",
    why: "First name or family name is decided once, by sales.", example: "Dr Brandt; she offers first names herself",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "contacts.watchOuts", group: "contacts", section: "client", label: "Watch out for", type: "longText",
    ask: "Enter what to watch out for.",
    why: "What sales learned the hard way, delivery need not learn again.",
    example: "Reads only the first paragraph. Dislikes being called before ten.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "contacts.met", group: "contacts", section: "client", label: "Have we met?", type: "yesNo",
    why: "An introduction differs from a reunion.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "contacts.firstCall", group: "contacts", section: "client", label: "Invite to the first call?", type: "yesNo",
    why: "Only the people named here are invited.", visibility: "all", concerns: PM, required: false, locked: true,
  },
  {
    id: "contacts.welcome", group: "contacts", section: "client", label: "Gets the introduction mail?", type: "yesNo",
    why: "The introduction mail goes to these people, with sales in CC.", visibility: "all", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];
