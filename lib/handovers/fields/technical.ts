import { BOTH, type Field, type Group, LEAD } from "./types";

const NOT_SIMPLE = { not: { complexity: ["SIMPLE"] } } as const;

export const TECHNICAL_FIELDS = [
  {
    id: "technical.summary", section: "technical", label: "Technical summary", type: "longText",
    ask: "Enter the technical summary.",
    why: "The team lead decides on this whether to accept.",
    help: "What exists, what is to be built or changed, and what is unusual about it. Simple work can do without.",
    example: "WordPress 6.5 with a bought theme, 60 plugins, shared hosting. To be rebuilt as a block theme; content stays.",
    visibility: "all", concerns: BOTH, required: NOT_SIMPLE, material: "technical", prefill: "deal.discovery", locked: true,
  },
  {
    id: "technical.stack", section: "technical", label: "Platforms and versions", type: "longText",
    why: "Old versions are where the hours go.",
    visibility: "all", concerns: LEAD, required: false, prefill: "deal.discovery",
  },
  {
    id: "technical.hosting", section: "technical", label: "Hosting and environments", type: "longText",
    why: "The team needs to know where things run, and where it may try things out.",
    visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "technical.diagram", section: "technical", label: "Diagram", type: "file",
    ask: "Enter where the diagram is.", why: "One picture saves the first half hour of every call.",
    visibility: "technical", concerns: LEAD, required: false, detail: true,
  },
  {
    id: "technical.nonStandard", section: "technical", label: "Anything non-standard", type: "longText",
    why: "What nobody would expect is what nobody has planned.",
    visibility: "all", concerns: LEAD, required: false, material: "technical",
  },
  {
    id: "technical.migration", section: "technical", label: "Teams with a migration", type: "teams",
    ask: "Choose the teams that have a migration, or say that there is none.",
    why: "A migration makes the team's lead necessary (P2.3).",
    visibility: "all", concerns: BOTH, required: true, material: "technical", locked: true,
  },
  {
    id: "technical.migrationDetail", section: "technical", label: "What is migrated", type: "longText",
    ask: "Enter what is migrated, from where and how much.",
    why: "From where, to where, how much, how clean, and what may be left behind.",
    example: "38 000 contacts and 6 years of deals from Pipedrive; notes yes, files no. About a fifth are duplicates.",
    visibility: "all", concerns: LEAD, required: { field: "technical.migration", answered: true },
    visible: { field: "technical.migration", answered: true }, material: "technical",
  },
  {
    id: "technical.security", section: "technical", label: "Teams with a security or privacy matter", type: "teams",
    ask: "Choose the teams that have a security or privacy matter, or say that there is none.",
    why: "A security matter makes the team's lead necessary (P2.3).",
    help: "Single sign-on, personal data of a special kind, payment data, audits, penetration tests, residency.",
    visibility: "all", concerns: BOTH, required: true, material: "technical", locked: true,
  },
  {
    id: "technical.securityDetail", section: "technical", label: "Security and compliance requirements", type: "longText",
    ask: "Enter the security and compliance requirements.",
    why: "What must be kept, and who will check it.",
    visibility: "all", concerns: LEAD, required: { field: "technical.security", answered: true },
    visible: { field: "technical.security", answered: true }, material: "technical",
  },
  {
    id: "technical.leadPromised", section: "technical", label: "Teams whose lead was promised to the client", type: "teams",
    ask: "Choose the teams whose lead was promised, or say that none was.",
    why: "If the client was told to expect a team lead, the lead comes (P2.3).",
    visibility: "technical", concerns: BOTH, required: true, material: "technical", locked: true,
  },
  {
    id: "technical.dataSources", section: "technical", label: "Data sources", type: "longText",
    why: "Which system is right when two of them disagree.",
    visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "technical.quality", section: "technical", label: "Speed and accessibility requirements", type: "longText",
    why: "They are cheap at the start, and dear at the end.",
    visibility: "all", concerns: LEAD, required: false, material: "technical",
  },
  {
    id: "technical.access", section: "technical", label: "How access is granted", type: "longText",
    why: "The team cannot start without it, and it takes the client days.",
    help: "Tickets, forms, approvals. Each system has its row under “Access needed”; a password is never written into a brief.",
    example: "Øyvind opens a ticket with the vendor; allow three working days for each.",
    visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "technical.tools", section: "technical", label: "Licences and subscriptions", type: "longText",
    why: "Who buys which tier decides what can be built.",
    visibility: "all", concerns: LEAD, required: false, material: "technical",
  },
  {
    id: "technical.knownIssues", section: "technical", label: "Known problems", type: "longText",
    why: "What is already broken should not look as if we had broken it.",
    visibility: "technical", concerns: LEAD, required: false, prefill: "deal.discovery",
  },
  {
    id: "technical.decisions", section: "technical", label: "Decisions made so far, and why", type: "longText",
    why: "The team need not decide again what was decided with the client.",
    visibility: "technical", concerns: LEAD, required: false, prefill: "deal.involvement",
  },
  {
    id: "technical.involvement", section: "technical", label: "Who of delivery was involved, and for how long", type: "longText",
    why: "The team knows whom to ask, and the effort before the contract is known.",
    visibility: "technical", concerns: LEAD, required: false, detail: true,
  },
  {
    id: "technical.assets", section: "technical", label: "Demo and trial assets", type: "longText",
    why: "What the client has seen of ours they believe is theirs.",
    help: "Demo accounts, prototypes, slides, sample data: where they are, and what becomes of them.",
    visibility: "technical", concerns: LEAD, required: false, detail: true,
  },
  {
    id: "technical.trial", section: "technical", label: "What the trial task showed", type: "longText",
    why: "Work already done is not done again.",
    visibility: "technical", concerns: LEAD, required: false, prefill: "deal.trial",
  },
  {
    id: "technical.estimate", section: "technical", label: "The estimate, and what it assumes", type: "longText",
    why: "Who estimated, the range, and what would make it wrong.",
    visibility: "internal", concerns: BOTH, required: false, prefill: "deal.estimate",
  },
  {
    id: "technical.openQuestions", section: "technical", label: "Open technical questions", type: "longText",
    why: "A question that is written down here is not asked a second time in the call.",
    visibility: "technical", concerns: LEAD, required: false,
  },
] as const satisfies readonly Field[];

export const INTEGRATIONS_GROUP = {
  id: "integrations", section: "technical", label: "Integrations", one: "integration", title: "integrations.system",
  why: "Each system that exchanges data with the work, and the team that connects it.",
} as const satisfies Group;

export const INTEGRATION_CELLS = [
  {
    id: "integrations.system", group: "integrations", section: "technical", label: "System", type: "text",
    ask: "Enter the name of the system.", why: "Name and version, as the client calls it.", example: "Microsoft Dynamics NAV 2018",
    visibility: "all", concerns: BOTH, required: true, material: "technical", locked: true,
  },
  {
    id: "integrations.team", group: "integrations", section: "technical", label: "Delivery team", type: "team",
    ask: "Choose the delivery team that connects it.", why: "The lead of this team holds a key, and joins the first call (P2.3).",
    visibility: "all", concerns: BOTH, required: true, material: "technical", locked: true,
  },
  {
    id: "integrations.direction", group: "integrations", section: "technical", label: "Direction", type: "choice",
    options: [
      { value: "in", label: "Into our work" }, { value: "out", label: "Out of our work" }, { value: "both", label: "Both ways" },
    ],
    ask: "Choose the direction of the integration.", why: "Both ways is more than twice the work.",
    visibility: "all", concerns: LEAD, required: true, material: "technical",
  },
  {
    id: "integrations.kind", group: "integrations", section: "technical", label: "Standard or custom", type: "choice",
    options: [{ value: "standard", label: "A standard connector" }, { value: "custom", label: "Custom work" }],
    ask: "Choose whether the integration is standard or custom.", why: "A connector is set up, custom work is estimated.",
    visibility: "all", concerns: LEAD, required: true, material: "technical",
  },
  {
    id: "integrations.neededAtGoLive", group: "integrations", section: "technical", label: "Needed at go-live?", type: "yesNo",
    why: "What can wait makes the date safer.", visibility: "all", concerns: BOTH, required: false, material: "technical",
  },
  {
    id: "integrations.data", group: "integrations", section: "technical", label: "What is exchanged", type: "longText",
    why: "Which records, how many, and how often.", example: "Orders and stock, every five minutes, about 800 orders a day",
    visibility: "all", concerns: LEAD, required: false,
  },
  {
    id: "integrations.owner", group: "integrations", section: "technical", label: "Who knows it at the client", type: "contact",
    why: "The person who can answer, and open the door.", visibility: "all", concerns: LEAD, required: false,
  },
  {
    id: "integrations.documentation", group: "integrations", section: "technical", label: "Documentation", type: "url",
    why: "Where the interface is described.", visibility: "technical", concerns: LEAD, required: false,
  },
] as const satisfies readonly Field[];

export const ESTIMATES_GROUP = {
  id: "estimates", section: "technical", label: "Estimates", one: "estimate", title: "estimates.part",
  why: "Who estimated what, how sure they are, and who looked at it.", detail: true,
} as const satisfies Group;

export const ESTIMATE_CELLS = [
  {
    id: "estimates.part", group: "estimates", section: "technical", label: "Part or phase", type: "text", ask: "Enter the part that was estimated.",
    why: "As it was estimated, not as it was sold.", example: "Stock interface", visibility: "internal", concerns: BOTH, required: true,
  },
  {
    id: "estimates.low", group: "estimates", section: "technical", label: "Hours, if all goes well", type: "number", ask: "Enter the low estimate, in hours.",
    why: "The lower end of the range.", visibility: "internal", concerns: BOTH, required: false,
  },
  {
    id: "estimates.likely", group: "estimates", section: "technical", label: "Hours, most likely", type: "number", ask: "Enter the likely estimate, in hours.",
    why: "The plan stands on it.", visibility: "internal", concerns: BOTH, required: false,
  },
  {
    id: "estimates.high", group: "estimates", section: "technical", label: "Hours, if it does not", type: "number", ask: "Enter the high estimate, in hours.",
    why: "The upper end of the range.", visibility: "internal", concerns: BOTH, required: false,
  },
  {
    id: "estimates.author", group: "estimates", section: "technical", label: "Estimated by", type: "text", ask: "Enter who estimated it.",
    why: "Who can explain it.", visibility: "internal", concerns: LEAD, required: false,
  },
  {
    id: "estimates.reviewer", group: "estimates", section: "technical", label: "Reviewed by", type: "text", ask: "Enter who reviewed it.",
    why: "Four eyes see more.", visibility: "internal", concerns: LEAD, required: false,
  },
  {
    id: "estimates.approved", group: "estimates", section: "technical", label: "Approved on", type: "date", ask: "Enter the date on which it was approved.",
    why: "An estimate that nobody approved is a guess.", visibility: "internal", concerns: LEAD, required: false,
  },
  {
    id: "estimates.assumptions", group: "estimates", section: "technical", label: "It assumes that", type: "longText", ask: "Enter what the estimate assumes.",
    why: "When this falls, the estimate falls with it.", visibility: "internal", concerns: BOTH, required: false,
  },
] as const satisfies readonly Field[];
