/** What each figure is called, and what it means: the sentence that stands beside it, and that its rule is tested by. */
export const METRICS = {
  handovers: {
    title: "Handovers by state and age",
    sentence: "Every handover that was neither closed nor withdrawn, by its state and the whole days since it came into it, with the value of its deal.",
  },
  deals: {
    title: "Open deals by stage and age",
    sentence: "Every deal that was neither won, lost nor parked, by its stage and the whole days since it came into it.",
  },
  orphans: {
    title: "Won deals without a handover",
    sentence: "Deals that were won and have no submitted handover, from the minute when the contact owner's clock for it ran out.",
  },
  "at-risk": {
    title: "Starts at risk",
    sentence: "Deals that were won by word, with an approved start at risk, and are not signed yet; also past the expiry date.",
  },
  asked: {
    title: "Returned twice for the same reason",
    sentence: "Handovers that are submitted or returned, and whose managers were asked to help because two returns had the same reason; a row for each reason.",
  },
  decisions: {
    title: "Time to decision",
    sentence: "From the submit of a brief to the decision on each key, in working hours of whoever decided. What was taken back does not count.",
  },
  "first-pass": {
    title: "First-pass acceptance",
    sentence: "Of the handovers whose first review ended in the period, by acceptance or return, the part that was accepted without a return.",
  },
  returns: {
    title: "Why briefs were returned",
    sentence: "Every point of a return in the period, by its reason code and by the field it names. What was taken back does not count.",
  },
  ratings: {
    title: "Ratings",
    sentence: "What each person rated a brief or an acceptance, from 1 to 5, as it stands at the period's end, if they gave or changed it in the period; the mean of all.",
  },
  checks: {
    title: "Was the brief right?",
    sentence: "The PMs' answers some time after acceptance, given or changed in the period: the part that says right, and the fields named in the others.",
  },
  mends: {
    title: "Typos mended",
    sentence: "Every typo that a reviewer mended in a submitted brief in the period, by the reviewer who did; the brief's writer stays its writer.",
  },
  effort: {
    title: "Typed and filled in",
    sentence: "Of the briefs first submitted in the period: the part of their answers that the portal had filled in and nobody changed, and the time from begin to that submit, nights and weekends included.",
  },
} as const;
