import { answerDiscoveryInput } from "@/lib/discovery/schema";

/** What a client said to one question of discovery; nothing typed stands for "does not know yet", a reason for "does not apply". */
export type SampleSaid = readonly [field: string, said: string | { values: readonly string[] } | { reason: string } | null];

/** The first call with the cooperative: half of the questions, in the order of the talk. */
export const ARROYO_FIRST_CALL: readonly SampleSaid[] = [
  ["purpose.problem", "“Three sales teams, and each has a spreadsheet of its own. Last spring two of us offered the same lemons to the same supermarket, at two prices.”"],
  ["purpose.trigger", "The buyer of that supermarket asked on the phone whether we talk to each other. The board has asked for a plan before the new season."],
  ["purpose.impact", "About a day a week of Nuria's time for putting the lists together, and one customer lost last year (60 000 EUR)."],
  ["purpose.goals", "One list of customers for all three teams, who spoke with whom and when, and the price that was said."],
  ["purpose.success", null],
  ["scope.audience", "Fourteen people in sales, and the two in the office who write the invoices."],
  ["dates.target", "target"],
  ["dates.targetKind", "hard"],
  ["dates.targetReason", "The orange season begins; from then on nobody has an hour to learn anything."],
  ["client.previousVendor", { reason: "Nobody has worked on it before: it was spreadsheets from the first day." }],
  ["custom.hubspot.hubs", { values: ["sales", "marketing"] }],
];

/** The second call, with the sales director alone. */
export const ARROYO_SECOND_CALL: readonly SampleSaid[] = [
  ["client.approvals", "Nuria decides up to 40 000 EUR; the board (every second Thursday) above. The union of growers has to be told, and does not vote."],
  ["custom.hubspot.source", { values: ["spreadsheets", "mailchimp"] }],
];

/** One of them, as the form of its question sends it. */
export function discoveryInput(id: string, field: string, said: SampleSaid[1]) {
  const seen = { id, field, base: 0 };
  if (said === null) return answerDiscoveryInput.parse({ ...seen, state: "UNKNOWN" });
  if (typeof said === "string") return answerDiscoveryInput.parse({ ...seen, value: said });
  return answerDiscoveryInput.parse("reason" in said ? { ...seen, state: "NOT_APPLICABLE", reason: said.reason } : { ...seen, values: [...said.values] });
}
