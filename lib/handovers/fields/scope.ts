import { BOTH, type Field, type Group, PM } from "./types";

export const SCOPE_FIELDS = [
  {
    id: "scope.engagement", section: "scope", label: "Kind of work", type: "choice",
    why: "A rescue starts differently from a new build.",
    options: [
      { value: "newBuild", label: "New build" }, { value: "improvement", label: "Fix or improvement" },
      { value: "migration", label: "Migration" }, { value: "integration", label: "Integration" },
      { value: "retainer", label: "Retainer" }, { value: "support", label: "Support" }, { value: "trial", label: "Trial" },
      { value: "training", label: "Training" },
    ],
    visibility: "all", concerns: BOTH, required: false,
  },
  {
    id: "scope.inScope", section: "scope", label: "What is in scope", type: "longText", ask: "Enter what is in scope.",
    why: "The team plans exactly this.",
    help: "One line for each deliverable; name the clause of the contract where there is one.",
    example: "Theme with eight templates (annex A, 2.1). Import of 1 200 products from the ERP. Training, two half days.",
    visibility: "all", concerns: BOTH, required: true, material: "commercial", prefill: "deal.option", locked: true,
  },
  {
    id: "scope.outOfScope", section: "scope", label: "What is out of scope", type: "longText", ask: "Enter what is out of scope.",
    why: "What was talked about and not sold comes up again in the first month.",
    example: "Product photographs, texts, and the B2B price lists (planned for a second phase).",
    visibility: "all", concerns: BOTH, required: true, material: "commercial", prefill: "deal.option", locked: true,
  },
  {
    id: "scope.option", section: "scope", label: "The option chosen, and why", type: "longText",
    why: "The team should know which ways were turned down, and for what reason.",
    visibility: "all", concerns: BOTH, required: false, prefill: "deal.option",
  },
  {
    id: "scope.phases", section: "scope", label: "Phases", type: "longText",
    why: "What is delivered first changes who has to be free first.",
    visibility: "all", concerns: BOTH, required: false, material: "commercial", prefill: "deal.estimate",
  },
  {
    id: "scope.assumptions", section: "scope", label: "Assumptions behind the price", type: "longText",
    ask: "Enter the assumptions behind the price.",
    why: "When one of them falls, the PM knows that a change is due.",
    example: "The client's designer delivers all templates before 15 January. Product data is complete in the ERP.",
    visibility: "all", concerns: BOTH, required: { contract: ["FIXED"] }, prefill: "deal.option",
  },
  {
    id: "scope.constraints", section: "scope", label: "Constraints", type: "longText",
    why: "What must not be touched, changed or used.",
    visibility: "all", concerns: BOTH, required: false,
  },
  {
    id: "scope.clientProvides", section: "scope", label: "What the client must provide", type: "longText",
    why: "The PM asks for it on the first day instead of in the third week.",
    help: "Content, access, data, people, with dates where they were agreed.",
    visibility: "all", concerns: BOTH, required: false, prefill: "deal.option",
  },
  {
    id: "scope.thirdParties", section: "scope", label: "Third parties and dependencies", type: "longText",
    why: "Somebody else's delay becomes ours unless we know of it.",
    help: "Who, for what, by when, and what happens if they are late.",
    visibility: "all", concerns: BOTH, required: false,
  },
  {
    id: "scope.changes", section: "scope", label: "What counts as a change", type: "longText",
    why: "The PM can point to a line that the client has seen.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "scope.audience", section: "scope", label: "Who will use it", type: "longText",
    why: "Built for a person, it is built better.",
    visibility: "all", concerns: BOTH, required: false, prefill: "deal.discovery",
  },
  {
    id: "scope.content", section: "scope", label: "Content and design: who, and how ready", type: "longText",
    why: "Missing content delays more launches than code does.",
    visibility: "all", concerns: BOTH, required: false,
  },
  {
    id: "scope.references", section: "scope", label: "Examples the client likes", type: "longText",
    why: "“Like this one” saves a round of design.",
    visibility: "all", concerns: BOTH, required: false,
  },
] as const satisfies readonly Field[];

export const DELIVERABLES_GROUP = {
  id: "deliverables", section: "scope", label: "Deliverables", one: "deliverable", title: "deliverables.text",
  why: "Each thing that the client receives, and the clause that says so.", detail: true,
} as const satisfies Group;

export const DELIVERABLE_CELLS = [
  {
    id: "deliverables.text", group: "deliverables", section: "scope", label: "What is delivered", type: "longText", ask: "Enter what is delivered.",
    why: "One thing.", example: "Theme with eight templates", visibility: "all", concerns: BOTH, required: true, material: "commercial",
  },
  {
    id: "deliverables.clause", group: "deliverables", section: "scope", label: "Clause of the contract", type: "text",
    why: "So that nobody has to search for it.", example: "Annex A, 2.1", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "deliverables.owner", group: "deliverables", section: "scope", label: "Owner", type: "person",
    why: "Who answers for it.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "deliverables.due", group: "deliverables", section: "scope", label: "Until when", type: "date", ask: "Enter the date of the deliverable.",
    why: "If it has a date of its own.", visibility: "all", concerns: BOTH, required: false, material: "commercial",
  },
  {
    id: "deliverables.acceptance", group: "deliverables", section: "scope", label: "How it is accepted", type: "text", ask: "Enter how it is accepted.",
    why: "Who says that it is done.", visibility: "all", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];

export const DEPENDENCIES_GROUP = {
  id: "dependencies", section: "scope", label: "Dependencies", one: "dependency", title: "dependencies.text",
  why: "What has to arrive from others before our work can go on.", detail: true,
} as const satisfies Group;

export const DEPENDENCY_CELLS = [
  {
    id: "dependencies.text", group: "dependencies", section: "scope", label: "What we wait for", type: "longText", ask: "Enter what we wait for.",
    why: "One thing.", example: "Test access to the ERP", visibility: "all", concerns: BOTH, required: true,
  },
  {
    id: "dependencies.category", group: "dependencies", section: "scope", label: "From", type: "choice", ask: "Choose from whom it comes.",
    options: [
      { value: "client", label: "The client" }, { value: "thirdParty", label: "A third party" }, { value: "us", label: "Ourselves" },
      { value: "authority", label: "An authority" }, { value: "other", label: "Somebody else" },
    ],
    why: "It tells who can push.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "dependencies.owner", group: "dependencies", section: "scope", label: "Who brings it", type: "text",
    why: "A name, and the company.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "dependencies.due", group: "dependencies", section: "scope", label: "By when", type: "date", ask: "Enter the date by which it must be there.",
    why: "After this date the plan moves.", visibility: "all", concerns: BOTH, required: false,
  },
  {
    id: "dependencies.impact", group: "dependencies", section: "scope", label: "If it is late", type: "text", ask: "Enter what happens if it is late.",
    why: "What stands still, and for whom.", visibility: "all", concerns: BOTH, required: false,
  },
] as const satisfies readonly Field[];
