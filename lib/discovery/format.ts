import type { Standing } from "./rules/standing";

/** How a question stands, in few words. */
export const STANDINGS = {
  notAsked: "Not asked yet", answered: "Answered", unknown: "Asked, not known yet", notApplicable: "Not applicable", known: "Known already",
} as const satisfies Record<Standing, string>;
