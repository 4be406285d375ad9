import * as z from "zod";
import { Complexity, type DealStage, type HandoverStatus, RatingSide, ReturnReason, TrialOutcome, TrialState } from "@/lib/platform/generated/enums";
import { text } from "@/lib/platform/text";
import { AGE_IDS } from "./rules/age";
import { EARLY_FIGURES, OUTCOME_NAMES } from "./rules/before-contract";

/** The lengths of period offered, in days, ending with the report's instant. */
export const PERIODS = ["30", "90", "365"] as const;

const id = z.uuid();
/** What comes from an address is a wish: an unknown value is left out, and the report is shown without it. */
const wish = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const day = z.iso.date().refine((value) => value >= "2000-01-01");

/** The filters of every report, as the address carries them. */
export const reportParams = z.object({
  /** A delivery team, or a sales team. */
  team: wish(id),
  /** The contact owner. */
  owner: wish(id),
  period: z.enum(PERIODS).catch("90"),
  /** The end of this day, in the reader's zone; left out for now. */
  asOf: wish(day),
});

/** The states that the pipeline is made of, and the stages of deals that are still open. */
export const PIPELINE_STATES = ["DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "IN_DELIVERY"] as const satisfies readonly HandoverStatus[];
export const OPEN_STAGES = ["PROSPECT", "QUALIFIED", "PROPOSAL"] as const satisfies readonly DealStage[];

/** A figure whose list is wanted, and which part of it. */
export const figureParams = z.object({
  figure: z.enum(["handovers", "deals", "orphans", "at-risk", "asked", "decisions", "first-pass", "returns", "ratings", "checks", "effort", "mends"]).catch("handovers"),
  state: wish(z.enum(PIPELINE_STATES)),
  stage: wish(z.enum(OPEN_STAGES)),
  age: wish(z.enum(AGE_IDS)),
  currency: wish(z.string().regex(/^[A-Z]{3}$/)),
  /** Of decisions: the Monday of the week. */
  week: wish(day),
  passed: wish(z.enum(["yes", "no"])),
  reason: wish(z.enum(ReturnReason)),
  field: wish(z.string().min(1).max(160)),
  /** Of ratings: of the brief, or of its acceptance. */
  side: wish(z.enum(RatingSide)),
  /** Of mended typos: the reviewer. */
  by: wish(id),
  after: wish(z.string().max(500)),
});

const CLASS_OR_NONE = [...Object.values(Complexity), "NONE"] as const;

/** Of R4: which list is wanted, and which part of it. */
export const earlyParams = z.object({
  figure: z.enum(EARLY_FIGURES).catch("hours"),
  outcome: wish(z.enum(OUTCOME_NAMES)),
  source: wish(text(200)),
  state: wish(z.enum(TrialState)),
  result: wish(z.enum(TrialOutcome)),
  /** Classes: first on the deal, at submission, and in hindsight. */
  first: wish(z.enum(CLASS_OR_NONE)),
  foretold: wish(z.enum(Complexity)),
  turned: wish(z.enum(CLASS_OR_NONE)),
  /** Whether the class at submission was set by hand. */
  hand: wish(z.enum(["yes", "no"])),
});

export type EarlyParams = z.output<typeof earlyParams>;
export type ReportParams = z.output<typeof reportParams>;
export type FigureParams = z.output<typeof figureParams>;
export type Figure = FigureParams["figure"];
