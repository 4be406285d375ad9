import { BOTH, type Field, type Group, PM } from "./types";

export const PURPOSE_FIELDS = [
  {
    id: "purpose.problem", section: "purpose", label: "The problem, in the client's words", type: "longText",
    why: "In the first call we read this back; it proves that we listened.",
    example: "“Orders from the shop arrive in the ERP a day late, and the warehouse packs from paper.”",
    visibility: "all", concerns: PM, required: false, prefill: "deal.discovery",
  },
  {
    id: "purpose.trigger", section: "purpose", label: "Why now", type: "longText",
    why: "The event behind the purchase explains which date is real.",
    example: "Their ERP licence ends in June, and the new warehouse opens in May.",
    visibility: "all", concerns: PM, required: false, prefill: "deal.discovery",
  },
  {
    id: "purpose.impact", section: "purpose", label: "What it costs them today", type: "longText",
    why: "The size of the problem is the measure of the solution.",
    example: "Two people half a day each week, and about 40 angry calls a month.",
    visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "purpose.goals", section: "purpose", label: "Goals, in the client's words", type: "longText",
    ask: "Enter the goals, in the client's words.",
    why: "Every decision during delivery is measured against these goals.",
    help: "Quote the client where you can, and say who said it.",
    example: "“By Christmas a customer should see the real stock.” (Ms Brandt, 3 November)",
    visibility: "all", concerns: PM, required: true, prefill: "deal.discovery", locked: true,
  },
  {
    id: "purpose.success", section: "purpose", label: "Success criteria", type: "longText",
    ask: "Enter how the client will know that it worked.",
    why: "The client will judge us by this, so we should measure it too.",
    help: "For each: what is measured, today's figure, the target, by when.",
    example: "Late orders: 14 % today, under 2 % by the end of March. Returns handled without a phone call.",
    visibility: "all", concerns: PM, required: true, prefill: "deal.discovery", locked: true,
  },
  {
    id: "purpose.useCases", section: "purpose", label: "Use cases, most important first", type: "longText",
    why: "If something has to wait, it is the last one on this list.",
    visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: false, prefill: "deal.discovery",
  },
  {
    id: "purpose.return", section: "purpose", label: "The return they expect", type: "longText",
    why: "Somebody at the client has written this figure into a budget.",
    visibility: "all", concerns: PM, required: false, detail: true,
  },
  {
    id: "purpose.ninetyDays", section: "purpose", label: "What should be true after 90 days", type: "longText",
    why: "The first quarter decides whether the client comes back.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "purpose.bought", section: "purpose", label: "What the client believes they bought", type: "longText",
    why: "Where this differs from the contract, the PM hears it first from you.",
    example: "They speak of “the new shop”, and include product photographs, which are not in scope.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "purpose.expectations", section: "purpose", label: "Other expectations, said or unsaid", type: "longText",
    why: "Unsaid expectations are the ones that disappoint.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "purpose.acceptance", section: "purpose", label: "How the client accepts the work", type: "longText",
    ask: "Enter how the client accepts the work.",
    why: "Who approves, on what evidence, within how many days.",
    example: "Mr Lund tests on staging with his list of 30 cases, within ten days; silence counts as acceptance.",
    visibility: "all", concerns: PM, required: { contract: ["FIXED"] },
  },
] as const satisfies readonly Field[];

export const MEASURES_GROUP = {
  id: "measures", section: "purpose", label: "Measures of success", one: "measure", title: "measures.metric",
  why: "A figure with a start and a target settles every later argument.", detail: true,
} as const satisfies Group;

export const MEASURE_CELLS = [
  {
    id: "measures.metric", group: "measures", section: "purpose", label: "What is measured", type: "text", ask: "Enter what is measured.",
    why: "In the words of whoever reads the figure.", example: "Late orders", visibility: "all", concerns: PM, required: true,
  },
  {
    id: "measures.baseline", group: "measures", section: "purpose", label: "Today", type: "text", ask: "Enter the figure of today.",
    why: "Without it nobody can say that it got better.", example: "14 %", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "measures.target", group: "measures", section: "purpose", label: "Target", type: "text", ask: "Enter the target.",
    why: "When it is reached, the work is a success.", example: "under 2 %", visibility: "all", concerns: PM, required: true,
  },
  {
    id: "measures.date", group: "measures", section: "purpose", label: "By when", type: "date", ask: "Enter the date by which it is reached.",
    why: "A target without a date is a wish.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "measures.useCase", group: "measures", section: "purpose", label: "For which use case or goal", type: "text", ask: "Enter the use case or goal.",
    why: "The most important one comes first.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "measures.rank", group: "measures", section: "purpose", label: "Rank, 1 is first", type: "number", ask: "Enter the rank.",
    why: "If something has to wait, it is the last one.", visibility: "all", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];

export const ACCEPTANCE_GROUP = {
  id: "acceptance", section: "purpose", label: "Acceptance criteria", one: "criterion", title: "acceptance.criterion",
  why: "What is written here ends the work; what is not, prolongs it.", detail: true,
} as const satisfies Group;

export const ACCEPTANCE_CELLS = [
  {
    id: "acceptance.criterion", group: "acceptance", section: "purpose", label: "Criterion", type: "longText", ask: "Enter the criterion.",
    why: "Something that is true or not.", example: "An order placed in the shop is in the ERP within one minute.",
    visibility: "all", concerns: BOTH, required: true, material: "commercial",
  },
  {
    id: "acceptance.evidence", group: "acceptance", section: "purpose", label: "Evidence", type: "text", ask: "Enter the evidence.",
    why: "How it is shown.", example: "His list of 30 cases, on staging", visibility: "all", concerns: BOTH, required: false,
  },
  {
    id: "acceptance.approver", group: "acceptance", section: "purpose", label: "Who approves", type: "contact", ask: "Choose who approves.",
    why: "One person.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "acceptance.window", group: "acceptance", section: "purpose", label: "Working days to test", type: "number",
    why: "After these days silence counts as acceptance, or it does not: say which in the words above.",
    visibility: "all", concerns: PM, required: false, material: "commercial",
  },
  {
    id: "acceptance.rework", group: "acceptance", section: "purpose", label: "If it fails", type: "text", ask: "Enter what happens if it fails.",
    why: "How often we mend it within the price.", visibility: "all", concerns: PM, required: false, material: "commercial",
  },
] as const satisfies readonly Field[];
