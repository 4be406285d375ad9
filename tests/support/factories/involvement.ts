import { requestInvolvement } from "@/lib/involvement/commands/request";
import { requestInvolvementInput } from "@/lib/involvement/schema";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import type { Db } from "@/lib/platform/db";
import type { Complexity } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { COMPLEXITY_RUBRIC } from "@/lib/policies/defaults/complexity-rubric";
import { TRACTION_RUBRIC } from "@/lib/policies/defaults/traction-rubric";
import { approveTrial } from "@/lib/trials/commands/review";
import { requestTrial } from "@/lib/trials/commands/request";
import { startTrial } from "@/lib/trials/commands/run";
import { requestTrialInput } from "@/lib/trials/schema";
import { asUser } from "../db";
import { type Agency, anAgency } from "./agency";
import { aDeal } from "./deals";

/** Which answer to the question about integrations makes the work of which class, where every other answer is the least. */
const BY_INTEGRATION: Record<Complexity, string> = { SIMPLE: "none", STANDARD: "custom", COMPLEX: "several" };

type Serious = { points?: number; complexity?: Complexity | null; teams?: ("wordpress" | "shopify")[]; more?: Parameters<typeof aDeal>[2] };

/** An open deal of Sam's for WordPress with so many points of traction, seen yesterday, and complexity answered in its draft. */
export async function aSeriousDeal(db: Db, agency: Agency, { points = 7, complexity = "STANDARD", teams = ["wordpress"], more = {} }: Serious = {}): Promise<string> {
  const id = await aDeal(db, agency, { teams: { create: teams.map((team) => ({ teamId: agency[team] })) }, createdAt: new Date("2030-01-01T08:00:00Z"), ...more });
  await db.tractionEvidence.createMany({
    data: TRACTION_RUBRIC.evidence.slice(0, points).map(({ id: kind }) => ({ id: newId(), dealId: id, kind, happenedOn: new Date("2030-01-01"), words: `They showed it: ${kind}`, addedById: agency.sam })),
  });
  if (complexity === null) return id;
  const sam = await asUser(agency.sam, db);
  const handover = await beginHandover(sam, { dealId: id });
  const changes = COMPLEXITY_RUBRIC.questions.map(({ id: question, options }) => ({
    field: `complexity.${question}`, rowId: null, base: 0, state: "VALUE" as const, value: question === "integration" ? BY_INTEGRATION[complexity] : options[0]?.value ?? "",
  }));
  const { answers } = await saveAnswers(sam, { id: handover.id, changes });
  if (answers.some(({ outcome }) => outcome !== "saved")) throw new Error(`Not kept: ${JSON.stringify(answers)}`);
  return id;
}

/** What Sam asks: a written answer of Lee, unless said otherwise. */
export const aRequest = (dealId: string, personId: string, more: Record<string, unknown> = {}) =>
  requestInvolvementInput.parse({
    dealId, personId, kind: "WRITTEN", asked: "Can the shop send its orders to SAP every hour?", suggestion: "Yes, by the REST interface of the middleware.", minutes: 60, neededBy: "2030-01-10", ...more,
  });

export const aTrialRequest = (dealId: string, { developerId, leadId }: { developerId: string; leadId: string }, more: Record<string, unknown> = {}) =>
  requestTrialInput.parse({
    dealId, developerId, leadId, purpose: "See whether SAP answers in time", scope: "One order, there and back", entryCriteria: "A test account of SAP", exitCriteria: "The order arrives within a minute",
    hours: "16", currency: "EUR", ...more,
  });

/** A deal in which Lee was asked by Sam. */
export async function asked(db: Db, more: Record<string, unknown> = {}) {
  const agency = await anAgency(db);
  const dealId = await aSeriousDeal(db, agency);
  const { id } = await requestInvolvement(await asUser(agency.sam, db), aRequest(dealId, agency.lee, more));
  return { ...agency, dealId, id };
}

/** A trial task of Dev's, reviewed by Lee, in a deal of its own: asked for, approved or running. */
export async function aTrial(db: Db, agency: Agency, { until = "requested", more = {} }: { until?: "requested" | "approved" | "running"; more?: Record<string, unknown> } = {}) {
  const dealId = await aSeriousDeal(db, agency);
  const { id } = await requestTrial(await asUser(agency.sam, db), aTrialRequest(dealId, { developerId: agency.dev, leadId: agency.lee }, more));
  if (until !== "requested") await approveTrial(await asUser(agency.lee, db), { id });
  if (until === "running") await startTrial(await asUser(agency.dev, db), { id });
  return { id, dealId };
}
