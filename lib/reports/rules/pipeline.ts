import { isOrphan, isWaiting } from "@/lib/deals/rules/orphans";
import { ageOf, type AgeId, daysOld } from "./age";
import { amountOf, countsDeal, countsHandover, type DealHistory, type HandoverHistory, heldAt, type Readers } from "./history";

/** A part of the pipeline: so many things in one state, of one age, in one currency. `since` is the oldest's. */
export type PipelineCell = { state: string; age: AgeId; currency: string; count: number; minor: number; since: Date };

/** R1: the handovers in each of the states at an instant, by how long they have been in it, with the values of their deals. */
export const handoverPipeline = (histories: readonly HandoverHistory[], states: readonly string[], readers: Readers, at: Date): PipelineCell[] =>
  cellsOf(histories.filter((one) => countsHandover(one, readers, at)).map(({ status, value }) => ({ span: heldAt(status, at), amount: heldAt(value, at) })), states, at);

/** R1: the open deals in each stage at an instant, the same way. */
export const dealPipeline = (deals: readonly DealHistory[], stages: readonly string[], readers: Readers, at: Date): PipelineCell[] =>
  cellsOf(deals.filter((deal) => countsDeal(deal, readers, at)).map(({ stage, value }) => ({ span: heldAt(stage, at), amount: heldAt(value, at) })), stages, at);

type Held = { value: string; from: Date } | null;

function cellsOf(things: readonly { span: Held; amount: Held }[], states: readonly string[], at: Date): PipelineCell[] {
  const cells = new Map<string, PipelineCell>();
  for (const { span, amount } of things) {
    if (!span || !amount || !states.includes(span.value)) continue;
    const { minor, currency } = amountOf(amount.value);
    const age = ageOf(daysOld(span.from, at));
    const key = [span.value, age, currency].join();
    const cell = cells.get(key) ?? { state: span.value, age, currency, count: 0, minor: 0, since: span.from };
    cells.set(key, { ...cell, count: cell.count + 1, minor: cell.minor + minor, since: span.from < cell.since ? span.from : cell.since });
  }
  return [...cells.values()];
}

/** P1.11 as of an instant: what the rule of orphans asks of a deal. */
const orphanFacts = ({ stage, handovers }: DealHistory, at: Date) => {
  const held = heldAt(stage, at);
  return {
    stage: held?.value ?? ("PROSPECT" as const),
    wonAt: held?.value === "WON" ? held.from : null,
    handovers: handovers.flatMap(({ firstSubmitAt, status }) => {
      const state = heldAt(status, at)?.value;
      return state === undefined ? [] : [{ status: state, firstSubmitAt: firstSubmitAt !== null && firstSubmitAt <= at ? firstSubmitAt : null }];
    }),
  };
};

/** Won at the instant, and nobody had handed it over: a candidate, whose clock decides. */
export const waitingDeals = (deals: readonly DealHistory[], readers: Readers, at: Date): DealHistory[] =>
  deals.filter((deal) => countsDeal(deal, readers, at) && isWaiting(orphanFacts(deal, at)));

/** R1, P1.11: won deals without a handover, past the clock of whoever should have submitted it. */
export const orphans = (deals: readonly DealHistory[], readers: Readers, { at, dueOf }: { at: Date; dueOf: (deal: DealHistory, wonAt: Date) => Date }): DealHistory[] =>
  waitingDeals(deals, readers, at).filter((deal) => {
    const facts = orphanFacts(deal, at);
    return facts.wonAt !== null && isOrphan(facts, { due: dueOf(deal, facts.wonAt), now: at });
  });
