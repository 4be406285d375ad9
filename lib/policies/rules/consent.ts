/** Who consented to the draft as it stands, and on which side they manage today. */
export type Consenter = { id: string; name: string; sales: boolean; delivery: boolean };

/**
 * B6: a complexity rubric is published by a sales manager and a delivery manager together, in any order. One person who is both
 * counts once, for the side that nobody else stands for.
 */
export function consentOf(consents: readonly Consenter[]): { isComplete: boolean; /** What is still asked for, in words; empty once complete. */ missing: string } {
  const isComplete = consents.some((one) => one.sales && consents.some((other) => other.id !== one.id && other.delivery));
  if (isComplete) return { isComplete, missing: "" };
  const [sales, delivery] = [consents.some((one) => one.sales), consents.some((one) => one.delivery)];
  if (sales && delivery) return { isComplete, missing: "Another sales manager or delivery manager has to consent as well: one person counts once." };
  if (sales) return { isComplete, missing: "A delivery manager has to consent as well." };
  return { isComplete, missing: delivery ? "A sales manager has to consent as well." : "A sales manager and a delivery manager have to consent, in any order." };
}
