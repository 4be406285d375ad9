import { BOTH, type Field, type Group, PM } from "./types";

export const DATE_FIELDS = [
  {
    id: "dates.start", section: "dates", label: "Expected start", type: "date", ask: "Enter the date on which the client expects us to start.",
    why: "When the client expects to see the first sign of work.",
    visibility: "all", concerns: BOTH, required: false, material: "commercial",
  },
  {
    id: "dates.target", section: "dates", label: "Target date", type: "date", ask: "Enter the target date.",
    why: "The date that the client tells their own management.",
    help: "Usually the go-live; for a retainer, the first result.",
    visibility: "all", concerns: BOTH, required: true, material: "commercial", locked: true,
  },
  {
    id: "dates.targetKind", section: "dates", label: "Hard or soft", type: "choice",
    options: [{ value: "hard", label: "Hard: missing it costs something" }, { value: "soft", label: "Soft: it can move" }],
    ask: "Choose whether the target date is hard or soft.",
    why: "The PM treats a trade fair differently from a wish.",
    visibility: "all", concerns: BOTH, required: true, material: "commercial", locked: true,
  },
  {
    id: "dates.targetReason", section: "dates", label: "Why this date", type: "longText", ask: "Enter the reason for the target date.",
    why: "When it gets tight, the reason tells what can be left out.",
    example: "The trade fair opens on 12 March, and the catalogue is printed with the new address.",
    visibility: "all", concerns: BOTH, required: true, locked: true,
  },
  {
    id: "dates.review", section: "dates", label: "First review with the client", type: "date",
    ask: "Enter the date of the first review with the client.",
    why: "The first thing shown sets the confidence for the rest.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "dates.clientAway", section: "dates", label: "When the client is away", type: "longText",
    why: "No answer in these weeks is no bad sign.",
    help: "Holidays of named people, stocktaking, campaigns, weeks in which nothing may change.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "dates.leadTimes", section: "dates", label: "Lead times on their side", type: "longText",
    why: "Approvals and purchases take longer than the work they wait for.",
    visibility: "all", concerns: PM, required: false,
  },
  {
    id: "dates.data", section: "dates", label: "Their data arrives on", type: "date", ask: "Enter the date on which the client's data arrives.",
    why: "An import begins with the data, and not with the plan.",
    visibility: "all", concerns: BOTH, required: false, detail: true,
  },
  {
    id: "dates.rollOut", section: "dates", label: "Roll-out", type: "longText",
    why: "All at once or step by step changes the plan, and the risk.",
    visibility: "all", concerns: BOTH, required: false,
  },
] as const satisfies readonly Field[];

export const MILESTONES_GROUP = {
  id: "milestones", section: "dates", label: "Milestones", one: "milestone", title: "milestones.title",
  why: "The dates between the start and the target, and what hangs on them.",
} as const satisfies Group;

export const MILESTONE_CELLS = [
  {
    id: "milestones.title", group: "milestones", section: "dates", label: "Milestone", type: "text", ask: "Enter the name of the milestone.",
    why: "What is finished on that day.", visibility: "all", concerns: PM, required: true, material: "commercial",
  },
  {
    id: "milestones.date", group: "milestones", section: "dates", label: "Date", type: "date", ask: "Enter the date of the milestone.",
    why: "The plan is built around it.", visibility: "all", concerns: BOTH, required: true, material: "commercial",
  },
  {
    id: "milestones.kind", group: "milestones", section: "dates", label: "Known to", type: "choice", ask: "Choose who knows of it.",
    options: [
      { value: "client", label: "The client" }, { value: "internal", label: "Us only" }, { value: "buffer", label: "Us only, a buffer" },
    ],
    why: "The client should not hear of our buffers.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "milestones.payment", group: "milestones", section: "dates", label: "Releases a payment?", type: "yesNo",
    why: "Finance waits for it.", visibility: "commercial", concerns: PM, required: false, material: "commercial",
  },
  {
    id: "milestones.owner", group: "milestones", section: "dates", label: "Owner", type: "person",
    why: "Who says that it is reached.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "milestones.note", group: "milestones", section: "dates", label: "Note", type: "text",
    why: "What it depends on.", visibility: "all", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];
