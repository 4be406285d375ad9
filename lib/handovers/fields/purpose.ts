import { type Field, PM } from "./types";

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
