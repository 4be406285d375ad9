import type { DiscoverySet } from "../schema";

/** What every client is asked before the contract, whichever team delivers (P7.4). */
export const COMMON_QUESTIONS: DiscoverySet["questions"] = [
  { id: "problem", ask: "What does not work today? In your own words.", why: "Their words travel to the team as they were said; ours would already be a solution.", field: "purpose.problem" },
  { id: "trigger", ask: "Why now? What happened that made you call?", why: "Without a reason to do it now, a project waits as soon as something else is urgent.", field: "purpose.trigger" },
  { id: "impact", ask: "What does it cost you as it is: hours, money, customers?", why: "It says how large the solution may be, and what a year of waiting costs.", field: "purpose.impact" },
  { id: "goals", ask: "What should be better once we are done?", why: "Goals decide the small questions that nobody asks us later.", field: "purpose.goals" },
  { id: "success", ask: "How will you see that it worked? Which figure do you look at?", why: "A goal without a figure is argued about at the end.", field: "purpose.success" },
  { id: "audience", ask: "Who will use it, and how many are they?", why: "Who uses it decides what is simple and what is not.", field: "scope.audience" },
  { id: "untouched", ask: "What should stay exactly as it is?", why: "What is left out is agreed before the price, or it is argued about after it.", field: "scope.outOfScope" },
  { id: "date", ask: "Is there a date by which it has to be there?", why: "The team plans backwards from it.", field: "dates.target" },
  { id: "dateKind", ask: "Can that date move?", why: "A trade fair is treated differently from a wish.", field: "dates.targetKind" },
  { id: "dateReason", ask: "What happens if it is a month later?", why: "The reason says what may be left out to keep the date.", field: "dates.targetReason" },
  { id: "budget", ask: "Which amount is set aside for it, or would be too much?", why: "It keeps us from writing an offer that cannot be accepted.", field: "commercial.budgetCap" },
  { id: "approvals", ask: "Who has to say yes, and how does a decision come about in your company?", why: "An approval that nobody planned is the usual reason for a late start.", field: "client.approvals" },
  { id: "people", ask: "Who else is touched by it, and whom should we meet?", why: "Whoever is asked late is against it.", field: "contacts" },
  { id: "previous", ask: "Who worked on it before us, and what should be different this time?", why: "We would otherwise repeat what annoyed them.", field: "client.previousVendor" },
  { id: "provides", ask: "What can your own people do: content, data, tests, access?", why: "Half of a delay is something that the client was to bring.", field: "scope.clientProvides" },
  { id: "thirdParties", ask: "Which other companies have a part in it?", why: "Each of them has dates of its own.", field: "scope.thirdParties" },
  { id: "away", ask: "When can your people not be reached in the next months?", why: "A plan across a stocktaking or a summer holiday is none.", field: "dates.clientAway" },
  { id: "doubts", ask: "What could keep you from doing it?", why: "A doubt that was said can be answered; one that was not decides.", field: "delivery.objections" },
];
