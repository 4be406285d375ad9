import "server-only";
import { consentToPolicy } from "@/lib/policies/commands/consent";
import { beginPolicyDraft, savePolicyDraft } from "@/lib/policies/commands/policies";
import { policyInForce } from "@/lib/policies/queries";
import { postedForm } from "@/lib/policies/rules/posted-form";
import { CAST, type PersonKey } from "./cast";
import { weekdayAt } from "./moments";
import type { Step, When } from "./story";

/** B6: a draft of the complexity rubric, to which sales has consented and delivery has not yet. */
export function policySteps(today: Date): Step[] {
  const kind = "COMPLEXITY_RUBRIC" as const;
  const step = ([days, clock]: When, by: PersonKey, run: Step["run"]): Step => ({ at: weekdayAt(today, { days, clock, zone: CAST[by].zone }), by, run });
  return [
    step([-4, "14:10"], "katarina", async (tx, ctx) => {
      const { revision } = await beginPolicyDraft(ctx, { kind });
      const { content } = await policyInForce(tx, kind);
      const questions = content.questions.map((one) => (one.id === "migration" ? { ...one, weight: one.weight + 1 } : one));
      await savePolicyDraft(ctx, { kind, revision, content: postedForm(kind, { ...content, questions, thresholds: { ...content.thresholds, complex: content.thresholds.complex - 1 } }) });
    }),
    step([-3, "10:50"], "sofia", async (_, ctx) => void (await consentToPolicy(ctx, { kind, revision: 2 }))),
  ];
}
