import { INVOLVEMENT_CAPS, type TractionRubric } from "../schema";

/** Version 1 of the evidence that a prospect is serious (P5.1 to P5.3, P5.6): one point each, eight in all. */
export const TRACTION_RUBRIC: TractionRubric = {
  evidence: [
    {
      id: "budget", label: "Budget", points: 1, help: "They named a figure or a range, or said whose budget it comes from.",
      missing: "Ask which budget it comes from, and how large it is.",
    },
    {
      id: "decisionMaker", label: "Decision maker met", points: 1, help: "You have spoken with the person who can say yes.",
      missing: "Meet the person who can say yes.",
    },
    {
      id: "need", label: "Need in their words", points: 1, help: "They described the problem themselves, and you wrote it down as they said it.",
      missing: "Write down the problem in their own words.",
    },
    {
      id: "event", label: "Date or event", points: 1, help: "Something happens on a date, and the work has to be done before it.",
      missing: "Find out by when they need it, and why then.",
    },
    {
      id: "nextStep", label: "Next step agreed", points: 1, help: "There is a next step with a date that they agreed to.",
      missing: "Agree on the next step, with a date.",
    },
    {
      id: "replies", label: "They reply", points: 1, help: "They answered your last two messages within three business days.",
      missing: "Wait for their reply to your last message.",
    },
    {
      id: "paid", label: "Paid discovery or trial", points: 1, help: "A paid discovery or trial is ordered. A trial task with a price counts by itself, once its lead has approved it.",
      missing: "Offer a paid discovery or trial task.",
    },
    {
      id: "nda", label: "Non-disclosure agreement", points: 1, help: "They asked for one, or signed ours: they mean to share something real.",
      missing: "Have the non-disclosure agreement signed.",
    },
  ],
  threshold: 5,
  levels: [
    { from: 5, allows: "WRITTEN", label: "Written answers" },
    { from: 6, allows: "CALL", label: "A call of 30 minutes" },
    { from: 7, allows: "ESTIMATE", label: "An estimate" },
    { from: 7, allows: "TRIAL", label: "A trial task" },
  ],
  callMinutes: 30,
  caps: INVOLVEMENT_CAPS,
  silence: { businessDays: 10, points: 1 },
  parkAfterBusinessDays: 20,
};
