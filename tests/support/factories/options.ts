import type { Db } from "@/lib/platform/db";
import type { Complexity } from "@/lib/platform/generated/enums";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { estimatePhase } from "@/lib/options/commands/estimates";
import { addOption } from "@/lib/options/commands/options";
import { addPhase } from "@/lib/options/commands/phases";
import { addOptionInput, addPhaseInput, addRateCardItemInput, changeOptionInput, estimatePhaseInput } from "@/lib/options/schema";
import { asUser } from "../db";
import { type Agency, anAgency } from "./agency";
import { aRequest, aSeriousDeal } from "./involvement";

/** All that P7.1 asks of an option. */
export const FULL = {
  plainWords: "We mend what is broken and leave the rest as it is.", benefits: "Quick\nCheap", risks: "The old theme stays slow", assumptions: "The plugins can be updated",
  exclusions: "New texts", clientProvides: "Access to the hosting", weeksLow: "2", weeksHigh: "4", price: "18000", currency: "EUR",
};

export const anOptionInput = (dealId: string, more: Record<string, unknown> = {}) => addOptionInput.parse({ dealId, name: "Repair the site", ...FULL, ...more });
export const anEdit = (id: string, more: Record<string, unknown> = {}) => changeOptionInput.parse({ id, revision: 1, name: "Repair the site", ...FULL, ...more });
export const aPhaseInput = (optionId: string, name = "Repair", more: Record<string, unknown> = {}) => addPhaseInput.parse({ optionId, name, words: "Update plugins and theme", ...more });
export const anEstimate = (phaseId: string, involvementId: string, more: Record<string, unknown> = {}) =>
  estimatePhaseInput.parse({ phaseId, involvementId, phaseRevision: 1, low: "20", likely: "30", high: "45.5", note: "The theme is old", risks: "The shop plugin", validUntil: "2030-02-01", ...more });
export const aLine = (teamId: string, more: Record<string, unknown> = {}) =>
  addRateCardItemInput.parse({ teamId, name: "Update a site", words: "Core, theme and plugins", low: "4", likely: "6", high: "10", validUntil: "2030-03-01", ...more });

/** An option of Sam's with one phase. */
export async function anOption(db: Db, agency: Agency, dealId: string, more: Record<string, unknown> = {}) {
  const sam = await asUser(agency.sam, db);
  const { id } = await addOption(sam, anOptionInput(dealId, more));
  const { id: phaseId } = await addPhase(sam, aPhaseInput(id));
  return { id, phaseId };
}

/** A deal with two options of one phase each, and Dev asked for an estimate of them (Lee, where the work is complex). */
export async function offered(db: Db, { complexity = "STANDARD", price = "18000" }: { complexity?: Complexity; price?: string } = {}) {
  const agency = await anAgency(db);
  const dealId = await aSeriousDeal(db, agency, { complexity });
  const repair = await anOption(db, agency, dealId, { price });
  const rebuild = await anOption(db, agency, dealId, { name: "Rebuild the site", price });
  const estimatorId = complexity === "COMPLEX" ? agency.lee : agency.dev;
  const sam = await asUser(agency.sam, db);
  const requestId = complexity === "SIMPLE" ? null : (await requestInvolvement(sam, aRequest(dealId, estimatorId, { kind: "ESTIMATE", minutes: 240 }))).id;
  return { ...agency, dealId, repair, rebuild, estimatorId, requestId: requestId ?? "" };
}

/** The same, with every phase estimated until the first of February. */
export async function estimated(db: Db, more: Parameters<typeof offered>[1] = {}) {
  const deal = await offered(db, more);
  const estimator = await asUser(deal.estimatorId, db);
  const ids: string[] = [];
  for (const { phaseId } of [deal.repair, deal.rebuild]) ids.push((await estimatePhase(estimator, anEstimate(phaseId, deal.requestId))).id);
  const [ofRepair = "", ofRebuild = ""] = ids;
  return { ...deal, ofRepair, ofRebuild };
}
