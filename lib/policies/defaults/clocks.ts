import type { Clocks } from "../schema";

/** Version 1 of the clocks (B5). */
export const CLOCKS_POLICY: Clocks = {
  clocks: {
    wonToSubmitted: { businessDays: 1 },
    submittedToDecision: { businessDays: 2 },
    returnedToResubmitted: { businessDays: 1 },
    acceptedToScheduled: { businessDays: 2 },
    wonToHeld: { businessDays: 10 },
  },
  tellAt: [50, 80, 100],
  ratings: { checkAfterDays: 14, editDays: 14 },
  backupAfterDaysAway: 1,
  pauseReasons: [
    { value: "clientAway", label: "The client is away", help: "The client has told us that nobody can be reached until a date." },
    { value: "clientAsked", label: "The client asked to wait", help: "The client wants to start later, and said so in writing." },
    { value: "signature", label: "A signature is missing", help: "The contract or an annex is back with the client for a signature." },
    { value: "thirdParty", label: "Waiting for a third party", help: "Somebody outside both companies has to act first." },
    { value: "companyClosed", label: "We are closed", help: "The whole company is closed, on days that are not in the calendar of holidays." },
  ],
};
